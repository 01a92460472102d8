"""The lexical half of the index: BM25 over stems, beside the vectors."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import bm25s
import numpy as np
import numpy.typing as npt

from ingest.datatypes import Language
from ingest.terms import fold, is_stopword, terms_of, words_of

FOLDER = "lexical"
K1, B = 1.2, 0.6
"""BM25 parameters (Robertson and Zaragoza 2009), the best on the training topics (n = 211).

Kamervragen (n = 846) would have b = 0.75 and k1 = 1.5, by a third of a point of nDCG@10.
"""


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """BM25 scores of passages for weighted terms.

    Attributes:
        vocabulary: how often each folded word occurs in the passages.
        frequencies: in how many different passages each term occurs.
        rows: for each passage, its row in ``scorer``; equal texts share one, so that a document
            that is there twice does not make its words look common.
    """

    scorer: bm25s.BM25
    vocabulary: Mapping[str, int]
    frequencies: Mapping[str, int]
    rows: tuple[int, ...]

    @property
    def size(self) -> int:
        """Number of different passages."""
        return max(self.rows, default=-1) + 1

    def scores(self, weights: Mapping[str, float]) -> npt.NDArray[np.float32]:
        """Return the summed, weighted BM25 score of every passage, in order; zeros for no match.

        Terms are added in order of the alphabet, so that the last digit is always the same.
        """
        total = np.zeros(self.size, dtype=np.float32)
        for term, weight in sorted(weights.items()):
            if term in self.frequencies:
                total += np.float32(weight) * self.scorer.get_scores([term])
        return total[list(self.rows)]

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term, highest for a term that never occurs."""
        found = self.frequencies.get(term, 0)
        return log(1 + (self.size - found + 0.5) / (found + 0.5))

    def save(self, folder: Path) -> None:
        """Write the index under ``folder``."""
        target = folder / FOLDER
        target.mkdir(parents=True, exist_ok=True)
        self.scorer.save(str(target), show_progress=False)
        text = json.dumps(
            {"vocabulary": self.vocabulary, "frequencies": self.frequencies, "rows": self.rows},
            ensure_ascii=False,
            sort_keys=True,
        )
        (target / "words.json").write_text(text, encoding="utf-8")


def build_lexical(texts: Sequence[str], languages: Sequence[Language]) -> LexicalIndex:
    """Return the lexical index of passages, in the order given."""
    numbers: dict[tuple[str, Language], int] = {}
    rows = tuple(
        numbers.setdefault(passage, len(numbers)) for passage in zip(texts, languages, strict=True)
    )
    vocabulary = Counter(word for text, _ in numbers for word in words_of(text))
    words = splitting_words(vocabulary)
    terms = [terms_of(text, [language], words) for text, language in numbers]
    frequencies = Counter(term for found in terms for term in set(found))
    scorer = bm25s.BM25(k1=K1, b=B, method="lucene")
    scorer.index([found or ["∅"] for found in terms], show_progress=False)
    return LexicalIndex(
        scorer=scorer, vocabulary=dict(vocabulary), frequencies=dict(frequencies), rows=rows
    )


def splitting_words(vocabulary: Iterable[str]) -> frozenset[str]:
    """Return the words of the passages that compounds are split into, beside the shipped ones."""
    return frozenset(word for word in vocabulary if not is_stopword(word))


def load_lexical(folder: Path) -> LexicalIndex:
    """Return the lexical index saved under ``folder``."""
    target = folder / FOLDER
    words = json.loads((target / "words.json").read_text(encoding="utf-8"))
    return LexicalIndex(
        scorer=bm25s.BM25.load(str(target), show_progress=False),
        vocabulary=words["vocabulary"],
        frequencies=words["frequencies"],
        rows=tuple(words["rows"]),
    )


def known_word(word: str, vocabulary: Mapping[str, int]) -> bool:
    """Tell whether a word, however written, occurs in the passages."""
    return fold(word) in vocabulary
