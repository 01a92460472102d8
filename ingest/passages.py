"""Split a document into passages: what is embedded, retrieved and shown as context.

A passage is a paragraph, a list or part of one, a box, a post, the title or a footnote, of at most
about 120 words, with the headings above it. Only a single sentence or list item can be longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.cutting import (
    LONGEST_PASSAGE_WORDS,
    body_start,
    count_words,
    cut_to_length,
    find_leads,
    sentences_of_block,
)
from ingest.datatypes import (
    Block,
    Document,
    Language,
    Passage,
    PassageKind,
    Sentence,
    Span,
    sha256_of,
)
from ingest.language import detect_with_confidence
from ingest.posts import POSTS_KIND

SURE_OF_LANGUAGE = 0.99
ENOUGH_WORDS = 8


@dataclass(slots=True)
class _Part:
    """Blocks that may become one passage."""

    blocks: list[Block]


def split_passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document, in order, without overlap."""
    parts: list[_Part] = []
    headings: list[Block] = []
    for block in document.blocks:
        if block.kind == "heading":
            headings.append(block)
            continue
        if headings or not parts or not _fits(document, parts[-1], block):
            parts.append(_Part(blocks=[]))
        parts[-1].blocks += [*headings, block]
        headings = []
    if headings:
        parts.append(_Part(blocks=headings))
    leads = find_leads(document)
    taken: set[str] = set()
    passages: list[Passage] = []
    for part in parts:
        sentences = [s for block in part.blocks for s in sentences_of_block(document, block)]
        for run in cut_to_length(document.text, sentences):
            passages.append(_passage(document, part.blocks, run, leads, taken))
    return tuple(passages)


def _fits(document: Document, part: _Part, block: Block) -> bool:
    """Tell whether a block may join the passage before it."""
    last = part.blocks[-1]
    if last.section != block.section or last.box != block.box:
        return False
    if block.kind in {"title", "footnote"} or last.kind in {"title", "footnote"}:
        return block.kind == last.kind
    if block.kind == "item":
        start = _start_of_list(document, part.blocks)
        return start is not None and _short(document.text[start : block.end])
    return last.kind == "paragraph" and _short(document.text[part.blocks[0].start : block.end])


def _short(text: str) -> bool:
    return count_words(text) <= LONGEST_PASSAGE_WORDS


def _start_of_list(document: Document, blocks: Sequence[Block]) -> int | None:
    """Return where the list at the end of these blocks starts, with its lead-in, if it is one."""
    before = next((block for block in reversed(blocks) if block.kind != "item"), None)
    if before is None or before.kind == "heading":
        return blocks[0].start
    sentence = sentences_of_block(document, before)[-1]
    return sentence.start if sentence.role == "lead" else None


def _passage(
    document: Document,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    leads: dict[int, Span],
    taken: set[str],
) -> Passage:
    inside = [b for b in blocks if b.start < sentences[-1].end and b.end > sentences[0].start]
    body = [block for block in inside if block.kind != "heading"] or list(inside)
    first = inside[0]
    start = (
        first.start
        if sentences[0].start <= body_start(document.text, first)
        else sentences[0].start
    )
    end = sentences[-1].end
    text = document.text[start:end]
    numbers = [block.list_number for block in body if block.list_number is not None]
    return Passage(
        passage_id=_free_id(f"{document.source.document_id}:{sha256_of(text)[:12]}", taken),
        document_id=document.source.document_id,
        start=start,
        end=end,
        kind=_kind(document, body),
        section=document.sections[body[0].section].path,
        lead=leads.get(numbers[0]) if numbers else None,
        page=document.page_at(start),
        language=_language(document, text),
        sentences=tuple(sentences),
    )


def _free_id(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


def _kind(document: Document, body: Sequence[Block]) -> PassageKind:
    kinds = {kind for kind, _ in groupby(block.kind for block in body)}
    if kinds == {"title"}:
        return "title"
    if kinds == {"footnote"}:
        return "footnote"
    if body[0].box:
        return "box"
    if document.source.kind == POSTS_KIND:
        return "post"
    return "list" if "item" in kinds else "paragraph"


def _language(document: Document, text: str) -> Language:
    """Return the language of a passage; a document in one language is only overruled when sure."""
    found, confidence = detect_with_confidence(text)
    stated = document.source.language
    if stated == "mixed":
        return found
    sure = confidence >= SURE_OF_LANGUAGE and count_words(text) >= ENOUGH_WORDS
    return found if sure else stated
