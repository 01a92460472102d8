"""The parts of the vanilla baseline that need none of its libraries."""

import ast
import json
import lzma
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import ORDER, answer_from_json
from assistant.verification import verify_answer
from bench.peers.vanilla.contract import answer_of, invalid_answer
from bench.peers.vanilla.passages import Hit, Passage, locate
from bench.peers.vanilla.questions import BadLine, Question, read_question
from bench.peers.vanilla.recording import ranked_row, write_lines
from bench.peers.vanilla.sources import CorpusUnusable, Source, hash_corpus, read_sources
from ingest.settings import PROJECT

FOLDER = PROJECT / "bench" / "peers" / "vanilla"
TEXT = "Één plan.\n\nTwee  plannen.\nEen plan."
PLAN = Source(
    document_id="plan-nl",
    file="plan.txt",
    title="Het plan",
    publisher="VWS",
    kind=None,
    authority="adopted plan",
    published="2022-06",
    url=None,
    language="nl",
    origin="original",
    file_sha256="a" * 64,
    text=TEXT,
)
HITS = (
    Hit(
        passage=Passage(document_id="plan-nl", start=11, end=25, text=TEXT[11:25]),
        rank=1,
        score=0.5,
    ),
    Hit(passage=Passage(document_id="plan-nl", start=0, end=9, text=TEXT[:9]), rank=2, score=-0.1),
)
STAMP = {"generation": "g", "corpus_sha256": "c", "embedding_model": "m"}
ASKED = Question(text="Hoeveel plannen?", question_id="q-1", language="nl")


def manifest_of(tmp_path: Path, rows: str) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_bytes(TEXT.encode())
    (tmp_path / "manifest.toml").write_text(rows, encoding="utf-8")
    return tmp_path


@given(st.text(alphabet="ab \n", min_size=1, max_size=60), st.integers(1, 9), st.integers(0, 8))
def test_a_located_piece_is_the_text_that_its_offsets_name(
    text: str, size: int, overlap: int
) -> None:
    step = max(1, size - overlap)
    pieces = [p for n in range(0, len(text), step) if (p := text[n : n + size].strip())]

    passages = locate("d", text, pieces, size)

    assert [passage.text for passage in passages] == pieces
    assert all(text[p.start : p.end] == p.text for p in passages)
    starts = [passage.start for passage in passages]
    assert starts == sorted(starts)


def test_a_piece_that_stands_twice_is_located_after_the_one_before_it() -> None:
    passages = locate("d", "x. a. x. b. x.", ["x. a.", "x. b.", "x."], 0)

    assert [passage.start for passage in passages] == [0, 6, 12]


def test_a_piece_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not found"):
        locate("d", "one two", ["three"], 0)


def test_an_answer_shows_every_passage_found_and_cites_it() -> None:
    answer = answer_from_json(json.dumps(answer_of(ASKED, HITS, {"plan-nl": PLAN}, STAMP, 0.01)))

    assert answer.text == "Twee  plannen. [1]\n\nÉén plan. [2]"
    assert [claim.markers for claim in answer.claims] == [(1,), (2,)]
    assert (answer.status, answer.language, answer.confidence) == ("answered", "nl", 0.5)
    assert verify_answer(answer, {"plan-nl": TEXT}) == []


def test_an_answer_has_the_order_of_the_contract() -> None:
    assert tuple(answer_of(ASKED, HITS, {"plan-nl": PLAN}, STAMP, 0.01)) == ORDER


def test_a_cosine_below_zero_is_no_confidence() -> None:
    answer = answer_of(ASKED, HITS[1:], {"plan-nl": PLAN}, STAMP, 0.01)

    assert answer["confidence"] == 0.0


def test_a_bad_line_gets_an_invalid_answer_in_its_place() -> None:
    line = read_question('{"question": 3, "id": "q-2"}', {"plan-nl"})

    assert isinstance(line, BadLine)
    answer = answer_from_json(json.dumps(invalid_answer(line, STAMP)))
    assert (answer.status, answer.id, answer.claims) == ("invalid", "q-2", ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "no question"),
        ('{"question": "x", "id": 3}', "not a text"),
        ('{"question": "x", "documents": ["other"]}', "Choose from plan-nl"),
        ('{"question": "x", "documents": []}', "Choose from plan-nl"),
        ('{"question": "x", "documents": [["plan-nl"]]}', "Choose from plan-nl"),
    ],
)
def test_a_line_without_a_question_says_why(line: str, reason: str) -> None:
    read = read_question(line, {"plan-nl"})

    assert isinstance(read, BadLine)
    assert reason in read.reason


def test_a_topic_is_read_as_a_question() -> None:
    topic = {"question": "x", "id": "t", "language": "de", "documents": ["plan-nl"], "need": "n"}

    assert read_question(json.dumps(topic), {"plan-nl"}) == Question(
        text="x", question_id="t", documents=("plan-nl",)
    )


def test_a_blank_line_is_no_question() -> None:
    assert read_question(" \r", {"plan-nl"}) is None


def test_a_source_is_its_row_and_its_text(tmp_path: Path) -> None:
    corpus = manifest_of(
        tmp_path,
        '[[document]]\nid = "plan-nl"\nfile = "plan.txt"\ntitle = "Het plan"\nlanguage = "nl"\n'
        'publisher = "VWS"\nauthority = "adopted plan"\npublished = "2022-06"\n',
    )

    (source,) = read_sources(corpus)

    assert replace(source, file_sha256="a" * 64) == PLAN


@pytest.mark.parametrize(
    "rows",
    ["", "[[document]", '[[document]]\nid = "a"\nfile = "b"\ntitle = "c"\nlanguage = "nl"'],
)
def test_a_corpus_that_cannot_be_read_says_which_file(tmp_path: Path, rows: str) -> None:
    with pytest.raises(CorpusUnusable, match=r"manifest\.toml|documents.b"):
        read_sources(manifest_of(tmp_path, rows))


def test_the_hash_of_the_corpus_is_that_of_its_files() -> None:
    other = replace(PLAN, document_id="plan-en", file_sha256="b" * 64)

    assert hash_corpus([PLAN, other]) == hash_corpus([other, replace(PLAN, title="Plan")])
    assert hash_corpus([PLAN]) != hash_corpus([replace(PLAN, file_sha256="b" * 64)])


def test_a_ranked_row_can_be_read_back(tmp_path: Path) -> None:
    write_lines(tmp_path / "ranked.jsonl.xz", [ranked_row(ASKED, HITS[:1])])

    with lzma.open(tmp_path / "ranked.jsonl.xz", "rt", encoding="utf-8") as file:
        row = json.loads(file.read())
    hit = {"rank": 1, "document": "plan-nl", "start": 11, "end": 25, "text": "Twee  plannen."}
    assert row == {"id": "q-1", "question": "Hoeveel plannen?", "hits": [hit | {"score": 0.5}]}


def test_the_baseline_imports_nothing_of_the_product() -> None:
    imported = {
        name.partition(".")[0]
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported & {"ingest", "assistant", "ui", "evals", "mhiap", ""} == set()


def test_what_is_installed_does_not_name_the_wheel_of_the_model() -> None:
    pins = (FOLDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    (wheel,) = [pin.partition("==")[0] for pin in pins if "minilm" in pin]
    names = {wheel, wheel.replace("-", "_")}
    files = [PROJECT / name for name in ("pyproject.toml", "requirements.lock", "mhiap.py")]
    for package in ("ingest", "assistant", "ui", "evals"):
        files += sorted((PROJECT / package).rglob("*.py"))

    naming = [path.name for path in files if any(n in path.read_text("utf-8") for n in names)]
    assert naming == []
