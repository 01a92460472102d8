"""Files of answers, held against the texts."""

from dataclasses import replace

from assistant.audit import Audit, audit_answers
from assistant.contract import answer_to_json
from tests.evals.scripted import TEXTS, answer_citing, cite, refusal

QUOTE = "We werken met vijf actielijnen in deze aanpak."
GOOD = replace(answer_citing(cite("plan-nl", QUOTE)), id="q1")
BAD = replace(GOOD, id="q2", citations=(replace(GOOD.citations[0], start=0, end=5),))


def audit(*lines: str) -> list[Audit]:
    return list(audit_answers("\n".join(lines).encode(), TEXTS))


def test_answers_that_hold_have_no_problems() -> None:
    found = audit(answer_to_json(GOOD), answer_to_json(refusal("not_in_corpus")))

    assert found == [
        Audit(name="1 (q1)", readable=True, problems=()),
        Audit(name="2", readable=True, problems=()),
    ]


def test_a_wrong_span_is_found_and_the_rest_goes_on() -> None:
    first, second = audit(answer_to_json(BAD), answer_to_json(GOOD))

    assert first.name == "1 (q2)"
    assert any("not the quote" in problem for problem in first.problems)
    assert second.problems == ()


def test_a_line_that_is_no_answer_is_named_and_the_rest_goes_on() -> None:
    first, second, third = audit(answer_to_json(GOOD), '{"question": "x"}', answer_to_json(GOOD))

    assert (first.readable, second.readable, third.readable) == (True, False, True)
    assert "mhiap.answer/1" in second.problems[0]
