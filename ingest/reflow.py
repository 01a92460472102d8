"""Join hard-wrapped lines into paragraphs, items and headings.

Two layouts occur: blank lines between paragraphs, and blank lines that say nothing (after every
line, or nowhere), where the end of a paragraph must be told from the lines themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingest.addresses import is_address
from ingest.layout import Place, blank_lines_say_nothing, ends_without_blank, places_of
from ingest.lines import BULLET, NUMBER, hyphenated_words, is_item, is_label, join_lines, runs_on
from ingest.readers.reading import Line

RawKind = Literal["heading", "paragraph", "item", "label", "address"]

PAGE_BREAK = "\ue000"
"""Stands in the text of a block for the start of a page; ``ingest.structure`` takes it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A block before it has a place in the canonical text.

    Attributes:
        kind: ``label`` is a bullet that names the paragraph after it.
        level: of a heading, when the format gives it; else 0.
        number: the mark of a numbered item, such as ``2.``; empty for bullets.
        one_line: whether the file had it on a single line, as headings are.
        first_line: index of its first line among the lines that were given.
        text: holds ``PAGE_BREAK`` where the sentence runs on to the next page.
    """

    kind: RawKind
    text: str
    first_line: int = 0
    page: int | None = None
    level: int = 0
    number: str = ""
    one_line: bool = True


def _starts_block(group: Sequence[Place], place: Place, spaced_out: bool) -> bool:
    before = group[-1]
    if place.line.kind is not None or before.line.kind is not None:
        whole = "paragraph", "item"
        joins = before.line.kind in whole and place.line.kind == "paragraph"
        return not (joins and runs_on(before.line.text, place.text))
    if is_address(place.text) or is_address(before.text):
        return True
    if before.line.text.endswith(" -") and place.text[0].islower():
        return False
    if is_item(place.text, place.below) or place.indented:
        return True
    if runs_on(before.line.text, place.text):
        return False
    if place.gap and not spaced_out:
        return True
    if place.line.page != before.line.page:
        return True
    return spaced_out and ends_without_blank(group, place)


def _block_of(group: Sequence[Place], below: str, hyphenated: frozenset[str]) -> RawBlock:
    first = group[0]
    kind: RawKind = first.line.kind or "paragraph"
    text, number = first.line.text.lstrip(), ""
    if first.line.kind == "item" or (
        first.line.kind is None and is_item(first.text, group[1].text if len(group) > 1 else below)
    ):
        kind = (
            "label"
            if first.line.kind is None and len(group) == 1 and is_label(first.text, below)
            else "item"
        )
        numbered = NUMBER.match(text)
        mark = numbered or (BULLET.match(text) if first.line.kind is None else None)
        number = numbered.group().strip() if numbered else ""
        text = text[mark.end() :] if mark else text
    elif first.indented and first.line.kind is None:
        kind = "item"
    elif is_address(first.text):
        kind = "address"
    for before, place in pairwise(group):
        text = join_lines(text, place.text, hyphenated)
        if place.line.page != before.line.page:
            cut = len(text) - len(place.text)
            text = f"{text[:cut]}{PAGE_BREAK}{text[cut:]}"
        text += " " if place.line.text.endswith("- ") else ""
    return RawBlock(
        kind=kind,
        text=text.strip(),
        first_line=first.index,
        page=first.line.page,
        level=first.line.level,
        number=number,
        one_line=len(group) == 1,
    )


def reflow(lines: Sequence[Line]) -> tuple[RawBlock, ...]:
    """Return the paragraphs, items and headings that the lines of a file make up, in order."""
    spaced_out = blank_lines_say_nothing([line for line in lines if line.kind is None])
    hyphenated = hyphenated_words(lines)
    groups: list[list[Place]] = []
    for place in places_of(lines):
        if not groups or _starts_block(groups[-1], place, spaced_out):
            groups.append([place])
        else:
            groups[-1].append(place)
    below = [*(group[0].text for group in groups), ""][1:]
    return tuple(
        _block_of(group, after, hyphenated) for group, after in zip(groups, below, strict=True)
    )
