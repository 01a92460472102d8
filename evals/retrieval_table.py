"""The figures of retrieval as a table: a row per direction and system, a column per measure."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from evals.intervals import METHOD, Interval
from evals.retrieval import GAP, RetrievalFigures

MEANING = """\
Success@k: share of questions with a passage that holds evidence among the first k.
R@5: mean share of a question's evidence passages that are among the first 5.
A system's nDCG and R are against its own passages; its Success and RR compare with another's.
nl - en: the mean of the Dutch questions less that of the English ones.
Under each value: the ends of its interval."""

NAME_WIDTH = 9


def retrieval_table(figures: Sequence[RetrievalFigures]) -> Table:
    """Return the figures of one run, or of several over the same topics, beside each other."""
    first = figures[0].intervals
    caption = f"{MEANING}\n{METHOD}"
    table = Table(caption=caption, caption_justify="left", box=box.SIMPLE, padding=0)
    table.add_column("asked", no_wrap=True)
    table.add_column("system", min_width=NAME_WIDTH, overflow="fold")
    for heading in ("n", *first):
        table.add_column(heading, justify="right", no_wrap=True)
    for group in next(iter(first.values())):
        table.add_section()
        for one in figures:
            cells = [groups[group] for groups in one.intervals.values()]
            count = str(cells[0].n if cells[0] else 0)
            shown = [_cell(cell, "+" if group == GAP else "") for cell in cells]
            table.add_row(group, one.name, count, *shown)
    return table


def _cell(found: Interval | None, sign: str) -> str:
    if found is None:
        return "-"
    value = f"{found.value:{sign}.3f}"
    if found.low is None or found.high is None:
        return value
    ends = (f"{end:{sign}.2f}".replace("0.", ".", 1) for end in (found.low, found.high))
    return f"{value}\n{' '.join(ends)}"
