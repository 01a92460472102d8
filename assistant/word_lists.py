"""The words of both languages that are right as they are, with how often each is used."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ingest.compounds import POLICY_COUNT, read_words
from ingest.compounds import WORDS as DUTCH_WORDS

DATA = Path(__file__).resolve().parent / "data"
ENGLISH_WORDS, OTHER_WORDS = DATA / "english_words.txt", DATA / "spelling_words.txt"
"""Written by ``training/spelling_words.py``; the second holds names and rare words."""

FEWEST = 2
"""A Dutch word that the texts hold once may be a slip of the pen."""


@cache
def dutch_words() -> Mapping[str, int]:
    """Return folded Dutch words with how often each is used; compounds are mostly left out."""
    return {word: count for word, count in _read_counts(DUTCH_WORDS).items() if count >= FEWEST}


@cache
def english_words() -> Mapping[str, int]:
    """Return folded English words with how often each is used, in as many sentences."""
    return _read_counts(ENGLISH_WORDS)


@cache
def policy_words() -> Mapping[str, int]:
    """Return Dutch words of public policy that were listed by hand, each with the same count."""
    counts, _ = read_words()
    common = dutch_words()
    return {
        word: POLICY_COUNT
        for word, count in counts.items()
        if count >= POLICY_COUNT > common.get(word, 0)
    }


@cache
def common_words() -> Mapping[str, int]:
    """Return the words of both languages, but for names, with how often each is used at most.

    What compounds make of Dutch verbs counts as used once.
    """
    counts, _ = read_words()
    made = (word for word, count in counts.items() if count >= FEWEST)
    common = dict.fromkeys(made, 1)
    for words in (dutch_words(), english_words(), policy_words()):
        common.update((word, max(count, common.get(word, 0))) for word, count in words.items())
    return common


@cache
def read_dictionary() -> frozenset[str]:
    """Return the words of both languages that are right although no document holds them."""
    others = OTHER_WORDS.read_text(encoding="utf-8").split()
    return frozenset(others).union(common_words())


def _read_counts(path: Path) -> Mapping[str, int]:
    rows = (
        line.split()
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {word: int(count) for word, count, *_ in rows}
