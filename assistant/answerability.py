"""How likely is it that the documents answer the question?

A logistic regression over a few features of the evidence, fitted on the training topics by
``mhiap eval --fit-abstention`` and stored in ``assistant/data/abstention.json``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from assistant.answer_types import asks_contents, asks_money, expects_type, holds_money, holds_type
from assistant.composition import Part
from assistant.evidence import Pool
from assistant.kinds import Analysis

MODEL = Path(__file__).with_name("data") / "abstention.json"
CLEAR_MATCH = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstentionModel:
    """A fitted logistic regression over standardised features."""

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float

    def probability(self, values: Mapping[str, float]) -> float:
        """Return the probability in [0, 1] that the documents answer the question.

        A feature that is not among ``values`` counts as average.
        """
        total = self.bias + sum(
            weight * (values.get(name, mean) - mean) / scale
            for name, mean, scale, weight in zip(
                self.features, self.mean, self.scale, self.weights, strict=True
            )
        )
        return 1 / (1 + exp(-max(-60.0, min(60.0, total))))


@cache
def read_abstention_model(path: Path = MODEL) -> AbstentionModel:
    """Return the fitted model that ships with the product."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return AbstentionModel(
        features=tuple(data["features"]),
        mean=tuple(data["mean"]),
        scale=tuple(data["scale"]),
        weights=tuple(data["weights"]),
        bias=float(data["bias"]),
        threshold=float(data["threshold"]),
    )


def measure_features(
    question: str, pool: Pool, parts: Sequence[Part], analysis: Analysis
) -> dict[str, float]:
    """Return the features of the abstention model.

    Args:
        question: as corrected, with its capitals.
        pool: the scored evidence.
        parts: the composed answer.
        analysis: what the question asks for.
    """
    shown = [item.text for part in parts for item in part.shown]
    sections = [" ".join(item.passage.section) for part in parts for item in part.shown]
    said = " ".join([*shown, *sections])
    unknown = [w for w in pool.weights if not _is_matched(w, pool)]
    typed = expects_type(analysis.kind)
    holds = any(holds_type(analysis.kind, text) for text in shown)
    fifth = pool.hits[min(4, len(pool.hits) - 1)].score if pool.hits else 0.0
    return {
        "answer_coverage": pool.covers(said),
        "best_score": pool.evidence[0].score if pool.evidence else 0.0,
        "margin": pool.hits[0].score - fifth if pool.hits else 0.0,
        "unknown_share": sum(pool.weights[w] for w in unknown)
        / (sum(pool.weights.values()) or 1.0),
        "asks_value": float(typed),
        "type_missing": float(typed and not holds),
        "money_missing": float(asks_money(question) and not any(holds_money(t) for t in shown)),
        "asks_contents": float(asks_contents(question)),
    }


def _is_matched(word: str, pool: Pool) -> bool:
    """Tell whether the documents hold a question word, or one that clearly means the same."""
    return max(pool.matches.get(word, {}).values(), default=0.0) >= CLEAR_MATCH
