"""Fit the logistic models of the aligner, one after the other, on editions with known beads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from ingest.alignment import score_beads
from ingest.alignment_weights import Weights
from ingest.joining import joining
from ingest.likeness import Signals, likeness, weigh
from ingest.places import Edition, Embed, Floats, read_edition
from ingest.runs import Link as Found
from ingest.runs import find_runs
from ingest.surroundings import surroundings
from ingest.trust import trust
from training.edition_text import Link
from training.editions import Editions

RIDGE = 1.0
"""Strength of the penalty on the squared weights of standardised signals."""
LOOKS = 2

Bools = NDArray[np.bool_]
Rows = tuple[Signals, Bools]
"""Signals of shape (n,) and which of them are true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Two editions as the aligner reads them, and the sentences that belong together.

    Attributes:
        pairs: (n, m) pairs of single sentences that are each other's only counterpart.
        parts: (n, m) pairs of which one is only part of the other's counterpart.
        two: (n, m - 1) sentences of the first and two neighbours of the second that belong to it.
        one: (n - 1, m) likewise, the other way round.
    """

    first: Edition
    second: Edition
    links: frozenset[Link]
    pairs: Bools
    parts: Bools
    two: Bools
    one: Bools


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The weights of the aligner, by module."""

    likeness: Weights
    looks: tuple[Weights, ...]
    joining: Weights
    trust: Weights


def read_sample(editions: Editions, embed: Embed) -> Sample:
    """Return what the aligner sees of two editions, with what it should find."""
    first = read_edition(editions.original, editions.original_passages, embed)
    second = read_edition(editions.translation, editions.translation_passages, embed)
    rows, columns = len(first.places), len(second.places)
    pairs, parts = np.zeros((2, rows, columns), dtype=bool)
    two, one = np.zeros((rows, columns - 1), dtype=bool), np.zeros((rows - 1, columns), dtype=bool)
    links = [(ours, theirs) for ours, theirs in editions.links if ours and theirs]
    for ours, theirs in links:
        alone = len(ours) == len(theirs) == 1
        (pairs if alone else parts)[np.ix_(ours, theirs)] = True
        for row in ours if len(ours) == 1 else ():
            two[row, [n for n in theirs if n + 1 in theirs]] = True
        for column in theirs if len(theirs) == 1 else ():
            one[[n for n in ours if n + 1 in ours], column] = True
    return Sample(
        first=first,
        second=second,
        links=frozenset(links),
        pairs=pairs,
        parts=parts,
        two=two,
        one=one,
    )


def fit_models(samples: Sequence[Sample], unrelated: Sequence[Sample]) -> Models:
    """Return the weights fitted on these documents.

    Each model is fitted on what those before it give: whether two sentences are each other's only
    counterpart, by themselves and then in their surroundings; whether a sentence beside a pair
    belongs to it; and whether a bead that the search found is exactly right.

    Args:
        samples: editions of one document.
        unrelated: editions of different documents, for the last model too.
    """
    signals = [likeness(sample.first, sample.second) for sample in samples]
    alone = fit(_pairs(sample, s) for sample, s in zip(samples, signals, strict=True))
    looks: list[Weights] = []
    for _ in range(LOOKS):
        signals = [
            surroundings(s.first.places, s.second.places, _likely(s, alone, looks)) for s in samples
        ]
        looks.append(fit(_pairs(sample, s) for sample, s in zip(samples, signals, strict=True)))
    joins = fit(
        rows for sample in samples for rows in _joins(sample, _likely(sample, alone, looks))
    )
    models = Models(likeness=alone, looks=tuple(looks), joining=joins, trust={})
    beads = [find_beads(sample, models) for sample in (*samples, *unrelated)]
    return Models(
        likeness=alone,
        looks=tuple(looks),
        joining=joins,
        trust=fit((found.signals, found.exact) for found in beads if len(found.exact)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beads:
    """What the search found in a sample: signals of shape (beads,), and which are exactly right."""

    beads: tuple[Found, ...]
    signals: Signals
    exact: Bools


def find_beads(sample: Sample, models: Models) -> Beads:
    """Return every bead that the search finds, whatever its confidence."""
    alone = weigh(likeness(sample.first, sample.second), models.likeness)
    likely = _likely(sample, models.likeness, models.looks)
    scores = score_beads(sample.first, sample.second, likely, models.joining)
    runs = find_runs(scores)
    found = tuple(bead for run in runs for bead in run)
    return Beads(
        beads=found,
        signals=trust(runs, alone, likely, scores),
        exact=np.array([numbers(bead) in sample.links for bead in found], dtype=bool),
    )


def numbers(bead: Found) -> Link:
    """Return the numbers of the sentences of a bead on both sides."""
    rows = range(bead.row, bead.row + bead.rows)
    return tuple(rows), tuple(range(bead.column, bead.column + bead.columns))


def fit(rows: Iterable[Rows]) -> dict[str, float]:
    """Return the weights of a logistic model, for signals as they are, and its ``bias``."""
    found = list(rows)
    names = list(found[0][0])
    values = np.concatenate([np.stack([s[name] for name in names], axis=1) for s, _ in found])
    truth = np.concatenate([labels for _, labels in found])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    scale = np.where(spread > 0, spread, 1)
    values = np.column_stack([(values - mean) / scale, np.ones(len(values))])
    signs = np.where(truth, 1.0, -1.0)
    penalty = np.append(np.full(len(names), RIDGE), 0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = signs * (values @ weights)
        slope = penalty * weights - values.T @ (signs * expit(-odds))
        return float(np.logaddexp(0, -odds).sum() + (penalty * weights) @ weights / 2), slope

    weights = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    plain = weights[:-1] / scale
    bias = float(weights[-1] - plain @ mean)
    return {"bias": bias} | {name: float(w) for name, w in zip(names, plain, strict=True)}


def _likely(sample: Sample, alone: Weights, looks: Sequence[Weights]) -> Floats:
    likely = weigh(likeness(sample.first, sample.second), alone)
    for weights in looks:
        likely = weigh(surroundings(sample.first.places, sample.second.places, likely), weights)
    return likely


def _pairs(sample: Sample, signals: Signals) -> Rows:
    """Return every pair of sentences; parts of larger beads are neither true nor false."""
    kept = ~sample.parts
    return {name: values[kept] for name, values in signals.items()}, sample.pairs[kept]


def _joins(sample: Sample, likely: Floats) -> list[Rows]:
    """Return every pair of neighbours of which one belongs to a sentence of the other side."""
    sides = (
        (joining(sample.first, sample.second, likely), sample.two),
        (joining(sample.second, sample.first, likely.T), sample.one.T),
    )
    belong = sample.pairs | sample.parts
    rows: list[Rows] = []
    for (signals, truth), near in zip(sides, (belong, belong.T), strict=True):
        edition = sample.second if near is belong else sample.first
        kept = (near[:, :-1] | near[:, 1:]) & edition.joinable
        rows.append(({name: values[kept] for name, values in signals.items()}, truth[kept]))
    return rows
