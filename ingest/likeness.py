"""How alike a sentence of one edition and a sentence of the other are, by themselves."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from ingest.datatypes import SentenceRole
from ingest.marks import marks_of, numbers_of
from ingest.places import Edition, Floats, Place

Signals = dict[str, Floats]
"""Arrays of one shape, by the name of what they measure."""

NEIGHBOURS = 4
USUAL_COSINE = 0.2
"""Of the nearest neighbours that mean something else, where a document has too few of its own."""
SPREAD = 6.8
"""Variance of the length of a translation, per character (Gale and Church, 1993)."""
FARTHEST_LENGTH, MOST_MISSING, SMOOTHING = 6.0, 3.0, 3.0


def likeness(first: Edition, second: Edition) -> Signals:
    """Return how alike the sentences of two editions are, each signal of shape (n, m).

    ``margin``: cosine less the mean of those of the nearest neighbours on both sides, by which
    sentences that resemble everything count less (Artetxe and Schwenk, 2019); ``length``: how many
    standard deviations apart the lengths are; ``marks``: overlap of numbers, names and cognates,
    rare ones counting more, in [0, 1]; ``missing``: numbers in digits that the other side lacks;
    ``heading`` and ``item``: whether one side is that and the other not.
    """
    ours, theirs = first.places, second.places
    return {
        "margin": margins(first.vectors, second.vectors),
        "length": length_gap(first.lengths[:, None], second.lengths[None, :]),
        "marks": _overlap(ours, theirs),
        "missing": _missing_numbers(ours, theirs),
        "heading": _differ(ours, theirs, "heading"),
        "item": _differ(ours, theirs, "item"),
    }


def weigh(signals: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """Return the log-odds that a logistic model gives; ``weights`` names its ``bias`` too."""
    total = np.full_like(next(iter(signals.values())), weights["bias"], dtype=np.float64)
    for name, values in signals.items():
        total += weights[name] * values
    return total


def margins(first: Floats, second: Floats) -> Floats:
    """Return cosines less the mean of those with the nearest neighbours on both sides."""
    cosines = first @ second.T
    return cosines - _sum(_nearest(cosines), _nearest(cosines.T)) / 2


def length_gap(first: Floats, second: Floats) -> Floats:
    """Return how many standard deviations apart lengths are, at most ``FARTHEST_LENGTH``."""
    gaps = np.abs(first - second) / np.sqrt(SPREAD * (first + second) / 2)
    return np.minimum(gaps, FARTHEST_LENGTH)


def _nearest(cosines: Floats) -> Floats:
    """Return the mean of the highest cosines of each row, usual ones where there are too few."""
    usual = np.full((len(cosines), NEIGHBOURS), USUAL_COSINE)
    ranked = np.sort(np.concatenate([cosines, usual], axis=1), axis=1)
    return np.asarray(ranked[:, -NEIGHBOURS:].mean(axis=1))


def _overlap(ours: Sequence[Place], theirs: Sequence[Place]) -> Floats:
    sides = [[marks_of(place.text) for place in places] for places in (ours, theirs)]
    counts = Counter(mark for side in sides for marks in side for mark in marks)
    total = len(ours) + len(theirs)
    weights = {mark: float(np.log((total + 1) / count)) for mark, count in counts.items()}
    first, second = (_incidence(side, list(weights)) for side in sides)
    weight = np.array(list(weights.values()))
    shared = (first * weight) @ second.T
    return np.asarray(2 * shared / (_sum(first @ weight, second @ weight) + SMOOTHING))


def _missing_numbers(ours: Sequence[Place], theirs: Sequence[Place]) -> Floats:
    written = [[numbers_of(place.text) for place in places] for places in (ours, theirs)]
    known = [[marks_of(place.text) for place in places] for places in (ours, theirs)]
    numbers = sorted({number for side in written for found in side for number in found})
    (first, second), (first_known, second_known) = (
        [_incidence(side, numbers) for side in sides] for sides in (written, known)
    )
    both = _sum(first.sum(axis=1), second.sum(axis=1))
    return np.minimum(both - first @ second_known.T - first_known @ second.T, MOST_MISSING)


def _incidence(side: Sequence[frozenset[str]], marks: Sequence[str]) -> Floats:
    columns = {mark: column for column, mark in enumerate(marks)}
    rows = np.zeros((len(side), len(marks)))
    for row, found in zip(rows, side, strict=True):
        row[[columns[mark] for mark in found if mark in columns]] = 1
    return rows


def _differ(ours: Sequence[Place], theirs: Sequence[Place], role: SentenceRole) -> Floats:
    first, second = (np.array([p.role == role for p in places]) for places in (ours, theirs))
    return np.asarray(first[:, None] != second[None, :], dtype=np.float64)


def _sum(first: Floats, second: Floats) -> Floats:
    return np.asarray(first[:, None] + second[None, :])
