"""Pieces to a document: one text, and where its blocks, sections and pages start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.datatypes import Block, BlockKind, Document, Section, Source
from ingest.reflow import PAGE_BREAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block on its way into the canonical text, with the mark that stands before it."""

    kind: BlockKind
    text: str
    path: tuple[str, ...]
    page: int | None
    mark: str = ""
    box: bool = False
    list_number: int | None = None


def assemble_document(source: Source, pieces: Sequence[Piece], last_page: int | None) -> Document:
    """Return the document whose text is these pieces, set apart by one or two line ends.

    Lines of one list, of the footnotes and of the title follow each other directly.
    """
    text = ""
    blocks: list[Block] = []
    sections: list[Section] = []
    starts: dict[int, int] = {}
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        if before is not None:
            close = before.kind == piece.kind and piece.kind in {"item", "footnote", "title"}
            text += "\n" if close else "\n\n"
        start = len(text)
        if piece.page is not None:
            starts.setdefault(piece.page, start)
        shown = piece.mark + piece.text
        if PAGE_BREAK in shown and piece.page is not None:
            for number, part in enumerate(shown.split(PAGE_BREAK)[:-1], 1):
                done = len("".join(shown.split(PAGE_BREAK)[:number]))
                starts.setdefault(piece.page + number, start + done if part or number else start)
        shown = shown.replace(PAGE_BREAK, "")
        text += shown
        if not sections or sections[-1].path != piece.path:
            sections.append(Section(path=piece.path, start=start, end=len(text)))
        else:
            sections[-1] = replace(sections[-1], end=len(text))
        blocks.append(
            Block(
                kind=piece.kind,
                start=start,
                end=len(text),
                section=len(sections) - 1,
                box=piece.box,
                list_number=piece.list_number,
            )
        )
    return Document(
        source=source,
        text=text,
        page_starts=_page_starts(starts, last_page, len(text)),
        sections=tuple(sections),
        blocks=tuple(blocks),
    )


def _page_starts(starts: dict[int, int], last_page: int | None, length: int) -> tuple[int, ...]:
    """Return a start for every page; a page without text shares the start of the next one."""
    if not starts:
        return ()
    result: list[int] = []
    following = length
    for page in range(max(last_page or 1, *starts), 0, -1):
        following = min(starts.get(page, following), following)
        result.append(following)
    return tuple(reversed(result))
