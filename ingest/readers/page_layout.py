"""The lines of a printed page, with the gaps between its paragraphs."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.columns import order_rows
from ingest.readers.fragments import Fragment, Row, rows_of

_GAP = 1.35
_RAISED_GAP = 2.0
_LEADING = 1.5  # of the letter size, where a page has too few lines to tell
_SIZE_STEP = 0.08
_LINES_TO_TELL = 3
_FOOTNOTE_NUMBER = re.compile(r"\d{1,3} ?\D")


def lines_of(fragments: Sequence[Fragment]) -> list[str]:
    """Return the lines of a page in reading order, with an empty line wherever a block ends.

    A block ends where the distance to the next line is clearly larger than usual for that letter
    size on that page, where the letter size changes, and where a bold line meets plain text.
    """
    rows = order_rows(rows_of(fragments))
    usual = _usual_leading(rows)
    lines = [row.text for row in rows[:1]]
    for before, row in pairwise(rows):
        if _ends_block(before, row, usual):
            lines.append("")
        lines.append(row.text)
    return lines


def _ends_block(before: Row, row: Row, usual: Mapping[float, float]) -> bool:
    distance = before.main.y - row.main.y
    if distance <= 0:  # the top of a column, or more of the same line
        return False
    sizes = (_size(before), _size(row))
    if _is_raised(before, row):
        return distance > _RAISED_GAP * _size(row)
    return (
        distance > _GAP * max(usual[size] for size in sizes)
        or max(sizes) > (1 + _SIZE_STEP) * min(sizes)
        or (before.bold and not row.drawn[0].bold)
        or (row.bold and not before.drawn[-1].bold)
    )


def _is_raised(before: Row, row: Row) -> bool:
    """Tell whether a line only seems smaller and higher: by the footnote number it starts with."""
    return bool(_size(before) < _size(row) and _FOOTNOTE_NUMBER.match(before.text))


def _usual_leading(rows: Sequence[Row]) -> dict[float, float]:
    """Return, for each letter size, the usual distance in points of a line to the next."""
    distances: dict[float, list[float]] = {_size(row): [] for row in rows}
    for before, row in pairwise(rows):
        distance = before.main.y - row.main.y
        if distance > 0 and _size(before) == _size(row):
            distances[_size(row)].append(distance)
    shares = [distance / size for size, some in distances.items() for distance in some]
    share = median(shares) if len(shares) >= _LINES_TO_TELL else _LEADING
    return {
        size: median(some) if len(some) >= _LINES_TO_TELL else share * size
        for size, some in distances.items()
    }


def _size(row: Row) -> float:
    """Return the letter size to half a point: programs round it differently from line to line."""
    return max(0.5, round(2 * row.main.size) / 2)
