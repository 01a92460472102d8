from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from ingest.embedding import load_embedder
from tests.training.small_pairs import DIMENSIONS, PAIRS, WORDS, write_pairs, write_teacher
from training.build import main, with_words
from training.pairs import Pair


def build(folder: Path, out: Path) -> Result:
    app = typer.Typer()
    app.command()(main)
    options = {
        "--pairs": folder / "pairs.tsv",
        "--teacher": folder / "teacher",
        "--out": out,
        "--kept": folder / "kept",
    }
    words = [str(word) for option in options.items() for word in option]
    return CliRunner().invoke(app, words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pairs(tmp_path / "pairs.tsv")
    write_teacher(tmp_path / "teacher")
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_one_command_writes_a_model_and_says_what_it_did(folder: Path) -> None:
    done = build(folder, folder / "model")

    embedder = load_embedder(str(folder / "model"))
    assert (done.exit_code, done.stderr, embedder.dimensions) == (0, "", DIMENSIONS)
    said = [line.partition(" s  ")[2] for line in done.stdout.splitlines()]
    assert said[:3] == [
        f"{len(PAIRS)} pairs read",
        f"{2 * len([*WORDS, 'the'])} words added",
        f"teacher's vectors: {DIMENSIONS} dimensions",
    ]
    assert said[-1] == f"written to {folder / 'model'}: sha256 {embedder.sha256[:16]}"


def test_the_same_command_twice_writes_the_same_bytes(folder: Path) -> None:
    build(folder, folder / "one")
    (kept,) = (folder / "kept").iterdir()
    kept.unlink()
    build(folder, folder / "other")

    assert content(folder / "one") == content(folder / "other")


@pytest.mark.parametrize(
    ("missing", "message"),
    [("pairs.tsv", "pairs.tsv cannot be read: "), ("teacher/modules.json", "cannot be loaded")],
)
def test_what_is_missing_exits_1_with_a_sentence(folder: Path, missing: str, message: str) -> None:
    (folder / missing).unlink()

    done = build(folder, folder / "model")

    assert (done.exit_code, (folder / "model").exists()) == (1, False)
    assert message in done.stderr


def test_the_words_that_translate_each_other_follow_the_pairs() -> None:
    found = with_words(PAIRS)

    lexicon = [pair for pair in found if pair.source == "lexicon"]
    assert found[: len(PAIRS)] == PAIRS
    assert found[len(PAIRS) :][: len(lexicon)] == tuple(lexicon)
    assert {pair.dutch: pair.english for pair in lexicon} == {**WORDS, "de": "the"}


def test_an_english_word_that_is_not_dutch_too_stands_for_itself_in_both_languages() -> None:
    found = with_words((*PAIRS, Pair("Anna swims to B.", "Anna zwemt naar B.", "made")))

    alone = [pair for pair in found if pair.source == "word"]
    english = sorted([*WORDS.values(), "the", "swims"])
    assert alone == [Pair(word, word, "word") for word in english]
    assert found[-len(alone) :] == tuple(alone)
