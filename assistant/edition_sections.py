"""Find the numbered parts of an original in its translations, whose headings may have no numbers.

An unofficial translation has the passages of its original. Of an official one, the sections are
matched with the parts by what they say, in order.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ingest.datatypes import sentences_of
from ingest.rendering import published_id
from ingest.searching import Index

Vectors = npt.NDArray[np.float32]
Parts = tuple[frozenset[int], ...]
"""The passages of an index under each of the parts of a document, which are in order."""

LEAST_LIKENESS = 0.5
"""Cosine below which two sections are not each other's translation."""


def parts_in_translations(
    index: Index, document_id: str, parts: Parts, depth: int
) -> Mapping[str, Parts]:
    """Return, per translation of a document, the passages that match its parts.

    Args:
        index: the opened index.
        document_id: of the original.
        parts: its numbered parts, in order.
        depth: of their headings; 0 is outermost.
    """
    found: dict[str, Parts] = {}
    for translation_id, document in index.documents.items():
        if document.source.rendering_of == document_id:
            found[translation_id] = _rendered(index, translation_id, parts)
        elif document.source.translation_of == document_id:
            sections = _sections(index, translation_id, depth)
            matched = match_in_order(_means(index, parts), _means(index, sections))
            if matched:
                found[translation_id] = tuple(sections[number] for number in matched)
    return found


def match_in_order(ours: Vectors, theirs: Vectors) -> tuple[int, ...]:
    """Return for each of our unit rows one of theirs, so that both run in the same order.

    The sum of the cosines is as high as it can be. Nothing is matched when there are fewer of
    theirs or when some pair is not alike.
    """
    many, most = len(ours), len(theirs)
    if not 0 < many <= most:
        return ()
    cosines = ours @ theirs.T
    best = np.full((many + 1, most + 1), -np.inf)
    best[0] = 0.0
    for row in range(many):
        for column in range(row, most):
            taken = best[row, column] + cosines[row, column]
            best[row + 1, column + 1] = max(best[row + 1, column], taken)
    matched: list[int] = []
    column = most
    for row in range(many, 0, -1):
        while best[row, column] == best[row, column - 1]:
            column -= 1
        column -= 1
        matched.insert(0, column)
    alike = all(cosines[row, column] >= LEAST_LIKENESS for row, column in enumerate(matched))
    return tuple(matched) if alike else ()


def _rendered(index: Index, document_id: str, parts: Parts) -> Parts:
    """Return the passages of an unofficial translation that render those of each part."""
    holders = {
        index.passages[number].passage_id: n for n, part in enumerate(parts) for number in part
    }
    found: list[set[int]] = [set() for _ in parts]
    for number, passage in enumerate(index.passages):
        part = holders.get(published_id(passage.passage_id))
        if passage.document_id == document_id and part is not None:
            found[part].add(number)
    return tuple(map(frozenset, found))


def _sections(index: Index, document_id: str, depth: int) -> Parts:
    """Return the passages under each heading of some depth, in order of the text."""
    sections: dict[tuple[str, ...], set[int]] = {}
    for number, passage in enumerate(index.passages):
        if passage.document_id == document_id and len(passage.section) > depth:
            sections.setdefault(passage.section[: depth + 1], set()).add(number)
    return tuple(map(frozenset, sections.values()))


def _means(index: Index, sections: Sequence[frozenset[int]]) -> Vectors:
    """Return the mean of the sentence vectors of each section, as unit rows."""
    holders = np.array([number for number, _ in sentences_of(index.passages)])
    means = [
        index.sentence_vectors[np.flatnonzero(np.isin(holders, list(section)))].mean(axis=0)
        for section in sections
    ]
    rows = np.array(means, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)
