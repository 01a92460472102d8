import pytest

from assistant.datatypes import Status, SupportKind
from evals.measures.measure import Outcome
from evals.measures.refusals import score_false_refusal, score_precision, score_recall
from tests.evals.scripted import refusal, topic


@pytest.mark.parametrize(
    ("expected", "got", "precision", "recall", "false_refusal"),
    [
        ("not_in_corpus", "not_in_corpus", 1.0, 1.0, None),
        ("not_in_corpus", "out_of_scope", 1.0, 1.0, None),
        ("unsupported_language", "clarify", 1.0, 1.0, None),
        ("not_in_corpus", "answered", None, 0.0, None),
        ("out_of_scope", "support", None, 0.0, None),
        ("answered", "answered", None, None, 0.0),
        ("answered", "not_in_corpus", 0.0, None, 1.0),
        ("answered", "invalid", 0.0, None, 1.0),
        ("answered", "about", None, None, 1.0),
        ("support", "out_of_scope", 0.0, None, None),
        ("about", "about", None, None, None),
    ],
)
def test_abstaining_is_judged_by_what_the_topic_asks_for(
    expected: Status,
    got: Status,
    precision: float | None,
    recall: float | None,
    false_refusal: float | None,
) -> None:
    kind: SupportKind | None = "crisis" if expected == "support" else None
    outcome = Outcome(topic=topic(status=expected, support=kind), answer=refusal(got))

    assert score_precision(outcome).value == precision
    assert score_recall(outcome).value == recall
    assert score_false_refusal(outcome).value == false_refusal


def test_a_false_refusal_is_the_failure_and_an_answer_is_not() -> None:
    refused = Outcome(topic=topic(), answer=refusal("not_in_corpus"))
    answered = Outcome(topic=topic(), answer=refusal("answered"))

    assert score_false_refusal(refused).why == "not_in_corpus, and the corpus holds the answer"
    assert score_false_refusal(answered).why is None
