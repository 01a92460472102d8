"""Text to search terms: lower case, accents folded, stems, and the parts of Dutch compounds."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from ingest.compounds import splitter_over
from ingest.datatypes import Language
from ingest.stemming import stem

SHORTEST_JOINED, LONGEST_NUMBER = 3, 2
"""Letters of a word that is joined with the next; digits of a number that names one of several."""

_WORD = re.compile(r"[^\W_]+(?:(?:[’'.&@+-]|(?<=\d)/(?=\d))[^\W_]+)*")

_DUTCH = """
    aan aangaande aangeven aangezien achter af al alle allemaal als alsjeblieft alsmede alsnog alsof
    altijd ander andere aub behalve beide beiden ben bent bereid bestaan bestaat betekenen betekent
    bij bijna bijv binnen boven bovendien buiten bv daar daarbij daardoor daarentegen daarin daarmee
    daarna daarnaast daarom daarop daarover daartoe daarvan daarvoor dan dat de deelt der dergelijke
    desondanks destijds deze die diens dikwijls dit doe doen doet door dus echter een eens eenvoudig
    eigenlijk elk elke en enig enige enkel enkele er erg ergens erkent ermee erop erover ertoe ervan
    ervoor etc even evenals eveneens ga gaan gaat gauw gedurende geef geen geven geweest graag haar
    had hadden heb hebben hebt heeft heet hem hen het heten hier hierbij hierdoor hierin hiermee
    hierna hierop hierover hiertoe hieruit hiervan hiervoor hij hoe hoeveel hoeverre hoewel hun
    ieder iedere iemand iets ik immers in inderdaad indien inmiddels is ja je jegens jij jouw jullie
    kan ken klopt kort kun kunnen kunt langs leg maar mag me mede mee meer men mening met mij mijn
    mits mocht mochten moest moesten moet moeten mogen na naar namelijk nee nergens niemand niet
    niets noem noemen nog nogal nooit nu of om omdat ondanks onder ondertussen ons onze ooit ook op
    opdat over overigens per please precies reeds rond rondom s sedert simpel sinds slechts sommige
    soms staan staat steeds t te tegen tenzij terwijl tevens thans tijdens toch toe toelichten
    toelichting toen tot totdat tussen u uit uiteraard uitleg uitleggen uw vaak van vanaf vanuit
    vanwege veel verder vertel vertellen vervolgens via volgens voor vooral vrijwel waar waarbij
    waarin waarmee waarna waarom waarop waarover waartoe waaruit waarvan waarvoor wanneer want waren
    was wat we wederom weer weet wegens weinig wel welk welke werd werden wie wiens wier wij wil
    willen word worden wordt wou zal ze zeer zeggen zegt zelf zich zij zijn zo zoals zodat zodra
    zonder zou zouden zowel zulke zullen
"""
_ENGLISH = """
    a about above across after again against all almost along already also although am among an and
    another any anyone anything are around as at away be because become becomes been before behind
    being below besides between beyond both but by called can cannot could despite did do does doing
    done down during each either else elsewhere even ever every everyone everything exactly exist
    exists explain few for from further furthermore get give gives go had has have having he hence
    her here hers herself him himself his how however i if in indeed instead into is it its itself
    just know least less let like list many maybe me mean means meanwhile mention might more
    moreover most much must my myself name need never nevertheless no nobody none nor not nothing
    now of off often on once one only onto or other others otherwise our ours ourselves out over own
    per perhaps plain please quite rather really regarding s same say says seem seems several shall
    she should simple simply since so some somehow someone something sometimes still such t tell
    than that the their them themselves then there therefore these they this those though through
    throughout thus to too toward towards under unless until up upon us use usually various versus
    very via vs want was we well were what whatever when whenever where whereas wherever whether
    which while who whom whose why will with within without would yes yet you your yours yourself
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


def is_stopword(word: str) -> bool:
    """Tell whether a folded word is a function word in either language."""
    return word in STOPWORDS["nl"] or word in STOPWORDS["en"]


def split_compound(word: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the parts of a Dutch compound or of a hyphenated word; none when it has none.

    ``jeugdgezondheidszorg`` gives ``jeugd``, ``gezondheid`` and ``zorg``. The words of
    ``vocabulary`` count as parts beside those of the shipped list.
    """
    return [part for part in splitter_over(vocabulary).split(word) if _is_telling(part)]


def joined_words(text: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the words of ``vocabulary`` that two neighbours in ``text`` make: ``burn-out``."""
    return [
        joined
        for pair in pairwise(words_of(text))
        if min(map(len, pair)) >= SHORTEST_JOINED and not all(map(is_stopword, pair))
        for joined in ("".join(pair), "-".join(pair))
        if joined in vocabulary
    ]


def numbered_names(text: str) -> list[tuple[str, str]]:
    """Return each word that a number of one or two digits follows, with it: "actielijn 3"."""
    words = words_of(text)
    return [
        (word, number)
        for word, number in pairwise(words)
        if number.isdigit() and len(number) <= LONGEST_NUMBER and not _is_number(word)
    ]


def terms_of(
    text: str, languages: Iterable[Language], vocabulary: frozenset[str] = frozenset()
) -> list[str]:
    """Return the search terms of ``text``: a stem per content word, then those of its parts.

    A name with a number is a term too: "actielijn 3" gives ``actielijn``, ``3``, ``actielijn 3``.

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
        parts = split_compound(word, vocabulary) if "nl" in chosen or "-" in word else []
        for part in [word, *parts]:
            terms += sorted({stem(part, language) for language in chosen})
    for word, number in numbered_names(text):
        terms += sorted({f"{stem(word, language)} {number}" for language in chosen})
    return terms


def _is_telling(part: str) -> bool:
    """Tell whether a part says something by itself: 19 does not, as a part of covid-19."""
    return len(part) > 1 and not is_stopword(part) and (not part.isdigit() or len(part) > 2)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or is_stopword(word)
