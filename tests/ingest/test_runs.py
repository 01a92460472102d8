from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.runs import NEVER, Link, Scores, find_runs


def scores(rows: list[list[float]]) -> Scores:
    one_one = np.array(rows, dtype=np.float64)
    rows_, columns = one_one.shape
    return Scores(
        one_one=one_one,
        one_two=np.full((rows_, columns - 1), NEVER),
        two_one=np.full((rows_ - 1, columns), NEVER),
    )


def one(row: int, column: int) -> Link:
    return Link(row=row, column=column, rows=1, columns=1)


def test_a_run_skips_what_has_no_counterpart() -> None:
    found = find_runs(scores([[2, -9, -9], [-9, -9, -9], [-9, -9, 2]]))

    assert found == [[one(0, 0), one(2, 2)]]


def test_what_stands_elsewhere_is_a_run_of_its_own() -> None:
    found = find_runs(scores([[-9, -9, 3], [2, -9, -9], [-9, 2, -9]]))

    assert found == [[one(1, 0), one(2, 1)], [one(0, 2)]]


def test_nothing_likely_gives_no_run() -> None:
    assert find_runs(scores([[-1, -1], [-1, -1]])) == []


def test_two_sentences_for_one_are_taken_when_they_are_likelier() -> None:
    some = scores([[3, 1], [-9, -9]])
    some.one_two[0, 0] = 4

    assert find_runs(some) == [[Link(row=0, column=0, rows=1, columns=2)]]


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(st.floats(-5, 5), min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_runs_are_in_order_and_share_no_sentence(rows: list[list[float]]) -> None:
    some = scores(rows)
    some.one_two[:] = 1
    some.two_one[:] = 1

    runs = find_runs(some)

    for run in runs:
        for before, after in pairwise(run):
            assert before.row + before.rows <= after.row
            assert before.column + before.columns <= after.column
    links = [link for run in runs for link in run]
    for numbers in (
        [link.row + n for link in links for n in range(link.rows)],
        [link.column + n for link in links for n in range(link.columns)],
    ):
        assert len(numbers) == len(set(numbers))
