"""What a measure is: a value per topic, and for a topic that fails, why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.datatypes import Answer
from evals.datatypes import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A topic with the answer it got.

    Attributes:
        again: the answer of a second run; ``None`` when there was none.
        texts: canonical text by document id.
    """

    topic: Topic
    answer: Answer
    again: Answer | None = None
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A value in [0, 1], ``None`` where the measure does not apply; ``why`` marks a failure."""

    value: float | None
    why: str | None = None


NOT_APPLICABLE = Score(value=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure of the report: the mean of ``score`` over the topics it applies to.

    Attributes:
        meaning: what the mean is, in a few words.
        gate: any failing topic makes the evaluation fail.
        needs_second_run: ``score`` reads ``Outcome.again``.
        lower_is_better: a value of 1 is the failure.
    """

    name: str
    meaning: str
    score: Callable[[Outcome], Score]
    gate: bool = False
    needs_second_run: bool = False
    lower_is_better: bool = False


def judge(passed: bool, why: str) -> Score:
    """Return 1, or 0 with the reason."""
    return Score(value=1.0) if passed else Score(value=0.0, why=why)
