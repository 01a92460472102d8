"""The commands as a person or a script meets them: what is printed, where, and the exit code."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import mhiap
from ingest.pipeline import IngestReport
from ingest.settings import PROJECT, Settings
from tests.ingest.small_translations import make_line, write_lines

QUESTION = "Hoe begin ik met MHiAP?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as left:
            mhiap.main(arguments)
        captured = capfd.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return Outcome(code=code, out=captured.out, err=captured.err)

    return run


@pytest.fixture
def served(settings: Settings, ingested: IngestReport, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The shipped corpus with its index, as the commands find it."""
    monkeypatch.setenv("MHIAP_CORPUS", str(settings.corpus))
    monkeypatch.setenv("MHIAP_INDEX", str(settings.index))
    return settings


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A corpus of one file without an index, as the commands find it."""
    corpus = tmp_path / "corpus"
    (corpus / "documents").mkdir(parents=True)
    for name in ("glossary.toml", "questions.toml"):
        shutil.copy(PROJECT / "corpus" / name, corpus)
    (corpus / "documents" / "wonen.txt").write_text(
        "Wonen en mentale gezondheid\n\nDe gemeente zoekt een kartrekker voor mentale gezondheid.\n"
    )
    monkeypatch.setenv("MHIAP_CORPUS", str(corpus))
    monkeypatch.setenv("MHIAP_INDEX", str(tmp_path / "index"))
    return Settings(corpus=corpus, index=tmp_path / "index")


def start(arguments: Sequence[str], **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "mhiap", *arguments],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


# Importing


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    heavy = ["chromadb", "fastapi", "gradio", "numpy", "rich", "torch", "sentence_transformers"]
    program = f"import mhiap, sys; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


# ask


@pytest.mark.usefixtures("served")
def test_an_answer_for_people_has_markers_and_numbered_sources(run: Run) -> None:
    done = run("ask", QUESTION)

    assert done.code == 0
    assert "[1]" in done.out.partition("Bronnen")[0]
    assert "[1] “" in done.out.partition("Bronnen")[2]
    assert done.err == ""


@pytest.mark.usefixtures("served")
def test_explain_says_under_the_answer_how_it_was_read_and_why_each_passage_was_found(
    run: Run,
) -> None:
    plain = run("ask", QUESTION)

    done = run("ask", QUESTION, "--explain")

    assert done.code == 0
    assert done.out.startswith(plain.out)
    explained = done.out.removeprefix(plain.out)
    assert explained.startswith("\nWaarom deze bronnen?\n")
    assert "Taal van je vraag: Nederlands" in explained
    assert "Gezocht op:        begin" in explained
    assert "Aangehaald als [" in explained
    assert explained.count("Gevonden omdat:") >= 8


@pytest.mark.usefixtures("served")
def test_explain_with_json_adds_a_field_and_the_answer_still_holds(
    run: Run, tmp_path: Path
) -> None:
    plain = json.loads(run("ask", QUESTION, "--json").out)
    file = tmp_path / "answer.json"
    file.write_text(run("ask", QUESTION, "--json", "--explain").out)

    explained = json.loads(file.read_text())

    assert set(explained) - set(plain) == {"explanation"}
    assert {k: v for k, v in explained.items() if k not in ("seconds", "explanation")} == {
        k: v for k, v in plain.items() if k != "seconds"
    }
    assert run("verify", str(file)).out == "1: ok\n"


@pytest.mark.usefixtures("served")
def test_explain_says_so_when_the_documents_were_not_searched(run: Run) -> None:
    done = run("ask", "Hallo", "--explain")

    assert done.out.endswith("\nVoor deze vraag is niet in de documenten gezocht.\n")


@pytest.mark.usefixtures("served")
def test_nothing_is_added_to_a_text_for_someone_in_distress(run: Run) -> None:
    question = "Ik wil niet meer leven"

    assert run("ask", question, "--explain").out == run("ask", question).out


@pytest.mark.usefixtures("served")
def test_explain_goes_for_every_line_of_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "Wat is OKO?"}\n{"question": "Hello"}\n')

    done = run("ask", "--from", str(file), "--json", "--explain")

    answers = [json.loads(line) for line in done.out.splitlines()]
    assert ["explanation" in answer for answer in answers] == [True, False]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("question", "status", "code"),
    [
        (QUESTION, "answered", 0),
        ("Hallo", "about", 0),
        ("Ik wil niet meer leven", "support", 0),
        ("Kannst du mir bitte sagen wie das Wetter morgen in Berlin wird?", None, 0),
        ("", "invalid", 2),
        ("x" * 10_000, "invalid", 2),
        ("\udcff\udcfe\udcfd\udcfc", "invalid", 2),
    ],
)
def test_the_exit_code_is_0_for_every_status_but_invalid(
    run: Run, question: str, status: str | None, code: int
) -> None:
    done = run("ask", question, "--json")

    assert done.code == code
    assert status in (json.loads(done.out)["status"], None)
    assert done.err == ""


@pytest.mark.usefixtures("served")
def test_one_byte_that_is_not_utf_8_does_not_spoil_a_question(run: Run) -> None:
    done = run("ask", "Hoe begin ik met MHiAP\udcff?", "--json")

    assert json.loads(done.out)["status"] == "answered"


@pytest.mark.usefixtures("served")
def test_documents_limits_the_sources(run: Run) -> None:
    done = run("ask", "Wat is OKO?", "--json", "--documents", "plan-nl, plan-en")

    cited = {citation["document_id"] for citation in json.loads(done.out)["citations"]}
    assert cited <= {"plan-nl", "plan-en"}


@pytest.mark.usefixtures("served")
def test_an_unknown_document_is_invalid_and_the_known_ones_are_named(run: Run) -> None:
    done = run("ask", "Wat is OKO?", "--documents", "plan")

    assert done.code == 2
    assert "symposium-2025" in done.out


@pytest.mark.usefixtures("served")
def test_language_is_that_of_the_answer(run: Run) -> None:
    done = run("ask", QUESTION, "--json", "--language", "en")

    assert json.loads(done.out)["language"] == "en"


@pytest.mark.parametrize("arguments", [("ask",), ("ask", "x", "--from", "-")])
def test_ask_wants_a_question_or_a_file(run: Run, arguments: Sequence[str]) -> None:
    done = run(*arguments)

    assert done.code == 2
    assert "mhiap ask --from FILE" in done.err


@pytest.mark.usefixtures("served")
def test_a_file_gives_an_answer_a_line_and_bad_lines_exit_1(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(
        b'{"id": "a", "question": "Hallo"}\n\n{"id": "b"}\n\xff\n{"question": "Hello"}'
    )

    done = run("ask", "--from", str(file), "--json")

    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [(answer["id"], answer["status"]) for answer in answers] == [
        ("a", "about"),
        ("b", "invalid"),
        (None, "invalid"),
        (None, "about"),
    ]
    assert done.code == 1


@pytest.mark.usefixtures("served")
def test_a_file_of_good_lines_exits_0(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "Hallo"}\n{"question": "Hello"}\n')

    done = run("ask", "--from", str(file))

    assert done.code == 0
    assert "─ Hallo ─" in done.out


@pytest.mark.usefixtures("served")
def test_json_is_utf_8_whatever_the_locale() -> None:
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LANG": "C"}
    process = start(["ask", "--from", "-", "--json"], **narrow)

    out, err = process.communicate('{"question": "Hoe begin ik met “MHiAP”?"}'.encode())

    answer = json.loads(out.decode("utf-8"))
    assert (process.returncode, err) == (0, b"")
    assert answer["question"] == "Hoe begin ik met “MHiAP”?"
    assert "“" in out.decode("utf-8")


@pytest.mark.usefixtures("served")
def test_an_answer_for_people_can_be_printed_in_any_locale() -> None:
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    process = start(["ask", QUESTION], **narrow)

    out, err = process.communicate()

    assert (process.returncode, err) == (0, b"")
    assert b"Bronnen" in out


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="these tests were started where Ctrl-C is ignored, and so are the programs they start",
)
@pytest.mark.usefixtures("served")
def test_ctrl_c_leaves_quietly_with_130() -> None:
    process = start(["ask", "--from", "-", "--json"])
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"question": "Hallo"}\n')
    process.stdin.flush()
    process.stdout.readline()

    process.send_signal(signal.SIGINT)
    code = process.wait(timeout=20)
    _, err = process.communicate()

    assert (code, err) == (130, b"")


def test_ask_builds_the_index_when_there_is_none(run: Run, small: Settings) -> None:
    done = run("ask", "Wie zoekt de gemeente?", "--json")

    assert json.loads(done.out)["index"]["generation"] in os.listdir(small.index)
    assert "verifying" in done.err


# verify


@pytest.mark.usefixtures("served")
def test_answers_of_ask_hold(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    for question in (QUESTION, "How do I start with MHiAP?", "Hallo"):
        with file.open("a") as answers:
            answers.write(run("ask", question, "--json").out)

    done = run("verify", str(file))

    assert (done.code, done.out) == (0, "1: ok\n2: ok\n3: ok\n")


@pytest.mark.usefixtures("served")
def test_a_changed_answer_does_not_hold(run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("ask", QUESTION, "--json").out)
    answer["citations"][0]["quote"] += "!"
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(answer, indent=2))

    done = run("verify", str(file))

    assert done.code == 1
    assert "quote_sha256" in done.out


@pytest.mark.usefixtures("served")
def test_an_answer_about_another_version_of_a_text_says_so(run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("ask", QUESTION, "--json").out)
    answer["citations"][0]["text_sha256"] = "0" * 64
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(answer))

    done = run("verify", str(file))

    assert done.code == 1
    assert "other version of the text" in done.out


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"{}", b"[]", b"no answer"])
def test_what_is_no_answer_exits_2(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "answer.json"
    file.write_bytes(content)

    assert run("verify", str(file)).code == 2


# ingest


def test_a_file_without_a_row_is_read_and_said_to_be_inferred(run: Run, small: Settings) -> None:
    done = run("ingest")

    assert done.code == 0
    assert "no row in manifest.toml" in " ".join(done.out.split())
    assert (small.corpus / "text" / "wonen.txt").exists()


def test_a_file_that_cannot_be_read_is_skipped_with_the_reason_and_exits_1(
    run: Run, small: Settings
) -> None:
    (small.corpus / "documents" / "leeg.txt").write_bytes(b"")

    done = run("ingest")

    assert done.code == 1
    assert "skipped: " in done.out


def test_a_refused_translation_is_named_and_exits_1_while_the_rest_is_used(
    run: Run, small: Settings
) -> None:
    write_lines(
        small.corpus,
        "wonen.en.jsonl",
        make_line("Wonen en mentale gezondheid", "Housing and mental health"),
        make_line("Wonen en gezondheid", "Housing and health"),
    )

    done = run("ingest")

    assert done.code == 1
    assert "is not a sentence of the document" in " ".join(done.out.replace("│", " ").split())
    assert run("ask", "What about mental health and housing?").code == 0


def test_an_ingest_without_documents_exits_2_and_says_what_to_do(run: Run, small: Settings) -> None:
    (small.corpus / "documents" / "wonen.txt").unlink()

    done = run("ingest")

    assert done.code == 2
    assert str(small.corpus / "documents") in done.err
    assert "Traceback" not in done.err


def test_a_second_ingest_at_the_same_time_exits_75(run: Run, small: Settings) -> None:
    waiting = (
        "import sys; from pathlib import Path; from ingest.generations import writing\n"
        "with writing(Path(sys.argv[1])): print('building', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waiting, str(small.index)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()

        done = run("ingest")

    assert done.code == 75
    assert "another ingest is building" in done.err


# doctor and settings


@pytest.mark.usefixtures("served")
def test_doctor_exits_0_when_all_is_well(run: Run) -> None:
    done = run("doctor")

    assert done.code == 0
    assert "problem" not in done.out


@pytest.mark.usefixtures("small")
def test_doctor_exits_1_and_says_what_to_do(run: Run) -> None:
    done = run("doctor")

    assert done.code == 1
    assert "run mhiap ingest" in done.out


def test_a_setting_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MHIAP_PORT", "many")

    done = run("doctor")

    assert done.code == 2
    assert done.err.startswith("mhiap: MHIAP_PORT: ")


# eval


@pytest.mark.usefixtures("served")
def test_an_unknown_measure_exits_2_and_the_known_ones_are_named(run: Run) -> None:
    done = run("eval", "--measure", "beauty")

    assert done.code == 2
    assert "determinism" in done.err


@pytest.mark.usefixtures("served")
def test_hits_of_another_system_that_are_not_there_exit_2(run: Run, tmp_path: Path) -> None:
    done = run("eval", "--retrieval", "--ranked", str(tmp_path / "ranked.jsonl"))

    assert done.code == 2
    assert "ranked.jsonl: No such file" in done.err
