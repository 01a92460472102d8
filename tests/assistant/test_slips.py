import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.slips import (
    DOUBLED,
    EXTRA,
    MISSING,
    NEAR_KEY,
    OTHER,
    SOUNDS_ALIKE,
    SWAPPED,
    cost_of,
)

WORDS = st.text("abeimnrst", max_size=9)


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("gemeente", "gemeente", 0.0),
        ("gemeetne", "gemeente", SWAPPED),
        ("mentaale", "mentale", DOUBLED),
        ("onderijs", "onderwijs", MISSING),
        ("gemeeente", "gemeente", DOUBLED),
        ("gemente", "gemeente", DOUBLED),
        ("symposiun", "symposium", NEAR_KEY),
        ("prestatiedruki", "prestatiedruk", NEAR_KEY),
        ("lazerie", "lazeri", EXTRA),
        ("iceland", "ireland", OTHER),
        ("sosiale", "sociale", SOUNDS_ALIKE),
        ("gezondheit", "gezondheid", SOUNDS_ALIKE),
        ("actielyn", "actielijn", SOUNDS_ALIKE),
        ("gezondhd", "gezondheid", 2 * MISSING),
    ],
)
def test_a_slip_costs_by_how_it_comes_about(typed: str, meant: str, cost: float) -> None:
    assert cost_of(typed, meant) == pytest.approx(cost)


def test_moved_letters_cost_less_than_a_wrong_one() -> None:
    assert cost_of("presnet", "present") < cost_of("pregent", "present")


@given(WORDS, WORDS)
def test_only_the_same_word_costs_nothing(typed: str, meant: str) -> None:
    assert (cost_of(typed, meant) == 0) is (typed == meant)


@given(WORDS, WORDS, WORDS)
def test_what_is_typed_right_in_front_costs_nothing(start: str, typed: str, meant: str) -> None:
    assert cost_of(start + typed, start + meant) <= cost_of(typed, meant) + 1e-9
