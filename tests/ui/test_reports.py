"""The tables of the operator."""

from io import StringIO

from rich.console import Console, RenderableType

from ingest.diagnosis import Finding
from ingest.inventory import IndexInfo
from ingest.pipeline import FileReport, IngestReport
from ui.reports import render_findings, render_ingest, show_progress

INFO = IndexInfo(
    generation="g1",
    corpus_sha256="",
    embedding_model="nl-en",
    embedding_sha256="",
    dimensions=2,
    documents=1,
    passages=8,
    renderings=8,
    sentences=20,
    replaced=0,
    unreached=(),
    store="local",
    built_with="1",
    code_version=1,
    files={},
)
READ = FileReport(file="mentor.txt", document_id="mentor", pages=0, passages=8, seconds=0.5)
SKIPPED = FileReport(
    file="a[b].pdf", document_id=None, pages=0, passages=0, seconds=0.1, skipped="it is empty"
)


def show(content: RenderableType) -> str:
    console = Console(file=StringIO(), width=100)
    console.print(content)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_every_file_has_a_row_and_a_skipped_one_its_reason() -> None:
    shown = show(render_ingest(IngestReport(files=(READ, SKIPPED), info=INFO, built=True)))

    assert "mentor " in shown
    assert "a[b].pdf" in shown
    assert "skipped: it is empty" in shown
    assert "Index g1 is built and serving: 8 passages." in shown


def test_a_finding_without_a_remedy_is_ok() -> None:
    shown = show(
        render_findings(
            [
                Finding(subject="index", state="verified"),
                Finding(subject="disk", state="full", remedy="make room"),
            ]
        )
    )

    ok, problem = (line for line in shown.splitlines() if "verified" in line or "full" in line)
    assert "ok" in ok
    assert "problem" in problem
    assert "make room" in problem


def test_progress_names_each_step_with_how_far_it_is() -> None:
    console = Console(file=StringIO(), width=100)
    with show_progress(console) as progress:
        progress("read", 0, 5)
        progress("read", 5, 5)
        progress("verifying", 1, 1)

    assert isinstance(console.file, StringIO)
    read, verifying = console.file.getvalue().strip().splitlines()
    assert "read" in read
    assert "5/5" in read
    assert "verifying" in verifying
