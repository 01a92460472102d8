"""What surrounds a line of a page, and what that tells of where a paragraph ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import ends_sentence, is_item, is_label, looks_like_heading, runs_on
from ingest.readers.reading import Line

WIDEST_WRAP_CHARS = 200
"""A longer line was not wrapped."""

LEAST_RUNNING_ON = 0.2
"""Share of lines that run on; in the symposium report it is about a half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line with what surrounds it; texts are stripped, empty lines are left out.

    Attributes:
        index: of the line among those that were given.
        gap: whether an empty line stands above it.
        around: lengths in characters of this line and of up to two lines on either side.
        indented: whether two spaces set it apart as an item without a mark.
    """

    line: Line
    index: int
    gap: bool
    above: str
    below: str
    around: tuple[int, ...]
    indented: bool

    @property
    def text(self) -> str:
        """The line without the spaces around it."""
        return self.line.text.strip()


def blank_lines_say_nothing(lines: Sequence[Line]) -> bool:
    """Tell whether there are no blank lines, or one after nearly every line of wrapped text.

    A file with a whole paragraph on each line has them too; there, hardly a line runs on.
    """
    filled = [bool(line.text.strip()) for line in lines]
    pairs = list(pairwise(filled))
    alone = sum(1 for here, after in pairs if here and not after)
    together = sum(1 for here, after in pairs if here and after)
    if alone == 0 or alone <= 9 * max(1, together):
        return alone == 0
    texts = [line.text for line in lines if line.text.strip()]
    running = sum(runs_on(before, after) for before, after in pairwise(texts))
    return running >= LEAST_RUNNING_ON * len(texts)


def places_of(lines: Sequence[Line]) -> list[Place]:
    """Return the lines that are not empty, each with what surrounds it."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    texts = [lines[index].text.strip() for index in filled]
    indents = [bool(re.match(r"^ {2}\S", lines[index].text)) for index in filled]
    return [
        Place(
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


def _ends_early(place: Place) -> bool:
    """Tell whether the line above stopped although the first word of this one would have fitted."""
    if len(place.above) > WIDEST_WRAP_CHARS:
        return True
    return len(place.above) + 1 + len(place.text.split()[0]) <= max(place.around)


def _has_no_clause(text: str) -> bool:
    return looks_like_heading(text) and "," not in re.sub(r", \d", "", text)


def _is_heading_line(place: Place) -> bool:
    """Tell whether this line is a heading: it stops early, and a capital opens the next."""
    if not place.below[:1].isupper() or not _has_no_clause(place.text):
        return False
    return len(place.text) + 1 + len(place.below.split()[0]) <= max(place.around)


def ends_without_blank(group: Sequence[Place], place: Place) -> bool:
    """Tell whether the block of ``group`` ends before ``place`` though no blank line says so."""
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
