"""How much of a question a text covers: by stem, compound, glossary and meaning."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.query import NAMED_WEIGHT, Form, Query, both_stems
from ingest.embedding import Embedder
from ingest.lexical import LexicalIndex
from ingest.terms import is_stopword, split_compound, words_of

SOFT_MATCH = 0.62
"""Cosine from which two single words count as the same meaning; tuned on the training topics."""

GLOSSARY_MATCH = 0.9
PART_MATCH = 0.6
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
        phrases: names of several words, each with the one word that means the same.
    """

    lexical: LexicalIndex
    embedder: Embedder
    ordered: tuple[str, ...]
    words: frozenset[str]
    vectors: npt.NDArray[np.float32]
    by_stem: Mapping[str, tuple[str, ...]]
    phrases: tuple[tuple[str, str], ...] = ()

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
        vectors = (
            self.embedder.embed_queries(list(query.words)) if query.words else self.vectors[:0]
        )
        return {
            word: self._matching(
                word, vector, query.expansions.get(word, frozenset()), word in query.names
            )
            for word, vector in zip(query.words, vectors, strict=True)
        }

    def _matching(
        self,
        word: str,
        vector: npt.NDArray[np.float32],
        meaning: frozenset[str],
        is_name: bool,
    ) -> dict[str, float]:
        near: dict[str, float] = {}
        if len(word) >= SHORTEST_SOFT and not is_name:
            cosines = self.vectors @ vector
            for row in np.flatnonzero(cosines >= SOFT_MATCH):
                near[self.ordered[row]] = float(cosines[row])
        if len(word) >= SHORTEST_CONTAINED and not is_name:
            for candidate in self.ordered:
                shorter, longer = (
                    (candidate, word) if len(candidate) < len(word) else (word, candidate)
                )
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

    def present(self, text: str) -> frozenset[str]:
        """Return the folded words of a text, with the abbreviations of the names it spells out.

        "mental health in all policies" counts as "mhiap" too.
        """
        words = words_of(text)
        spelled = f" {' '.join(words)} "
        found = {short for phrase, short in self.phrases if f" {phrase} " in spelled}
        return frozenset(words) | found

    def _same_stem(self, word: str) -> set[str]:
        return {w for term in both_stems(word) for w in self.by_stem.get(term, ())}


def open_coverage(
    lexical: LexicalIndex, embedder: Embedder, forms: Iterable[Form] = ()
) -> Coverage:
    """Return a coverage over the words of the documents and the forms of the glossary."""
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
        phrases=tuple(
            (form.text, other[0])
            for form in forms
            if len(form.words) > 1
            for other in form.others
            if len(other) == 1
        ),
    )


def covered(
    present: Set[str], weights: Mapping[str, float], matches: Mapping[str, Mapping[str, float]]
) -> float:
    """Return the weighted share, in [0, 1], of the question words that are among ``present``."""
    total = sum(weights.values())
    if not total:
        return 0.0
    return sum(weights[word] * best_match(word, present, matches) for word in weights) / total


def best_match(word: str, present: Set[str], matches: Mapping[str, Mapping[str, float]]) -> float:
    """Return how strongly the best of the present words matches a question word, in [0, 1]."""
    near = matches.get(word, {})
    return max((near[candidate] for candidate in near.keys() & present), default=0.0)
