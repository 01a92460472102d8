"""Find the list that answers a question: its lead-in and all its items, whole and in order."""

from dataclasses import dataclass, replace

from assistant.coverage import covered
from assistant.evidence import Pool
from assistant.kinds import Analysis
from assistant.retrieval import SearchSpace
from ingest.datatypes import Passage, Sentence

Placed = tuple[Passage, Sentence, str]

FEWEST_ITEMS = 2
MOST_ITEMS = 12
STEP_HITS = 2
BEFORE_LEAD_CHARS = 160
TOP, MOST_HITS = 20, 8
ITEM_WEIGHT, LEAD_WEIGHT, EXACT_COUNT = 0.1, 0.2, 0.4
SURE_FOR_LIST, SURE_FOR_OTHER = 0.75, 1.1
"""Tuned on the training topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextList:
    """A list of a document.

    Attributes:
        lead: the sentence that leads it in, with what that one needs; may be empty.
        items: the first sentence of every item, in order.
        numbered: whether the document numbers them.
        is_steps: whether several items match the question, so that it reads as advice.
    """

    lead: tuple[Placed, ...]
    items: tuple[Placed, ...]
    numbered: bool
    is_steps: bool


def find_list(space: SearchSpace, pool: Pool, analysis: Analysis) -> TextList | None:
    """Return the list that best answers the question, or ``None`` when no list clearly does.

    A list counts when its lead-in or headings cover much of the question, or when several of its
    items are among the best sentences.
    """
    best: tuple[float, TextList] | None = None
    tried: set[tuple[str, int]] = set()
    ranks = {evidence.key: rank for rank, evidence in enumerate(pool.evidence[:TOP])}
    wants_list = analysis.kind in {"list", "how_to", "overview"}
    for hit in pool.hits[:MOST_HITS]:
        if not any(sentence.role == "item" for sentence in hit.passage.sentences):
            continue
        passages = _same_list(space, hit.passage)
        key = (passages[0].document_id, passages[0].start)
        if key in tried:
            continue
        tried.add(key)
        found = _read(space, passages)
        if not FEWEST_ITEMS <= len(found.items) <= MOST_ITEMS:
            continue
        strength, items_found = _strength(space, pool, found, passages, ranks)
        strength -= 0.05 * (hit.rank - 1)
        if analysis.count == len(found.items):
            strength += EXACT_COUNT
        elif analysis.count is not None and wants_list:
            strength -= EXACT_COUNT
        if strength < (SURE_FOR_LIST if wants_list else SURE_FOR_OTHER):
            continue
        if best is None or strength > best[0]:
            best = strength, replace(found, is_steps=items_found >= STEP_HITS)
    return best[1] if best else None


def _strength(
    space: SearchSpace,
    pool: Pool,
    found: TextList,
    passages: list[Passage],
    ranks: dict[tuple[str, int], int],
) -> tuple[float, int]:
    """Return how well a list matches the question, and how many of its items do."""
    text = space.index.documents[passages[0].document_id].text
    lead_start = passages[0].lead.start if passages[0].lead else passages[0].start
    before = text[max(0, min(passages[0].start, lead_start - BEFORE_LEAD_CHARS)) : found.items[0][1].start]
    share = covered(f"{before} {' '.join(passages[0].section)}", pool.weights, pool.matches)
    items = [s for p, s, _ in found.items if (p.document_id, s.start) in ranks]
    lead = any((p.document_id, s.start) in ranks for p, s, _ in found.lead)
    return share + ITEM_WEIGHT * min(len(items), 4) + LEAD_WEIGHT * lead, len(items)


def _same_list(space: SearchSpace, passage: Passage) -> list[Passage]:
    """Return the passages that hold the list of ``passage``: those with the same lead-in."""
    if passage.lead is None:
        return [passage]
    return [
        other
        for other in space.index.passages
        if other.document_id == passage.document_id
        and other.lead == passage.lead
        and other.section == passage.section
    ]


def _read(space: SearchSpace, passages: list[Passage]) -> TextList:
    text = space.index.documents[passages[0].document_id].text
    items = tuple(
        (passage, sentence, sentence.of(text))
        for passage in passages
        for sentence in passage.sentences
        if sentence.role == "item"
    )
    span = passages[0].lead
    lead: tuple[Placed, ...] = ()
    if span is not None:
        holder = _holder(space, passages[0], span.start)
        lead = ((holder, Sentence(start=span.start, end=span.end, role="lead"), span.of(text)),)
    first = items[0][1] if items else None
    numbered = first is not None and text[max(0, first.start - 2) : first.start].strip().endswith(".")
    return TextList(lead=lead, items=items, numbered=numbered, is_steps=False)


def _holder(space: SearchSpace, passage: Passage, start: int) -> Passage:
    """Return the passage of the same document that holds an offset."""
    for other in space.index.passages:
        if other.document_id == passage.document_id and other.start <= start < other.end:
            return other
    return passage
