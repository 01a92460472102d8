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


def folded(text: str) -> str:
    """Return the letters and digits of ``text`` in lower case, to compare wordings."""
    return "".join(character for character in text.lower() if character.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block with its path of headings, outermost first; a heading's path ends with itself."""

    block: RawBlock
    path: tuple[str, ...]


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
    """Give every block its path; page heads that repeat the open section are left out.

    A list that goes on under such a head goes on in the section in which it began.
    """
    stack: list[str] = []
    depths: dict[str, int] = {}
    placed: list[Placed] = []
    path_of_list: tuple[str, ...] = ()
    label = ""
    start = 0
    while start < len(blocks):
        block = blocks[start]
        if block.kind == "heading":
            end = _end_of_headings(blocks, start)
            run = blocks[start:end]
            label = ""
            names = [heading.text for heading in run]
            opens_page = block.page is not None and (
                start == 0 or blocks[start - 1].page != block.page
            )
            if _repeats(names, stack, opens_page):
                resumes = end < len(blocks) and blocks[end].kind == "item"
                if resumes and list(path_of_list[: len(names)]) == stack[: len(names)]:
                    stack[:] = path_of_list
            else:
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
            if block.kind == "item":
                path_of_list = placed[-1].path
        start += 1
    return placed


def _end_of_headings(blocks: Sequence[RawBlock], start: int) -> int:
    """Return the end of the run of headings that starts at ``start``, on one page."""
    end = start + 1
    while (
        end < len(blocks)
        and blocks[end].kind == "heading"
        and blocks[end].page == blocks[start].page
    ):
        end += 1
    return end


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
