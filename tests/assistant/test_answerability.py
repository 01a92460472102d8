from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability import AbstentionModel, measure_features, read_abstention_model
from assistant.searching import Searcher

MODEL = AbstentionModel(
    features=("a", "b"), mean=(1.0, 0.0), scale=(2.0, 1.0), weights=(3.0, -1.0), bias=0.5,
    threshold=0.5,
)  # fmt: skip


def test_the_probability_is_the_logistic_of_the_weighted_standardised_features() -> None:
    expected = 1 / (1 + exp(-(0.5 + 3 * (2 - 1) / 2 - 1 * 4)))

    assert MODEL.probability({"a": 2.0, "b": 4.0, "unused": 9.0}) == pytest.approx(expected)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_it_is_a_probability_however_large_the_features(a: float, b: float) -> None:
    assert 0 <= MODEL.probability({"a": a, "b": b}) <= 1


def test_the_shipped_model_fits_the_features_that_are_measured(searcher: Searcher) -> None:
    model = read_abstention_model()
    found = searcher.find("Wat is MHiAP?", "nl", frozenset({"symposium-2025"}))[0]

    assert set(model.features) <= found.features.keys()
    assert len(model.mean) == len(model.scale) == len(model.weights) == len(model.features)
    assert all(scale > 0 for scale in model.scale)
    assert 0 < model.threshold < 1
    assert found.probability == model.probability(found.features)


def test_features_tell_what_the_question_asks_and_lacks(searcher: Searcher) -> None:
    question = "Hoeveel geld heeft Xanthippe in totaal?"
    found = searcher.find(question, "nl", frozenset({"symposium-2025"}))[0]
    features = measure_features(question, found.pool, found.parts, found.analysis)

    assert features["asks_value"] == 1
    assert features["money_missing"] == 1
    assert 0 < features["unknown_share"] <= 1


def test_without_evidence_the_features_are_still_numbers(searcher: Searcher) -> None:
    found = searcher.find("Wat is MHiAP?", "nl", frozenset())[0]

    assert (found.features["best_score"], found.features["margin"]) == (0.0, 0.0)
    assert found.features["answer_coverage"] == 0


@pytest.mark.parametrize(
    ("answerable", "unanswerable"),
    [
        ("Wat doet Den Haag voor studentenwelzijn?", "Wat doet Groningen voor kernenergie?"),
        ("What is RIVM's role in MENTOR?", "What did the IBO report conclude?"),
    ],
)
def test_what_the_documents_hold_is_likelier(
    searcher: Searcher, answerable: str, unanswerable: str
) -> None:
    documents = frozenset(searcher.space.index.documents)

    def probability(question: str) -> float:
        return searcher.find(question, "nl", documents)[0].probability

    assert probability(answerable) > probability(unanswerable)
