"""Compose an answer from verbatim sentences: which ones, in which order, in which shape.

The kind of the question decides the shape (``SHAPES``). The best sentence comes first; lists stay
whole and in order; a sentence that points back is preceded by the one it points to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assistant.advice import opens_work, reports
from assistant.answer_types import expects_type
from assistant.coverage import covered
from assistant.evidence import Evidence, Pool
from assistant.kinds import Analysis, Kind
from assistant.lists import TextList, find_list
from assistant.search_space import SearchSpace
from assistant.standing import draws_conclusion, is_question, needed_before
from ingest.datatypes import Language, Passage, Sentence

Layout = Literal["prose", "bullets", "steps"]

NEAR_DUPLICATE = 0.93
"""Cosine from which two sentences say the same; the plan repeats its aims three times."""

SOCIAL_MEDIA = "social media"
NAMED_SHARE = 0.5
"""A named document answers alone when its best sentence has this share of the best score."""

BESIDE = 0.75
"""Factor on the needed share for a sentence in the passage of the best one."""

POSED_RANK = 3
"""A passage up to this rank that poses the question is where a definition is taken from."""

FEWEST_STEPS, PER_SECTION = 2, 2
STEP_SHARE, RELEVANCE_WEIGHT, ABOUT_SHARE = 0.45, 0.4, 0.5
"""Tuned on the training topics."""

FEWEST_WORDS, FEWEST_WORDS_OPEN = 5, 9
CLOSED = tuple(".!;)”’\"'")
"""A sentence without one of these at its end is a label unless it is long enough."""

TYPED_RANK, TYPED_SHARE = 3, 0.6
"""A sentence with the expected type (a date, a number) may come first from this rank and share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How an answer of some kind looks.

    Attributes:
        most: sentences at most.
        share: a further sentence needs this share of the best score.
        passages: different passages at most.
    """

    layout: Layout
    most: int
    share: float
    passages: int


SHAPES: Mapping[Kind, Shape] = {
    "definition": Shape(layout="prose", most=4, share=0.72, passages=2),
    "how_to": Shape(layout="steps", most=6, share=0.72, passages=4),
    "list": Shape(layout="bullets", most=6, share=0.7, passages=4),
    "who": Shape(layout="prose", most=2, share=0.85, passages=2),
    "when": Shape(layout="prose", most=2, share=0.85, passages=2),
    "where": Shape(layout="prose", most=2, share=0.85, passages=2),
    "how_many": Shape(layout="prose", most=2, share=0.88, passages=2),
    "contact": Shape(layout="prose", most=1, share=0.9, passages=1),
    "why": Shape(layout="prose", most=4, share=0.7, passages=2),
    "yes_no": Shape(layout="prose", most=3, share=0.75, passages=2),
    "what_says": Shape(layout="prose", most=4, share=0.72, passages=3),
    "compare": Shape(layout="prose", most=5, share=0.65, passages=4),
    "overview": Shape(layout="bullets", most=6, share=0.55, passages=6),
    "draft": Shape(layout="bullets", most=5, share=0.55, passages=5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A sentence chosen for the answer.

    Attributes:
        context: whether it is shown because the next one needs it, or leads in a list.
    """

    passage: Passage
    sentence: Sentence
    text: str
    context: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Return what identifies the sentence: document and start."""
        return self.passage.document_id, self.sentence.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the answer in one layout."""

    layout: Layout
    shown: tuple[Shown, ...]


def compose(space: SearchSpace, pool: Pool, analysis: Analysis) -> tuple[Part, ...]:
    """Return the parts of the answer, in order; empty when nothing can be shown."""
    if not pool.evidence:
        return ()
    shape = _shape(analysis)
    if analysis.kind == "list" or (analysis.count and analysis.kind != "overview"):
        found = find_list(space, pool, analysis)
        if found is not None:
            return _list_answer(found, analysis)
    if analysis.kind in {"overview", "draft"}:
        return _overview(space, pool, shape)
    if analysis.kind == "how_to":
        steps = _steps(space, pool, shape)
        if len(steps) >= FEWEST_STEPS:
            return (Part(layout="steps", shown=tuple(_in_order(space, steps, pool.reader))),)
    chosen = _choose(space, pool, shape, analysis.kind)
    if not chosen:
        return ()
    if expects_type(analysis.kind):
        told = chosen if chosen[0].holds(analysis.kind) else chosen[:1]
        return (Part(layout="prose", shown=tuple(_value_first(space, told))),)
    if shape.layout == "prose":
        return (Part(layout="prose", shown=tuple(_in_order(space, chosen, pool.reader))),)
    plain = [evidence for evidence in chosen if _needs_no_heading(space, evidence)]
    return _points(space, plain or chosen, shape.layout, pool.reader)


def _shape(analysis: Analysis) -> Shape:
    shape = SHAPES[analysis.kind]
    most = analysis.wanted or (min(3, shape.most) if analysis.short else shape.most)
    passages = max(shape.passages, most) if analysis.wanted else shape.passages
    return Shape(layout=shape.layout, most=most, share=shape.share, passages=passages)


def _choose(space: SearchSpace, pool: Pool, shape: Shape, kind: Kind) -> list[Evidence]:
    """Return the best sentences that can stand in the answer, best first."""
    usable = _in_named([e for e in pool.evidence if _can_be_shown(space, e, kind)], pool, kind)
    if kind == "definition":
        usable = _posed(usable) or usable
    if expects_type(kind):
        usable = _typed_first(usable, kind)
    chosen: list[Evidence] = []
    passages: list[str] = []
    for evidence in usable:
        if len(chosen) >= shape.most:
            break
        if chosen and evidence.score < _least_share(evidence, chosen[0], shape) * chosen[0].score:
            continue
        new = evidence.passage.passage_id not in passages
        if new and len(passages) >= shape.passages:
            continue
        if any(_says_the_same(space, evidence, other) for other in chosen):
            continue
        chosen.append(evidence)
        if new:
            passages.append(evidence.passage.passage_id)
    return chosen


def _posed(usable: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences that follow the reader's own question in a good passage."""
    return [item for item in usable if item.answers and item.hit.rank <= POSED_RANK]


def _least_share(evidence: Evidence, best: Evidence, shape: Shape) -> float:
    """Return the share of the best score a further sentence needs; less right beside the best."""
    beside = evidence.passage.passage_id == best.passage.passage_id
    return shape.share * (BESIDE if beside and shape.layout == "prose" and shape.most > 2 else 1.0)


def _in_named(usable: list[Evidence], pool: Pool, kind: Kind) -> list[Evidence]:
    """Return the sentences of the documents that the question names, unless they say too little.

    How to reach someone is never taken from another document, nor from a sentence without it.
    """
    inside = [item for item in usable if item.passage.document_id in pool.named]
    if kind == "contact":
        reachable = inside if pool.named else usable
        return [item for item in reachable if item.holds(kind)]
    if not inside or inside[0].score < NAMED_SHARE * usable[0].score:
        return usable
    return inside


def _can_be_shown(space: SearchSpace, evidence: Evidence, kind: Kind = "what_says") -> bool:
    """Tell whether a sentence says something by itself, with the sentences it points back to."""
    sentence, text = evidence.sentence, evidence.text
    if sentence.role in {"heading", "lead"} or text.endswith(":"):
        return False
    if is_question(text):
        return False
    if kind == "definition" and reports(text) and not evidence.answers:
        return False
    valued = expects_type(kind) and evidence.holds(kind)
    few = len(text.split()) < (FEWEST_WORDS if text.endswith(CLOSED) else FEWEST_WORDS_OPEN)
    if not valued and (few or evidence.passage.kind == "title"):
        return False
    whole = space.index.documents[evidence.passage.document_id].text
    return needed_before(evidence.passage, evidence.place, whole) is not None


def _steps(space: SearchSpace, pool: Pool, shape: Shape) -> list[Evidence]:
    """Return the sentences that read as advice on the subject, most useful first."""
    usable = [item for item in pool.evidence if _can_be_shown(space, item)]
    if not usable:
        return []
    least = STEP_SHARE * usable[0].score
    subject = {word: weight for word, weight in pool.weights.items() if not opens_work(word)}
    scored = [
        (RELEVANCE_WEIGHT * evidence.score + evidence.advice, evidence)
        for evidence in usable
        if evidence.advice
        and _needs_no_heading(space, evidence)
        and (evidence.score >= least or _is_about(space, evidence, subject, pool))
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].key))
    chosen: list[Evidence] = []
    for _, evidence in scored:
        if len(chosen) < shape.most and not any(_says_the_same(space, evidence, o) for o in chosen):
            chosen.append(evidence)
    return chosen


def _overview(space: SearchSpace, pool: Pool, shape: Shape) -> tuple[Part, ...]:
    """Return the telling sentences of the named documents, or of all, one or two per section."""
    usable = [
        item
        for item in pool.evidence
        if _can_be_shown(space, item)
        and _needs_no_heading(space, item)
        and (item.passage.document_id in pool.named if pool.named else not _is_social(space, item))
    ]
    ranked = sorted(
        usable, key=lambda item: (-(RELEVANCE_WEIGHT * item.score + item.advice), item.key)
    )
    chosen: list[Evidence] = []
    for evidence in ranked:
        sections = [item.passage.section for item in chosen]
        if sections.count(evidence.passage.section) >= PER_SECTION:
            continue
        if len(chosen) < shape.most and not any(_says_the_same(space, evidence, o) for o in chosen):
            chosen.append(evidence)
    chosen.sort(key=lambda item: item.key)
    return _points(space, chosen, "bullets", pool.reader) if chosen else ()


def _is_social(space: SearchSpace, evidence: Evidence) -> bool:
    source = space.index.documents[evidence.passage.document_id].source
    return source.authority == SOCIAL_MEDIA


def _is_about(
    space: SearchSpace, evidence: Evidence, subject: Mapping[str, float], pool: Pool
) -> bool:
    """Tell whether the subject of a question is that of the document or section of a sentence."""
    title = space.index.documents[evidence.passage.document_id].source.title
    around = f"{title} {' '.join(evidence.passage.section)}"
    return (
        bool(subject)
        and covered(pool.coverage.present(around), subject, pool.matches) >= ABOUT_SHARE
    )


def _needs_no_heading(space: SearchSpace, evidence: Evidence) -> bool:
    """Tell whether a sentence stands in a list without a heading in front of it."""
    text = space.index.documents[evidence.passage.document_id].text
    before = needed_before(evidence.passage, evidence.place, text)
    return before is not None and not any(sentence.role == "heading" for sentence in before)


def _typed_first(usable: Sequence[Evidence], kind: Kind) -> list[Evidence]:
    """Move the best sentence that holds the expected type to the front, if it scores well."""
    best = usable[0].score if usable else 0.0
    for place, evidence in enumerate(usable):
        near = evidence.hit.rank <= TYPED_RANK and evidence.score >= TYPED_SHARE * best
        if near and evidence.holds(kind):
            return [evidence, *usable[:place], *usable[place + 1 :]]
    return list(usable)


def _says_the_same(space: SearchSpace, one: Evidence, other: Evidence) -> bool:
    vectors = space.index.sentence_vectors
    return float(np.dot(vectors[one.row], vectors[other.row])) >= NEAR_DUPLICATE


def _in_order(space: SearchSpace, chosen: Sequence[Evidence], reader: Language) -> list[Shown]:
    """Return the sentences grouped by passage, in the order of the text.

    Passages in the reader's language come first, and of these the best.
    """
    shown: list[Shown] = []
    seen: set[tuple[str, int]] = set()
    own_first = sorted(chosen, key=lambda evidence: evidence.language != reader)
    for passage_id in dict.fromkeys(evidence.passage.passage_id for evidence in own_first):
        group = [evidence for evidence in chosen if evidence.passage.passage_id == passage_id]
        for evidence in sorted(group, key=lambda item: item.place):
            for item in with_context(space, evidence.passage, evidence.place) + _conclusion(
                space, evidence
            ):
                if item.key not in seen:
                    seen.add(item.key)
                    shown.append(item)
    return shown


def _value_first(space: SearchSpace, chosen: Sequence[Evidence]) -> list[Shown]:
    """Return the sentence that holds the value, first, and then those that stand alone."""
    first, *others = chosen
    shown = with_context(space, first.passage, first.place)
    for evidence in others:
        alone = with_context(space, evidence.passage, evidence.place)
        if len(alone) == 1 and alone[0].key not in {item.key for item in shown}:
            shown += alone
    return shown


def _conclusion(space: SearchSpace, evidence: Evidence) -> list[Shown]:
    """Return the next sentence when it draws the conclusion of this one."""
    passage, after = evidence.passage, evidence.place + 1
    if after >= len(passage.sentences):
        return []
    sentence = passage.sentences[after]
    text = sentence.of(space.index.documents[passage.document_id].text)
    if sentence.role in {"heading", "item", "lead"} or not draws_conclusion(text):
        return []
    return [Shown(passage=passage, sentence=sentence, text=text)]


def with_context(space: SearchSpace, passage: Passage, place: int) -> list[Shown]:
    """Return a sentence with, before it, those that it points back to."""
    text = space.index.documents[passage.document_id].text
    before = needed_before(passage, place, text) or ()
    sentence = passage.sentences[place]
    return [
        *(Shown(passage=passage, sentence=s, text=s.of(text), context=True) for s in before),
        Shown(passage=passage, sentence=sentence, text=sentence.of(text)),
    ]


def _points(
    space: SearchSpace, chosen: Sequence[Evidence], layout: Layout, reader: Language
) -> tuple[Part, ...]:
    """Return one point per sentence; a point keeps its context in front of it."""
    shown = _in_order(space, chosen, reader)
    return (Part(layout=layout if len(chosen) > 1 else "prose", shown=tuple(shown)),)


def _list_answer(found: TextList, analysis: Analysis) -> tuple[Part, ...]:
    parts: list[Part] = []
    lead = [
        Shown(passage=passage, sentence=sentence, text=text, context=True)
        for passage, sentence, text in found.lead
    ]
    if lead:
        parts.append(Part(layout="prose", shown=tuple(lead)))
    items = [
        Shown(passage=passage, sentence=sentence, text=text)
        for passage, sentence, text in found.items
    ]
    if analysis.wanted:
        items = items[: analysis.wanted]
    layout: Layout = "steps" if found.numbered else "bullets"
    parts.append(Part(layout=layout, shown=tuple(items)))
    return tuple(parts)
