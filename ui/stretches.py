"""The stretch of a document around a quote, cut into blocks with the quote marked."""

from dataclasses import dataclass

from ingest.datatypes import Block, BlockKind, Document
from ui.asking import Asking

SHORT_CHARS = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One block of the text around a quote; ``marked`` is the part of it that is quoted.

    ``before + marked + after`` is a verbatim slice of the document.
    """

    kind: BlockKind
    before: str
    marked: str
    after: str


def stretches_around(
    assistant: Asking, document_id: str, start: int, end: int
) -> tuple[Stretch, ...]:
    """Return the passage that holds a quote, block by block, in order.

    A passage under 320 characters is given with the block before and after it in its section.
    """
    document = assistant.documents[document_id]
    passage = assistant.passage_at(document_id, start)
    first, last = min(passage.start, start), max(passage.end, end)
    if last - first < SHORT_CHARS:
        first, last = _with_neighbours(document, first, last)
    blocks = [b for b in document.blocks if b.start < last and first < b.end]
    blocks = blocks or [Block(kind="paragraph", start=first, end=last, section=0)]
    return tuple(_marked(document.text, block, first, last, start, end) for block in blocks)


def _with_neighbours(document: Document, first: int, last: int) -> tuple[int, int]:
    inside = [b for b in document.blocks if b.start < last and first < b.end]
    before = [b for b in document.blocks if b.end <= first]
    after = [b for b in document.blocks if last <= b.start]
    if not inside:
        return first, last
    if before and before[-1].section == inside[0].section:
        first = before[-1].start
    if after and after[0].section == inside[-1].section:
        last = after[0].end
    return first, last


def _marked(text: str, block: Block, first: int, last: int, start: int, end: int) -> Stretch:
    left, right = max(block.start, first), min(block.end, last)
    mark_from = min(max(start, left), right)
    mark_to = max(min(end, right), mark_from)
    return Stretch(
        kind=block.kind,
        before=text[left:mark_from],
        marked=text[mark_from:mark_to],
        after=text[mark_to:right],
    )
