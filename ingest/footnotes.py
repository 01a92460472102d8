"""Recognise footnotes: take the mark out of the sentence and set the note apart.

A digit glued to a word is a mark only when a note with that number stands on the same page, so
``2021-2024`` and ``EPW2`` stay as they are; ``CO2`` and ``m²`` never hold a mark. Files without
pages count as one page.
"""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.lines import ends_sentence
from ingest.readers.reading import Line

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLAIN_NOTE = re.compile(r"^(\d{1,2}) (?=[A-Za-zÀ-ÿ‘“(])")
_SUPER_NOTE = re.compile(r"^([⁰¹²³⁴-⁹]{1,2})\s*(?=\S)")
_GLUED = re.compile(
    r"(?<=[A-Za-zÀ-ÿ.,;:)’”])(?<!\d[.,])(?<!\bCO)(?<!\bNO)(?<!\bPM)(\d{1,2})(?=[\s.,;:)]|$)"
)
_RAISED = re.compile(r"(?<!\bm)(?<!\b[kcd]m)([⁰¹²³⁴-⁹]{1,2})(?=(\S?))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: its number, its lines joined by newlines, the page, and the line it stood before.

    ``before`` is an index into the lines that are left when the notes are taken out.
    """

    number: str
    text: str
    page: int | None
    before: int


def marks_on(lines: list[Line]) -> set[str]:
    """Return the numbers that are glued to a word or raised in these lines."""
    found: set[str] = set()
    for line in lines:
        if not _PLAIN_NOTE.match(line.text.strip()):
            found.update(_GLUED.findall(line.text))
        body = _SUPER_NOTE.sub("", line.text.strip())
        found.update(mark.translate(SUPERSCRIPTS) for mark, _ in _RAISED.findall(body))
    return found


def note_number(line: Line, marks: set[str]) -> str | None:
    """Return the number of the note that begins on ``line``, when ``marks`` holds it."""
    text = line.text.strip()
    # Markdown raises its marks; a plain digit at the start of a block is a number there.
    found = _SUPER_NOTE.match(text) or (_PLAIN_NOTE.match(text) if line.kind is None else None)
    if not found:
        return None
    number = found.group(1).translate(SUPERSCRIPTS)
    return number if number in marks else None


def drop_mark(text: str, numbers: set[str]) -> str:
    """Remove the marks with these numbers from a line; a word after one keeps its space."""

    def raised(match: re.Match[str]) -> str:
        if match.group(1).translate(SUPERSCRIPTS) not in numbers:
            return match.group(1)
        before = text[match.start() - 1] if match.start() else " "
        return " " if match.group(2).isalpha() and before in ".!?:;" else ""

    text = _GLUED.sub(lambda m: "" if m.group(1) in numbers else m.group(1), text)
    return _RAISED.sub(raised, text)


def take_out_notes(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """Return the lines without footnotes and marks, and the footnotes in order of the text."""
    kept: list[Line] = []
    notes: list[Note] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        body, found = _notes_of_page(list(page), len(kept))
        numbers = {note.number for note in found}
        kept += [replace(line, text=drop_mark(line.text, numbers)) for line in body]
        notes += found
    return tuple(kept), tuple(notes)


def _notes_of_page(page: list[Line], done: int) -> tuple[list[Line], list[Note]]:
    """Return the other lines and the notes of a page; ``done`` lines stand before it.

    A note runs to the next empty line, item, address or note. A wrapped line that happens to open
    with a number (``1 januari 2024``) stands in the middle of a sentence and is no note.
    """
    marks = marks_on(page)
    body: list[Line] = []
    notes: list[Note] = []
    open_note = False
    above = ""
    for line in page:
        text = line.text.strip()
        fresh = open_note or not above or ends_sentence(above) or line.kind is not None
        number = note_number(line, marks) if fresh else None
        if number is not None:
            words = _SUPER_NOTE.sub("", _PLAIN_NOTE.sub("", text))
            notes.append(Note(number=number, text=words, page=line.page, before=done + len(body)))
            open_note = line.kind is None
        elif open_note and text and not text.startswith(("•", "http")):
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n{text}")
        else:
            open_note = False
            body.append(line)
        above = text
    return body, notes
