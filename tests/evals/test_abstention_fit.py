import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.abstention import Example, abstention_json, fit_abstention
from evals.calibration import auroc
from evals.errors import TooLittleData
from evals.folds import FOLDS, assign_folds, out_of_fold
from evals.threshold import Decisions, choose_threshold, decide


def drawn(signal: float, n: int = 200, seed: int = 7) -> list[Example]:
    generator = np.random.default_rng(seed)
    labels = generator.random(n) < 0.6
    scores = generator.normal(signal * labels, 1.0)
    noise = generator.normal(size=n)
    return [
        Example(
            topic_id=f"t{number:03}",
            need=f"n{number // 2:03}",
            features={"score": float(score), "noise": float(other)},
            answerable=bool(label),
        )
        for number, (label, score, other) in enumerate(zip(labels, scores, noise, strict=True))
    ]


def test_wordings_of_one_need_lie_in_one_fold() -> None:
    needs = [f"n{number // 3}" for number in range(60)]

    folds = assign_folds(needs)

    by_need = {need: {f for f, n in zip(folds, needs, strict=True) if n == need} for need in needs}
    assert {len(found) for found in by_need.values()} == {1}
    assert [int((folds == fold).sum()) for fold in range(FOLDS)] == [12] * FOLDS


def test_a_row_is_never_predicted_by_a_model_that_saw_its_need() -> None:
    examples = drawn(2.0)
    rows, labels, needs = (
        [dict(e.features) for e in examples],
        [e.answerable for e in examples],
        [e.need for e in examples],
    )
    before = out_of_fold(rows, labels, needs, 1.0)
    swapped = [
        not label if need == needs[0] else label for label, need in zip(labels, needs, strict=True)
    ]

    after = out_of_fold(rows, swapped, needs, 1.0)

    own_fold = assign_folds(needs) == assign_folds(needs)[0]
    assert after[own_fold] == pytest.approx(before[own_fold], abs=1e-12)
    assert not np.allclose(after[~own_fold], before[~own_fold], atol=1e-6)


def test_fewer_needs_than_folds_cannot_be_judged() -> None:
    with pytest.raises(TooLittleData, match="4 needs cannot be dealt over 5 folds"):
        fit_abstention(drawn(2.0, n=8))


@pytest.mark.parametrize(
    ("ceiling", "threshold"),
    [
        (None, 0.75),  # refuses .2 .3 .5 .7: recall 1, one of five refused wrongly
        (0.25, 0.75),
        (0.1, 0.4),  # refuses .2 .3: recall 2 / 3, none refused wrongly
    ],
)
def test_the_threshold_by_hand(ceiling: float | None, threshold: float) -> None:
    chances = [0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.9, 0.95]
    labels = [False, False, True, False, True, True, True, True]

    assert choose_threshold(chances, labels, ceiling) == pytest.approx(threshold)


def test_probabilities_that_say_nothing_refuse_nothing() -> None:
    assert choose_threshold([0.5, 0.5, 0.5], [True, False, True], None) == 0.0


def test_decisions_by_hand() -> None:
    found = decide([True, False, False, False, False, True], [False, False, True, True, True, True])

    assert found == Decisions(balanced_accuracy=0.625, abstention_recall=0.5, false_refusals=0.25)


@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2).filter(
        lambda rows: len({label for _, label in rows}) == 2
    ),
    st.sampled_from([0.0, 0.05, 0.3]),
)
def test_the_ceiling_is_never_passed(rows: list[tuple[float, bool]], ceiling: float) -> None:
    chances, labels = [chance for chance, _ in rows], [label for _, label in rows]

    threshold = choose_threshold(chances, labels, ceiling)

    assert decide([chance < threshold for chance in chances], labels).false_refusals <= ceiling


def test_features_that_tell_are_found_and_the_ceiling_holds_out_of_fold() -> None:
    fit = fit_abstention(drawn(3.0, n=400), ceiling=0.05)

    assert fit.quality.auroc > 0.95
    assert fit.quality.calibration_error < 0.08
    assert fit.decisions.abstention_recall > 0.7
    assert fit.decisions.false_refusals < 0.1
    assert len(fit.predictions) == len(fit.curve) == fit.quality.n == 400


def test_features_that_tell_nothing_are_not_flattered() -> None:
    few = [replace(example, features=many_noises(example)) for example in drawn(0.0, n=60)]

    fit = fit_abstention(few, strength=0.01)

    chances = fit.model.probabilities([example.features for example in few])
    assert auroc([float(c) for c in chances], [e.answerable for e in few]) > 0.75
    assert fit.quality.auroc < 0.6


def many_noises(example: Example) -> dict[str, float]:
    generator = np.random.default_rng(int(example.topic_id[1:]))
    return {f"noise-{number:02}": float(v) for number, v in enumerate(generator.normal(size=15))}


def test_the_order_of_the_examples_changes_nothing() -> None:
    examples = drawn(1.5)

    assert fit_abstention(examples[::-1]) == fit_abstention(examples)


def test_the_file_holds_all_that_is_needed_to_predict() -> None:
    examples = drawn(2.0)
    fit = fit_abstention(examples)

    content = json.loads(
        json.dumps(abstention_json(fit, split="train", topics=len(examples), sha256="f" * 64))
    )

    assert list(content) == [
        "features",
        "mean",
        "scale",
        "weights",
        "bias",
        "threshold",
        "fitted_on",
    ]
    assert content["fitted_on"] == {"split": "train", "topics": 200, "sha256": "f" * 64}
    for example, expected in zip(
        examples, fit.model.probabilities([e.features for e in examples]), strict=True
    ):
        values = [example.features[name] for name in content["features"]]
        standard = (np.array(values) - content["mean"]) / content["scale"]
        chance = 1 / (1 + np.exp(-(standard @ content["weights"] + content["bias"])))
        assert chance == pytest.approx(expected, abs=1e-4)
