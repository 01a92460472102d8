"""Predictions for rows that the model has not seen, nor any wording of their need."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from evals.errors import TooLittleData
from evals.logistic import fit_logistic

FOLDS = 5
SEED = 20251107

Floats = NDArray[np.float64]


def assign_folds(needs: Sequence[str]) -> NDArray[np.int64]:
    """Return the fold of each row, 0-based: needs are shuffled with a fixed seed and dealt out.

    Raises:
        TooLittleData: with fewer needs than folds.
    """
    names = sorted(set(needs))
    if len(names) < FOLDS:
        raise TooLittleData(f"{len(names)} needs cannot be dealt over {FOLDS} folds; add topics")
    order = np.random.default_rng(SEED).permutation(len(names))
    fold_of = {names[place]: turn % FOLDS for turn, place in enumerate(order)}
    return np.array([fold_of[need] for need in needs], dtype=np.int64)


def out_of_fold(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    needs: Sequence[str],
    strength: float,
) -> Floats:
    """Return for each row the probability by a model fitted on the other folds.

    Raises:
        TooLittleData: with fewer needs than folds, or when the other folds hold one label only.
    """
    folds = assign_folds(needs)
    chances = np.empty(len(rows))
    for fold in range(FOLDS):
        seen = [place for place in range(len(rows)) if folds[place] != fold]
        held = [place for place in range(len(rows)) if folds[place] == fold]
        model = fit_logistic([rows[p] for p in seen], [labels[p] for p in seen], strength)
        chances[held] = model.probabilities([rows[p] for p in held])
    return chances
