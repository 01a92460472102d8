"""Explain a search: how the question was read, and why each passage was found.

Everything is worked out afterwards, from the queries and their hits; nothing here takes part in
finding them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.citing import section_name
from assistant.datatypes import Citation, Hit, Turn
from assistant.followups import earlier_question
from assistant.language import AskedIn
from assistant.listing import list_terms
from assistant.matching import match_passage
from assistant.query import Query
from assistant.reasons import (
    Adjustment,
    Considered,
    Correction,
    Explanation,
    Prior,
    Reading,
)
from assistant.retrieval import AUTHORITY_PRIORS, KIND_PRIORS, SearchSpace, Vector, boosts
from assistant.searching import Found, Searcher
from assistant.spelling import Speller
from assistant.tracing import Trace, trace
from ingest.datatypes import Passage
from ingest.terms import words_of

EXPLAINED = 12
"""The best hits that are explained, besides those that the answer cites."""

AROUND_WORDS = ".,;:!?()[]\"'“”‘’«»…"


def explain(
    searcher: Searcher,
    read: AskedIn,
    history: Sequence[Turn],
    documents: Collection[str],
    found: Sequence[Found],
    citations: Sequence[Citation],
) -> Explanation:
    """Return how a question was read and why each passage was found.

    Args:
        searcher: that found them.
        read: the question, as typed, with its language.
        history: the earlier turns that it was asked after.
        documents: ids of the documents that were searched.
        found: per part of the question.
        citations: of the answer.
    """
    corrected = searcher.speller.correct(read.text)
    return Explanation(
        language=read.question_language,
        corrections=corrections_of(read.text, searcher.speller),
        earlier=earlier_question(corrected, history) or None,
        readings=tuple(_read(searcher, read.text, one, documents, citations) for one in found),
    )


def corrections_of(text: str, speller: Speller) -> tuple[Correction, ...]:
    """Return the words of a question that were read differently, in order, each once."""
    pairs = ((word, speller.correct(word)) for word in text.split())
    changed = (
        (typed.strip(AROUND_WORDS), read.strip(AROUND_WORDS))
        for typed, read in pairs
        if typed != read
    )
    return tuple(Correction(typed=typed, read=read) for typed, read in dict.fromkeys(changed))


def _read(
    searcher: Searcher,
    typed: str,
    one: Found,
    documents: Collection[str],
    citations: Sequence[Citation],
) -> Reading:
    index = searcher.space.index
    traced = trace(
        one.query,
        typed,
        one.asked,
        searcher.forms,
        searcher.coverage.words,
        searcher.translations,
    )
    hits = [
        hit for hit in one.pool.hits if hit.rank <= EXPLAINED or _markers(citations, hit.passage)
    ]
    adjusted = adjustments_of(searcher.space, one.query, hits)
    return Reading(
        question=one.asked,
        kind=one.analysis.kind,
        named=tuple(
            document.source.title
            for document_id, document in index.documents.items()
            if document_id in documents and document_id in one.query.documents
        ),
        terms=list_terms(traced, searcher.space.lexical.frequencies),
        searched=sum(passage.document_id in documents for passage in index.passages),
        considered=tuple(
            _consider(hit, one, searcher.space, traced, adjustments, citations)
            for hit, adjustments in zip(hits, adjusted, strict=True)
        ),
    )


def _consider(
    hit: Hit,
    one: Found,
    space: SearchSpace,
    traced: Trace,
    adjustments: tuple[Adjustment, ...],
    citations: Sequence[Citation],
) -> Considered:
    passage = hit.passage
    document = space.index.documents[passage.document_id]
    sentences = [item for item in one.pool.evidence if item.hit.rank == hit.rank]
    nearest = max(
        sentences, key=lambda item: (item.sentence.role != "heading", item.cosine, -item.place)
    )
    return Considered(
        rank=hit.rank,
        score=round(hit.score, 4),
        document_id=passage.document_id,
        title=document.source.title,
        section=section_name(passage),
        page=passage.page,
        language=passage.language,
        start=passage.start,
        end=passage.end,
        quote=nearest.text,
        reasons=hit.reasons,
        matches=match_passage(passage, passage.of(document.text), traced),
        adjustments=adjustments,
        markers=_markers(citations, passage),
    )


def adjustments_of(
    space: SearchSpace, query: Query, hits: Sequence[Hit]
) -> list[tuple[Adjustment, ...]]:
    """Return, per hit, what was added to its score besides the search itself, in order."""
    added = boosts(space, query)
    numbers = {passage.passage_id: n for n, passage in enumerate(space.index.passages)}
    return [
        tuple(
            Adjustment(prior=prior, added=round(value, 4), name=name)
            for prior, value, name in _priors(space, query, hit.passage, added, numbers)
            if value
        )
        for hit in hits
    ]


def _priors(
    space: SearchSpace,
    query: Query,
    passage: Passage,
    added: Mapping[Prior, Vector],
    numbers: Mapping[str, int],
) -> Iterator[tuple[Prior, float, str]]:
    source = space.index.documents[passage.document_id].source
    authority = source.authority or ""
    names: Mapping[Prior, str] = {
        "named document": source.title,
        "named heading": next(iter(_named_headings(passage, query)), ""),
    }
    for prior, values in added.items():
        yield prior, float(values[numbers[passage.passage_id]]), names.get(prior, "")
    yield "kind", KIND_PRIORS.get(passage.kind, 0.0), passage.kind
    yield "authority", AUTHORITY_PRIORS.get(authority, 0.0), authority


def _named_headings(passage: Passage, query: Query) -> list[str]:
    """Return the headings above a passage that the question holds, the longest first."""
    question = f" {' '.join(words_of(query.text))} "
    headings = [text for text in passage.section if f" {' '.join(words_of(text))} " in question]
    return sorted(headings, key=len, reverse=True)


def _markers(citations: Sequence[Citation], passage: Passage) -> tuple[int, ...]:
    """Return the markers of the citations that stand in a passage, in either edition."""
    return tuple(citation.marker for citation in citations if _stands_in(citation, passage))


def _stands_in(citation: Citation, passage: Passage) -> bool:
    spans = [(citation.document_id, citation.start)]
    spans += [(citation.twin.document_id, citation.twin.start)] if citation.twin else []
    return any(
        document_id == passage.document_id and passage.start <= start < passage.end
        for document_id, start in spans
    )
