"""Names in a question, with a capital or a number, and the words for numbers."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.terms import numbered_names, words_of

_CARDINALS = (
    "een twee drie vier vijf zes zeven acht negen tien",
    "one two three four five six seven eight nine ten",
)
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
)
_LAST = frozenset("laatste last final".split())


def _numbers(lists: Iterable[str]) -> dict[str, str]:
    return {word: str(number) for words in lists for number, word in enumerate(words.split(), 1)}


CARDINALS, ORDINALS = _numbers(_CARDINALS), _numbers(_ORDINALS)
ARTICLE = "een"
"""Dutch for one, and far more often for a."""

LAST = -1
"""The number of "the last": counted from the end, as a sequence does."""

NAME_WORDS = 2
"""How many words behind an ordinal may be the name: "third action line"."""

_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;0-9] )[A-ZÀ-Þ][\w’'-]+")
_CARDINAL_DIGITS = re.compile(r"\d{1,2}")
_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)")


def names_in(text: str) -> set[str]:
    """Return the folded words that are written as names: a capital inside a sentence."""
    return {word for found in _CAPITAL.findall(text) for word in words_of(found)}


def cardinal(word: str) -> int | None:
    """Return the number that a folded word counts to, digits included; ``een`` is 1."""
    if _CARDINAL_DIGITS.fullmatch(word):
        return int(word)
    return int(CARDINALS[word]) if word in CARDINALS else None


def ordinal(word: str) -> int | None:
    """Return the place that a folded word gives: 3 for ``derde``, ``third``, ``3e``, ``3rd``.

    The last is ``LAST``.
    """
    if word in _LAST:
        return LAST
    found = _ORDINAL_DIGITS.fullmatch(word)
    if found:
        return int(found.group(1))
    return int(ORDINALS[word]) if word in ORDINALS else None


def numbers_in(question: str) -> Iterator[tuple[str, str]]:
    """Yield each word that a number names one of, with the number in digits."""
    yield from numbered_names(question)
    words = words_of(question)
    for place, (word, number) in enumerate(pairwise(words), 2):
        if number in CARDINALS and (number != ARTICLE or place == len(words)):
            yield word, CARDINALS[number]
    for place, word in enumerate(words):
        for name in words[place + 1 : place + 1 + NAME_WORDS] if word in ORDINALS else ():
            yield name, ORDINALS[word]
