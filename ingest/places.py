"""The sentences of one edition of a document, as they are compared with those of another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.datatypes import Document, Passage, SentenceRole, Span
from ingest.static_embedding import Matrix

Floats = NDArray[np.float64]
Embed = Callable[[Sequence[str]], Matrix]

CENTRING = 5
"""A document of this many sentences is centred halfway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence and where it stands: under which headings, outermost first, and in what role."""

    span: Span
    text: str
    role: SentenceRole
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is compared of the n sentences of a document.

    Attributes:
        vectors: (n, dimensions), unit rows less their mean.
        joined: (n - 1, dimensions), of each sentence with the next, likewise.
        joinable: n - 1 times whether a sentence and the next may stand for one.
        lengths: in characters.
    """

    places: tuple[Place, ...]
    vectors: Floats
    joined: Floats
    joinable: NDArray[np.bool_]
    lengths: Floats


def read_edition(document: Document, passages: Sequence[Passage], embed: Embed) -> Edition:
    """Return what is compared of the sentences of these passages of a document."""
    places = _places(document, passages)
    texts = [place.text for place in places]
    pairs = list(pairwise(places))
    vectors = embed([*texts, *(f"{one.text} {next_.text}" for one, next_ in pairs)])
    vectors = np.asarray(vectors, dtype=np.float64)
    alone = vectors[: len(texts)]
    mean = alone.sum(axis=0) / (len(texts) + CENTRING)
    return Edition(
        places=places,
        vectors=_unit(alone - mean),
        joined=_unit(vectors[len(texts) :] - mean),
        joinable=np.array(
            [
                one.path == next_.path and "heading" not in {one.role, next_.role}
                for one, next_ in pairs
            ],
            dtype=bool,
        ),
        lengths=np.array([len(text) for text in texts], dtype=np.float64),
    )


def _places(document: Document, passages: Sequence[Passage]) -> tuple[Place, ...]:
    places: list[Place] = []
    sections = iter(document.sections)
    section = next(sections, None)
    for passage in passages:
        for sentence in passage.sentences:
            while section and section.end <= sentence.start:
                section = next(sections, None)
            inside = section is not None and section.start <= sentence.start
            places.append(
                Place(
                    span=Span(start=sentence.start, end=sentence.end),
                    text=sentence.of(document.text),
                    role=sentence.role,
                    path=section.path if section and inside else passage.section,
                )
            )
    return tuple(places)


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))
