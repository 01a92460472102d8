from dataclasses import replace

import pytest

from assistant.datatypes import Answer
from evals.measures.determinism import score_determinism
from evals.measures.measure import Outcome
from tests.evals.scripted import TOPIC, answer_citing, cite

ANSWER = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))


def test_seconds_may_differ() -> None:
    again = replace(ANSWER, seconds=9.0)

    assert score_determinism(Outcome(topic=TOPIC, answer=ANSWER, again=again)).value == 1.0


@pytest.mark.parametrize(
    ("again", "why"),
    [
        (replace(ANSWER, confidence=0.5000001), "the second run differs in confidence"),
        (replace(ANSWER, text="", claims=()), "the second run differs in text, claims"),
        (replace(ANSWER, missing=("x",)), "the second run differs in missing"),
    ],
)
def test_any_other_difference_is_named(again: Answer, why: str) -> None:
    score = score_determinism(Outcome(topic=TOPIC, answer=ANSWER, again=again))

    assert (score.value, score.why) == (0.0, why)


def test_without_a_second_run_nothing_is_said() -> None:
    assert score_determinism(Outcome(topic=TOPIC, answer=ANSWER)).value is None
