"""In which language a question is asked, and in which one the answer is wanted."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from assistant.word_language import leaning_to_english
from assistant.written import written_words
from ingest.datatypes import Language
from ingest.language import detect_with_confidence, probability_of
from ingest.terms import words_of

ENOUGH_WORDS = 5
SURE = 0.98
UNSURE = 0.9
LEANING = 1.0
"""How far words have to lean to a language; where they lean to none, it is Dutch."""

CLOSE_RELATIVES = frozenset({"nl", "en", "af", "fy", "li", "nds", "zea"})
"""Codes that the open detector gives for Dutch or English; never a reason to refuse."""

MARKERS: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        """de het een en van ik je jij we wij ze zij niet geen wel wat wie hoe waar waarom wanneer
        welke welk hoeveel zijn wordt worden werd kan kun kunnen moet moeten mag heeft hebben doet
        doen gaat gaan bij met voor door naar over uit aan op tot om te dat die deze dit er ook als
        maar of dan nog al mijn jouw onze ons jullie graag svp tgn vd mbt waarm zit staat krijgt
        begin beginnen noem geef leg uit vertel maak schrijf""".split()
    ),
    "en": frozenset(
        """the a an and of i you we they it not what who how where why when which is are was were be
        been can could should would do does did has have had with for by from about into on to
        that these those this there also as but or if then still my your our their please teh waht
        give tell explain list name write draft me show hello hi hey help thanks thank""".split()
    ),
}
"""Frequent words that betray the language of a question, common misspellings among them."""

NAMES: tuple[tuple[Language, str], ...] = (
    ("nl", r"(?:dutch|nederlands|hollands)"),
    ("en", r"(?:english|engels)"),
)


def _wish_patterns(names: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a wish for a language; ``names`` matches what it is called."""
    polite = r"(?:graag|please|aub|alsjeblieft|alstublieft|svp)"
    before = r"(?:^|[,.;(–-]\s*|\s)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"\b(?:please\s+)?(?:answer|reply|respond|write|explain)\b(?:\s+me)?[^.?!:,]{0,25}?"
            rf"\bin\s+(?:the\s+|het\s+)?{names}\b(?:\s+please)?\s*[:,.;!-]*",
            r"\b(?:graag\s+)?(?:(?:be)?antwoord(?:en)?|reageer|schrijf|leg\s+uit)\b[^.?!:,]{0,25}?"
            rf"\bin\s+het\s+{names}\b(?:\s+{polite})?\s*[:,.;!-]*",
            rf"{before}(?:graag\s+|please\s+)?in\s+(?:het\s+)?{names}(?:\s*,?\s*{polite})+\s*[).!]*$",
            rf"{before}(?:graag|please)\s+in\s+(?:het\s+)?{names}\s*[).!:,]*",
        )
    )


_WISHES = {language: _wish_patterns(names) for language, names in NAMES}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIn:
    """A question without its wish about language.

    Attributes:
        text: the question as it is searched.
        language: of the answer.
        question_language: of the question itself.
        supported: false when the question is in neither Dutch nor English.
    """

    text: str
    language: Language
    question_language: Language
    supported: bool


def vote_language(text: str) -> Language:
    """Return the language of a question, by its function words and, when they tie, the detector."""
    words = _without_abbreviations(text)
    telling: list[Language] = [
        "nl" if word in MARKERS["nl"] else "en"
        for word in words
        if (word in MARKERS["nl"]) != (word in MARKERS["en"])
    ]
    lead = telling.count("nl") - telling.count("en")
    found, confidence = detect_with_confidence(text)
    if abs(lead) > 1 or (lead and (confidence < SURE or found in telling)):
        return "nl" if lead > 0 else "en"
    if lead == 0:
        leaning = leaning_to_english(w for w in words if w not in MARKERS["nl"] & MARKERS["en"])
        if abs(leaning) > LEANING:
            return "en" if leaning > 0 else "nl"
        if confidence < UNSURE:
            return telling[0] if telling else "nl"
    return found


def _without_abbreviations(text: str) -> list[str]:
    """Return the folded words of a text but for abbreviations, such as *WHO*."""
    words = written_words(text)
    shouted = text.isupper() and len(words) > 1
    return [folded for word, folded in words if shouted or not word.isupper() or len(word) == 1]


def is_unsupported(text: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a question is surely in a language other than Dutch and English.

    Args:
        text: the question.
        is_known: tells whether a folded word occurs in the documents or the glossary. A question
            with such a word, names set aside, is never refused.
    """
    words = re.findall(r"[^\W\d_]+", text)
    ideographs = sum(1 for c in text if unicodedata.name(c, "").startswith(("CJK", "HIRA", "KATA")))
    if len(words) + ideographs < ENOUGH_WORDS:
        return False
    if probability_of(text, CLOSE_RELATIVES) > 1 - SURE:
        return False
    plain = [word for word in words if word.islower()]
    return not any(is_known(word) for word in words_of(" ".join(plain)) if len(word) > 3)


def read_language(
    question: str, stated: Language | None, is_known: Callable[[str], bool]
) -> AskedIn:
    """Return the question without its wish about language, and the language to answer in.

    A wish in the question itself wins over ``stated``, which wins over detection.
    """
    text = question
    wished: Language | None = None
    for language, patterns in _WISHES.items():
        found = next((hit for pattern in patterns if (hit := pattern.search(text))), None)
        if found:
            rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;:-")
            wished, text = language, rest or text
            break
    asked_in = vote_language(text)
    return AskedIn(
        text=text,
        language=wished or stated or asked_in,
        question_language=asked_in,
        supported=not is_unsupported(text, is_known),
    )
