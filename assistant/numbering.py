"""Names in a question: with a capital, or with a number as in "the third action line"."""

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


def _numbers(lists: Iterable[str]) -> dict[str, str]:
    return {word: str(number) for words in lists for number, word in enumerate(words.split(), 1)}


CARDINALS, ORDINALS = _numbers(_CARDINALS), _numbers(_ORDINALS)

NAME_WORDS = 2
"""How many words behind an ordinal may be the name: "third action line"."""

_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;0-9] )[A-ZÀ-Þ][\w’'-]+")


def names_in(text: str) -> set[str]:
    """Return the folded words that are written as names: a capital inside a sentence."""
    return {word for found in _CAPITAL.findall(text) for word in words_of(found)}


def numbers_in(question: str) -> Iterator[tuple[str, str]]:
    """Yield each word that a number names one of, with the number in digits."""
    yield from numbered_names(question)
    words = words_of(question)
    for word, number in pairwise(words):
        if number in CARDINALS:
            yield word, CARDINALS[number]
    for place, word in enumerate(words):
        for name in words[place + 1 : place + 1 + NAME_WORDS] if word in ORDINALS else ():
            yield name, ORDINALS[word]
