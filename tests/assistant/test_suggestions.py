from pathlib import Path

import pytest

from assistant.errors import SpeechMissing
from assistant.suggestions import STARTERS, Suggester, read_suggester
from ingest.datatypes import Language
from tests.ingest.small_corpus import WordModel

MODEL = WordModel()
ROWS = [
    ("wat is mhiap", "what is mhiap"),
    ("wat is oko", "what is oko"),
    ("wie doet mee", "who joins"),
]


@pytest.fixture
def suggester(tmp_path: Path) -> Suggester:
    path = tmp_path / "questions.toml"
    path.write_text("".join(f'[[question]]\nnl = "{nl}"\nen = "{en}"\n' for nl, en in ROWS))
    return read_suggester(path, MODEL)


def nearest(suggester: Suggester, asked: str, language: Language = "nl") -> tuple[str, ...]:
    return suggester.nearest(MODEL.embed_queries([asked])[0], language, [asked])


def test_the_first_questions_of_the_file_are_the_starters(suggester: Suggester) -> None:
    assert suggester.starters("nl") == tuple(nl for nl, _ in ROWS)
    assert suggester.starters("en") == tuple(en for _, en in ROWS)
    assert len(suggester.starters("nl")) <= STARTERS


def test_the_nearest_questions_come_first(suggester: Suggester) -> None:
    assert nearest(suggester, "wie doet wat")[0] == "wie doet mee"


def test_the_question_itself_is_not_suggested(suggester: Suggester) -> None:
    assert "wat is oko" not in nearest(suggester, "Wat is OKO?")
    assert "wat is mhiap" not in nearest(suggester, "wat is mhiap")


def test_suggestions_are_in_the_readers_language_and_no_more_than_the_limit(
    suggester: Suggester,
) -> None:
    assert set(nearest(suggester, "iets anders", "en")) == {en for _, en in ROWS}
    assert suggester.nearest(MODEL.embed_queries(["x"])[0], "nl", [], limit=1)[1:] == ()


def test_without_a_file_nothing_is_suggested(tmp_path: Path) -> None:
    suggester = read_suggester(tmp_path / "questions.toml", MODEL)

    assert nearest(suggester, "wat is oko") == ()
    assert suggester.starters("nl") == ()


@pytest.mark.parametrize(
    "content",
    [b"[[question]]\nnl = 'x'\n", b"nonsense =", b"\xff\xfe", b"[[question]]\nnl=1\nen='x'"],
)
def test_a_broken_file_is_reported_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "questions.toml"
    path.write_bytes(content)

    with pytest.raises(SpeechMissing, match=r"questions\.toml cannot be used"):
        read_suggester(path, MODEL)
