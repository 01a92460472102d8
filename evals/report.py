"""Answers to figures: each measure with its interval, by language, and what failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.datatypes import Run
from evals.intervals import Interval, clusters_of, interval
from evals.measures.measure import Measure, Outcome, Score

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A topic that fails a measure: what it should have got, what it got, and why that fails."""

    measure: str
    topic_id: str
    question: str
    expected: str
    got: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One measure over a run.

    Attributes:
        values: by topic id, in the order of the run; ``None`` where it does not apply.
        intervals: under ``"all"`` and under each language of a question; ``None`` without values.
    """

    measure: Measure
    values: Mapping[str, float | None]
    intervals: Mapping[str, Interval | None]
    failures: tuple[Failure, ...]

    @property
    def holds(self) -> bool:
        """Whether this stops nothing: it is no gate, or no topic fails it."""
        return not (self.measure.gate and self.failures)


def measure_run(
    run: Run,
    measures: Sequence[Measure],
    texts: Mapping[str, str],
    again: Run | None = None,
) -> tuple[Figures, ...]:
    """Return the figures of every measure, in the order given.

    Args:
        run: the answers to judge.
        measures: what to compute.
        texts: canonical text by document id.
        again: a second run over the same topics, for the measures that need one.
    """
    seconds = again.answers if again is not None else (None,) * len(run.answers)
    outcomes = tuple(
        Outcome(topic=topic, answer=answer, again=second, texts=texts)
        for topic, answer, second in zip(run.topics, run.answers, seconds, strict=True)
    )
    clusters = clusters_of(run.topics)
    return tuple(_figures(measure, outcomes, clusters) for measure in measures)


def _figures(measure: Measure, outcomes: Sequence[Outcome], clusters: Sequence[str]) -> Figures:
    scores = [measure.score(outcome) for outcome in outcomes]
    rows = [
        (outcome.topic.language, score.value, cluster)
        for outcome, score, cluster in zip(outcomes, scores, clusters, strict=True)
        if score.value is not None
    ]
    languages = sorted({outcome.topic.language for outcome in outcomes})
    kept = {ALL: rows} | {name: [row for row in rows if row[0] == name] for name in languages}
    return Figures(
        measure=measure,
        values={o.topic.topic_id: s.value for o, s in zip(outcomes, scores, strict=True)},
        intervals={
            name: interval([value for _, value, _ in part], [cluster for *_, cluster in part])
            for name, part in kept.items()
        },
        failures=tuple(
            _failure(measure, outcome, score)
            for outcome, score in zip(outcomes, scores, strict=True)
            if score.why is not None
        ),
    )


def _failure(measure: Measure, outcome: Outcome, score: Score) -> Failure:
    topic, answer = outcome.topic, outcome.answer
    return Failure(
        measure=measure.name,
        topic_id=topic.topic_id,
        question=topic.question,
        expected=_status(topic.status, topic.support, topic.partial),
        got=_status(answer.status, answer.support, bool(answer.missing)),
        why=score.why or "",
    )


def _status(status: str, support: str | None, missing: bool) -> str:
    if support is not None:
        return f"{status} ({support})"
    return f"{status} (in part)" if missing and status == "answered" else status
