"""The command line: the one place that joins the packages."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from assistant.errors import AssistantError
from evals.datatypes import Split
from evals.errors import EvalsError
from ingest.datatypes import Language
from ingest.errors import IndexMissing, IngestError, IngestRunning
from ui.errors import PageError

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from ingest.pipeline import IngestReport
    from ingest.settings import Settings

FAILED, REFUSED, RUNNING = 1, 2, 75

app = typer.Typer(
    name="mhiap",
    help="Ask a policy corpus on Mental Health in All Policies, in Dutch or English.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit; what goes wrong is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app(args=arguments, prog_name="mhiap")
    except IngestRunning as error:
        _fail(str(error), RUNNING)
    except (IngestError, AssistantError, PageError, EvalsError) as error:
        _fail(str(error), REFUSED)
    except OSError as error:
        _fail(f"{error.filename or 'a file'}: {error.strerror or error}", REFUSED)
    raise SystemExit(0)


@app.command()
def ingest(
    force: Annotated[
        bool, typer.Option("--force", help="Build even when nothing changed.")
    ] = False,
) -> None:
    """Read the documents of the corpus and build the index of them.

    Exits with 0 when all were read, 1 when one was skipped, 2 when no index could be built, 75 when
    another ingest is running.
    """
    from ui.reports import render_ingest
    from ui.terminal import open_console

    report = _build(_settings(), force)
    open_console().print(render_ingest(report))
    raise typer.Exit(0 if report.complete else FAILED)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="In Dutch or English.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    language: Annotated[
        Language | None, typer.Option(help="Of the answer; that of the question without it.")
    ] = None,
    documents: Annotated[
        str | None, typer.Option(help="Answer from these documents only: ids, with commas between.")
    ] = None,
    lines: Annotated[
        typer.FileBinaryRead | None,
        typer.Option("--from", help="A file with a JSON object a line, or - for stdin."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how it was read and why each passage was found.")
    ] = False,
) -> None:
    """Answer a question, or every question of a file, with sources.

    Exits with 0, with 2 when a question is invalid, with 1 when a line of the file is.
    """
    from assistant.questions import answer_lines
    from ui.terminal import print_answer

    if (question is None) == (lines is None):
        _fail('give a question, mhiap ask "...", or a file, mhiap ask --from FILE', REFUSED)
    ids = None if documents is None else [d.strip() for d in documents.split(",") if d.strip()]
    if lines is None:
        text = os.fsencode(question or "").decode("utf-8", errors="replace")
        answer = _open_assistant(_settings()).ask(
            text, language=language, documents=ids, explain=explain
        )
        print_answer(answer, as_json=as_json, explained=explain)
        raise typer.Exit(REFUSED if answer.status == "invalid" else 0)
    assistant, invalid = _open_assistant(_settings()), False
    for answer in answer_lines(assistant, lines, language, ids, explain=explain):
        invalid = invalid or answer.status == "invalid"
        print_answer(answer, as_json=as_json, heading=answer.question, explained=explain)
    raise typer.Exit(FAILED if invalid else 0)


@app.command()
def verify(
    file: Annotated[
        typer.FileBinaryRead, typer.Argument(help="What --json printed: a file, or - for stdin.")
    ],
) -> None:
    """Check every span, hash and marker of answers against the texts of the corpus.

    Exits with 0 when all hold, 1 when one does not, 2 when one cannot be read.
    """
    from assistant.audit import audit_answers
    from ingest.pipeline import read_texts
    from ingest.translations import read_all_rows

    code = 0
    corpus = _settings().corpus
    for audit in audit_answers(file.read(), read_texts(corpus), read_all_rows(corpus)):
        typer.echo(f"{audit.name}: {'; '.join(audit.problems) or 'ok'}")
        code = max(code, (FAILED if audit.problems else 0) if audit.readable else REFUSED)
    raise typer.Exit(code)


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on.", show_default="MHIAP_HOST")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on.", min=1, max=65535, show_default="MHIAP_PORT"),
    ] = None,
) -> None:
    """Serve the page and the API, and print the address."""
    settings = _settings()
    given = {"host": host, "port": port}
    settings = settings.model_copy(update={k: v for k, v in given.items() if v is not None})
    assistant = _open_assistant(settings)
    from ui.server import serve as serve_page

    serve_page(assistant, settings)


@app.command(name="eval")
def evaluate(
    measure: Annotated[
        list[str] | None, typer.Option(help="Only this measure; may be given more than once.")
    ] = None,
    split: Annotated[Split, typer.Option(help="The topics to ask.")] = "dev",
    out: Annotated[Path | None, typer.Option(help="Folder for figures, answers, failures.")] = None,
    fit_abstention: Annotated[
        bool, typer.Option("--fit-abstention", help="Fit when to abstain, on split train.")
    ] = False,
    retrieval: Annotated[
        bool, typer.Option("--retrieval", help="Measure what is found, not what is answered.")
    ] = False,
    ranked: Annotated[
        list[Path] | None,
        typer.Option(help="With --retrieval: another system's hits; may be given more than once."),
    ] = None,
    alignment: Annotated[
        bool, typer.Option("--alignment", help="Measure how the editions of a text are aligned.")
    ] = False,
    shown: Annotated[
        int, typer.Option("--print", help="With --alignment: beads to print for reading.", min=0)
    ] = 0,
    seed: Annotated[int, typer.Option(help="With --alignment: of the draw of these beads.")] = 7,
    parity: Annotated[
        bool, typer.Option("--parity", help="Compare the answers to Dutch and English twins.")
    ] = False,
) -> None:
    """Measure the answers on the topics; exits with 1 when a measure falls below its gate."""
    from evals.command import evaluate as measure_answers
    from evals.fitting import describe_fit, refit_abstention
    from evals.provenance import read_commit
    from evals.topics import load_topics
    from ingest.pipeline import read_texts

    settings = _settings()
    if alignment:
        from evals.alignment_command import evaluate_alignment
        from ingest.embedding import load_embedder
        from ingest.pipeline import read_corpus

        corpus, model = read_corpus(settings.corpus), load_embedder(settings.embedding_model)
        evaluate_alignment(
            corpus.documents, corpus.passages, model.embed_passages, shown=shown, seed=seed
        )
        raise typer.Exit(0)
    assistant, texts = _open_assistant(settings), read_texts(settings.corpus)
    if fit_abstention:
        fit = refit_abstention(assistant, load_topics(texts, "train"), "train")
        typer.echo(describe_fit(fit))
        raise typer.Exit(0)
    if parity:
        from evals.parity_command import evaluate_parity

        evaluate_parity(assistant, texts, split=split)
        raise typer.Exit(0)
    commit = read_commit(Path(__file__).parent)
    if retrieval:
        from evals.retrieval_command import evaluate_retrieval
        from ingest.storage import read_documents, read_passages

        folder = settings.index / assistant.stamp.generation
        evaluate_retrieval(
            assistant, read_documents(folder), read_passages(folder), assistant.stamp,
            split=split, out=out, ranked=ranked or (), commit=commit,
        )  # fmt: skip
        raise typer.Exit(0)
    again = _open_assistant(settings)
    raise typer.Exit(
        measure_answers(
            assistant, texts, measures=measure, split=split, out=out, again=again, commit=commit
        )
    )


@app.command()
def doctor() -> None:
    """Check documents, texts, model, index, settings and disk, and say what to do."""
    from ingest.diagnosis import diagnose
    from ui.reports import render_findings
    from ui.terminal import open_console

    findings = list(diagnose(_settings()))
    open_console().print(render_findings(findings))
    raise typer.Exit(FAILED if any(finding.remedy for finding in findings) else 0)


def _settings() -> "Settings":
    from pydantic import ValidationError

    from ingest.settings import read_settings

    try:
        return read_settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = f"MHIAP_{'_'.join(map(str, first['loc'])).upper()}"
        _fail(f"{name}: {first['msg']}; correct it, or unset it for the default", REFUSED)


def _build(settings: "Settings", force: bool = False) -> "IngestReport":
    from ingest.pipeline import ingest as build
    from ui.reports import show_progress
    from ui.terminal import open_console

    with show_progress(open_console(errors=True)) as progress:
        return build(settings, progress, force)


def _open_assistant(settings: "Settings") -> "Assistant":
    from assistant.assembly import open_assistant

    try:
        return open_assistant(settings)
    except IndexMissing:
        _build(settings)
        return open_assistant(settings)


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(f"mhiap: {message}", err=True)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
