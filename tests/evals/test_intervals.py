from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap

from assistant.datatypes import Turn
from evals.intervals import (
    DRAWS,
    SEED,
    Interval,
    clusters_of,
    gap,
    interval,
    paired_difference,
)
from tests.evals.scripted import topic

VALUES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.25, 1.0]), st.sampled_from("abcdefgh")), min_size=1
)


def found_interval(values: list[float], clusters: list[str]) -> Interval:
    found = interval(values, clusters)
    assert found is not None
    return found


def test_unclustered_data_gives_what_scipy_gives() -> None:
    values = [float(v) for v in np.random.default_rng(1).normal(size=60)]

    found = found_interval(values, [f"{n:02}" for n in range(60)])

    theirs = bootstrap(
        (values,), np.mean, n_resamples=DRAWS, method="percentile", rng=np.random.default_rng(SEED)
    ).confidence_interval
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_clustered_data_gives_what_drawing_whole_needs_by_hand_gives() -> None:
    generator = np.random.default_rng(2)
    clusters = [f"{n:02}" for n in generator.integers(0, 25, 80)]
    values = [float(v) for v in generator.random(80)]

    found = found_interval(values, clusters)

    members = [
        [v for v, c in zip(values, clusters, strict=True) if c == name] for name in set(clusters)
    ]
    means = []
    for _ in range(4000):
        drawn = generator.integers(0, len(members), len(members))
        pooled = [value for place in drawn for value in members[place]]
        means.append(sum(pooled) / len(pooled))
    low, high = np.quantile(means, [0.025, 0.975])
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.01)


def test_the_mean_is_over_questions_and_not_over_needs() -> None:
    found = found_interval([1.0, 1.0, 1.0, 0.0], ["a", "a", "a", "b"])

    assert (found.value, found.n, found.clusters) == (0.75, 4, 2)


def test_copies_of_a_question_do_not_narrow_the_interval() -> None:
    values, needs = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0], list("abcdef")

    once, thrice = found_interval(values, needs), found_interval(values * 3, needs * 3)

    assert (thrice.low, thrice.high) == pytest.approx((once.low, once.high))


@settings(max_examples=25, deadline=None)
@given(VALUES)
def test_an_interval_contains_its_mean_and_stays_among_the_values(
    rows: list[tuple[float, str]],
) -> None:
    found = found_interval([v for v, _ in rows], [c for _, c in rows])

    if found.low is not None and found.high is not None:
        assert min(v for v, _ in rows) <= found.low <= found.value + 1e-12
        assert found.value - 1e-12 <= found.high <= max(v for v, _ in rows)


@settings(max_examples=25, deadline=None)
@given(VALUES, st.integers())
def test_the_order_of_the_questions_changes_nothing(
    rows: list[tuple[float, str]], seed: int
) -> None:
    shuffled = rows.copy()
    Random(seed).shuffle(shuffled)

    assert interval([v for v, _ in shuffled], [c for _, c in shuffled]) == interval(
        [v for v, _ in rows], [c for _, c in rows]
    )


def test_nothing_has_no_interval() -> None:
    assert interval([], []) is None


def test_one_need_has_a_mean_and_no_ends() -> None:
    assert interval([1.0, 0.0], ["a", "a"]) == Interval(
        value=0.5, low=None, high=None, n=2, clusters=1
    )


def test_a_paired_difference_is_taken_question_by_question() -> None:
    before, after = [0.0, 0.2, 0.9, 0.4], [0.1, 0.3, 1.0, 0.5]

    found = paired_difference(before, after, list("abcd"))

    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((0.1, 0.1, 0.1))


def test_a_follow_up_is_in_the_cluster_of_the_question_it_follows() -> None:
    first = topic("a", need="sustain", question="Hoe borg ik dat?")
    second = topic("b", need="who", question="En wie?", history=(Turn(question=first.question),))
    third = topic("c", need="what", question="En wat?", history=(Turn(question="Nergens gesteld"),))

    assert clusters_of([first, second, third]) == ("sustain", "sustain", "what")


def test_the_gap_is_the_difference_of_means_and_needs_are_drawn_whole() -> None:
    first = [(1.0, "a"), (0.0, "b"), (1.0, "c")]
    second = [(1.0, "a"), (0.0, "b"), (0.0, "c"), (0.0, "c")]

    found = gap(first, second)

    assert found is not None
    assert found.value == pytest.approx(2 / 3 - 1 / 4)
    assert (found.n, found.clusters) == (7, 3)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.value <= found.high


def test_the_gap_of_equal_questions_of_the_same_needs_is_nothing() -> None:
    rows = [(float(n % 3 == 0), f"n{n}") for n in range(20)]

    assert gap(rows, rows) == Interval(value=0.0, low=0.0, high=0.0, n=40, clusters=20)


def test_the_gap_of_needs_that_are_asked_in_one_language_each_has_ends() -> None:
    found = gap([(1.0, "a"), (0.0, "b")], [(1.0, "c")])

    assert found is not None
    assert (found.low, found.high) == (-1.0, 0.0)


def test_there_is_no_gap_with_nothing() -> None:
    assert gap([], [(1.0, "a")]) is None
    assert gap([(1.0, "a")], []) is None
