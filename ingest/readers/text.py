"""Plain text, with the pages of text that was exported from a PDF."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from ingest.errors import UnreadableFile
from ingest.readers.decoding import decode_text, read_text
from ingest.readers.reading import Line, Reading

_MARK_SHARE = 0.05
_MARK_DISTANCE = 10
_PAGE_LINES = 150
_WRAP_CHARS = 120
_WRAP_SHARE = 0.9


class TextReader:
    """Reads plain text; a form feed, or the mark of a PDF export, starts a page."""

    def accepts(self, head: bytes) -> bool:
        """Tell whether the first bytes of a file are text."""
        try:
            decode_text(head, whole=False)
        except UnreadableFile:
            return False
        return True

    def read(self, path: Path) -> Reading:
        """Return the lines as they stand in the file, without the page marks.

        Raises:
            UnreadableFile: when the file is not text.
        """
        text = read_text(path)
        if "\f" in text:
            return Reading(lines=tuple(_lines_of_fed_pages(text)))
        lines = text.removesuffix("\n").split("\n")
        marks = _page_marks(lines)
        return Reading(lines=tuple(_lines_of_marked_pages(lines, marks)))


def _lines_of_fed_pages(text: str) -> Iterator[Line]:
    for page, content in enumerate(text.strip("\f").split("\f"), start=1):
        for line in content.removesuffix("\n").split("\n"):
            yield Line(text=line, page=page)


def _lines_of_marked_pages(lines: Sequence[str], marks: Sequence[int]) -> Iterator[Line]:
    page = 1 if marks else None
    written = False
    for number, line in enumerate(lines):
        marked = number in marks
        if page is not None and marked and written:
            page += 1
        written = written or not _is_blank(line)
        yield Line(text=line[1:] if marked else line, page=page)


def _page_marks(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that start a page, or none for an ordinary text file.

    Some tools that export a PDF as text put one space before the first line of a page. A file
    counts as such an export when it is hard-wrapped (nine lines in ten are at most 120 characters),
    has at least two such lines, has them on fewer than one line in twenty and mostly ten lines or
    more apart (indented paragraphs and lists are denser), and none of its pages would hold more
    than 150 lines of text. No page number is better than a wrong one.
    """
    marks = [number for number in range(len(lines)) if _starts_page(lines, number)]
    if len(marks) < 2 or len(marks) >= _MARK_SHARE * len(lines):
        return []
    if median(after - before for before, after in pairwise(marks)) < _MARK_DISTANCE:
        return []
    written = [line for line in lines if not _is_blank(line)]
    if sum(len(line) <= _WRAP_CHARS for line in written) < _WRAP_SHARE * len(written):
        return []
    bounds = [0, *marks, len(lines)]
    pages = (lines[start:end] for start, end in pairwise(bounds))
    if any(sum(not _is_blank(line) for line in page) > _PAGE_LINES for page in pages):
        return []
    return marks


def _starts_page(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line has the mark of a page start.

    A line directly after exactly one blank line is an indented paragraph or a button instead
    (counted in the plan and in the symposium report: 3 such lines, none of them a page start).
    """
    line = lines[number]
    if not line.startswith(" ") or _is_blank(line[1:2]):
        return False
    blank = 0
    while blank < number and _is_blank(lines[number - blank - 1]):
        blank += 1
    return blank != 1


def _is_blank(line: str) -> bool:
    return not line.strip()
