"""How well the evidence is found: rankings against judgements, by direction, with intervals.

The measures are those of ir-measures (MacAvaney, Macdonald and Ounis, 2022: "Streamlining
Evaluation with ir-measures"). A topic without a hit counts as zero; it does not vanish.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, Success, nDCG

from evals.datatypes import Topic
from evals.intervals import Interval, clusters_of, gap, interval
from evals.judging import DIRECTIONS, OKAY, VITAL, Direction, gain_of, judge
from evals.ranking import Finds, ForeignHit, rank_passages
from ingest.datatypes import Document, Passage

MEASURES = (Success @ 1, Success @ 5, R @ 5, nDCG @ 10, RR @ 10)

ALL, GAP = "all", "nl - en"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedRun:
    """What one system found for topics, and what it could have found.

    Attributes:
        name: of the system, without white space.
        directions: ``directions[i]`` is that of ``topics[i]``.
        qrels: per topic id, the gains of everything that holds evidence, by hit id.
        ranking: per topic id, the hit ids, best first; a topic may be absent.
    """

    name: str
    topics: tuple[Topic, ...]
    directions: tuple[Direction, ...]
    qrels: Mapping[str, Mapping[str, int]]
    ranking: Mapping[str, tuple[str, ...]]

    @property
    def unranked(self) -> int:
        """How many topics the system gave no ranking for."""
        return sum(topic.topic_id not in self.ranking for topic in self.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalFigures:
    """The measures of one run: by name of the measure, then by group of questions.

    The groups are all questions, each direction, and Dutch less English questions.
    """

    name: str
    unranked: int
    intervals: Mapping[str, Mapping[str, Interval | None]]


def run_product(
    assistant: Finds,
    topics: Sequence[Topic],
    passages: Sequence[Passage],
    documents: Mapping[str, Document],
    name: str,
) -> RankedRun:
    """Return what the product finds for the topics that the index holds evidence for.

    Left out are topics that are limited to some documents.
    """
    judged = {
        topic.topic_id: found
        for topic in topics
        if topic.documents is None and (found := judge(topic, passages, documents)) is not None
    }
    kept = tuple(topic for topic in topics if topic.topic_id in judged)
    return RankedRun(
        name=name,
        topics=kept,
        directions=tuple(judged[topic.topic_id].direction for topic in kept),
        qrels={topic_id: found.gains for topic_id, found in judged.items()},
        ranking=rank_passages(assistant, kept),
    )


def run_foreign(
    ranked: Mapping[str, Sequence[ForeignHit]], ours: RankedRun, name: str
) -> RankedRun:
    """Return another system's run over the topics of ``ours``, judged by the same rule.

    Its passages are its own, so what it missed is not known passage by passage: each nugget that
    none of its hits holds stands for one.
    """
    qrels: dict[str, dict[str, int]] = {}
    for topic in ours.topics:
        hits = ranked.get(topic.topic_id, ())
        gains = {h.hit_id: gain_of(h.text, h.document_id, topic.nuggets) for h in hits}
        for number, nugget in enumerate(topic.nuggets, start=1):
            if not any(gain_of(h.text, h.document_id, [nugget]) for h in hits):
                gains[f"missed:{number}"] = VITAL if nugget.vital else OKAY
        qrels[topic.topic_id] = {hit_id: gain for hit_id, gain in gains.items() if gain}
    return RankedRun(
        name=name,
        topics=ours.topics,
        directions=ours.directions,
        qrels=qrels,
        ranking={
            topic.topic_id: tuple(dict.fromkeys(hit.hit_id for hit in ranked[topic.topic_id]))
            for topic in ours.topics
            if topic.topic_id in ranked
        },
    )


def scores_of(ranking: Sequence[str]) -> list[tuple[str, float]]:
    """Return each hit with a score that keeps the order: one over its rank."""
    return [(hit_id, 1 / rank) for rank, hit_id in enumerate(ranking, start=1)]


def measure_topics(run: RankedRun) -> dict[str, list[float]]:
    """Return, by name of the measure, the value of every topic in order."""
    qrels = [
        Qrel(topic, hit, gain) for topic, gains in run.qrels.items() for hit, gain in gains.items()
    ]
    ranked = [
        ScoredDoc(topic, hit, score)
        for topic, hits in run.ranking.items()
        for hit, score in scores_of(hits)
    ]
    found = {
        (str(metric.measure), metric.query_id): float(metric.value)
        for metric in ir_measures.iter_calc(MEASURES, qrels, ranked)
    }
    return {
        str(measure): [found[str(measure), topic.topic_id] for topic in run.topics]
        for measure in MEASURES
    }


def measure_retrieval(run: RankedRun) -> RetrievalFigures:
    """Return every measure of a run with its intervals; needs are resampled, not questions."""
    clusters = clusters_of(run.topics)
    return RetrievalFigures(
        name=run.name,
        unranked=run.unranked,
        intervals={
            name: _by_group(run, list(zip(values, clusters, strict=True)))
            for name, values in measure_topics(run).items()
        },
    )


def _by_group(run: RankedRun, rows: Sequence[tuple[float, str]]) -> dict[str, Interval | None]:
    groups: dict[str, list[tuple[float, str]]] = {name: [] for name in (ALL, *DIRECTIONS)}
    by_language: dict[str, list[tuple[float, str]]] = {"nl": [], "en": []}
    for topic, direction, row in zip(run.topics, run.directions, rows, strict=True):
        groups[ALL].append(row)
        groups[direction].append(row)
        by_language[topic.language].append(row)
    found = {
        name: interval([value for value, _ in part], [cluster for _, cluster in part])
        for name, part in groups.items()
    }
    return found | {GAP: gap(by_language["nl"], by_language["en"])}
