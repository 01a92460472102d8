"""What the operator sees: the progress of an ingest, its outcome, and a check of the house."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console, Group
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from ingest.diagnosis import Finding
from ingest.pipeline import IngestReport


@contextmanager
def show_progress(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for each step; the caller reports step, how much is done and how much there is."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        bars = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in bars:
                bars[step] = progress.add_task(step)
            progress.update(bars[step], completed=done, total=total)

        yield report


def render_ingest(report: IngestReport) -> Group:
    """Return a row a file: document, pages, passages, seconds, remarks; then what now serves."""
    table = Table()
    table.add_column("document")
    for heading in ("pages", "passages", "seconds"):
        table.add_column(heading, justify="right")
    table.add_column("remarks")
    for file in report.files:
        remark = f"skipped: {file.skipped}" if file.skipped else file.note or ""
        table.add_row(
            Text(file.document_id or file.file),
            str(file.pages) if file.pages else "-",
            str(file.passages),
            f"{file.seconds:.2f}",
            Text(remark, style="bold red" if file.skipped else ""),
        )
    serving = "built and serving" if report.built else "unchanged and serving"
    info = report.info
    return Group(table, Text(f"Index {info.generation} is {serving}: {info.passages} passages."))


def render_findings(findings: Iterable[Finding]) -> Table:
    """Return a row a finding: what was looked at, ok or problem, what was found, what to do."""
    table = Table()
    for heading in ("checked", "", "found", "what to do"):
        table.add_column(heading, overflow="fold")
    for finding in findings:
        well = finding.remedy is None
        table.add_row(
            Text(finding.subject),
            Text("ok" if well else "problem", style="green" if well else "bold red"),
            Text(finding.state),
            Text(finding.remedy or ""),
        )
    return table
