"""The lexical half of the index: BM25 over stems, beside the vectors."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
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
"""BM25 parameters (Robertson and Zaragoza 2009); passages differ little in length, so a low b."""


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """BM25 scores of passages for weighted terms.

    Attributes:
        vocabulary: how often each folded word occurs in the passages.
        frequencies: in how many passages each term occurs.
        size: number of passages.
    """

    scorer: bm25s.BM25
    vocabulary: Mapping[str, int]
    frequencies: Mapping[str, int]
    size: int

    def scores(self, weights: Mapping[str, float]) -> npt.NDArray[np.float32]:
        """Return the summed, weighted BM25 score of every passage, in order; zeros for no match."""
        total = np.zeros(self.size, dtype=np.float32)
        for term, weight in weights.items():
            if term in self.frequencies:
                total += np.float32(weight) * self.scorer.get_scores([term])
        return total

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
            {"vocabulary": self.vocabulary, "frequencies": self.frequencies, "size": self.size},
            ensure_ascii=False,
            sort_keys=True,
        )
        (target / "words.json").write_text(text, encoding="utf-8")


def build_lexical(texts: Sequence[str], languages: Sequence[Language]) -> LexicalIndex:
    """Return the lexical index of passages, in the order given."""
    vocabulary = Counter(word for text in texts for word in words_of(text))
    words = frozenset(word for word in vocabulary if not is_stopword(word))
    terms = [
        terms_of(text, [language], words) for text, language in zip(texts, languages, strict=True)
    ]
    frequencies = Counter(term for found in terms for term in set(found))
    scorer = bm25s.BM25(k1=K1, b=B, method="lucene")
    scorer.index([found or ["∅"] for found in terms], show_progress=False)
    return LexicalIndex(
        scorer=scorer, vocabulary=dict(vocabulary), frequencies=dict(frequencies), size=len(texts)
    )


def load_lexical(folder: Path) -> LexicalIndex:
    """Return the lexical index saved under ``folder``."""
    target = folder / FOLDER
    words = json.loads((target / "words.json").read_text(encoding="utf-8"))
    return LexicalIndex(
        scorer=bm25s.BM25.load(str(target), show_progress=False),
        vocabulary=words["vocabulary"],
        frequencies=words["frequencies"],
        size=words["size"],
    )


def known_word(word: str, vocabulary: Mapping[str, int]) -> bool:
    """Tell whether a word, however written, occurs in the passages."""
    return fold(word) in vocabulary
