"""Which language a few words lean to, where no function word and no detector can tell."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log

from assistant.word_lists import dutch_words, english_words, policy_words

AT_HOME, MOST_AT_HOME, MOST = 10, 1.0, 3.0
"""An English word that Dutch uses this often is at home in it, and leans little: *data*."""

OF_LETTERS, MOST_OF_LETTERS = 0.3, 1.5
"""How much the letters of a word count that neither list holds, and how much at most."""


def leaning_to_english(words: Iterable[str]) -> float:
    """Return how far folded words lean to English, in nats; below zero they lean to Dutch.

    Known words count by how often each language uses them (Laplace smoothing, as many sentences in
    both), unknown ones by their trigrams of letters (Cavnar and Trenkle, 1994).
    """
    return sum(map(_leaning, words))


def _leaning(word: str) -> float:
    dutch, english = dutch_words().get(word, 0), english_words().get(word, 0)
    if not english and word in policy_words():
        return -MOST
    if dutch or english:
        most = MOST_AT_HOME if dutch >= AT_HOME or word in policy_words() else MOST
        return max(-MOST, min(most, log((english + 0.5) / (dutch + 0.5))))
    leaning = OF_LETTERS * sum(_letters().get(gram, 0.0) for gram in _grams(word))
    return max(-MOST_OF_LETTERS, min(MOST_OF_LETTERS, leaning))


@cache
def _letters() -> Mapping[str, float]:
    """Return how far each trigram leans to English."""
    dutch, english = (
        Counter(gram for word in words for gram in _grams(word))
        for words in (dutch_words(), english_words())
    )
    shift = log((dutch.total() + 1) / (english.total() + 1))
    return {
        gram: log((english[gram] + 0.5) / (dutch[gram] + 0.5)) + shift
        for gram in sorted({*dutch, *english})
    }


def _grams(word: str) -> Iterator[str]:
    bounded = f"^{word}$"
    yield from (bounded[start : start + 3] for start in range(len(bounded) - 2))
