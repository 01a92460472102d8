"""What ``mhiap eval`` does: ask, measure, print, write, and say whether the gates hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console

from evals.datatypes import Split
from evals.errors import NoTopics
from evals.measures.registry import pick_measures
from evals.recording import record
from evals.report import measure_run
from evals.run import Asks, answer_topics
from evals.tables import failures_table, figures_table
from evals.topics import load_topics


def evaluate(
    assistant: Asks,
    texts: Mapping[str, str],
    *,
    measures: Sequence[str] | None = None,
    split: Split = "dev",
    out: Path | None = None,
    again: Asks | None = None,
    files: Sequence[Path] | None = None,
    console: Console | None = None,
    commit: str | None = None,
) -> int:
    """Print the figures of ``assistant`` and return the exit code: 1 when a gate fails, else 0.

    Args:
        assistant: what is measured.
        texts: canonical text by document id.
        measures: names from ``MEASURES``; all of them when not given.
        split: which topics to ask.
        out: folder for ``metrics.json``, ``answers.jsonl`` and ``failures.jsonl``.
        again: who is asked a second time for ``determinism``: best a freshly opened assistant,
            which cannot answer from memory; ``assistant`` itself when not given.
        files: the topics files; those of the package when not given.
        console: where to print; the terminal when not given.
        commit: of the code, to be noted in ``metrics.json``.

    Raises:
        TopicsRefused: when a topics file cannot be used.
        UnknownMeasure: when a name is not that of a measure.
        NoTopics: when the split is empty.
    """
    console = console or Console()
    picked = pick_measures(measures)
    topics = load_topics(texts, split, files)
    if not topics:
        raise NoTopics(f"no topic has split {split}; add some under evals/data")
    run = answer_topics(assistant, topics)
    wanted = any(measure.needs_second_run for measure in picked)
    second = answer_topics(again or assistant, topics) if wanted else None
    figures = measure_run(run, picked, texts, second)
    console.print(figures_table(figures))
    if any(row.failures for row in figures):
        console.print(failures_table(figures))
    if out is not None:
        record(out, run, figures, split, commit)
    broken = [row.measure.name for row in figures if not row.holds]
    if broken:
        console.print(f"gate failed: {', '.join(broken)}")
    return 1 if broken else 0
