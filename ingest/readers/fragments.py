"""Text with its place on the paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

_LETTER_WIDTHS = (
    ("fijlrtI.,:;'’|!()[] ", 0.3),
    ("mwMWGOQ%@—", 0.8),
    ("ABCDEFHJKLNPRSTUVXYZ", 0.66),
)
_LEVEL = 0.2  # letter sizes
_OFF_LEVEL = 0.45
_OVERLAP = 0.8  # of a width that is a guess
_OPENING = frozenset("([“‘«")
_CLOSING = frozenset(".,;:!?)]”»")
_WIDTH_OF = {char: width for chars, width in _LETTER_WIDTHS for char in chars}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of text that was drawn in one go; ``text`` ends with a line feed at a line's end.

    Attributes:
        x: left edge in points, along the direction of the text.
        y: baseline in points, upwards from the foot of the text.
        size: letter size in points.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False

    @property
    def width(self) -> float:
        """Width in points, guessed from the letters: right to about a tenth."""
        return self.size * sum(_WIDTH_OF.get(char, 0.5) for char in self.text.strip())


@dataclass(frozen=True, kw_only=True)
class Row:
    """The fragments that stand on one line, in the order in which they were drawn.

    Its place and letter size are those of its longest fragment, so that a raised footnote mark or
    a large initial does not count.
    """

    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """The line as drawn, with its spaces and without its line feed."""
        drawn = "".join(fragment.text for fragment in self.fragments)
        return drawn.strip("\n").replace("\n", " ")

    @cached_property
    def drawn(self) -> tuple[Fragment, ...]:
        """The fragments that show something."""
        return tuple(fragment for fragment in self.fragments if fragment.text.strip())

    def parted_before(self, fragment: Fragment) -> tuple["Row", "Row"]:
        """Return the line up to ``fragment`` and from it on, without the space between."""
        cut = self.fragments.index(fragment)
        right = (replace(fragment, text=fragment.text.lstrip(" ")), *self.fragments[cut + 1 :])
        return Row(fragments=self.fragments[:cut]), Row(fragments=right)

    def runs_on_in(self, other: "Row") -> bool:
        """Tell whether ``other`` stands on the same baseline, to the right of this line."""
        last, first = self.drawn[-1], other.drawn[0]
        level = abs(self.main.y - first.y) <= _LEVEL * max(last.size, first.size)
        return level and first.x >= last.x + _OVERLAP * last.width

    def joined_to(self, other: "Row") -> "Row":
        """Return both as one line, with a space between unless a punctuation mark follows."""
        last, first = self.text, other.text
        closed = first[:1] in _CLOSING or last[-1:] in _OPENING or " " in (last[-1:], first[:1])
        space = replace(self.drawn[-1], text="" if closed else " ")
        fed = tuple(replace(piece, text=piece.text.strip("\n")) for piece in self.fragments)
        return Row(fragments=(*fed, space, *other.fragments))

    @property
    def x(self) -> float:
        """Left edge in points."""
        return self.drawn[0].x

    @property
    def right(self) -> float:
        """Right edge in points, as sure as a fragment's width."""
        return self.drawn[-1].x + self.drawn[-1].width

    @cached_property
    def main(self) -> Fragment:
        """The longest fragment."""
        return max(self.drawn, key=lambda fragment: len(fragment.text))

    @property
    def bold(self) -> bool:
        """Whether the whole line is bold."""
        return all(fragment.bold for fragment in self.drawn)


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Return the lines that show something, in the order in which they were drawn.

    What follows to the right on the same baseline belongs to the same line, also after a line
    feed: in files that set every word on its own, pypdf ends a line after each word.
    """
    rows: list[Row] = []
    for row in _fed_rows(fragments):
        if rows and rows[-1].runs_on_in(row):
            rows[-1] = rows[-1].joined_to(row)
        else:
            rows.append(row)
    return rows


def _fed_rows(fragments: Sequence[Fragment]) -> Iterator[Row]:
    pieces: list[Fragment] = []
    level: Fragment | None = None
    for fragment in fragments:
        if fragment.text.strip():
            if level and _is_off_level(level, fragment):
                yield from _shown(pieces)
                pieces = []
                fragment = replace(fragment, text=fragment.text.removeprefix(" "))
            level = fragment
        pieces.append(fragment)
        if fragment.text.endswith("\n"):
            yield from _shown(pieces)
            pieces, level = [], None
    yield from _shown(pieces)


def _is_off_level(before: Fragment, fragment: Fragment) -> bool:
    """Tell whether letters of one size are on different lines; pypdf allows 0.8 letter sizes."""
    sizes = sorted((before.size, fragment.size))
    return sizes[0] > 0.85 * sizes[1] and abs(before.y - fragment.y) > _OFF_LEVEL * sizes[0]


def _shown(pieces: Sequence[Fragment]) -> Iterator[Row]:
    row = Row(fragments=tuple(pieces))
    if row.drawn:
        yield row
