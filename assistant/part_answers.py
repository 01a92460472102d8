"""Say what a numbered part of a document is about: its headings, its opening and what it lists."""

from collections.abc import Sequence

from assistant.aspects import Aspect, heading_aspect
from assistant.composition import Part, Shown
from assistant.edition_sections import Parts
from assistant.kinds import Analysis
from assistant.numbered_headings import is_number_only
from assistant.part_questions import PartQuestion
from assistant.search_space import SearchSpace
from ingest.datatypes import Passage, Sentence

SURE = 0.9
"""Probability that the part with the number asked for is what was asked for."""

MOST_OPENING, MOST_SENTENCES, MOST_ITEMS = 4, 8, 12

ASIDE = frozenset({"box", "footnote", "title"})
"""Kinds of passage that do not say what a part is about."""


def answer_part_question(
    space: SearchSpace, question: PartQuestion, sections: Parts, analysis: Analysis
) -> tuple[Part, ...]:
    """Return what parts say of what is asked of them, or as a whole; nothing for other questions.

    Args:
        space: the passages.
        question: what is asked of the parts.
        sections: the passages under each part, by number.
        analysis: of the question.
    """
    parts = answer_aspects(space, sections, question.aspects, analysis)
    return introduce(space, sections, analysis) if question.whole and not parts else parts


def introduce(space: SearchSpace, sections: Parts, analysis: Analysis) -> tuple[Part, ...]:
    """Return the title and the opening of each part, and what one part lists when more is asked.

    Args:
        space: the passages.
        sections: those under each part, by number.
        analysis: what the question asks for.
    """
    parts: list[Part] = []
    brief = len(sections) > 1 or analysis.kind == "definition" or analysis.short
    for section in sections:
        passages = _main_passages(space, section)
        opening = _opening(space, passages)
        parts += opening
        parts += [] if opening and brief else _listed(space, passages)
    return tuple(parts)


def answer_aspects(
    space: SearchSpace,
    sections: Parts,
    aspects: frozenset[Aspect],
    analysis: Analysis,
) -> tuple[Part, ...]:
    """Return what each part says under the headings that announce these aspects.

    Args:
        space: the passages.
        sections: those under each part, by number.
        aspects: what is asked of the parts; their titles stand above it when there are several.
        analysis: of the question; it may want a number of items.
    """
    parts: list[Part] = []
    for section in sections:
        passages = _main_passages(space, section)
        headed = [
            passage
            for passage in passages
            if passage.section and heading_aspect(passage.section[-1]) in aspects
        ]
        if "title" in aspects or (len(sections) > 1 and headed):
            parts += _title(space, passages)
        for name in dict.fromkeys(passage.section for passage in headed):
            under = [passage for passage in headed if passage.section == name]
            parts += _opening(space, under, MOST_SENTENCES)
            parts += _listed(space, under, analysis.wanted or analysis.count or MOST_ITEMS)
    return tuple(parts)


def text_under(space: SearchSpace, section: frozenset[int]) -> str:
    """Return what stands under a part, with its headings."""
    passages = [space.index.passages[number] for number in sorted(section)]
    texts = [passage.of(space.index.documents[passage.document_id].text) for passage in passages]
    return " ".join([*(heading for passage in passages for heading in passage.section), *texts])


def _main_passages(space: SearchSpace, section: frozenset[int]) -> list[Passage]:
    passages = [space.index.passages[number] for number in sorted(section)]
    return [passage for passage in passages if passage.kind not in ASIDE] or passages


def _title(space: SearchSpace, passages: Sequence[Passage]) -> list[Part]:
    """Return the outermost heading that says more than the number of a part."""
    for passage in passages[:1]:
        return _prose(space, passage, _headings(space, passage)[:1])
    return []


def _opening(
    space: SearchSpace,
    passages: Sequence[Passage],
    most: int = MOST_OPENING,
) -> list[Part]:
    """Return the first sentences of the first passages; none when these open with a list."""
    parts: list[Part] = []
    for passage in passages:
        body = [sentence for sentence in passage.sentences if sentence.role == "body"]
        headings = _headings(space, passage)
        if not body or (parts and headings):
            break
        parts += _prose(space, passage, [*headings, *body[:most]])
        most -= len(body)
        if most <= 0:
            break
    return parts


def _listed(space: SearchSpace, passages: Sequence[Passage], most: int = MOST_ITEMS) -> list[Part]:
    """Return the first sentence of every item in passages, below the heading of the first list."""
    lead: list[Part] = []
    items: list[Shown] = []
    for passage in passages:
        own = [sentence for sentence in passage.sentences if sentence.role == "item"]
        if own and not items:
            lead = _prose(space, passage, _headings(space, passage))
        items += _shown(space, passage, own)
    shown = tuple(items[:most])
    return [*lead, Part(layout="bullets", shown=shown)] if shown else []


def _headings(space: SearchSpace, passage: Passage) -> list[Sentence]:
    """Return the headings that open a passage, without the one that only gives the number."""
    text = space.index.documents[passage.document_id].text
    headings = [sentence for sentence in passage.sentences if sentence.role == "heading"]
    return headings[1:] if headings[1:] and is_number_only(headings[0].of(text)) else headings


def _prose(space: SearchSpace, passage: Passage, sentences: Sequence[Sentence]) -> list[Part]:
    shown = _shown(space, passage, sentences)
    return [Part(layout="prose", shown=shown)] if shown else []


def _shown(
    space: SearchSpace, passage: Passage, sentences: Sequence[Sentence]
) -> tuple[Shown, ...]:
    text = space.index.documents[passage.document_id].text
    return tuple(
        Shown(
            passage=passage,
            sentence=sentence,
            text=sentence.of(text),
            context=sentence.role == "heading",
        )
        for sentence in sentences
    )
