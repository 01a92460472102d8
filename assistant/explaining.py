"""Explain a search: how the question was read, and why each passage was found.

Everything is worked out afterwards, from the queries and their hits; nothing here takes part in
finding them.
"""

from collections.abc import Collection, Mapping, Sequence

from assistant.adjusting import adjustments_of
from assistant.citing import section_name
from assistant.datatypes import Citation, Hit, Turn
from assistant.followups import in_context
from assistant.language import AskedIn
from assistant.listing import list_terms
from assistant.matching import match_passage
from assistant.originals import Originals
from assistant.reasons import Adjustment, Considered, Explanation, Reading
from assistant.search_space import SearchSpace
from assistant.searching import Found, Searcher
from assistant.tracing import Trace, trace
from ingest.datatypes import Document, Language, Passage
from ingest.rendering import published_id

EXPLAINED = 12
"""The best hits that are explained, besides those that the answer cites."""


def explain(
    searcher: Searcher,
    originals: Originals,
    read: AskedIn,
    history: Sequence[Turn],
    documents: Collection[str],
    found: Sequence[Found],
    citations: Sequence[Citation],
) -> Explanation:
    """Return how a question was read and why each passage was found.

    Args:
        searcher: that found them.
        originals: the published sentences behind those that were searched.
        read: the question, as typed, with its language.
        history: the earlier turns that it was asked after.
        documents: ids of the documents that were searched.
        found: per part of the question.
        citations: of the answer.
    """
    corrected = searcher.speller.read(read.text)
    meant, earlier = in_context(corrected.text, history, searcher.numbered)
    if meant != corrected.text:
        earlier = earlier or history[-1].question
    return Explanation(
        language=read.question_language,
        corrections=corrected.corrections,
        earlier=earlier or None,
        readings=tuple(
            _read(searcher, originals, read.text, one, documents, citations) for one in found
        ),
    )


def _read(
    searcher: Searcher,
    originals: Originals,
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
        hit
        for hit in one.pool.hits
        if hit.rank <= EXPLAINED or _markers(citations, _published(hit.passage, originals))
    ]
    adjusted = adjustments_of(searcher.space, one.query, hits)
    return Reading(
        question=one.asked,
        kind=one.analysis.kind,
        named=_named(index.documents, documents, one.query.documents),
        terms=list_terms(traced, searcher.space.lexical.frequencies),
        searched=sum(
            passage.document_id in documents and (one.within is None or number in one.within)
            for number, passage in enumerate(index.passages)
        ),
        considered=tuple(
            _consider(hit, one, searcher.space, originals, traced, adjustments, citations)
            for hit, adjustments in zip(hits, adjusted, strict=True)
        ),
    )


def _named(
    documents: Mapping[str, Document], searched: Collection[str], named: Collection[str]
) -> tuple[str, ...]:
    """Return the titles of the works that a question names, each once, as they were searched."""
    titles: dict[str, str] = {}
    both = [documents[document_id].source for document_id in documents if document_id in named]
    for source in sorted(both, key=lambda source: source.rendering_of is not None):
        published = documents[source.rendering_of].source if source.rendering_of else source
        if source.document_id in searched:
            titles.setdefault(published.translation_of or published.document_id, source.title)
    return tuple(titles.values())


def _consider(
    hit: Hit,
    one: Found,
    space: SearchSpace,
    originals: Originals,
    traced: Trace,
    adjustments: tuple[Adjustment, ...],
    citations: Sequence[Citation],
) -> Considered:
    passage = hit.passage
    sentences = [item for item in one.pool.evidence if item.hit.rank == hit.rank]
    nearest = max(
        sentences, key=lambda item: (item.sentence.role != "heading", item.cosine, -item.place)
    )
    published = _published(passage, originals)
    original = originals.of(passage, nearest.sentence)
    return Considered(
        rank=hit.rank,
        score=round(hit.score, 4),
        document_id=published.document_id,
        title=original.document.source.title,
        section=section_name(passage),
        page=published.page,
        language=passage.language,
        start=published.start,
        end=published.end,
        quote=original.quote,
        translation=original.translation.text if original.translation else None,
        reviewed=original.translation.reviewed if original.translation else False,
        reasons=hit.reasons,
        matches=match_passage(
            passage,
            passage.of(space.index.documents[passage.document_id].text),
            traced,
            _in_other_language(passage, space),
        ),
        adjustments=adjustments,
        markers=_markers(citations, published),
    )


def _published(passage: Passage, originals: Originals) -> Passage:
    return originals.passages[published_id(passage.passage_id)]


def _in_other_language(passage: Passage, space: SearchSpace) -> list[tuple[Language, str]]:
    """Return the passages that speak for one in the other language, by whose words it is found."""
    index = space.index
    numbers = {one.passage_id: number for number, one in enumerate(index.passages)}
    others = (index.passages[n] for n in index.counterparts.passages[numbers[passage.passage_id]])
    return [(other.language, other.of(index.documents[other.document_id].text)) for other in others]


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
