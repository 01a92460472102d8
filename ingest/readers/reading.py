"""What every reader gives: lines with their page, and what the format itself says of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

LineKind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a file, before any cleaning.

    Attributes:
        text: as it stands in the file, with leading and trailing spaces; may be empty.
        page: 1-based, or ``None`` when the format has no pages.
        kind: set when the format says what the line is (Markdown): the line is then a whole block
            and is never joined to its neighbours. ``None`` for hard-wrapped text.
        level: 1 for the outermost heading; 0 for anything that is not a heading.
    """

    text: str
    page: int | None = None
    kind: LineKind | None = None
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The lines of a file in reading order, and its title when the format carries one."""

    lines: tuple[Line, ...]
    title: str | None = None


class Reader(Protocol):
    """Recognises one format by content, and reads it."""

    def accepts(self, head: bytes) -> bool:
        """Tell whether the first 4,096 bytes of a file look like this format."""

    def read(self, path: Path) -> Reading:
        """Return the lines of the file.

        Raises:
            UnreadableFile: with a one-line reason that a person understands.
        """
