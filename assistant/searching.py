"""From a question to composed parts: the steps between understanding and citing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.answerability import AbstentionModel, measure_features
from assistant.composition import Part, compose, with_context
from assistant.coverage import Coverage
from assistant.datatypes import Turn
from assistant.evidence import Pool, weigh_evidence
from assistant.followups import earlier_question
from assistant.kinds import Analysis, analyse, without_request
from assistant.naming import find_named
from assistant.parts_of_questions import split_question
from assistant.premises import find_correction
from assistant.query import Form, Query, build_query
from assistant.retrieval import SearchSpace, retrieve
from assistant.spelling import Speller
from assistant.translating import Translations, with_translations
from ingest.datatypes import Language

FEW_HITS, MANY_HITS = 12, 40
BROAD = frozenset({"how_to", "overview", "draft", "compare", "list"})
"""Kinds of question that gather from many passages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for one question, or for one part of it.

    Attributes:
        asked: the part of the question, corrected.
        probability: that the documents answer it, in [0, 1].
        corrected: whether the answer corrects a count in the question.
    """

    asked: str
    analysis: Analysis
    query: Query
    pool: Pool
    parts: tuple[Part, ...]
    features: dict[str, float]
    probability: float
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Searcher:
    """Holds what searching needs; it keeps nothing between questions."""

    space: SearchSpace
    coverage: Coverage
    speller: Speller
    forms: Sequence[Form]
    abstention: AbstentionModel
    translations: Translations

    def understand(self, text: str, history: Sequence[Turn]) -> list[tuple[str, Analysis, Query]]:
        """Return the parts of a question, each with its analysis and its query."""
        corrected = self.speller.correct(text)
        earlier = self.speller.correct(earlier_question(corrected, history))
        parts = split_question(corrected)
        understood: list[tuple[str, Analysis, Query]] = []
        for number, part in enumerate(parts):
            before = " ".join([earlier, *parts[:number]]).strip()
            analysis = analyse(part)
            subject = without_request(part, analysis.kind)
            query = build_query(
                subject,
                self.coverage.words,
                self.forms,
                earlier=before,
                original=text if len(parts) == 1 and subject == part else "",
                naming=find_named(f"{before} {subject}", self.space.index.documents),
            )
            query = with_translations(query, self.translations)
            understood.append((part, analysis, query))
        return understood

    def find(
        self,
        text: str,
        reader: Language,
        documents: Collection[str],
        history: Sequence[Turn] = (),
    ) -> tuple[Found, ...]:
        """Return what the documents say, per part of the question, in the order asked."""
        found: list[Found] = []
        for asked, analysis, query in self.understand(text, history):
            limit = MANY_HITS if analysis.kind in BROAD else FEW_HITS
            hits, vector = retrieve(self.space, query, documents, limit)
            pool = weigh_evidence(
                self.space, self.coverage, query, hits, vector, analysis.kind, reader
            )
            correction = find_correction(asked, pool)
            if correction is not None:
                shown = with_context(self.space, correction.passage, correction.place)
                parts: tuple[Part, ...] = (Part(layout="prose", shown=tuple(shown)),)
            else:
                parts = compose(self.space, pool, analysis)
            features = measure_features(asked, pool, parts, analysis)
            found.append(
                Found(
                    asked=asked,
                    analysis=analysis,
                    query=query,
                    pool=pool,
                    parts=parts,
                    features=features,
                    probability=self.abstention.probability(features),
                    corrected=correction is not None,
                )
            )
        return tuple(found)


def merge_parts(found: Sequence[Found]) -> tuple[Part, ...]:
    """Return the parts of all answers, each sentence once, in the order asked."""
    seen: set[tuple[str, int]] = set()
    merged: list[Part] = []
    for one in found:
        for part in one.parts:
            fresh = tuple(item for item in part.shown if item.key not in seen)
            seen.update(item.key for item in fresh)
            if any(not item.context for item in fresh) or (fresh and part.layout == "prose"):
                merged.append(Part(layout=part.layout, shown=fresh))
    return tuple(merged)
