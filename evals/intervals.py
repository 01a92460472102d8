"""Bootstrap intervals that resample needs, not questions.

Two wordings of one need succeed and fail together, so questions are no independent draws. Whole
needs are drawn with replacement (Field and Welsh, 2007: "Bootstrapping clustered data"). When
every value is equal the interval has no width: with n values, 3 / n bounds the rate of the other.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import JsonValue
from scipy.stats import bootstrap

from evals.datatypes import Topic

DRAWS = 10_000
SEED = 20251107
LEVEL = 0.95
METHOD = f"percentile bootstrap over needs, {DRAWS} draws, seed {SEED}, level {LEVEL}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A mean with its 95 % interval; the ends are ``None`` below two clusters.

    Attributes:
        n: how many values the mean is over.
        clusters: how many needs they come from.
    """

    value: float
    low: float | None
    high: float | None
    n: int
    clusters: int


def interval_to_json(found: Interval | None) -> dict[str, JsonValue] | None:
    """Return an interval for a file, to six decimals."""
    if found is None:
        return None
    return {name: round(v, 6) if isinstance(v, float) else v for name, v in asdict(found).items()}


def interval(values: Sequence[float], clusters: Sequence[str]) -> Interval | None:
    """Return the mean of ``values`` with its interval, ``None`` when there are none.

    Args:
        values: one per question.
        clusters: ``clusters[i]`` names the need of ``values[i]``.
    """
    if not values:
        return None
    sums, counts = _totals(values, clusters)
    low, high = _ends(sums, counts)
    return Interval(
        value=float(sums.sum() / counts.sum()),
        low=low,
        high=high,
        n=len(values),
        clusters=len(sums),
    )


def paired_difference(
    first: Sequence[float], second: Sequence[float], clusters: Sequence[str]
) -> Interval | None:
    """Return the mean of ``second - first``, question by question, with its interval."""
    differences = [after - before for before, after in zip(first, second, strict=True)]
    return interval(differences, clusters)


def gap(first: Sequence[tuple[float, str]], second: Sequence[tuple[float, str]]) -> Interval | None:
    """Return the mean of ``first`` less that of ``second``; ``None`` when one of them is empty.

    A need is drawn with what it has in both. A draw that holds nothing of one is left out.

    Args:
        first: values, each with its cluster.
        second: the same of other questions, which may come from the same needs.
    """
    if not first or not second:
        return None
    names = {name: row for row, name in enumerate(sorted({c for _, c in [*first, *second]}))}
    totals = np.zeros((4, len(names)))
    for place, rows in ((0, first), (2, second)):
        for value, cluster in sorted(rows):
            totals[place : place + 2, names[cluster]] += (value, 1.0)
    generator = np.random.default_rng(SEED)
    drawn = totals[:, generator.integers(0, len(names), (DRAWS, len(names)))].sum(axis=-1)
    drawn = drawn[:, (drawn[1] > 0) & (drawn[3] > 0)]
    low, high = np.quantile(_difference(drawn), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    several = len(names) > 1
    return Interval(
        value=float(_difference(totals.sum(axis=1))),
        low=float(low) if several else None,
        high=float(high) if several else None,
        n=len(first) + len(second),
        clusters=len(names),
    )


def clusters_of(topics: Sequence[Topic]) -> tuple[str, ...]:
    """Return the cluster of each topic: its need, or for a follow-up that of its first question."""
    opened = {topic.question: topic.need for topic in topics if not topic.history}
    return tuple(
        opened.get(topic.history[0].question, topic.need) if topic.history else topic.need
        for topic in topics
    )


def _totals(
    values: Sequence[float], clusters: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    by_cluster: dict[str, list[float]] = {}
    for value, cluster in zip(values, clusters, strict=True):
        by_cluster.setdefault(cluster, []).append(value)
    members = [sorted(by_cluster[name]) for name in sorted(by_cluster)]
    return np.array([sum(m) for m in members], float), np.array([len(m) for m in members], float)


def _ends(
    sums: NDArray[np.float64], counts: NDArray[np.float64]
) -> tuple[float, float] | tuple[None, None]:
    if len(sums) < 2:
        return None, None
    drawn = bootstrap(
        (sums, counts),
        _mean,
        n_resamples=DRAWS,
        paired=True,
        vectorized=True,
        confidence_level=LEVEL,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    return float(drawn.confidence_interval.low), float(drawn.confidence_interval.high)


def _mean(
    sums: NDArray[np.float64], counts: NDArray[np.float64], axis: int = -1
) -> NDArray[np.float64]:
    total: NDArray[np.float64] = sums.sum(axis=axis) / counts.sum(axis=axis)
    return total


def _difference(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(totals[0] / totals[1] - totals[2] / totals[3])
