"""Does the same question get the same answer, byte for byte, but for ``seconds``?"""

import json
from dataclasses import asdict

from assistant.datatypes import Answer
from evals.measures.measure import NOT_APPLICABLE, Measure, Outcome, Score, judge


def score_determinism(outcome: Outcome) -> Score:
    """Return 1 when the second run gave the same answer; no second run, no value."""
    if outcome.again is None:
        return NOT_APPLICABLE
    first, second = _fields(outcome.answer), _fields(outcome.again)
    differing = [name for name in first if first[name] != second[name]]
    return judge(not differing, f"the second run differs in {', '.join(differing)}")


def _fields(answer: Answer) -> dict[str, str]:
    return {
        name: json.dumps(value, ensure_ascii=False)
        for name, value in asdict(answer).items()
        if name != "seconds"
    }


DETERMINISM = Measure(
    name="determinism",
    meaning="two runs give equal answers",
    score=score_determinism,
    gate=True,
    needs_second_run=True,
)
