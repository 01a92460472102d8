"""Join hard-wrapped lines into paragraphs, items and headings.

Two layouts occur: blank lines between paragraphs, and blank lines that say nothing (after every
line, or nowhere), where the end of a paragraph must be told from the lines themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.cleaning import is_address
from ingest.lines import (
    BULLET,
    NUMBER,
    ends_sentence,
    hyphenated_words,
    is_item,
    is_label,
    join_lines,
    looks_like_heading,
    runs_on,
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A line with what surrounds it; texts are stripped, empty lines are left out."""

    line: Line
    index: int
    gap: bool
    above: str
    below: str
    around: tuple[int, ...]
    indented: bool

    @property
    def text(self) -> str:
        return self.line.text.strip()


def blank_lines_say_nothing(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines follow nearly every line, or none."""
    filled = [bool(line.text.strip()) for line in lines]
    pairs = list(zip(filled, filled[1:], strict=False))
    alone = sum(1 for here, after in pairs if here and not after)
    together = sum(1 for here, after in pairs if here and after)
    return alone == 0 or alone > 9 * max(1, together)


def _places(lines: Sequence[Line]) -> list[_Place]:
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    texts = [lines[index].text.strip() for index in filled]
    indents = [bool(re.match(r"^ {2}\S", lines[index].text)) for index in filled]
    return [
        _Place(
            line=lines[index],
            index=index,
            gap=number > 0 and index - filled[number - 1] > 1,
            above=texts[number - 1] if number else "",
            below=texts[number + 1] if number + 1 < len(texts) else "",
            around=tuple(len(text) for text in texts[max(0, number - 2) : number + 3]),
            indented=indents[number]
            and lines[index - 1].text.strip() == ""
            and not (
                number + 1 < len(texts) and indents[number + 1] and filled[number + 1] == index + 1
            ),
        )
        for number, index in enumerate(filled)
    ]


def _ends_early(place: _Place) -> bool:
    """Tell whether the line above stopped although the first word of this one would have fitted."""
    return len(place.above) + 1 + len(place.text.split()[0]) <= max(place.around)


def _has_no_clause(text: str) -> bool:
    return looks_like_heading(text) and "," not in re.sub(r", \d", "", text)


def _is_heading_line(place: _Place) -> bool:
    """Tell whether this line is a heading by itself: it stops early before a line with a capital."""
    if not place.below[:1].isupper() or not _has_no_clause(place.text):
        return False
    return len(place.text) + 1 + len(place.below.split()[0]) <= max(place.around)


def _ends_without_blank(group: Sequence[_Place], place: _Place) -> bool:
    if is_label(group[0].text, group[1].text if len(group) > 1 else place.text):
        return True
    if place.text[0].islower():
        return False
    if ends_sentence(place.above):
        return _ends_early(place) or _is_heading_line(place)
    if not place.text[0].isalnum():
        return False
    if 2 * len(place.above) < max(place.around):
        return True
    single = len(group) == 1 and not is_item(group[0].text, place.text)
    return single and _has_no_clause(place.above) and _ends_early(place)


def _starts_block(group: Sequence[_Place], place: _Place, spaced_out: bool) -> bool:
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
    return spaced_out and _ends_without_blank(group, place)


def _block_of(group: Sequence[_Place], below: str, hyphenated: frozenset[str]) -> RawBlock:
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
    for before, place in zip(group, group[1:], strict=False):
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
    groups: list[list[_Place]] = []
    for place in _places(lines):
        if not groups or _starts_block(groups[-1], place, spaced_out):
            groups.append([place])
        else:
            groups[-1].append(place)
    below = [group[0].text for group in groups[1:]] + [""]
    return tuple(
        _block_of(group, after, hyphenated) for group, after in zip(groups, below, strict=True)
    )
