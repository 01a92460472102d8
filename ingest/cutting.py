"""Cut the blocks of a section into runs of sentences, each short enough for one passage."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.datatypes import Block, Document, Sentence, SentenceRole, Span
from ingest.sentences import split_sentences

LONGEST_PASSAGE_WORDS = 125
LONGEST_ITEM_WORDS = 160


def count_words(text: str) -> int:
    """Return the number of words between white space."""
    return len(text.split())


def body_start(text: str, block: Block) -> int:
    """Return where the words of an item start, behind its bullet or number."""
    if block.kind != "item":
        return block.start
    return block.start + text[block.start : block.end].index(" ") + 1


def sentences_of_block(document: Document, block: Block) -> list[Sentence]:
    """Return the sentences of a block with their roles; a heading or a footnote is one sentence.

    The last sentence of a paragraph leads in when it ends in a colon.
    """
    start = body_start(document.text, block)
    if block.kind in {"heading", "title", "footnote"}:
        role: SentenceRole = "heading" if block.kind == "heading" else "body"
        return [Sentence(start=start, end=block.end, role=role)]
    spans = split_sentences(document.text[start : block.end], start)
    result: list[Sentence] = []
    for number, (first, last) in enumerate(spans):
        role = "body"
        if block.kind == "item":
            role = "continuation" if number else "item"
        elif document.text[last - 1] == ":" and number == len(spans) - 1:
            role = "lead"
        result.append(Sentence(start=first, end=last, role=role))
    return result


def find_leads(document: Document) -> dict[int, Span]:
    """Return, per list, the sentence that leads it in: one that ends in a colon, or the heading."""
    leads: dict[int, Span] = {}
    for before, block in pairwise(document.blocks):
        if block.list_number is None or block.list_number in leads or before.kind == "item":
            continue
        sentence = sentences_of_block(document, before)[-1]
        if sentence.role in {"lead", "heading"}:
            leads[block.list_number] = Span(start=sentence.start, end=sentence.end)
    return leads


def cut_to_length(text: str, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the sentences in runs of at most ``LONGEST_PASSAGE_WORDS``, in order.

    A list stays whole with the sentence that leads it in where that is short enough; otherwise the
    runs are of about equal length, and no item of up to ``LONGEST_ITEM_WORDS`` is cut.
    """
    if _words(text, sentences) <= LONGEST_PASSAGE_WORDS:
        return [list(sentences)]
    lead = next((place for place, s in enumerate(sentences) if s.role == "lead"), 0)
    parts = sentences[:lead], sentences[lead:]
    if lead and all(s.role == "heading" for s in parts[0]):
        return _cut_evenly(text, sentences)
    if lead and _words(text, parts[1]) <= LONGEST_PASSAGE_WORDS and len(parts[1]) > 1:
        return [*cut_to_length(text, parts[0]), list(parts[1])]
    return _cut_evenly(text, sentences)


def _words(text: str, sentences: Sequence[Sentence]) -> int:
    return sum(count_words(sentence.of(text)) for sentence in sentences)


def _cut_evenly(text: str, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    units = _units(text, sentences)
    sizes = [_words(text, unit) for unit in units]
    total = sum(sizes)
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
    """Return the pieces that stay together: an item that is not too long, else one sentence."""
    items: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.role == "continuation" and items:
            items[-1].append(sentence)
        else:
            items.append([sentence])
    units: list[list[Sentence]] = []
    for item in items:
        whole = _words(text, item) <= LONGEST_ITEM_WORDS
        units += [item] if whole else [[sentence] for sentence in item]
    return units
