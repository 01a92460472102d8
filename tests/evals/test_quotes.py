from dataclasses import replace

from evals.measures.measure import Outcome
from evals.measures.quotes import QUOTES, score_quotes
from tests.evals.scripted import TEXTS, TOPIC, answer_citing, cite, refusal

ANSWER = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))


def test_exact_quotes_score_one() -> None:
    assert score_quotes(Outcome(topic=TOPIC, answer=ANSWER, texts=TEXTS)).value == 1.0


def test_one_shifted_span_scores_nothing_and_says_where() -> None:
    cited = replace(ANSWER.citations[0], start=0)

    score = score_quotes(
        Outcome(topic=TOPIC, answer=replace(ANSWER, citations=(cited,)), texts=TEXTS)
    )

    assert score.value == 0.0
    assert score.why is not None
    assert score.why.startswith("citation 1: plan-nl 0-53 holds")


def test_an_answer_without_quotes_does_not_count() -> None:
    outcome = Outcome(topic=TOPIC, answer=refusal("not_in_corpus"), texts=TEXTS)

    assert score_quotes(outcome).value is None


def test_an_answer_that_cites_nothing_and_claims_to_answer_counts_as_wrong() -> None:
    outcome = Outcome(topic=TOPIC, answer=refusal("answered"), texts=TEXTS)

    assert score_quotes(outcome).value == 0.0


def test_quotes_are_a_gate() -> None:
    assert QUOTES.gate
