"""Fit the probability that a question can be answered, and the threshold below which to abstain.

Figures come from predictions that never saw the need they judge: five folds of needs, and the
threshold applied to a fold is chosen inside the other four. The model handed over is then fitted
on all rows, and its threshold chosen on the out-of-fold predictions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from evals.calibration import (
    CurvePoint,
    aurc,
    auroc,
    calibration_error,
    coverage_at_risk,
    excess_aurc,
    risk_coverage,
)
from evals.datatypes import Split
from evals.folds import FOLDS, assign_folds, out_of_fold
from evals.logistic import Logistic, fit_logistic
from evals.threshold import Decisions, choose_threshold, decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A topic as the retrieval saw it, and whether the corpus answers it."""

    topic_id: str
    need: str
    features: Mapping[str, float]
    answerable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How well the probabilities rank and how honest they are; see ``evals.calibration``."""

    n: int
    auroc: float
    aurc: float
    excess_aurc: float
    coverage_at_5_percent_risk: float
    calibration_error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstentionFit:
    """The model and threshold to use, and how well they do on needs they have not seen.

    Attributes:
        threshold: abstain when the probability is below it.
        quality: of ``predictions``.
        decisions: with thresholds chosen inside the other folds.
        predictions: out of fold, by topic id.
        curve: risk against coverage of the predictions.
    """

    model: Logistic
    threshold: float
    quality: Quality
    decisions: Decisions
    predictions: Mapping[str, float]
    curve: tuple[CurvePoint, ...]


def fit_abstention(
    examples: Sequence[Example], *, ceiling: float | None = 0.05, strength: float = 1.0
) -> AbstentionFit:
    """Return the fitted model, its threshold and its out-of-fold figures.

    The order of the examples changes nothing.

    Args:
        examples: the same feature names in each.
        ceiling: largest allowed share of answerable topics that are refused; ``None`` to seek the
            best balanced accuracy whatever it refuses.
        strength: of the L2 penalty.

    Raises:
        TooLittleData: with too few needs for the folds, or one label only in some of them.
    """
    ordered = sorted(examples, key=lambda example: example.topic_id)
    labels = [example.answerable for example in ordered]
    predictions = _predict(ordered, strength)
    return AbstentionFit(
        model=fit_logistic([example.features for example in ordered], labels, strength),
        threshold=choose_threshold(predictions, labels, ceiling),
        quality=Quality(
            n=len(ordered),
            auroc=auroc(predictions, labels),
            aurc=aurc(predictions, labels),
            excess_aurc=excess_aurc(predictions, labels),
            coverage_at_5_percent_risk=coverage_at_risk(predictions, labels),
            calibration_error=calibration_error(predictions, labels),
        ),
        decisions=decide(_refuse(ordered, predictions, ceiling, strength), labels),
        predictions={e.topic_id: p for e, p in zip(ordered, predictions, strict=True)},
        curve=risk_coverage(predictions, labels),
    )


def abstention_json(
    fit: AbstentionFit, *, split: Split, topics: int, sha256: str
) -> dict[str, JsonValue]:
    """Return the content of ``assistant/data/abstention.json``, numbers to 6 digits.

    Args:
        fit: what was fitted.
        split: of the topics it was fitted on.
        topics: how many these are.
        sha256: ``topics_sha256`` of them.
    """
    model = fit.model
    return {
        "features": list(model.features),
        "mean": [_round(value) for value in model.mean],
        "scale": [_round(value) for value in model.scale],
        "weights": [_round(value) for value in model.weights],
        "bias": _round(model.bias),
        "threshold": _round(fit.threshold),
        "fitted_on": {"split": split, "topics": topics, "sha256": sha256},
    }


def _predict(examples: Sequence[Example], strength: float) -> list[float]:
    chances = out_of_fold(
        [example.features for example in examples],
        [example.answerable for example in examples],
        [example.need for example in examples],
        strength,
    )
    return [float(chance) for chance in chances]


def _refuse(
    examples: Sequence[Example],
    predictions: Sequence[float],
    ceiling: float | None,
    strength: float,
) -> list[bool]:
    folds = assign_folds([example.need for example in examples])
    thresholds = []
    for fold in range(FOLDS):
        others = [e for e, place in zip(examples, folds, strict=True) if place != fold]
        inner = _predict(others, strength)
        thresholds.append(choose_threshold(inner, [e.answerable for e in others], ceiling))
    return [p < thresholds[place] for p, place in zip(predictions, folds, strict=True)]


def _round(value: float) -> float:
    return float(f"{value:.6g}")
