import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.answering import Assistant
from evals.errors import NoTopics
from evals.retrieval_command import evaluate_retrieval
from tests.evals.scripted import STAMP
from tests.evals.small_index import DOCUMENTS, PASSAGES, Finder

ROW = {
    "id": "a",
    "need": "lines",
    "language": "nl",
    "question": "Welke lijnen?",
    "kind": "list",
    "status": "answered",
    "nuggets": [{"quotes": [{"document_id": "plan-nl", "quote": "vijf actielijnen"}]}],
    "split": "directions",
    "author": "test",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    path = tmp_path / "topics.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return [path]


@pytest.fixture
def finder(assistant: Assistant) -> Finder:
    return Finder(assistant.find("OKO")[0], {"Welke lijnen?": [["plan-nl:1", "plan-nl:0"]]})


def run(finder: Finder, files: list[Path], out: Path, *ranked: Path) -> str:
    console = Console(file=StringIO(), width=100)
    evaluate_retrieval(
        finder,
        list(DOCUMENTS.values()),
        PASSAGES,
        STAMP,
        split="directions",
        out=out,
        ranked=ranked,
        files=files,
        console=console,
    )
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_figures_are_printed_and_written_and_no_topic_is_named(
    finder: Finder, files: list[Path], tmp_path: Path
) -> None:
    shown = run(finder, files, tmp_path / "out")

    assert "0.500" in shown
    assert "lijnen" not in shown
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "run.trec",
        "qrels.trec",
        "retrieval.json",
    }


def test_another_system_is_printed_beside_and_written_with_a_number(
    finder: Finder, files: list[Path], tmp_path: Path
) -> None:
    ranked = tmp_path / "vanilla" / "topics" / "ranked.jsonl"
    ranked.parent.mkdir(parents=True)
    ranked.write_text('{"id": "other", "hits": []}\n', encoding="utf-8")

    shown = run(finder, files, tmp_path / "out", ranked)

    assert "vanilla: 1 topics without hits count as zero" in shown
    assert (tmp_path / "out" / "run-1.trec").exists()


def test_a_split_without_evidence_is_refused(finder: Finder, files: list[Path]) -> None:
    with pytest.raises(NoTopics, match="no topic of split test has evidence"):
        evaluate_retrieval(
            finder, list(DOCUMENTS.values()), PASSAGES, STAMP, split="test", files=files
        )
