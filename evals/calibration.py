"""How good a probability is: ranking, risk against coverage, calibration.

Ties are broken by expectation, so that no figure depends on the order of the rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """Answering the most confident ``coverage`` of all costs ``risk``: the share of errors."""

    coverage: float
    risk: float


def auroc(probabilities: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the chance that a true row outranks a false one, ties counting half.

    Mann and Whitney (1947), by mid-ranks; both labels must occur.
    """
    truth = np.array(labels, dtype=bool)
    positives = int(truth.sum())
    negatives = len(truth) - positives
    ranks = float(rankdata(probabilities)[truth].sum())
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives)


def risk_coverage(probabilities: Sequence[float], labels: Sequence[bool]) -> tuple[CurvePoint, ...]:
    """Return the curve, from the most confident row alone to all rows.

    The risk is the share of false labels among the rows kept: what is wrong to answer. El-Yaniv
    and Wiener (2010), "On the foundations of noise-free selective classification".
    """
    scores = np.array(probabilities, dtype=np.float64)
    errors = 1.0 - np.array(labels, dtype=np.float64)
    smoothed = np.empty_like(errors)
    for score in np.unique(scores):
        tied = scores == score
        smoothed[tied] = errors[tied].mean()
    kept = np.arange(1, len(scores) + 1)
    risks = np.cumsum(smoothed[np.argsort(-scores, kind="stable")]) / kept
    return tuple(
        CurvePoint(coverage=float(count / len(scores)), risk=float(risk))
        for count, risk in zip(kept, risks, strict=True)
    )


def aurc(probabilities: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the mean risk over all coverages; lower is better (Geifman et al., 2019)."""
    return float(np.mean([point.risk for point in risk_coverage(probabilities, labels)]))


def excess_aurc(probabilities: Sequence[float], labels: Sequence[bool]) -> float:
    """Return ``aurc`` less that of a ranking that puts every true row first; 0 is the best."""
    return aurc(probabilities, labels) - aurc([float(label) for label in labels], labels)


def coverage_at_risk(
    probabilities: Sequence[float], labels: Sequence[bool], risk: float = 0.05
) -> float:
    """Return the largest share of rows that can be answered at no more than ``risk``."""
    points = risk_coverage(probabilities, labels)
    return max((point.coverage for point in points if point.risk <= risk), default=0.0)


def calibration_error(
    probabilities: Sequence[float], labels: Sequence[bool], bins: int = 10
) -> float:
    """Return the expected calibration error over ``bins`` bins of equal width.

    The mean of |share of true labels - mean probability| over the bins, weighted by their rows.
    Naeini et al. (2015), "Obtaining well calibrated probabilities using Bayesian binning".
    """
    chances = np.array(probabilities, dtype=np.float64)
    truth = np.array(labels, dtype=np.float64)
    places = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(float((truth[places == place] - chances[places == place]).sum()))
        for place in np.unique(places)
    ]
    return sum(gaps) / len(chances)
