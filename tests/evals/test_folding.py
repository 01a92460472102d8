import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.folding import fold


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("bestaans- \nzekerheid", "bestaanszekerheid"),
        ("**raise awareness** and", "raise awareness and"),
        ("‘Mentale gezondheid’", "'mentale gezondheid'"),
        ("94 % kiest", "94% kiest"),
        ("ﬁjn", "fijn"),
        ("zacht\u00adkoord", "zachtkoord"),
    ],
)
def test_typography_does_not_keep_quotes_apart(written: str, read: str) -> None:
    assert fold(written) == fold(read)


@pytest.mark.parametrize(
    ("one", "other"), [("5 lijnen", "7 lijnen"), ("een", "één"), ("niet doen", "doen")]
)
def test_other_words_stay_other(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(), st.text())
def test_a_quote_is_found_in_what_was_written_around_it(before: str, after: str) -> None:
    assert fold("vijf actielijnen") in fold(f"{before} vijf\nactie-lijnen {after}")
