"""What a sentence and its translation have in common letter by letter: numbers, names, cognates."""

import re
from collections.abc import Mapping

from ingest.terms import is_stopword, words_of

SHORTEST_COGNATE, KEPT_LETTERS = 4, 5
"""A word counts from this length on, by its first letters, spelled as both languages might."""

_SPELLINGS = (
    *(("ph", "f"), ("sch", "s"), ("th", "t"), ("c", "k"), ("y", "i"), ("qu", "kw"), ("z", "s")),
    *(("x", "ks"), ("oo", "o"), ("ee", "e"), ("aa", "a"), ("uu", "u"), ("ie", "i"), ("kk", "k")),
    *(("ss", "s"), ("ll", "l"), ("tt", "t"), ("mm", "m"), ("nn", "n"), ("pp", "p"), ("rr", "r")),
)
_DIGITS = re.compile(r"\d+(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d+(?:[.,]\d{3})+")
_SHORT_NAME = re.compile(r"\b[A-Z][A-Z&]{1,2}\b")

_CARDINALS = """
    twee two drie three vier four vijf five zes six zeven seven acht eight negen nine tien ten
    elf eleven twaalf twelve dertien thirteen veertien fourteen vijftien fifteen zestien sixteen
    zeventien seventeen achttien eighteen negentien nineteen twintig twenty
"""
_TENS = """
    dertig thirty veertig forty vijftig fifty zestig sixty zeventig seventy tachtig eighty
    negentig ninety honderd hundred
"""
_ORDINALS = """
    tweede second derde third vierde fourth vijfde fifth zesde sixth zevende seventh achtste eighth
    negende ninth tiende tenth
"""


def _numbered(words: str, first: int, step: int) -> dict[str, str]:
    """Return the value of each word of a list in which Dutch and English take turns."""
    return {word: str(first + step * (place // 2)) for place, word in enumerate(words.split())}


NUMBER_WORDS: Mapping[str, str] = {
    **_numbered(_CARDINALS, 2, 1),
    **_numbered(_TENS, 30, 10),
    **_numbered(_ORDINALS, 2, 1),
    **{"duizend": "1000", "thousand": "1000"},
}
"""Values of number words of both languages. One is left out: Dutch *een* is mostly the article."""


def numbers_of(text: str) -> frozenset[str]:
    """Return the numbers in digits; ``1.000`` and ``1,000`` are ``1000``, ``3,5`` is ``3.5``."""
    return frozenset(
        re.sub(r"[.,]", "", number) if _THOUSANDS.fullmatch(number) else number.replace(",", ".")
        for number in _DIGITS.findall(text)
    )


def marks_of(text: str) -> frozenset[str]:
    """Return what a translation is likely to keep: numbers, also in words, names and cognates.

    A word is cut to its first letters: ``psychologische`` and ``psychological`` give the same.
    """
    words = words_of(text)
    found = {NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS}
    found |= {
        _cut(word)
        for word in words
        if len(word) >= SHORTEST_COGNATE and word[0].isalpha() and not is_stopword(word)
    }
    names = {name.lower() for name in _SHORT_NAME.findall(text)}
    return numbers_of(text) | frozenset(found) | names


def _cut(word: str) -> str:
    for spelled, sound in _SPELLINGS:
        word = word.replace(spelled, sound)
    return word[:KEPT_LETTERS]
