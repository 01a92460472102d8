from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.errors import SetRefused
from training.pairs import Pair
from training.sets import Posed, RatedPair, draw, read_posed, read_rated

PAIRS = [Pair(english=f"sentence {n}", dutch=f"zin {n}") for n in range(30)]


def write(folder: Path, text: str) -> Path:
    path = folder / "set"
    path.write_text(text, encoding="utf-8")
    return path


def test_rated_pairs_may_hold_commas_between_quotes(tmp_path: Path) -> None:
    path = write(tmp_path, '"Ja, hoor",Nee,2.5\nEen,Een,5.0\n')

    assert read_rated(path) == (
        RatedPair(first="Ja, hoor", second="Nee", rating=2.5),
        RatedPair(first="Een", second="Een", rating=5.0),
    )


def test_questions_are_read_with_their_answers(tmp_path: Path) -> None:
    path = write(tmp_path, '{"id": "1", "question": "Deelt u de zorg?", "answer": "Ja."}\n')

    assert read_posed(path) == (Posed(question="Deelt u de zorg?", answer="Ja."),)


@pytest.mark.parametrize(
    ("read", "text", "reason"),
    [
        (read_rated, "one,two,3\none,two\n", "set:2 is not two sentences and a rating"),
        (read_rated, "one,two,three\n", "set:1 is not two sentences"),
        (read_posed, '{"question": "?", "answer": "!"}\n{"question": "?"}\n', "set:2 is not"),
        (read_posed, "{\n", "set:1 is not"),
        (read_rated, "\n", "is empty"),
    ],
)
def test_a_file_that_is_not_like_that_is_refused(
    tmp_path: Path, read: Callable[[Path], object], text: str, reason: str
) -> None:
    with pytest.raises(SetRefused, match=reason):
        read(write(tmp_path, text))


def test_a_missing_file_says_how_to_name_the_folder(tmp_path: Path) -> None:
    with pytest.raises(SetRefused, match="--data"):
        read_posed(tmp_path / "nowhere")


@given(st.integers(0, 40), st.integers(0, 5))
def test_a_draw_holds_each_pair_at_most_once_and_is_the_same_again(count: int, seed: int) -> None:
    drawn = draw(PAIRS, count, seed)

    assert len(drawn) == len(set(drawn)) == min(count, len(PAIRS))
    assert set(drawn) <= set(PAIRS)
    assert drawn == draw(PAIRS, count, seed)
