"""Logistic regression with an L2 penalty on standardised features."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from evals.errors import TooLittleData

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """A fitted model: probability = expit(weights . (x - mean) / scale + bias)."""

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> Floats:
        """Return the probability of the label true for each row."""
        standard = (_matrix(rows, self.features) - np.array(self.mean)) / np.array(self.scale)
        chances: Floats = expit(standard @ np.array(self.weights) + self.bias)
        return chances


def fit_logistic(
    rows: Sequence[Mapping[str, float]], labels: Sequence[bool], strength: float = 1.0
) -> Logistic:
    """Return the model that minimises log loss + strength / 2 * |weights|^2, bias unpenalised.

    The sum of the losses is taken, so ``strength`` equals 1 / C of scikit-learn. A feature that is
    the same in every row keeps weight 0.

    Args:
        rows: the same feature names in each.
        labels: ``labels[i]`` belongs to ``rows[i]``.
        strength: of the penalty, above 0.

    Raises:
        TooLittleData: without rows of both labels, or without features.
    """
    if len(set(labels)) < 2 or not rows[0]:
        raise TooLittleData("a model needs features, and rows of both labels; add topics of each")
    features = tuple(sorted(rows[0]))
    raw = _matrix(rows, features)
    mean, spread = raw.mean(axis=0), raw.std(axis=0)
    scale = np.where(spread > 1e-12, spread, 1.0)
    standard = (raw - mean) / scale
    signs = np.where(np.array(labels), 1.0, -1.0)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        weights = parameters[:-1]
        margins = signs * (standard @ weights + parameters[-1])
        pull = -signs * expit(-margins)
        slope = np.append(standard.T @ pull + strength * weights, pull.sum())
        penalty = strength / 2 * float(weights @ weights)
        return float(np.logaddexp(0.0, -margins).sum()) + penalty, slope

    start = np.zeros(len(features) + 1)
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"gtol": 1e-9, "ftol": 1e-15}
    )
    return Logistic(
        features=features,
        mean=tuple(float(value) for value in mean),
        scale=tuple(float(value) for value in scale),
        weights=tuple(float(value) for value in found.x[:-1]),
        bias=float(found.x[-1]),
    )


def _matrix(rows: Sequence[Mapping[str, float]], features: Sequence[str]) -> Floats:
    return np.array([[row[name] for name in features] for row in rows], dtype=np.float64)
