"""The figures of a model as a table for people and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from pydantic import JsonValue
from rich import box
from rich.table import Table

from training.scoring import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table.

    Attributes:
        measured: the set, and which part of it.
        measure: what the value is.
        target: what it should be, in words; empty where none was set.
    """

    measured: str
    measure: str
    estimate: Estimate
    target: str = ""


def figures_table(figures: Sequence[Figure], title: str) -> Table:
    """Return one row a figure, with its interval, n and target."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=0)
    table.add_column("set")
    table.add_column("measure", overflow="fold")
    for heading in ("value", "95 % interval", "n", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    for figure in figures:
        found = figure.estimate
        table.add_row(
            figure.measured,
            figure.measure,
            f"{found.value:.3f}",
            f"{found.low:.3f} {found.high:.3f}",
            str(found.n),
            figure.target,
        )
    return table


def figures_json(figures: Sequence[Figure]) -> list[JsonValue]:
    """Return the figures with every number to six decimals."""
    return [
        {
            "set": figure.measured,
            "measure": figure.measure,
            "target": figure.target,
            **{
                name: round(value, 6) if isinstance(value, float) else value
                for name, value in asdict(figure.estimate).items()
            },
        }
        for figure in figures
    ]
