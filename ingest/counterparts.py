"""Which sentences and passages of an index say the same in the two languages.

Two kinds: the sentences of two official editions, aligned into beads, and a sentence with its
unofficial translation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.datatypes import Bead, Document, Passage, Span, sentences_of

Beads = Mapping[tuple[str, str], Sequence[Bead]]
"""By the ids of the original and of its official translation."""

LEAST_SHARE = 0.5
"""A passage speaks for another when this share of its sentences has a counterpart there."""

Key = tuple[str, int]
"""A sentence: the id of its document and where it starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A span of a document."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparts:
    """What says the same.

    Attributes:
        passages: for each passage, the numbers of those that speak for it in the other language.
        sentences: for each sentence, in the order of ``sentences_of``, the rows of its
            counterparts.
        twins: for each sentence of an official edition, its span in the other one.
    """

    passages: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, ...], ...]
    twins: Mapping[Key, Place]


def find_counterparts(
    documents: Mapping[str, Document], passages: tuple[Passage, ...], beads: Beads
) -> Counterparts:
    """Return what says the same in an index.

    Args:
        documents: by id, unofficial translations among them.
        passages: of those documents.
        beads: of the official editions; pairs with a document that is not there are left out.
    """
    keys = [(passages[n].document_id, s.start) for n, s in sentences_of(passages)]
    holders = [n for n, _ in sentences_of(passages)]
    rows = {key: row for row, key in enumerate(keys)}
    pairs = {*_rendered_pairs(documents, passages, rows), *_aligned_pairs(beads, rows)}
    near: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    return Counterparts(
        passages=_passages(passages, holders, near),
        sentences=tuple(tuple(sorted(near[row])) for row in range(len(keys))),
        twins=_twins(documents, beads),
    )


def _rendered_pairs(
    documents: Mapping[str, Document], passages: tuple[Passage, ...], rows: Mapping[Key, int]
) -> Iterable[tuple[int, int]]:
    """Yield each sentence with its translations, and those with each other."""
    same: defaultdict[Key, list[int]] = defaultdict(list)
    for number, sentence in sentences_of(passages):
        document_id = passages[number].document_id
        original = documents[document_id].source.rendering_of
        if original is not None and sentence.rendered is not None:
            key = (original, sentence.rendered.start)
            row = rows[document_id, sentence.start]
            if key in rows:
                yield row, rows[key]
            yield from ((row, other) for other in same[key])
            same[key].append(row)


def _aligned_pairs(beads: Beads, rows: Mapping[Key, int]) -> Iterable[tuple[int, int]]:
    for (original, translation), aligned in beads.items():
        for bead in aligned:
            for source in bead.sources:
                for target in bead.targets:
                    one, other = (original, source.start), (translation, target.start)
                    if one in rows and other in rows:
                        yield rows[one], rows[other]


def _passages(
    passages: tuple[Passage, ...], holders: Sequence[int], near: Mapping[int, set[int]]
) -> tuple[tuple[int, ...], ...]:
    shared: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for row, others in near.items():
        for other in others:
            shared[holders[row], holders[other]].add(other)
    speaking: list[list[int]] = [[] for _ in passages]
    for (number, other), their_rows in sorted(shared.items()):
        if len(their_rows) >= LEAST_SHARE * len(passages[other].sentences):
            speaking[number].append(other)
    return tuple(map(tuple, speaking))


def _twins(documents: Mapping[str, Document], beads: Beads) -> dict[Key, Place]:
    twins: dict[Key, Place] = {}
    for (original, translation), aligned in beads.items():
        if original not in documents or translation not in documents:
            continue
        for bead in aligned:
            for here, there, own, theirs in (
                (original, translation, bead.sources, bead.targets),
                (translation, original, bead.targets, bead.sources),
            ):
                place = Place(
                    document_id=there, span=Span(start=theirs[0].start, end=theirs[-1].end)
                )
                twins |= {(here, span.start): place for span in own}
    return twins
