import pytest

from assistant.datatypes import Status, SupportKind
from evals.measures.measure import Outcome
from evals.measures.status import score_missing, score_status, score_support
from tests.evals.scripted import answer_citing, cite, refusal, topic

ANSWER = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))


def test_the_expected_status_scores_one() -> None:
    assert score_status(Outcome(topic=topic(), answer=ANSWER)).value == 1.0


def test_another_status_scores_nothing_and_says_which() -> None:
    score = score_status(Outcome(topic=topic(), answer=refusal("clarify")))

    assert (score.value, score.why) == (0.0, "status clarify instead of answered")


@pytest.mark.parametrize(
    ("status", "kind", "value"),
    [
        ("support", "crisis", 1.0),
        ("support", "strain", 0.0),
        ("not_in_corpus", None, 0.0),
    ],
)
def test_distress_needs_the_right_kind_of_help(
    status: Status, kind: SupportKind | None, value: float
) -> None:
    distress = topic(status="support", support="crisis")

    score = score_support(Outcome(topic=distress, answer=refusal(status, support=kind)))

    assert score.value == value


def test_support_says_nothing_of_other_topics() -> None:
    assert score_support(Outcome(topic=topic(), answer=ANSWER)).value is None


def test_a_partial_topic_that_was_answered_must_say_what_is_missing() -> None:
    score = score_missing(Outcome(topic=topic(partial=True), answer=ANSWER))

    assert score.value == 0.0
    assert score_missing(Outcome(topic=topic(), answer=ANSWER)).value is None
    refused = Outcome(topic=topic(partial=True), answer=refusal("not_in_corpus"))
    assert score_missing(refused).value is None
