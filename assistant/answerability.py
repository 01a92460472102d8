"""How likely is it that the documents answer the question?

A logistic regression over a few features of the evidence, fitted on the training topics by
``mhiap eval --fit-abstention`` and stored in ``assistant/data/abstention.json``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from assistant.answer_types import expects_type, holds_type
from assistant.composition import Part
from assistant.coverage import best_match, covered
from assistant.evidence import Pool
from assistant.kinds import Analysis
from assistant.query import content_words
from ingest.terms import fold, words_of

MODEL = Path(__file__).with_name("data") / "abstention.json"
NEAREST_PASSAGES = 5

_NAME = re.compile(r"(?<!^)(?<![.?!:] )\b(?:[A-ZÀ-Þ][\w’'-]+|[A-Z]{2,}\w*)|\b\w*\d\w*\b|\b[A-Z]{2,}\w*")


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
        """Return the probability in [0, 1] that the documents answer the question."""
        total = self.bias + sum(
            weight * (values[name] - mean) / scale
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


def names_in(question: str) -> list[str]:
    """Return the names, abbreviations and numbers of a question, folded, each once."""
    found = (fold(match) for match in _NAME.findall(question))
    return list(dict.fromkeys(word for word in found if content_words(word)))


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
    passages = " ".join(
        evidence.text + " " + " ".join(evidence.passage.section)
        for evidence in pool.evidence
        if evidence.hit.rank <= NEAREST_PASSAGES
    )
    best = pool.evidence[0] if pool.evidence else None
    total = sum(pool.weights.values()) or 1.0
    near = set(words_of(passages))
    lost = sum(w for word, w in pool.weights.items() if not best_match(word, near, pool.matches))
    names = names_in(question)
    present = set(words_of(said))
    missing_names = [name for name in names if not _present(name, present, pool)]
    typed = expects_type(analysis.kind)
    holds = any(holds_type(analysis.kind, text) for text in shown)
    return {
        "best_cosine": best.cosine if best else 0.0,
        "best_score": best.score if best else 0.0,
        "answer_coverage": covered(said, pool.weights, pool.matches),
        "best_coverage": best.coverage if best else 0.0,
        "near_coverage": covered(passages, pool.weights, pool.matches),
        "lost_share": lost / total,
        "lost_most": max(
            (w for word, w in pool.weights.items() if not best_match(word, near, pool.matches)),
            default=0.0,
        ),
        "missing_names": float(len(missing_names)),
        "named": float(bool(names)),
        "top_score": pool.hits[0].score if pool.hits else 0.0,
        "type_missing": float(typed and not holds),
        "asks_value": float(typed),
        "words": float(min(len(pool.weights), 12)),
    }


def _present(name: str, present: set[str], pool: Pool) -> bool:
    parts = words_of(name) or [name]
    return all(
        part in present or best_match(part, present, pool.matches) >= 0.7 for part in parts
    )
