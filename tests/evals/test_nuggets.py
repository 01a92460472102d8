from dataclasses import replace

import pytest

from assistant.datatypes import Answer, Citation
from evals.measures.measure import Outcome
from evals.measures.nuggets import score_any_nugget, score_vital_recall
from tests.evals.scripted import (
    FIVE_LINES,
    MONITORED,
    TOPIC,
    answer_citing,
    cite,
    refusal,
    topic,
)

LINES = cite("plan-nl", "We werken met vijf actielijnen in deze aanpak.")
ENGLISH_LINES = cite("plan-en", "We work with five action lines in this plan.")
ACTIONS = cite("plan-nl", "De acties zullen worden gemonitord met de partners.", 2)
TITLE = cite("plan-nl", "Doelen")


@pytest.mark.parametrize(
    ("cited", "any_nugget", "vital"),
    [
        ((LINES, ACTIONS), 1.0, 1.0),
        ((LINES,), 1.0, 0.5),
        ((ENGLISH_LINES,), 1.0, 0.5),
        ((TITLE, ACTIONS), 1.0, 0.5),
        ((TITLE,), 0.0, 0.0),
        ((replace(LINES, document_id="hub"),), 0.0, 0.0),
    ],
)
def test_a_nugget_is_hit_by_a_quote_of_its_document(
    cited: tuple[Citation, ...], any_nugget: float, vital: float
) -> None:
    outcome = Outcome(topic=TOPIC, answer=answer_citing(*cited))

    assert score_any_nugget(outcome).value == any_nugget
    assert score_vital_recall(outcome).value == vital


def test_words_of_the_answer_that_no_citation_holds_hit_nothing() -> None:
    answer = replace(answer_citing(TITLE), text="Er zijn vijf actielijnen. [1]")

    assert score_any_nugget(Outcome(topic=TOPIC, answer=answer)).value == 0.0


@pytest.mark.parametrize("answer", [refusal("not_in_corpus"), refusal("invalid")])
def test_a_refused_topic_counts_as_nothing_hit(answer: Answer) -> None:
    outcome = Outcome(topic=TOPIC, answer=answer)

    assert score_any_nugget(outcome).value == 0.0
    assert score_vital_recall(outcome).value == 0.0


def test_a_topic_that_should_not_be_answered_does_not_count() -> None:
    outcome = Outcome(topic=topic(status="not_in_corpus"), answer=answer_citing(LINES))

    assert score_any_nugget(outcome).value is None
    assert score_vital_recall(outcome).value is None


def test_a_nugget_that_is_not_vital_is_not_missed() -> None:
    lenient = replace(TOPIC, nuggets=(FIVE_LINES, replace(MONITORED, vital=False)))

    assert score_vital_recall(Outcome(topic=lenient, answer=answer_citing(LINES))).value == 1.0


def test_the_failure_names_the_fact_that_was_wanted() -> None:
    score = score_vital_recall(Outcome(topic=TOPIC, answer=answer_citing(LINES)))

    assert score.why == ("1 of 2 missed; wanted “De acties zullen worden gemonitord” (plan-nl)")
