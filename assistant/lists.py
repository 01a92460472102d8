"""Find the list that answers a question: its lead-in and all its items, whole and in order."""

from dataclasses import dataclass, replace

from assistant.coverage import covered
from assistant.datatypes import Hit
from assistant.evidence import Pool
from assistant.kinds import Analysis
from assistant.search_space import SearchSpace
from assistant.standing import is_question, needed_before, needs_predecessor
from ingest.datatypes import Passage, Sentence

Placed = tuple[Passage, Sentence, str]

FEWEST_ITEMS = 2
MOST_HEADED, HEADED_SHARE = 6, 0.8
MOST_ITEMS = 12
STEP_HITS = 2
BEFORE_CHARS = 420
TOP, MOST_HITS, BEST_FEW = 20, 8, 3
ITEM_WEIGHT, LEAD_WEIGHT, EXACT_COUNT, NAMED, PLACE_PENALTY = 0.1, 0.2, 0.4, 0.2, 0.04
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
    for place, hit in enumerate(_hits(pool)):
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
        if all(is_question(text) for _, _, text in found.items):
            continue
        if analysis.count not in {None, len(found.items)}:
            continue
        strength, items_found = _strength(space, pool, found, passages, ranks)
        strength -= PLACE_PENALTY * place
        strength += NAMED * (hit.passage.document_id in pool.named)
        if analysis.count == len(found.items):
            strength += EXACT_COUNT
        if strength < (SURE_FOR_LIST if wants_list else SURE_FOR_OTHER):
            continue
        if best is None or strength > best[0]:
            items = _with_best_continuations(space, found, passages, ranks)
            best = strength, replace(found, items=items, is_steps=items_found >= STEP_HITS)
    headed = find_headed(space, pool) if wants_list else None
    if headed is not None and analysis.count in {None, len(headed.items)}:
        return headed
    return best[1] if best else None


def _with_best_continuations(
    space: SearchSpace,
    found: TextList,
    passages: list[Passage],
    ranks: dict[tuple[str, int], int],
) -> tuple[Placed, ...]:
    """Return the items with those of their further sentences that are among the very best."""
    text = space.index.documents[passages[0].document_id].text
    starts = {sentence.start for _, sentence, _ in found.items}
    return tuple(
        (passage, sentence, sentence.of(text))
        for passage in passages
        for sentence in passage.sentences
        if sentence.start in starts
        or (
            sentence.role == "continuation"
            and ranks.get((passage.document_id, sentence.start), TOP) < BEST_FEW
        )
    )


def find_headed(space: SearchSpace, pool: Pool) -> TextList | None:
    """Return the sentences under a heading that names what is asked: "Objectives of the plan"."""
    asked = {word: weight for word, weight in pool.weights.items() if word not in pool.named_words}
    for hit in _hits(pool):
        passage = hit.passage
        text = space.index.documents[passage.document_id].text
        heading = [s for s in passage.sentences if s.role == "heading"]
        body = [s for s in passage.sentences if s.role == "body"]
        if not heading or not FEWEST_ITEMS <= len(body) <= MOST_HEADED or not asked:
            continue
        if any(s.role in {"item", "lead"} for s in passage.sentences):
            continue
        present = pool.coverage.present(heading[-1].of(text))
        if covered(present, asked, pool.matches) >= HEADED_SHARE:
            return TextList(
                lead=((passage, heading[-1], heading[-1].of(text)),),
                items=tuple((passage, s, s.of(text)) for s in body),
                numbered=False,
                is_steps=False,
            )
    return None


def _hits(pool: Pool) -> list[Hit]:
    """Return the best hits; those in the documents that the question names, if it names any."""
    wanted = [hit for hit in pool.hits if not pool.named or hit.passage.document_id in pool.named]
    return wanted[:MOST_HITS]


def _strength(
    space: SearchSpace,
    pool: Pool,
    found: TextList,
    passages: list[Passage],
    ranks: dict[tuple[str, int], int],
) -> tuple[float, int]:
    """Return how well a list matches the question, and how many of its items do."""
    text = space.index.documents[passages[0].document_id].text
    first = found.items[0][1].start
    before = text[max(0, min(passages[0].start, first - BEFORE_CHARS)) : first]
    share = pool.covers(f"{before} {' '.join(passages[0].section)}")
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
        place = next((n for n, s in enumerate(holder.sentences) if s.start == span.start), None)
        before = _before_lead(space, holder, place, text) if place is not None else []
        sentence = Sentence(start=span.start, end=span.end, role="lead")
        lead = (*before, (holder, sentence, span.of(text)))
    first = items[0][1] if items else None
    numbered = first is not None and text[max(0, first.start - 2) : first.start].strip().endswith(
        "."
    )
    return TextList(lead=lead, items=items, numbered=numbered, is_steps=False)


def _before_lead(space: SearchSpace, passage: Passage, place: int, text: str) -> list[Placed]:
    """Return what a lead-in points back to; at least the sentence before it, if it points back."""
    if not needs_predecessor(passage.sentences[place].of(text)):
        return []
    if place:
        needed = needed_before(passage, place, text) or (passage.sentences[place - 1],)
        return [(passage, sentence, sentence.of(text)) for sentence in needed]
    before = [
        other
        for other in space.index.passages
        if other.document_id == passage.document_id
        and other.section == passage.section
        and other.end <= passage.start
    ]
    if not before:
        return []
    sentence = before[-1].sentences[-1]
    return [(before[-1], sentence, sentence.of(text))]


def _holder(space: SearchSpace, passage: Passage, start: int) -> Passage:
    """Return the passage of the same document that holds an offset."""
    for other in space.index.passages:
        if other.document_id == passage.document_id and other.start <= start < other.end:
            return other
    return passage
