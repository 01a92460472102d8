"""Does the same question get the same decision and the same evidence in Dutch and in English?

A pair is the Dutch and the English question of one need. The decision is whether the question is
answered. Two citations are the same evidence when their spans overlap in either official edition:
a sentence and its twin count as one. The agreement of two answers is the share, in [0, 1], of all
their citations that the other answer has as well (the Dice coefficient over citations).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.datatypes import Answer, Citation
from evals.datatypes import Run
from evals.intervals import Interval, interval

SAME = 0.5
"""Agreement from which two answers count as having the same evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two answers to one need.

    Attributes:
        agreement: of their evidence, in [0, 1]; ``None`` unless both questions were answered.
    """

    need: str
    dutch: Answer
    english: Answer
    same_decision: bool
    agreement: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """The figures over all pairs, by name, and the pairs."""

    pairs: tuple[Pair, ...]
    figures: Mapping[str, Interval | None]


def measure_parity(run: Run) -> Parity:
    """Return how alike the answers to the two questions of each need are.

    A need without a question in both languages is left out; of several, the first counts.
    """
    pairs = tuple(_pairs(run))
    answered = [pair for pair in pairs if pair.agreement is not None]
    agreements = [pair.agreement or 0.0 for pair in answered]
    needs = [pair.need for pair in answered]
    decisions = [float(pair.same_decision) for pair in pairs]
    return Parity(
        pairs=pairs,
        figures={
            "same decision": interval(decisions, [pair.need for pair in pairs]),
            "same evidence": interval([float(value >= SAME) for value in agreements], needs),
            "identical evidence": interval([float(value == 1) for value in agreements], needs),
            "mean agreement": interval(agreements, needs),
        },
    )


def agreement_of(one: Sequence[Citation], other: Sequence[Citation]) -> float:
    """Return the share of the citations of two answers that the other has too, in [0, 1]."""
    if not one and not other:
        return 1.0
    shared = sum(any(_same(c, o) for o in other) for c in one)
    shared += sum(any(_same(c, o) for o in one) for c in other)
    return shared / (len(one) + len(other))


def _pairs(run: Run) -> Iterator[Pair]:
    found: dict[str, dict[str, Answer]] = {}
    for topic, answer in zip(run.topics, run.answers, strict=True):
        found.setdefault(topic.need, {}).setdefault(topic.language, answer)
    for need, answers in found.items():
        if {"nl", "en"} <= answers.keys():
            dutch, english = answers["nl"], answers["en"]
            both = dutch.status == english.status == "answered"
            yield Pair(
                need=need,
                dutch=dutch,
                english=english,
                same_decision=(dutch.status == "answered") == (english.status == "answered"),
                agreement=agreement_of(dutch.citations, english.citations) if both else None,
            )


def _same(one: Citation, other: Citation) -> bool:
    return any(
        document == theirs and start < their_end and their_start < end
        for document, start, end in _places(one)
        for theirs, their_start, their_end in _places(other)
    )


def _places(citation: Citation) -> Iterator[tuple[str, int, int]]:
    yield citation.document_id, citation.start, citation.end
    if citation.twin is not None:
        yield citation.twin.document_id, citation.twin.start, citation.twin.end
