"""Figures as tables for a terminal."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from evals.intervals import METHOD, Interval
from evals.report import ALL, Figures


def figures_table(figures: Sequence[Figures]) -> Table:
    """Return one row a measure: value, interval and n, then value and n by language."""
    languages = sorted({name for f in figures for name in f.intervals if name != ALL})
    table = Table(caption=METHOD, caption_justify="left")
    for heading in ("measure", "meaning"):
        table.add_column(heading)
    for heading in ("value", "95 % interval", "n", *languages):
        table.add_column(heading, justify="right")
    for row in figures:
        total = row.intervals[ALL]
        table.add_row(
            row.measure.name,
            row.measure.meaning,
            Text(_value(total), style="" if row.holds else "bold red"),
            _ends(total),
            str(total.n if total else 0),
            *(_short(row.intervals.get(language)) for language in languages),
        )
    return table


def failures_table(figures: Sequence[Figures]) -> Table:
    """Return one row a failing topic of each measure."""
    table = Table(title="What failed", title_justify="left")
    for heading in ("measure", "topic", "question", "expected", "got", "why"):
        table.add_column(heading)
    for row in figures:
        for failure in row.failures:
            table.add_row(
                *(
                    Text(cell)
                    for cell in (
                        failure.measure,
                        failure.topic_id,
                        failure.question,
                        failure.expected,
                        failure.got,
                        failure.why,
                    )
                )
            )
    return table


def _value(found: Interval | None) -> str:
    return "-" if found is None else f"{found.value:.3f}"


def _ends(found: Interval | None) -> str:
    if found is None or found.low is None or found.high is None:
        return "-"
    return f"{found.low:.3f} to {found.high:.3f}"


def _short(found: Interval | None) -> str:
    return "-" if found is None else f"{found.value:.3f} ({found.n})"
