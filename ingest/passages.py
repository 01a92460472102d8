"""Split a document into passages: what is embedded, retrieved and shown as context.

A passage is a paragraph, a list or part of one, a box, a post, the title or a footnote, of at most
about 120 words, with the headings above it. Only a single sentence or list item can be longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.datatypes import (
    Block,
    Document,
    Language,
    Passage,
    PassageKind,
    Sentence,
    SentenceRole,
    Span,
    sha256_of,
)
from ingest.language import detect_with_confidence
from ingest.posts import POSTS_KIND
from ingest.sentences import split_sentences

LONGEST_PASSAGE_WORDS = 125
LONGEST_ITEM_WORDS = 160
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
    leads = _leads(document)
    taken: set[str] = set()
    passages: list[Passage] = []
    for part in parts:
        sentences = [s for block in part.blocks for s in _sentences_of(document, block)]
        for run in _within_limit(document.text, sentences, part.blocks):
            passages.append(_passage(document, part.blocks, run, leads, taken))
    return tuple(passages)


def count_words(text: str) -> int:
    """Return the number of words between white space."""
    return len(text.split())


def _fits(document: Document, part: _Part, block: Block) -> bool:
    """Tell whether a block may join the passage before it."""
    last = part.blocks[-1]
    if last.section != block.section or last.box != block.box:
        return False
    if block.kind in {"title", "footnote"} or last.kind in {"title", "footnote"}:
        return block.kind == last.kind
    words = count_words(document.text[part.blocks[0].start : block.end])
    if block.kind == "item":
        leads_in = document.text[last.start : last.end].rstrip().endswith(":")
        return (last.kind == "item" or leads_in) and words <= LONGEST_PASSAGE_WORDS
    return last.kind == "paragraph" and words <= LONGEST_PASSAGE_WORDS


def _body_start(text: str, block: Block) -> int:
    """Return where the words of an item start, behind its bullet or number."""
    if block.kind != "item":
        return block.start
    return block.start + text[block.start : block.end].index(" ") + 1


def _sentences_of(document: Document, block: Block) -> list[Sentence]:
    start = _body_start(document.text, block)
    if block.kind in {"heading", "title", "footnote"}:
        role: SentenceRole = "heading" if block.kind == "heading" else "body"
        return [Sentence(start=start, end=block.end, role=role)]
    spans = split_sentences(document.text[start : block.end], start)
    result: list[Sentence] = []
    for number, (first, last) in enumerate(spans):
        if block.kind == "item":
            result.append(
                Sentence(start=first, end=last, role="continuation" if number else "item")
            )
        elif document.text[last - 1] == ":" and number == len(spans) - 1:
            result.append(Sentence(start=first, end=last, role="lead"))
        else:
            result.append(Sentence(start=first, end=last))
    return result


def _leads(document: Document) -> dict[int, Span]:
    """Return, per list, the sentence that leads it in: one that ends in a colon, or the heading."""
    leads: dict[int, Span] = {}
    for before, block in zip(document.blocks, document.blocks[1:], strict=False):
        if block.list_number is None or block.list_number in leads or before.kind == "item":
            continue
        sentence = _sentences_of(document, before)[-1]
        if sentence.role in {"lead", "heading"}:
            leads[block.list_number] = Span(start=sentence.start, end=sentence.end)
    return leads


def _within_limit(
    text: str, sentences: Sequence[Sentence], blocks: Sequence[Block]
) -> list[list[Sentence]]:
    """Cut the sentences of a part into runs of about equal length, whole items together."""
    units = _units(text, sentences)
    sizes = [sum(count_words(s.of(text)) for s in unit) for unit in units]
    total = sum(sizes)
    if total <= LONGEST_PASSAGE_WORDS:
        return [list(sentences)]
    target = total / -(-total // LONGEST_PASSAGE_WORDS)
    runs: list[list[Sentence]] = [[]]
    filled = 0
    for unit, size in zip(units, sizes, strict=True):
        heading_only = all(s.role == "heading" for s in runs[-1])
        too_long = filled + size > LONGEST_PASSAGE_WORDS or filled + size / 2 > target
        if runs[-1] and not heading_only and too_long:
            runs.append([])
            filled = 0
        runs[-1] += unit
        filled += size
    return runs


def _units(text: str, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the pieces that stay together: an item with its continuations, else one sentence."""
    units: list[list[Sentence]] = []
    for sentence in sentences:
        words = sum(count_words(s.of(text)) for s in units[-1]) if units else 0
        grows = sentence.role == "continuation" and units
        if grows and words + count_words(sentence.of(text)) <= LONGEST_ITEM_WORDS:
            units[-1].append(sentence)
        else:
            units.append([sentence])
    return units


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
        if sentences[0].start <= _body_start(document.text, first)
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
