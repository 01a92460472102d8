"""From a question to composed parts: the steps between understanding and citing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.answerability import AbstentionModel, measure_features
from assistant.composition import Part, compose, with_context
from assistant.coverage import Coverage
from assistant.datatypes import Turn
from assistant.edition_sections import Parts
from assistant.evidence import Pool, weigh_evidence
from assistant.followups import in_context
from assistant.kinds import Analysis, analyse, without_request
from assistant.naming import find_named
from assistant.numbered_parts import NumberedParts, Wanted
from assistant.part_answers import SURE, answer_part_question, text_under
from assistant.part_questions import PartQuestion, read_part_question
from assistant.parts_of_questions import split_question
from assistant.premises import find_correction, find_count
from assistant.query import Form, Query, build_query
from assistant.retrieval import retrieve
from assistant.search_space import SearchSpace
from assistant.spelling import Speller
from assistant.translating import Translations, with_translations
from ingest.datatypes import Language, Passage

FEW_HITS, MANY_HITS = 12, 40
BROAD = frozenset({"how_to", "overview", "draft", "compare", "list"})
"""Kinds of question that gather from many passages."""

SETTLED = frozenset({"who", "where", "contact"})
"""Kinds of question that what stands under a heading answers without a value of their type."""

HELD_SHARE = 0.3
"""Weighted share of the other words of a question that the parts it names must hold to answer it.

Chosen on the questions of tests/assistant/test_numbered_questions.py.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for one question, or for one part of it.

    Attributes:
        asked: the part of the question, corrected.
        probability: that the documents answer it, in [0, 1].
        corrected: whether the answer corrects a count in the question.
        within: the numbers of the passages that were searched; all of the documents without it.
    """

    asked: str
    analysis: Analysis
    query: Query
    pool: Pool
    parts: tuple[Part, ...]
    features: dict[str, float]
    probability: float
    corrected: bool = False
    within: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question, or one part of it, made ready for the search.

    Attributes:
        asked: as corrected, with what an earlier question adds to a number alone.
        of_parts: what it asks of numbered parts of the documents, if it is about any.
    """

    asked: str
    analysis: Analysis
    query: Query
    of_parts: PartQuestion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Searcher:
    """Holds what searching needs; it keeps nothing between questions."""

    space: SearchSpace
    coverage: Coverage
    speller: Speller
    forms: Sequence[Form]
    abstention: AbstentionModel
    translations: Translations
    numbered: NumberedParts

    def understand(self, text: str, history: Sequence[Turn]) -> list[Understood]:
        """Return the parts of a question, each with its analysis and its query."""
        turns = [Turn(question=self.speller.correct(turn.question)) for turn in history]
        corrected = self.speller.correct(text)
        meant, earlier = in_context(corrected, turns, self.numbered)
        original = text if meant == corrected else ""
        parts = split_question(meant)
        return [
            self._understand(
                part,
                " ".join([earlier, *parts[:number]]).strip(),
                meant,
                original if len(parts) == 1 else "",
            )
            for number, part in enumerate(parts)
        ]

    def _understand(self, part: str, before: str, meant: str, original: str) -> Understood:
        analysis = analyse(part)
        subject = without_request(part, analysis.kind)
        documents = self.space.index.documents
        of_parts = read_part_question(
            subject, (before, meant), analysis, self.numbered, find_named(subject, documents)
        )
        original = original if subject == part else ""
        naming = find_named(f"{before} {subject}", documents)
        if of_parts and not of_parts.whole:
            without = self.numbered.without_mentions
            subject, before, original = without(subject), without(before), without(original)
        query = build_query(
            subject,
            self.coverage.words,
            self.forms,
            earlier=before,
            original=original,
            naming=naming,
        )
        query = with_translations(query, self.translations)
        query = replace(query, in_field=query.in_field or of_parts is not None)
        return Understood(asked=part, analysis=analysis, query=query, of_parts=of_parts)

    def find(
        self,
        text: str,
        reader: Language,
        documents: Collection[str],
        history: Sequence[Turn] = (),
    ) -> tuple[Found, ...]:
        """Return what the documents say, per part of the question, in the order asked."""
        understood = self.understand(text, history)
        return tuple(self._find(one, reader, documents) for one in understood)

    def _find(self, one: Understood, reader: Language, documents: Collection[str]) -> Found:
        """Return what is found, in the numbered parts that are asked about, if any are."""
        if one.of_parts is None:
            return self._search(one, reader, documents)
        sections = one.of_parts.sections(documents)
        if not sections or not all(sections):
            return self._count(one, one.of_parts.wanted, reader, documents)
        found = self._search(one, reader, documents, frozenset().union(*sections))
        parts = answer_part_question(self.space, one.of_parts, sections, one.analysis)
        if parts:
            return _settled(found, parts)
        if found.pool.covers(self._text_of(sections)) >= HELD_SHARE:
            return found
        if one.of_parts.carried and one.of_parts.own_words:
            return self._search(one, reader, documents)
        return replace(found, parts=(), probability=1 - SURE)

    def _text_of(self, sections: Parts) -> str:
        return " ".join(text_under(self.space, section) for section in sections)

    def _count(
        self, one: Understood, wanted: Wanted, reader: Language, documents: Collection[str]
    ) -> Found:
        """Return how many parts there are; who asked for one that is not there, is corrected."""
        count = find_count(self.space, wanted.series, documents)
        if count is None:
            found = self._search(one, reader, documents, frozenset() if wanted.numbers else None)
            return replace(found, parts=() if wanted.numbers else found.parts)
        number, place = count
        found = self._search(one, reader, documents, frozenset({number}))
        parts = self._shown(self.space.index.passages[number], place)
        return replace(_settled(found, parts), corrected=bool(wanted.numbers))

    def _shown(self, passage: Passage, place: int) -> tuple[Part, ...]:
        shown = with_context(self.space, passage, place)
        return (Part(layout="prose", shown=tuple(shown)),)

    def _search(
        self,
        one: Understood,
        reader: Language,
        documents: Collection[str],
        within: frozenset[int] | None = None,
    ) -> Found:
        many = one.analysis.kind in BROAD or within is not None
        limit = MANY_HITS if many else FEW_HITS
        hits, vector = retrieve(self.space, one.query, documents, limit, within)
        pool = weigh_evidence(
            self.space, self.coverage, one.query, hits, vector, one.analysis.kind, reader
        )
        correction = find_correction(self.numbered.without_mentions(one.asked), pool)
        if correction is not None:
            parts = self._shown(correction.passage, correction.place)
        else:
            parts = compose(self.space, pool, one.analysis)
        features = measure_features(one.asked, pool, parts, one.analysis)
        return Found(
            asked=one.asked,
            analysis=one.analysis,
            query=one.query,
            pool=pool,
            parts=parts,
            features=features,
            probability=self.abstention.probability(features),
            corrected=correction is not None,
            within=within,
        )


def _settled(found: Found, parts: tuple[Part, ...]) -> Found:
    """Return what stands under headings, where nobody looks for a name, place or address."""
    kinds = tuple(kind for kind in found.analysis.kinds if kind not in SETTLED)
    analysis = replace(found.analysis, kinds=kinds or ("what_says",))
    probability = max(SURE, found.probability)
    return replace(found, parts=parts, analysis=analysis, probability=probability)


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
