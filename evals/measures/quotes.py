"""Is every quote exactly what the document says, where the citation says it?

An invariant, not a target: one wrong span or hash fails the evaluation. An answer without quotes
has nothing to be exact about and does not count, unless something else is wrong with it.
"""

from assistant.verification import verify_answer
from evals.measures.measure import NOT_APPLICABLE, Measure, Outcome, Score


def score_quotes(outcome: Outcome) -> Score:
    """Return 1 when ``verify_answer`` finds nothing."""
    answer = outcome.answer
    problems = verify_answer(answer, outcome.texts)
    if problems:
        return Score(value=0.0, why="; ".join(problems))
    return Score(value=1.0) if answer.citations or answer.related else NOT_APPLICABLE


QUOTES = Measure(
    name="quotes", meaning="every span, hash and marker holds", score=score_quotes, gate=True
)
