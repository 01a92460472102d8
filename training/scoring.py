"""Measures over scores, and how sure they are. Every higher score is a better one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, bootstrap, spearmanr

Scores = NDArray[np.float64]

LEVEL, DRAWS, SEED = 0.95, 2000, 20251107
RRF_CONSTANT = 60
"""Cormack, Clarke and Büttcher (2009): "Reciprocal Rank Fusion"."""

TIE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with its 95 % interval.

    Attributes:
        n: how many values it is over.
        method: how the interval was made.
    """

    value: float
    low: float
    high: float
    n: int
    method: str


def cosines(first: NDArray[np.float32], second: NDArray[np.float32]) -> Scores:
    """Return the cosine of every row of ``first`` with every row of ``second``, both unit rows.

    In double precision, so that equal rows give equal cosines wherever they stand.
    """
    return np.asarray(first.astype(np.float64) @ second.astype(np.float64).T)


def first_is_own(scores: Scores, texts: Sequence[str]) -> NDArray[np.bool_]:
    """Tell for each row whether its own column scores highest of all columns.

    A column that scores as high is a miss, unless it holds the same text.

    Args:
        scores: (n, n); row i belongs with column i.
        texts: of the columns.
    """
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    groups = np.array([numbers[text] for text in texts])
    own = np.diagonal(scores)
    others = np.where(groups[:, None] == groups[None, :], -np.inf, scores)
    return np.asarray(own > others.max(axis=1, initial=-np.inf) + TIE)


def ranks_of_own(scores: Scores) -> NDArray[np.int64]:
    """Return the 1-based rank of column i in row i; equal scores rank in the order of columns."""
    own = np.diagonal(scores)[:, None]
    before = np.tri(len(scores), k=-1, dtype=bool)
    return np.asarray(1 + ((scores > own) | ((scores == own) & before)).sum(axis=1))


def ndcg(ranks: NDArray[np.int64], depth: int = 10) -> Scores:
    """Return nDCG at ``depth`` of questions with one answer each, from the rank of that answer.

    Järvelin and Kekäläinen (2002): "Cumulated gain-based evaluation of IR techniques".
    """
    gains: Scores = np.where(ranks <= depth, 1 / np.log2(1 + ranks), 0.0)
    return gains


def standardised(scores: Scores) -> Scores:
    """Return each row less its mean, over its standard deviation; a level row becomes zeros."""
    spread = scores.std(axis=1, keepdims=True)
    centred = scores - scores.mean(axis=1, keepdims=True)
    return np.asarray(np.divide(centred, spread, out=np.zeros_like(centred), where=spread > TIE))


def reciprocal_ranks(scores: Scores) -> Scores:
    """Return one over (60 + rank) for each score in its row, ties in the order of columns."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.argsort(order, axis=1, kind="stable") + 1
    return np.asarray(1 / (RRF_CONSTANT + ranks))


def estimate_share(hits: NDArray[np.bool_]) -> Estimate:
    """Return the share of hits with Wilson's interval (Wilson, 1927)."""
    found = binomtest(int(hits.sum()), len(hits)).proportion_ci(LEVEL, method="wilson")
    return Estimate(
        value=float(hits.mean()),
        low=float(found.low),
        high=float(found.high),
        n=len(hits),
        method="Wilson",
    )


def estimate_mean(values: Scores) -> Estimate:
    """Return the mean with a percentile bootstrap interval."""
    return _resampled((values,), lambda drawn, axis=-1: drawn.mean(axis=axis), vectorized=True)


def estimate_spearman(first: Scores, second: Scores) -> Estimate:
    """Return Spearman's rank correlation with a percentile bootstrap interval over the pairs."""
    return _resampled(
        (first, second), lambda one, other: spearmanr(one, other).statistic, vectorized=False
    )


def _resampled(
    samples: tuple[Scores, ...], statistic: Callable[..., Scores], *, vectorized: bool
) -> Estimate:
    drawn = bootstrap(
        samples,
        statistic,
        n_resamples=DRAWS,
        batch=100,
        paired=True,
        vectorized=vectorized,
        confidence_level=LEVEL,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return Estimate(
        value=float(statistic(*samples)),
        low=float(drawn.low),
        high=float(drawn.high),
        n=len(samples[0]),
        method=f"bootstrap, {DRAWS} draws",
    )
