"""What every search needs: the passages of an index with the numbers about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.query import content_words
from ingest.datatypes import Passage, sentences_of
from ingest.embedding import Embedder
from ingest.lexical import LexicalIndex
from ingest.searching import Index
from ingest.terms import words_of

Vector = npt.NDArray[np.float32]

KIND_PRIORS: Mapping[str, float] = {"footnote": -1.0, "title": -0.5}
AUTHORITY_PRIORS: Mapping[str, float] = {"social media": -0.5}
"""Weak: in standard deviations of one retriever, so that a real match still wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSpace:
    """The passages of an index with the numbers that every search needs.

    Attributes:
        sentence_passages: for each row of ``sentence_vectors``, the number of its passage.
        first_sentences: for each passage, the row of its first sentence.
        priors: added to the fused score of each passage.
        headings: for each heading of two words or more, the passages under it.
        posed: for the content words of each question that a text poses, the passages that pose it.
        passage_pairs: (2, pairs), passages and those that speak for them in the other language.
        sentence_pairs: (2, pairs), the same for rows of ``sentence_vectors``.
    """

    index: Index
    lexical: LexicalIndex
    embedder: Embedder
    sentence_passages: npt.NDArray[np.int64]
    first_sentences: npt.NDArray[np.int64]
    priors: Vector
    posed: Mapping[frozenset[str], tuple[int, ...]]
    headings: Mapping[str, tuple[int, ...]]
    passage_pairs: npt.NDArray[np.int64]
    sentence_pairs: npt.NDArray[np.int64]


def open_space(index: Index, lexical: LexicalIndex, embedder: Embedder) -> SearchSpace:
    """Return the search space over an opened index."""
    numbers = np.array([number for number, _ in sentences_of(index.passages)], dtype=np.int64)
    return SearchSpace(
        index=index,
        lexical=lexical,
        embedder=embedder,
        sentence_passages=numbers,
        first_sentences=np.searchsorted(numbers, np.arange(len(index.passages))),
        priors=np.array([_prior(index, passage) for passage in index.passages], dtype=np.float32),
        posed=_posed(index),
        headings=_headings(index),
        passage_pairs=_pairs(index.counterparts.passages),
        sentence_pairs=_pairs(index.counterparts.sentences),
    )


def _pairs(counterparts: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    pairs = [(number, other) for number, others in enumerate(counterparts) for other in others]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2).T


def _headings(index: Index) -> dict[str, tuple[int, ...]]:
    headings: dict[str, tuple[int, ...]] = {}
    for number, passage in enumerate(index.passages):
        for heading in passage.section:
            words = words_of(heading)
            if len(words) > 1:
                key = " ".join(words)
                headings[key] = (*headings.get(key, ()), number)
    return headings


def _posed(index: Index) -> dict[frozenset[str], tuple[int, ...]]:
    posed: dict[frozenset[str], tuple[int, ...]] = {}
    for number, passage in enumerate(index.passages):
        text = index.documents[passage.document_id].text
        for sentence in passage.sentences:
            words = frozenset(content_words(sentence.of(text)))
            if sentence.of(text).endswith("?") and words:
                posed[words] = (*posed.get(words, ()), number)
    return posed


def _prior(index: Index, passage: Passage) -> float:
    authority = index.documents[passage.document_id].source.authority or ""
    return KIND_PRIORS.get(passage.kind, 0.0) + AUTHORITY_PRIORS.get(authority, 0.0)


def counterpart_texts(space: SearchSpace, row: int) -> Iterator[str]:
    """Yield the sentences that say the same as a sentence in the other language.

    Args:
        space: where they are.
        row: of the sentence in the sentence vectors.
    """
    for other in space.index.counterparts.sentences[row]:
        number = int(space.sentence_passages[other])
        passage = space.index.passages[number]
        sentence = passage.sentences[other - int(space.first_sentences[number])]
        yield sentence.of(space.index.documents[passage.document_id].text)
