"""The words of a text as they are written there, found by their folded form."""

import re
from collections.abc import Sequence
from itertools import accumulate

from ingest.terms import words_of
from ingest.variants import british

_RUN = re.compile(r"[^\W_]+")

Words = Sequence[tuple[str, str]]
"""The words of a text in order, each as written and folded."""


def written_words(text: str) -> list[tuple[str, str]]:
    """Return the words of a text in order, each as written and folded."""
    return [pair for stretch in text.split() for pair in _pairs(stretch)]


def _pairs(stretch: str) -> list[tuple[str, str]]:
    """Return the words of a text without spaces; a word is one or more runs of letters."""
    folded = words_of(stretch)
    runs = [found.span() for found in _RUN.finditer(stretch)]
    sizes = [len(_RUN.findall(word)) for word in folded]
    if sum(sizes) != len(runs):
        return [(word, word) for word in folded]
    ends = list(accumulate(sizes))
    return [
        (stretch[runs[end - size][0] : runs[end - 1][1]], word)
        for word, size, end in zip(folded, sizes, ends, strict=True)
    ]


def in_one_piece(text: str, words: Words) -> str | None:
    """Return folded words as they are written where they stand next to each other, or ``None``.

    An American spelling is as good as the British one.
    """
    wanted = [british(word) for word in text.split()]
    folded = [british(word) for _, word in words]
    for start in range(len(folded) - len(wanted) + 1):
        if folded[start : start + len(wanted)] == wanted:
            return " ".join(written for written, _ in words[start : start + len(wanted)])
    return None


def as_written(text: str, words: Words) -> str:
    """Return folded words as they are written, or as they are when they do not stand there."""
    return in_one_piece(text, words) or text
