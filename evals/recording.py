"""A measurement as files, so that a figure can be traced to the answers it came from.

``metrics.json``: every figure with its n and interval, how it was computed, and on what.
``answers.jsonl``: every answer. ``failures.jsonl``: every failing topic with the reason.
Equal answers give equal files: no time is written, and ``seconds`` is left out; so is
``explanation``, which is for readers.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from pydantic import JsonValue

from evals.datatypes import Run, Split
from evals.intervals import DRAWS, LEVEL, SEED, interval_to_json
from evals.report import Figures
from evals.topics import topics_sha256

LEFT_OUT = ("seconds", "explanation")


def metrics_of(
    run: Run, figures: Sequence[Figures], split: Split, commit: str | None = None
) -> dict[str, JsonValue]:
    """Return the content of ``metrics.json``.

    Args:
        run: the answers that were judged; the first names the index.
        figures: what was computed.
        split: of the topics.
        commit: of the code, when the caller knows it.
    """
    return {
        "split": split,
        "topics": len(run.topics),
        "topics_sha256": topics_sha256(run.topics),
        "index": dict(asdict(run.answers[0].index)) if run.answers else None,
        "commit": commit,
        "interval": {
            "method": "percentile bootstrap, needs resampled",
            "draws": DRAWS,
            "seed": SEED,
            "level": LEVEL,
        },
        "measures": {row.measure.name: _measure(row) for row in figures},
    }


def record(
    folder: Path, run: Run, figures: Sequence[Figures], split: Split, commit: str | None = None
) -> None:
    """Write ``metrics.json``, ``answers.jsonl`` and ``failures.jsonl`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    metrics = metrics_of(run, figures, split, commit)
    text = json.dumps(metrics, ensure_ascii=False, indent=2)
    (folder / "metrics.json").write_text(text + "\n", encoding="utf-8")
    answers = (
        {name: value for name, value in asdict(answer).items() if name not in LEFT_OUT}
        for answer in run.answers
    )
    _write_lines(folder / "answers.jsonl", answers)
    failures = (asdict(failure) for row in figures for failure in row.failures)
    _write_lines(folder / "failures.jsonl", failures)


def _measure(figures: Figures) -> dict[str, JsonValue]:
    return {
        "meaning": figures.measure.meaning,
        "gate": figures.measure.gate,
        "lower_is_better": figures.measure.lower_is_better,
        "failing": [failure.topic_id for failure in figures.failures],
        "by_language": {name: interval_to_json(found) for name, found in figures.intervals.items()},
        "values": dict(figures.values),
    }


def _write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(lines, encoding="utf-8")
