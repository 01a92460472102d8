from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.calibration import (
    CurvePoint,
    aurc,
    auroc,
    calibration_error,
    coverage_at_risk,
    excess_aurc,
    risk_coverage,
)

CHANCES = [0.9, 0.8, 0.7, 0.6]
LABELS = [True, False, True, True]

ROWS = st.lists(st.tuples(st.sampled_from([0.0, 0.2, 0.5, 0.8, 1.0]), st.booleans()), min_size=2)


def test_the_curve_by_hand() -> None:
    assert risk_coverage(CHANCES, LABELS) == (
        CurvePoint(coverage=0.25, risk=0.0),
        CurvePoint(coverage=0.5, risk=0.5),
        CurvePoint(coverage=0.75, risk=1 / 3),
        CurvePoint(coverage=1.0, risk=0.25),
    )


def test_the_area_under_it_by_hand() -> None:
    assert aurc(CHANCES, LABELS) == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 4) / 4)


def test_the_excess_is_over_the_best_order() -> None:
    assert excess_aurc(CHANCES, LABELS) == pytest.approx((1 / 2 + 1 / 3) / 4)
    assert excess_aurc([0.9, 0.1, 0.8, 0.7], LABELS) == 0


def test_coverage_is_the_largest_at_which_the_risk_is_allowed() -> None:
    assert coverage_at_risk(CHANCES, LABELS, 0.25) == 1.0
    assert coverage_at_risk(CHANCES, LABELS, 0.2) == 0.25
    assert coverage_at_risk([0.9, 0.1], [False, True], 0.2) == 0.0


def test_the_ranking_by_hand() -> None:
    assert auroc(CHANCES, LABELS) == pytest.approx(1 / 3)
    assert auroc([0.5, 0.5], [True, False]) == 0.5
    assert auroc([0.1, 0.9], [False, True]) == 1.0


def test_the_calibration_error_by_hand() -> None:
    found = calibration_error([0.9, 0.95, 0.15, 1.0], [True, False, False, True])

    # bin 9 holds .9, .95 and 1 with two of three true: |2 - 2.85|; bin 1 holds .15: |0 - .15|
    assert found == pytest.approx((0.85 + 0.15) / 4)


def test_the_ranking_is_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="comes with sentence-transformers")
    generator = np.random.default_rng(5)
    chances = [float(c) for c in generator.integers(0, 20, 300) / 20]
    labels = [bool(label) for label in generator.random(300) < 0.4]

    assert auroc(chances, labels) == pytest.approx(metrics.roc_auc_score(labels, chances))


@given(ROWS, st.integers())
def test_the_order_of_the_rows_changes_no_figure(rows: list[tuple[float, bool]], seed: int) -> None:
    shuffled = rows.copy()
    Random(seed).shuffle(shuffled)
    before = ([chance for chance, _ in rows], [label for _, label in rows])
    after = ([chance for chance, _ in shuffled], [label for _, label in shuffled])

    assert aurc(*after) == pytest.approx(aurc(*before))
    assert calibration_error(*after) == pytest.approx(calibration_error(*before))
    assert [point.coverage for point in risk_coverage(*after)] == [
        point.coverage for point in risk_coverage(*before)
    ]


@given(ROWS)
def test_no_order_does_better_than_the_best(rows: list[tuple[float, bool]]) -> None:
    assert excess_aurc([chance for chance, _ in rows], [label for _, label in rows]) >= -1e-12


@given(ROWS)
def test_answering_everything_costs_the_share_of_false_labels(
    rows: list[tuple[float, bool]],
) -> None:
    last = risk_coverage([chance for chance, _ in rows], [label for _, label in rows])[-1]

    assert last.coverage == 1.0
    assert last.risk == pytest.approx(sum(not label for _, label in rows) / len(rows))
