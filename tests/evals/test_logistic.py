import numpy as np
import pytest

from evals.errors import TooLittleData
from evals.logistic import fit_logistic


def drawn(n: int = 200) -> tuple[list[dict[str, float]], list[bool]]:
    generator = np.random.default_rng(3)
    x = generator.normal([1.0, -200.0, 0.2], [2.0, 50.0, 0.1], (n, 3))
    chance = 1 / (1 + np.exp(-(0.8 * (x[:, 0] - 1) - 0.02 * (x[:, 1] + 200))))
    rows = [{"score": float(a), "margin": float(b), "cover": float(c)} for a, b, c in x]
    return rows, [bool(label) for label in generator.random(n) < chance]


def test_the_fit_is_that_of_scikit_learn() -> None:
    linear = pytest.importorskip("sklearn.linear_model", reason="comes with sentence-transformers")
    rows, labels = drawn()
    names = sorted(rows[0])
    raw = np.array([[row[name] for name in names] for row in rows])
    standard = (raw - raw.mean(axis=0)) / raw.std(axis=0)

    model = fit_logistic(rows, labels, strength=2.0)

    theirs = linear.LogisticRegression(C=0.5, tol=1e-10, max_iter=10_000).fit(standard, labels)
    assert model.features == tuple(names)
    assert [*model.weights, model.bias] == pytest.approx(
        [*theirs.coef_[0], *theirs.intercept_], abs=1e-4
    )
    assert model.probabilities(rows) == pytest.approx(
        theirs.predict_proba(standard)[:, 1], abs=1e-4
    )


def test_the_mean_probability_is_the_share_of_true_labels() -> None:
    rows, labels = drawn()

    found = fit_logistic(rows, labels).probabilities(rows)

    assert float(found.mean()) == pytest.approx(sum(labels) / len(labels), abs=1e-6)


def test_the_unit_of_a_feature_changes_nothing() -> None:
    rows, labels = drawn()
    in_grams = [row | {"score": row["score"] * 1000 + 7} for row in rows]

    plain, scaled = fit_logistic(rows, labels), fit_logistic(in_grams, labels)

    assert scaled.probabilities(in_grams) == pytest.approx(plain.probabilities(rows), abs=1e-6)


def test_a_feature_that_never_varies_has_no_weight() -> None:
    rows, labels = drawn()

    model = fit_logistic([row | {"always": 0.1} for row in rows], labels)

    assert dict(zip(model.features, model.weights, strict=True))["always"] == pytest.approx(0)


def test_a_stronger_penalty_gives_smaller_weights() -> None:
    rows, labels = drawn()

    weak, strong = (fit_logistic(rows, labels, strength=s) for s in (0.1, 100.0))

    assert sum(w * w for w in strong.weights) < sum(w * w for w in weak.weights)


@pytest.mark.parametrize("labels", [[True, True], []])
def test_one_label_only_cannot_be_fitted(labels: list[bool]) -> None:
    with pytest.raises(TooLittleData):
        fit_logistic([{"score": 1.0} for _ in labels], labels)
