"""The lines of a page in the order in which they are read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Literal

from ingest.readers.fragments import Row

_MIDDLE = (0.35, 0.65)
_COLUMN_LINES = 4
_LINED_UP = 0.35  # of all lines; words of plain text line up by chance on a fifth of them
_SWITCHES = 0.5
_FILL = 0.6  # lines of a text column are mostly full, cells of a table mostly are not
_EDGE_POINTS = 2.0
_APART = 2.5  # letter sizes between the columns and a running head or foot
_MARGIN_LINES = 4
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*$")

Side = Literal["left", "right", "across"]
Part = tuple[Side, Row]


def order_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the lines of a page as they are read: head, text, foot.

    The order in which a file draws its lines is mostly that of reading, so it is kept but for two
    things. A line that stands apart at the head or foot of the page comes first or last. And where
    the lines go to and fro between two columns of mostly full lines, the left column comes before
    the right one, up to each line that runs across both.
    """
    head, foot = _margins(rows)
    text = [row for number, row in enumerate(rows) if number not in (*head, *foot)]
    return [
        *(rows[number] for number in head),
        *_order_columns(text),
        *(rows[number] for number in foot),
    ]


def _order_columns(rows: Sequence[Row]) -> Sequence[Row]:
    edge = _right_column_edge(rows)
    if edge is None:
        return rows
    parts = [part for row in rows for part in _split(row, edge)]
    return list(_column_by_column(parts)) if _is_interleaved(parts, edge) else rows


def _right_column_edge(rows: Sequence[Row]) -> float | None:
    """Return where the lines of the right half start, in points, if enough of them line up."""
    if len(rows) < _COLUMN_LINES:
        return None
    left, right = _extent(rows)
    low, high = (left + share * (right - left) for share in _MIDDLE)
    starts = Counter(
        place
        for row in rows
        for place in {round(fragment.x) for fragment in row.drawn}
        if low <= place <= high
    )
    if not starts:
        return None
    edge, lines = max(
        ((place, sum(starts[place + by] for by in (-1, 0, 1))) for place in starts),
        key=lambda candidate: (candidate[1], -candidate[0]),
    )
    return edge if lines >= max(_COLUMN_LINES, _LINED_UP * len(rows)) else None


def _extent(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the left and right edge of the text, leaving out a line or two that stick out."""
    lefts = sorted(row.x for row in rows)
    rights = sorted(row.right for row in rows)
    out = len(rows) // 20
    return lefts[out], rights[-1 - out]


def _margins(rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines apart at the head and at the foot, both downwards."""
    downwards = sorted(range(len(rows)), key=lambda number: -rows[number].main.y)
    head = _apart(rows, downwards)
    foot = _apart(rows, downwards[: len(head) - 1 if head else None : -1])
    return head, foot[::-1]


def _apart(rows: Sequence[Row], inwards: Sequence[int]) -> list[int]:
    """Return the outermost lines up to a wide gap, when each has its height to itself.

    A page number needs no gap.
    """
    if not rows:
        return []
    size = median(row.main.size for row in rows)
    count = 0
    for number, (outer, inner) in enumerate(pairwise(inwards[: _MARGIN_LINES + 1]), start=1):
        distance = abs(rows[outer].main.y - rows[inner].main.y)
        if distance < size / 2:  # the tops of two columns, or cells of a table
            break
        if distance > _APART * size or (number == 1 and _PAGE_NUMBER.match(rows[outer].text)):
            count = number
    return list(inwards[:count])


def _split(row: Row, edge: float) -> list[Part]:
    """Return a line's share of each column; one that runs on past the edge is ``across``."""
    start = edge - _EDGE_POINTS
    left = [fragment for fragment in row.drawn if fragment.x < start]
    if not left:
        return [("right", row)]
    last = left[-1]
    following = next((fragment for fragment in row.drawn if fragment.x >= start), None)
    if following is None:
        # Widths are guesses: only a line that is clearly longer than its column runs across.
        return [("left" if last.x + 0.85 * last.width <= edge else "across", row)]
    if following.x - last.x - 0.9 * last.width < 0.7 * last.size:
        return [("across", row)]
    left_row, right_row = row.parted_before(following)
    return [("left", left_row), ("right", right_row)]


def _is_interleaved(parts: Sequence[Part], edge: float) -> bool:
    lefts = [row for side, row in parts if side == "left"]
    rights = [row for side, row in parts if side == "right"]
    if min(len(lefts), len(rights)) < _COLUMN_LINES:
        return False
    switches = sum(
        before == "left" and after == "right" for (before, _), (after, _) in pairwise(parts)
    )
    left, right = _extent([*lefts, *rights])
    return (
        switches >= _SWITCHES * min(len(lefts), len(rights))
        and median(row.right - row.x for row in lefts) >= _FILL * (edge - left)
        and median(row.right - row.x for row in rights) >= _FILL * (right - edge)
    )


def _column_by_column(parts: Sequence[Part]) -> Iterator[Row]:
    left: list[Row] = []
    right: list[Row] = []
    for side, row in [*parts, ("across", None)]:
        if side == "left" and row:
            left.append(row)
        elif side == "right" and row:
            right.append(row)
        else:
            yield from left
            yield from right
            left, right = [], []
            if row:
                yield row
