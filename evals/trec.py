"""A run and its judgements in the files that TREC tools read, and the figures beside them."""

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue

from evals.datatypes import Split
from evals.intervals import DRAWS, LEVEL, SEED, interval_to_json
from evals.retrieval import RankedRun, RetrievalFigures, scores_of
from evals.topics import topics_sha256


def write_trec(folder: Path, run: RankedRun, suffix: str = "") -> None:
    """Write ``run.trec`` and ``qrels.trec`` into ``folder``, ``suffix`` before the dot."""
    folder.mkdir(parents=True, exist_ok=True)
    ranked = (
        f"{topic_id} Q0 {hit_id} {rank} {score:.6f} {run.name}\n"
        for topic_id, hits in run.ranking.items()
        for rank, (hit_id, score) in enumerate(scores_of(hits), start=1)
    )
    judged = (
        f"{topic_id} 0 {hit_id} {gain}\n"
        for topic_id, gains in run.qrels.items()
        for hit_id, gain in gains.items()
    )
    (folder / f"run{suffix}.trec").write_text("".join(ranked), encoding="utf-8")
    (folder / f"qrels{suffix}.trec").write_text("".join(judged), encoding="utf-8")


def write_figures(
    path: Path,
    run: RankedRun,
    figures: Sequence[RetrievalFigures],
    split: Split,
    index: dict[str, JsonValue],
    commit: str | None = None,
) -> None:
    """Write every figure with its n and interval, and what it was computed on."""
    content: dict[str, JsonValue] = {
        "split": split,
        "topics": len(run.topics),
        "topics_sha256": topics_sha256(run.topics),
        "index": index,
        "commit": commit,
        "interval": {
            "method": "percentile bootstrap, needs resampled",
            "draws": DRAWS,
            "seed": SEED,
            "level": LEVEL,
        },
        "runs": {one.name: _measures(one) for one in figures},
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def _measures(figures: RetrievalFigures) -> dict[str, JsonValue]:
    return {
        name: {group: interval_to_json(found) for group, found in groups.items()}
        for name, groups in figures.intervals.items()
    }
