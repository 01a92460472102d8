import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.written import as_written, in_one_piece, written_words
from ingest.terms import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“MHiAP” (2025), één.", [("MHiAP", "mhiap"), ("2025", "2025"), ("één", "een")]),
        ("gezondheids- en Burn-out", [
            ("gezondheids", "gezondheids"), ("en", "en"), ("Burn-out", "burn-out"),
        ]),
        ("werk–Privé", [("werk", "werk"), ("Privé", "prive")]),
        ("– … !", []),
        ("", []),
    ],
)  # fmt: skip
def test_each_word_is_given_as_written_and_folded(text: str, words: list[tuple[str, str]]) -> None:
    assert written_words(text) == words


@given(st.text(max_size=200))
def test_the_folded_words_are_those_that_are_searched(text: str) -> None:
    assert [word for _, word in written_words(text)] == words_of(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mental health in all policies", "Mental Health in All Policies"),
        ("health in", "Health in"),
        ("mental policies", None),
        ("policies tool in", None),
    ],
)
def test_words_are_found_where_they_stand_next_to_each_other(text: str, found: str | None) -> None:
    words = written_words("De “Mental Health in All Policies”-tool")

    assert in_one_piece(text, words) == found


def test_words_that_do_not_stand_there_stay_as_they_are() -> None:
    assert as_written("den haag", written_words("Wat doet Den Haag?")) == "Den Haag"
    assert as_written("den bosch", written_words("Wat doet Den Haag?")) == "den bosch"


def test_an_american_spelling_is_found_by_the_british_one_and_the_reverse() -> None:
    assert as_written("labour market", written_words("The Labor market")) == "Labor market"
    assert as_written("labor market", written_words("The Labour market")) == "Labour market"
