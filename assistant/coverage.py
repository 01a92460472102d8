"""How much of a question a text covers: by stem, compound, glossary and, across languages, meaning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.query import NAMED_WEIGHT, Query, both_stems
from ingest.embedding import Embedder
from ingest.lexical import LexicalIndex
from ingest.terms import is_stopword, split_compound, words_of

SOFT_MATCH = 0.62
"""Cosine from which two single words count as the same meaning; tuned on the training topics."""

GLOSSARY_MATCH = 0.9
PART_MATCH = 0.7
SHORTEST_CONTAINED, SHORTEST_SOFT = 5, 4
LEAST_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Coverage:
    """Compares the words of a question with the words of a text.

    Attributes:
        ordered: the folded content words of the documents, in order.
        words: the same as a set.
        vectors: unit vectors of those words, shape (words, dimensions).
        by_stem: for each stem, the words that have it in either language.
    """

    lexical: LexicalIndex
    embedder: Embedder
    ordered: tuple[str, ...]
    words: frozenset[str]
    vectors: npt.NDArray[np.float32]
    by_stem: Mapping[str, tuple[str, ...]]

    def weigh(self, query: Query) -> dict[str, float]:
        """Return the weight of each question word: its rarity in the documents, at least 0.5.

        Words that only name a document count little.
        """
        return {
            word: max(LEAST_WEIGHT, min(self.lexical.idf(term) for term in both_stems(word)))
            * (NAMED_WEIGHT if word in query.named else 1.0)
            for word in query.words
        }

    def matches(self, query: Query) -> dict[str, dict[str, float]]:
        """Return, per question word, the document words that match it, with strength in (0, 1]."""
        vectors = self.embedder.embed_queries(list(query.words)) if query.words else self.vectors[:0]
        return {
            word: self._matching(word, vector, query.expansions.get(word, frozenset()))
            for word, vector in zip(query.words, vectors, strict=True)
        }

    def _matching(
        self, word: str, vector: npt.NDArray[np.float32], meaning: frozenset[str]
    ) -> dict[str, float]:
        near: dict[str, float] = {}
        if len(word) >= SHORTEST_SOFT:
            cosines = self.vectors @ vector
            for row in np.flatnonzero(cosines >= SOFT_MATCH):
                near[self.ordered[row]] = float(cosines[row])
        if len(word) >= SHORTEST_CONTAINED:
            for candidate in self.ordered:
                shorter, longer = (candidate, word) if len(candidate) < len(word) else (word, candidate)
                if len(shorter) >= SHORTEST_CONTAINED and (
                    longer.startswith(shorter) or longer.endswith(shorter)
                ):
                    near[candidate] = max(PART_MATCH, near.get(candidate, 0.0))
        for part in split_compound(word, self.words):
            for candidate in self._same_stem(part):
                near[candidate] = max(PART_MATCH, near.get(candidate, 0.0))
        for other in meaning:
            for candidate in self._same_stem(other):
                near[candidate] = max(GLOSSARY_MATCH, near.get(candidate, 0.0))
        for candidate in self._same_stem(word):
            near[candidate] = 1.0
        return near

    def _same_stem(self, word: str) -> set[str]:
        return {w for term in both_stems(word) for w in self.by_stem.get(term, ())}


def open_coverage(lexical: LexicalIndex, embedder: Embedder) -> Coverage:
    """Return a coverage over the words of the documents."""
    words = sorted(word for word in lexical.vocabulary if not is_stopword(word))
    by_stem: dict[str, list[str]] = {}
    for word in words:
        for term in sorted(both_stems(word)):
            by_stem.setdefault(term, []).append(word)
    return Coverage(
        lexical=lexical,
        embedder=embedder,
        ordered=tuple(words),
        words=frozenset(words),
        vectors=embedder.embed_queries(words),
        by_stem={term: tuple(found) for term, found in by_stem.items()},
    )


def covered(
    text: str, weights: Mapping[str, float], matches: Mapping[str, Mapping[str, float]]
) -> float:
    """Return the weighted share, in [0, 1], of the question words that occur in ``text``."""
    total = sum(weights.values())
    if not total:
        return 0.0
    present = set(words_of(text))
    return sum(weights[word] * best_match(word, present, matches) for word in weights) / total


def best_match(
    word: str, present: Iterable[str], matches: Mapping[str, Mapping[str, float]]
) -> float:
    """Return how strongly the best of the present words matches a question word, in [0, 1]."""
    near = matches.get(word, {})
    return max((near[candidate] for candidate in present if candidate in near), default=0.0)


def uncovered(
    texts: Sequence[str], words: Iterable[str], matches: Mapping[str, Mapping[str, float]]
) -> tuple[str, ...]:
    """Return the question words that none of the texts holds, in order."""
    present = {word for text in texts for word in words_of(text)}
    return tuple(word for word in words if not best_match(word, present, matches))
