"""Where to draw the line between answering and abstaining."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What comes of answering some rows and refusing the others.

    Attributes:
        balanced_accuracy: mean of the share of the answerable that is answered and
            ``abstention_recall``.
        abstention_recall: share of the unanswerable that is refused.
        false_refusals: share of the answerable that is refused.
    """

    balanced_accuracy: float
    abstention_recall: float
    false_refusals: float


def decide(refused: Sequence[bool], labels: Sequence[bool]) -> Decisions:
    """Return the shares for rows that were ``refused``; a true label can be answered."""
    turned_away, truth = np.array(refused, dtype=bool), np.array(labels, dtype=bool)
    false_refusals = float(turned_away[truth].mean())
    recall = float(turned_away[~truth].mean())
    return Decisions(
        balanced_accuracy=(1 - false_refusals + recall) / 2,
        abstention_recall=recall,
        false_refusals=false_refusals,
    )


def choose_threshold(
    probabilities: Sequence[float], labels: Sequence[bool], ceiling: float | None
) -> float:
    """Return the threshold of the best balanced accuracy among those within ``ceiling``.

    A probability below the threshold is refused. Candidates are 0, which refuses nothing, and the
    middles between neighbouring probabilities; of equals the lowest, which refuses least.

    Args:
        probabilities: that the row can be answered.
        labels: whether it can; both must occur.
        ceiling: largest allowed share of false refusals; ``None`` for no limit.
    """
    scores = np.array(probabilities, dtype=np.float64)
    values = np.unique(scores)
    best, best_accuracy = 0.0, 0.5
    for candidate in (values[:-1] + values[1:]) / 2:
        found = decide([bool(below) for below in scores < candidate], labels)
        allowed = ceiling is None or found.false_refusals <= ceiling
        if allowed and found.balanced_accuracy > best_accuracy + 1e-12:
            best, best_accuracy = float(candidate), found.balanced_accuracy
    return best
