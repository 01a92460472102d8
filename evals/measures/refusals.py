"""Does it abstain when, and only when, it should?

Abstaining is any reply that brings nothing from the corpus and is no fixed text: ``not_in_corpus``,
``out_of_scope``, ``unsupported_language``, ``clarify`` and ``invalid``. With A the topics on which
it abstains and U those on which it should: precision |A and U| / |A|, recall |A and U| / |U|. A
recall of 1 with a wrong reason is possible; ``status`` counts that. 1 - recall is what NoMIRACL
(Thakur et al., 2024) calls the hallucination rate. A false refusal is a topic expected ``answered``
that is not answered, whatever it got instead.
"""

from assistant.datatypes import Status
from evals.measures.measure import NOT_APPLICABLE, Measure, Outcome, Score, judge

ABSTAINING: frozenset[Status] = frozenset(
    {"not_in_corpus", "out_of_scope", "unsupported_language", "clarify", "invalid"}
)


def score_precision(outcome: Outcome) -> Score:
    """Return, for an answer that abstains, 1 when the topic asks for that."""
    if outcome.answer.status not in ABSTAINING:
        return NOT_APPLICABLE
    return judge(
        outcome.topic.status in ABSTAINING,
        f"abstained ({outcome.answer.status}) on a topic expected {outcome.topic.status}",
    )


def score_recall(outcome: Outcome) -> Score:
    """Return, for a topic that asks for abstaining, 1 when the answer does."""
    if outcome.topic.status not in ABSTAINING:
        return NOT_APPLICABLE
    return judge(
        outcome.answer.status in ABSTAINING,
        f"did not abstain ({outcome.answer.status}) on a topic expected {outcome.topic.status}",
    )


def score_false_refusal(outcome: Outcome) -> Score:
    """Return, for a topic expected ``answered``, 1 when it was not answered."""
    if outcome.topic.status != "answered":
        return NOT_APPLICABLE
    got = outcome.answer.status
    if got == "answered":
        return Score(value=0.0)
    return Score(value=1.0, why=f"{got}, and the corpus holds the answer")


PRECISION = Measure(
    name="abstention-precision", meaning="abstained: rightly", score=score_precision
)
RECALL = Measure(name="abstention-recall", meaning="should abstain: did", score=score_recall)
FALSE_REFUSALS = Measure(
    name="false-refusals",
    meaning="expected answered: was not (lower is better)",
    score=score_false_refusal,
    lower_is_better=True,
)
