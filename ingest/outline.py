"""Tell headings from text, and give every block its path of headings.

A format with levels (Markdown ``#``) is taken at its word. In plain text the level of a heading is
inferred: a heading directly above another is its parent, one at the top of a page opens a section,
and one that was seen before stands where it stood then.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.lines import NUMBER, looks_like_heading
from ingest.reflow import RawBlock

LONGEST_FIGURE_LABEL_WORDS = 12


def folded(text: str) -> str:
    """Return the letters and digits of ``text`` in lower case, to compare wordings."""
    return "".join(character for character in text.lower() if character.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block with its path of headings, outermost first; a heading's path ends with itself."""

    block: RawBlock
    path: tuple[str, ...]


def number_bare_lists(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Make items of lines that count up without a full stop: ``1 Society``, ``2 Community``."""
    result = list(blocks)
    starts = [re.match(r"^(\d{1,2}) (?=\D)", block.text) for block in blocks]
    for first, start in enumerate(starts):
        if not start or start.group(1) != "1":
            continue
        last = first
        while (
            last + 1 < len(blocks)
            and (following := starts[last + 1]) is not None
            and int(following.group(1)) == last + 2 - first
        ):
            last += 1
        if last - first < 2:
            continue
        for place in range(first, last + 1):
            mark = starts[place]
            assert mark is not None
            result[place] = replace(
                blocks[place],
                kind="item",
                number=f"{mark.group(1)}.",
                text=blocks[place].text[mark.end() :],
            )
    return result


def drop_figure_labels(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Remove the labels of a figure that only repeat, in order, the items of a numbered list."""
    wordings: list[str] = []
    run = ""
    for block in [*blocks, RawBlock(kind="paragraph", text="")]:
        if block.kind == "item" and block.number:
            run += folded(block.text)
        elif run:
            wordings.append(run)
            run = ""
    result: list[RawBlock] = []
    place = 0
    while place < len(blocks):
        end = max((_labels_end(blocks, place, wording) for wording in wordings), default=place)
        if end == place:
            result.append(blocks[place])
        place = max(end, place + 1)
    return result


def _labels_end(blocks: Sequence[RawBlock], start: int, wording: str) -> int:
    text = ""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind != "paragraph" or len(block.text.split()) > LONGEST_FIGURE_LABEL_WORDS:
            return start
        text += re.sub(r"^\d+", "", folded(block.text))
        if text == wording:
            return place + 1
        if not wording.startswith(text):
            return start
    return start


def mark_headings(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Turn paragraphs that stand and read as headings into headings.

    A short line after a fragment (text that neither closes a sentence nor is a heading) belongs to
    that fragment, unless the same line is a heading elsewhere in the document.
    """
    wordings = Counter(folded(block.text) for block in blocks)
    result: list[RawBlock] = []
    after_fragment = False
    for place, block in enumerate(blocks):
        follows = place + 1 < len(blocks)
        if block.kind == "label":
            result.append(block)
        elif block.kind == "heading":
            result.append(block)
            after_fragment = False
        elif block.kind == "paragraph":
            likely = follows and block.one_line and looks_like_heading(block.text)
            leads_list = (
                follows and blocks[place + 1].kind == "item" and bool(blocks[place + 1].number)
            )
            likely |= leads_list and re.fullmatch(r"\d{1,2}( \w+){1,3}", block.text) is not None
            if likely and not (after_fragment and wordings[folded(block.text)] < 2):
                result.append(replace(block, kind="heading"))
                after_fragment = False
            else:
                result.append(block)
                after_fragment = block.text[-1:].isalnum()
        else:
            result.append(block)
            after_fragment = False
    return result


def place_blocks(blocks: Sequence[RawBlock]) -> list[Placed]:
    """Give every block its path; page heads that repeat the open section are left out."""
    stack: list[str] = []
    depths: dict[str, int] = {}
    placed: list[Placed] = []
    label = ""
    start = 0
    while start < len(blocks):
        block = blocks[start]
        if block.kind == "heading":
            end = start
            while (
                end < len(blocks) and blocks[end].kind == "heading"
                and (end == start or blocks[end].page == block.page)
            ):  # fmt: skip
                end += 1
            run = blocks[start:end]
            label = ""
            names = [heading.text for heading in run]
            opens_page = block.page is not None and (
                start == 0 or blocks[start - 1].page != block.page
            )
            if not _repeats(names, stack, opens_page):
                base = _base_depth(run, stack, depths, opens_page)
                for offset, heading in enumerate(run):
                    depth = base + offset
                    stack[depth:] = [heading.text]
                    depths.setdefault(folded(heading.text), depth)
                    placed.append(Placed(block=heading, path=tuple(stack)))
            start = end
            continue
        if block.kind == "label":
            label = block.text
            heading = replace(block, kind="heading")
            placed.append(Placed(block=heading, path=(*stack, label)))
        else:
            placed.append(Placed(block=block, path=(*stack, label) if label else tuple(stack)))
            label = ""
        start += 1
    return placed


def _repeats(names: list[str], stack: list[str], opens_page: bool) -> bool:
    """Tell whether a run of headings is only the head of a page inside the section that is open."""
    same = [folded(name) for name in names] == [folded(name) for name in stack[: len(names)]]
    return same and (opens_page or len(stack) > len(names))


def _base_depth(
    run: Sequence[RawBlock], stack: list[str], depths: dict[str, int], opens_page: bool
) -> int:
    """Return the depth at which a run of headings starts, 0 for the outermost."""
    if run[0].level:
        return min(run[0].level - 1, len(stack))
    if opens_page:
        return 0
    for offset, heading in enumerate(run):
        if folded(heading.text) in depths:
            return min(max(0, depths[folded(heading.text)] - offset), len(stack))
    if len(run) > 1 or not stack:
        return 0
    numbered, above = bool(NUMBER.match(run[0].text)), bool(NUMBER.match(stack[-1]))
    if numbered and not above:
        return len(stack)
    return max(0, len(stack) - (2 if above and not numbered else 1))
