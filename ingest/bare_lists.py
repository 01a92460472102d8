"""Numbered lists whose marks the layout lost, and figures that only repeat such a list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.outline import folded
from ingest.reflow import RawBlock

LONGEST_FIGURE_LABEL_WORDS = 12


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
