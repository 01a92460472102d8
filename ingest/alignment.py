"""Align two editions of a document sentence by sentence.

1. Every sentence of one is compared with every sentence of the other (``likeness``).
2. Pairs that choose each other are anchors, headings with what stands under them; every pair is
   judged again by the anchors around it, twice (``surroundings``).
3. Dynamic programming finds the likeliest run of beads of one or two sentences in order, then the
   next among what is left: what stands elsewhere in one edition is a run of its own (``runs``).
4. A bead that cannot be trusted is left out (``trust``).
"""

from collections.abc import Sequence

import numpy as np

from ingest.alignment_weights import (
    JOINING,
    LEAST_CONFIDENCE,
    LIKENESS,
    LOOKS,
    TRUST,
    Weights,
)
from ingest.datatypes import Bead, Document, Passage, Span
from ingest.joining import joining
from ingest.likeness import likeness, weigh
from ingest.places import Edition, Embed, Floats, read_edition
from ingest.runs import NEVER, Link, Scores, find_runs
from ingest.surroundings import surroundings
from ingest.trust import trust

PairOfIds = tuple[str, str]
"""The ids of an original and of its official translation."""


def align(
    original: Document,
    original_passages: Sequence[Passage],
    translation: Document,
    translation_passages: Sequence[Passage],
    embed: Embed,
) -> tuple[Bead, ...]:
    """Return the sentences of two editions that say the same, in order of the original.

    A bead holds one or two sentences of one edition and one of the other, and no sentence is in two
    beads. What has no counterpart, or none that is sure enough, is in none. The confidence is that
    of a logistic model; how it was fitted stands in ``alignment_weights``.

    Args:
        original: the document that was translated.
        original_passages: its passages, in order.
        translation: its translation.
        translation_passages: the passages of that, in order.
        embed: gives a unit vector per text, (n, dimensions), in one space for both languages.
    """
    first = read_edition(original, original_passages, embed)
    second = read_edition(translation, translation_passages, embed)
    if not first.places or not second.places:
        return ()
    alone = weigh(likeness(first, second), LIKENESS)
    likely = alone
    for weights in LOOKS:
        likely = weigh(surroundings(first.places, second.places, likely), weights)
    scores = score_beads(first, second, likely)
    runs = find_runs(scores)
    links = [link for run in runs for link in run]
    if not links:
        return ()
    confidences = 1 / (1 + np.exp(-weigh(trust(runs, alone, likely, scores), TRUST)))
    beads = [
        _bead(first, second, link, float(confidence))
        for link, confidence in zip(links, confidences, strict=True)
        if confidence >= LEAST_CONFIDENCE
    ]
    return tuple(sorted(beads, key=lambda bead: bead.sources[0].start))


def align_corpus(
    documents: Sequence[Document], passages: Sequence[Passage], embed: Embed
) -> dict[PairOfIds, tuple[Bead, ...]]:
    """Return the beads of every document that is an official translation of another one here."""
    by_id = {document.source.document_id: document for document in documents}
    beads: dict[PairOfIds, tuple[Bead, ...]] = {}
    for translation in documents:
        original = by_id.get(translation.source.translation_of or "")
        if original is None or original is translation:
            continue
        ids = original.source.document_id, translation.source.document_id
        ours, theirs = ([p for p in passages if p.document_id == name] for name in ids)
        beads[ids] = align(original, ours, translation, theirs, embed)
    return beads


def score_beads(
    first: Edition, second: Edition, likely: Floats, weights: Weights = JOINING
) -> Scores:
    """Return the log-odds of every bead; for two sentences on a side, a sum.

    Of the log-odds of the likelier one, and of those that the other joins it.
    """
    two = np.maximum(likely[:, :-1], likely[:, 1:]) + weigh(joining(first, second, likely), weights)
    turned = weigh(joining(second, first, likely.T), weights).T
    one = np.maximum(likely[:-1], likely[1:]) + turned
    two[:, ~second.joinable] = NEVER
    one[~first.joinable] = NEVER
    return Scores(one_one=likely, one_two=two, two_one=one)


def _bead(first: Edition, second: Edition, link: Link, confidence: float) -> Bead:
    return Bead(
        sources=_spans(first, link.row, link.rows),
        targets=_spans(second, link.column, link.columns),
        confidence=confidence,
    )


def _spans(edition: Edition, start: int, count: int) -> tuple[Span, ...]:
    return tuple(place.span for place in edition.places[start : start + count])
