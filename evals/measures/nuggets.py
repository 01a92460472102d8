"""Do the citations hold the facts that a good answer needs?

A nugget is hit when a cited quote contains one of its quotes, in the document that the quote is
given for, compared by ``evals.folding.fold``. After the vital and okay nuggets of TREC question
answering (Voorhees, 2003: "Overview of the TREC 2003 Question Answering Track"), with the
match made exact. Topics that were wrongly refused count as 0; they do not vanish.
"""

from assistant.datatypes import Answer
from evals.datatypes import Nugget
from evals.folding import fold
from evals.measures.measure import NOT_APPLICABLE, Measure, Outcome, Score


def hit(nugget: Nugget, answer: Answer) -> bool:
    """Tell whether a citation of ``answer`` holds ``nugget``."""
    cited = [(citation.document_id, fold(citation.quote)) for citation in answer.citations]
    return any(
        quote.document_id == document_id and fold(quote.text) in words
        for quote in nugget.quotes
        for document_id, words in cited
    )


def score_any_nugget(outcome: Outcome) -> Score:
    """Return, for a topic expected ``answered``, 1 when at least one nugget is hit."""
    if outcome.topic.status != "answered":
        return NOT_APPLICABLE
    if any(hit(nugget, outcome.answer) for nugget in outcome.topic.nuggets):
        return Score(value=1.0)
    return Score(value=0.0, why=f"no nugget hit; {_missed(outcome.topic.nuggets)}")


def score_vital_recall(outcome: Outcome) -> Score:
    """Return, for a topic expected ``answered``, the share of its vital nuggets that are hit."""
    vital = [nugget for nugget in outcome.topic.nuggets if nugget.vital]
    if outcome.topic.status != "answered" or not vital:
        return NOT_APPLICABLE
    missed = tuple(nugget for nugget in vital if not hit(nugget, outcome.answer))
    return Score(
        value=1 - len(missed) / len(vital),
        why=f"{len(missed)} of {len(vital)} missed; {_missed(missed)}" if missed else None,
    )


def _missed(nuggets: tuple[Nugget, ...]) -> str:
    first = [nugget.quotes[0] for nugget in nuggets]
    return "wanted " + " and ".join(f"“{quote.text}” ({quote.document_id})" for quote in first)


ANY_NUGGET = Measure(
    name="nugget-hit", meaning="expected answered: at least one nugget hit", score=score_any_nugget
)
VITAL_RECALL = Measure(
    name="nugget-recall", meaning="expected answered: vital nuggets hit", score=score_vital_recall
)
