"""Text to search terms: lower case, accents folded, stems, and the parts of Dutch compounds."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import Stemmer

from ingest.datatypes import Language

SHORTEST_PART = 4
SHORTEST_COMPOUND = 9
LINKS = ("", "s", "en", "e", "-")

_WORD = re.compile(r"[^\W_]+(?:[’'.&@+/-][^\W_]+)*")

_DUTCH = """
    aan al alle allemaal als altijd ander andere bij binnen boven daar daarbij daarin daarmee
    daarna daarom daarvan dan dat de der deze die dit doe doen doet door dus een eens eigenlijk
    elk elke en er ergens erg etc even ga gaan gaat geen geven geweest had hadden heb hebben hebt
    heeft hem hen het hier hierbij hierin hij hoe hun iemand iets ik in is ja je jij jouw jullie
    kan ken kun kunnen kunt maar me mee meer men met mij mijn moet moeten mogen na naar niet niets
    nog nu of om onder ons onze ook op over precies s sommige soms t te tegen tijdens toch toe tot
    tussen u uit uw van vanaf veel via volgens voor vooral waar waarbij waarin waarom waarop
    waarvan wanneer want waren was wat we weet wel welk welke werd werden wie wij wil willen word
    worden wordt wou ze zeggen zegt zelf zich zij zijn zo zoals zonder zou zouden zowel zulke
    zullen gauw graag kort even uitleggen uitleg leg hoeveel betekent betekenen heet
        heten simpel eenvoudig vertel vertellen noem noemen
    geef please alsjeblieft aub staat staan bestaat bestaan
"""
_ENGLISH = """
    a about after all also am an and any are as at be because been before being between both but
    by can could did do does doing done down during each either else every explain few for from
    get give gives go had has have having he her here hers him his how i if in into is it its just
    know let like list many me mention might more most much must my name need no nor not now of
    off on once one only or other our out over own per please rather regarding s same say says
    mean means called simple simply plain
        shall she should so some such t tell than that the their them then there
    these they this those through to too under until up upon us use very via want was we were what
    when where which while who whom whose why will with within without would you your exactly
    exist exists
"""
STOPWORDS: dict[Language, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""Function words and words of asking, per language; they carry no subject."""


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents; curly apostrophes become straight."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """Return the folded words of ``text`` in order; ``burn-out`` and ``RI&E`` are one word each."""
    return [fold(match) for match in _WORD.findall(text)]


@cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer("dutch" if language == "nl" else "english")


@cache
def stem(word: str, language: Language) -> str:
    """Return the Snowball stem of a folded word."""
    return str(_stemmer(language).stemWord(word))


def is_stopword(word: str) -> bool:
    """Tell whether a folded word is a function word in either language."""
    return word in STOPWORDS["nl"] or word in STOPWORDS["en"]


def split_compound(word: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the parts of a compound whose parts are all in ``vocabulary``; none when it has none.

    ``studentenwelzijn`` gives ``studenten`` and ``welzijn``. The split with the longest last part
    wins, because the last part is the head of a Dutch compound.
    """
    if "-" in word:
        return [part for part in word.split("-") if len(part) >= SHORTEST_PART]
    if len(word) < SHORTEST_COMPOUND:
        return []
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head = word[cut:]
        if head not in vocabulary:
            continue
        for link in LINKS[:-1]:
            stemmed = word[:cut].removesuffix(link) if link else word[:cut]
            if (
                word[:cut].endswith(link)
                and len(stemmed) >= SHORTEST_PART
                and stemmed in vocabulary
            ):
                return [stemmed, head]
    return []


def terms_of(
    text: str, languages: Iterable[Language], vocabulary: frozenset[str] = frozenset()
) -> list[str]:
    """Return the search terms of ``text``: a stem per content word, then those of its parts.

    Args:
        text: any text.
        languages: whose stems are given; a word whose stems differ gives both.
        vocabulary: folded words that compounds may be split into.
    """
    terms: list[str] = []
    chosen = tuple(languages)
    for word in words_of(text):
        if is_stopword(word):
            continue
        for part in [word, *split_compound(word, vocabulary)]:
            if not is_stopword(part):
                terms += sorted({stem(part, language) for language in chosen})
    return terms
