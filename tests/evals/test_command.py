import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.datatypes import Answer
from evals.command import evaluate
from evals.errors import NoTopics, UnknownMeasure
from evals.topics import load_topics, topics_sha256
from tests.evals.scripted import TEXTS, ScriptedAssistant, answer_citing, cite, refusal

LINES = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))
QUESTION = "Welke actielijnen zijn er?"

ROW = {
    "id": "a",
    "need": "lines",
    "language": "nl",
    "question": QUESTION,
    "kind": "list",
    "status": "answered",
    "nuggets": [{"quotes": [{"document_id": "plan-nl", "quote": "vijf actielijnen"}]}],
    "split": "dev",
    "author": "test",
}
WEATHER = {
    "id": "b",
    "need": "weather",
    "language": "nl",
    "question": "Wat wordt het weer?",
    "kind": "out_of_scope",
    "status": "out_of_scope",
    "split": "dev",
    "author": "test",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    path = tmp_path / "topics.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + json.dumps(WEATHER) + "\n", encoding="utf-8")
    return [path]


def quiet() -> Console:
    return Console(file=StringIO(), width=200)


def assistant(answer: Answer = LINES) -> ScriptedAssistant:
    return ScriptedAssistant({QUESTION: answer}, otherwise=refusal("out_of_scope"))


def test_an_assistant_that_does_right_passes(files: list[Path]) -> None:
    assert evaluate(assistant(), TEXTS, files=files, console=quiet()) == 0


def test_wrong_answers_that_quote_exactly_pass_the_gates(files: list[Path]) -> None:
    refusing = ScriptedAssistant({})

    assert evaluate(refusing, TEXTS, files=files, console=quiet()) == 0


def test_a_quote_that_is_not_exact_fails(files: list[Path]) -> None:
    wrong = replace(LINES, citations=(replace(LINES.citations[0], start=0),))
    console = quiet()

    assert evaluate(assistant(wrong), TEXTS, files=files, console=console) == 1
    assert isinstance(console.file, StringIO)
    assert "gate failed: quotes" in console.file.getvalue()


def test_an_unmarked_sentence_in_the_other_language_fails(files: list[Path]) -> None:
    cited = replace(cite("plan-en", "We work with five action lines in this plan."), language="nl")
    english = answer_citing(cited)

    assert evaluate(assistant(english), TEXTS, files=files, console=quiet()) == 1


def test_a_second_run_that_differs_fails(files: list[Path]) -> None:
    other = assistant(replace(LINES, confidence=0.4))

    assert evaluate(assistant(), TEXTS, again=other, files=files, console=quiet()) == 1


def test_only_the_measures_asked_for_are_computed(files: list[Path], tmp_path: Path) -> None:
    evaluate(assistant(), TEXTS, measures=["status"], files=files, out=tmp_path, console=quiet())

    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert list(metrics["measures"]) == ["status"]


def test_without_a_measure_that_needs_it_nothing_is_asked_twice(files: list[Path]) -> None:
    asked = assistant()

    evaluate(asked, TEXTS, measures=["quotes"], files=files, console=quiet())

    assert [question for question, _ in asked.asked] == [QUESTION, "Wat wordt het weer?"]


def test_a_measure_that_does_not_exist_is_refused_with_those_that_do(files: list[Path]) -> None:
    with pytest.raises(UnknownMeasure, match="no measure speed; choose from status, "):
        evaluate(assistant(), TEXTS, measures=["speed"], files=files, console=quiet())


def test_a_split_without_topics_is_refused(files: list[Path]) -> None:
    with pytest.raises(NoTopics, match="no topic has split test"):
        evaluate(assistant(), TEXTS, split="test", files=files, console=quiet())


def test_the_figures_are_written_with_what_they_were_computed_on(
    files: list[Path], tmp_path: Path
) -> None:
    evaluate(
        assistant(),
        TEXTS,
        measures=["nugget-hit"],
        files=files,
        out=tmp_path / "results",
        console=quiet(),
        commit="abc",
    )

    written = json.loads((tmp_path / "results" / "metrics.json").read_text(encoding="utf-8"))
    one = {"value": 1.0, "low": None, "high": None, "n": 1, "clusters": 1}
    assert written == {
        "split": "dev",
        "topics": 2,
        "topics_sha256": topics_sha256(load_topics(TEXTS, "dev", files)),
        "index": {
            "generation": "g1",
            "corpus_sha256": "c" * 64,
            "embedding_model": "tiny",
        },
        "commit": "abc",
        "interval": {
            "method": "percentile bootstrap, needs resampled",
            "draws": 10_000,
            "seed": 20251107,
            "level": 0.95,
        },
        "measures": {
            "nugget-hit": {
                "meaning": "expected answered: at least one nugget hit",
                "gate": False,
                "lower_is_better": False,
                "failing": [],
                "by_language": {"all": one, "nl": one},
                "values": {"a": 1.0, "b": None},
            }
        },
    }


def test_two_evaluations_write_equal_files(files: list[Path], tmp_path: Path) -> None:
    shared = ScriptedAssistant({})
    for name in ("first", "second"):
        evaluate(shared, TEXTS, files=files, out=tmp_path / name, console=quiet())

    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("first", "second")
    )
    assert first == second
    assert set(first) == {"metrics.json", "answers.jsonl", "failures.jsonl"}
