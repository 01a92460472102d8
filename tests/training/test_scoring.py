from collections.abc import Sequence

import ir_measures
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from ir_measures import Qrel, ScoredDoc, nDCG
from scipy.stats import spearmanr

from training.scoring import (
    RRF_CONSTANT,
    Scores,
    cosines,
    estimate_mean,
    estimate_share,
    estimate_spearman,
    first_is_own,
    ndcg,
    ranks_of_own,
    reciprocal_ranks,
    standardised,
)

SQUARES = st.integers(2, 8).flatmap(
    lambda size: arrays(np.float64, (size, size), elements=st.integers(-9, 9).map(float))
)


def texts_for(scores: Scores) -> Sequence[str]:
    return [str(number) for number in range(len(scores))]


def test_a_column_that_scores_as_high_as_the_own_one_is_a_miss() -> None:
    scores = np.array([[1.0, 0.5], [0.7, 0.7]])

    assert first_is_own(scores, ["a", "b"]).tolist() == [True, False]


def test_unless_it_holds_the_same_text() -> None:
    scores = np.array([[0.7, 0.7, 0.6], [0.7, 0.7, 0.8], [0.0, 0.0, 0.1]])

    assert first_is_own(scores, ["a", "a", "b"]).tolist() == [True, False, True]


@given(SQUARES)
def test_who_comes_first_alone_has_rank_one(scores: Scores) -> None:
    first, ranks = first_is_own(scores, texts_for(scores)), ranks_of_own(scores)

    assert all(ranks[first] == 1)


@given(SQUARES)
def test_a_rank_counts_what_is_higher_and_what_is_equal_before_it(scores: Scores) -> None:
    for number, rank in enumerate(ranks_of_own(scores)):
        ordered = np.argsort(-scores[number], kind="stable").tolist()
        assert ordered.index(number) == rank - 1


@given(SQUARES, st.integers(1, 12))
def test_ndcg_is_that_of_ir_measures(scores: Scores, depth: int) -> None:
    ranks = ranks_of_own(scores)
    found = ndcg(ranks, depth)

    qrels = [Qrel(str(row), str(row), 1) for row in range(len(scores))]
    order = np.argsort(-scores, axis=1, kind="stable")
    run = [
        ScoredDoc(str(row), str(column), 1 / (place + 1))
        for row in range(len(scores))
        for place, column in enumerate(order[row])
    ]
    theirs = {m.query_id: m.value for m in ir_measures.iter_calc([nDCG @ depth], qrels, run)}
    assert found.tolist() == pytest.approx([theirs[str(row)] for row in range(len(scores))])


@given(SQUARES)
def test_standardised_rows_have_mean_nought_and_deviation_one_or_are_level(scores: Scores) -> None:
    found = standardised(scores)

    assert found.mean(axis=1) == pytest.approx(0, abs=1e-9)
    for row, level in zip(found, np.ptp(scores, axis=1) == 0, strict=True):
        assert row.std() == pytest.approx(0 if level else 1)


@given(SQUARES)
def test_standardising_and_reciprocal_ranks_keep_the_order(scores: Scores) -> None:
    wanted = ranks_of_own(scores)

    assert ranks_of_own(reciprocal_ranks(scores)).tolist() == wanted.tolist()
    spread = np.ptp(scores, axis=1) > 0
    assert ranks_of_own(standardised(scores))[spread].tolist() == wanted[spread].tolist()


def test_reciprocal_ranks_are_those_of_the_literature() -> None:
    assert reciprocal_ranks(np.array([[0.1, 0.9]])).tolist() == [
        [1 / (RRF_CONSTANT + 2), 1 / (RRF_CONSTANT + 1)]
    ]


def test_equal_rows_have_equal_cosines_wherever_they_stand() -> None:
    rows = np.random.default_rng(0).standard_normal((301, 256)).astype(np.float32)
    rows[300] = rows[7]

    found = cosines(rows, rows)

    assert np.abs(found[:, 7] - found[:, 300]).max() < 1e-9


def test_a_share_has_the_interval_of_wilson() -> None:
    found = estimate_share(np.array([True] * 9 + [False]))

    assert (found.value, found.n, found.method) == (0.9, 10, "Wilson")
    assert [found.low, found.high] == pytest.approx([0.5958, 0.9821], abs=1e-4)


def test_a_share_of_all_still_has_an_interval() -> None:
    found = estimate_share(np.array([True] * 1000))

    assert (found.value, found.high) == (1.0, 1.0)
    assert 0.99 < found.low < 1.0


def test_the_interval_of_a_mean_is_that_of_the_normal_for_many_values() -> None:
    values = np.random.default_rng(3).normal(0.5, 0.2, 900)

    found = estimate_mean(values)

    assert found.value == values.mean()
    half = 1.96 * values.std() / 30
    assert (found.low, found.high) == pytest.approx(
        (values.mean() - half, values.mean() + half), abs=0.002
    )
    assert found == estimate_mean(values)


def test_the_correlation_is_that_of_scipy_and_lies_in_its_interval() -> None:
    generator = np.random.default_rng(4)
    first = generator.random(60)
    second = first + generator.normal(0, 0.3, 60)

    found = estimate_spearman(first, second)

    assert found.value == spearmanr(first, second).statistic
    assert found.low < found.value < found.high
    assert found.n == 60
