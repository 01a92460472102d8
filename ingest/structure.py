"""Lines to a document: the canonical text with its pages, sections and blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.cleaning import clean_block, clean_characters, close_up_spaces, rejoin_lone_consonants
from ingest.datatypes import Block, BlockKind, Document, Section, Source
from ingest.footnotes import Note, take_out_notes
from ingest.furniture import drop_page_furniture
from ingest.outline import (
    Placed,
    drop_figure_labels,
    folded,
    mark_headings,
    number_bare_lists,
    place_blocks,
)
from ingest.posts import POSTS_KIND, place_posts
from ingest.readers.reading import Line, Reading
from ingest.reflow import PAGE_BREAK, RawBlock, reflow

BULLET_MARK = "•"
TITLE_WITHIN_BLOCKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A block on its way into the canonical text, with the mark that stands before it."""

    kind: BlockKind
    text: str
    path: tuple[str, ...]
    page: int | None
    mark: str = ""
    box: bool = False
    list_number: int | None = None


def build_document(source: Source, reading: Reading) -> Document:
    """Return the document that the lines of a file make up."""
    lines = drop_page_furniture(reading.lines)
    if source.kind == POSTS_KIND:
        placed = _cleaned(place_posts([line.text for line in lines]))
        return _assemble(source, _pieces(placed, source.boxes), last_page=None)
    lines, notes = take_out_notes(lines)
    lines = tuple(replace(line, text=clean_characters(line.text)) for line in lines)
    blocks = _clean_blocks(reflow(lines), lines)
    title, blocks = _split_title(source, blocks)
    blocks = mark_headings(drop_figure_labels(number_bare_lists(blocks)))
    placed = _with_notes(place_blocks(_drop_repeated_captions(blocks)), notes)
    pieces = [_Piece(kind="title", text=t.text, path=(), page=t.page) for t in title]
    pieces += _pieces(placed, source.boxes)
    return _assemble(source, pieces, last_page=lines[-1].page if lines else None)


def _words(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word.lower() for line in lines for word in line.text.split())


def _clean_blocks(blocks: Sequence[RawBlock], lines: Sequence[Line]) -> list[RawBlock]:
    words = _words(lines)
    cleaned = [
        replace(block, text=rejoin_lone_consonants(clean_block(block.text), words))
        for block in blocks
    ]
    addresses: set[str] = set()
    kept: list[RawBlock] = []
    for block in cleaned:
        if block.kind == "address":
            if block.text in addresses or block.text.startswith("mailto:"):
                continue
            addresses.add(block.text)
        if block.text:
            kept.append(block)
    return kept


def _cleaned(placed: Sequence[Placed]) -> list[Placed]:
    blocks = [replace(item.block, text=clean_block(item.block.text)) for item in placed]
    return [
        Placed(block=block, path=item.path)
        for block, item in zip(blocks, placed, strict=True)
        if block.text
    ]


def _split_title(
    source: Source, blocks: Sequence[RawBlock]
) -> tuple[list[RawBlock], list[RawBlock]]:
    """Return the title lines, up to the one that holds the title of the manifest, and the rest."""
    wanted = folded(source.title)
    for place, block in enumerate(blocks[:TITLE_WITHIN_BLOCKS]):
        if wanted and folded(block.text) == wanted:
            return list(blocks[: place + 1]), list(blocks[place + 1 :])
    return [], list(blocks)


def _drop_repeated_captions(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Remove a run of blocks that repeats the run directly before it, such as a caption twice."""
    wordings = [folded(block.text) for block in blocks]
    drop: set[int] = set()
    for size in range(6, 1, -1):
        for start in range(len(blocks) - 2 * size + 1):
            again = range(start + size, start + 2 * size)
            same = wordings[start : start + size] == wordings[start + size : start + 2 * size]
            if same and not drop.intersection(again):
                drop.update(again)
    return [block for place, block in enumerate(blocks) if place not in drop]


def _with_notes(placed: Sequence[Placed], notes: Sequence[Note]) -> list[Placed]:
    """Put each note after the block it interrupted, and outside a list on the same page."""
    asides = [
        Placed(
            block=RawBlock(
                kind="address",
                text=close_up_spaces(clean_block(clean_characters(note.text.replace("\n", " ")))),
                page=note.page,
                first_line=note.before,
            ),
            path=(),
        )
        for note in notes
    ]
    waiting: list[Placed] = []
    result: list[Placed] = []
    for item in placed:
        while asides and asides[0].block.first_line <= item.block.first_line:
            waiting.append(asides.pop(0))
        if item.block.kind == "address":
            waiting.append(item)
            continue
        before = result[-1].block if result else None
        in_list = (
            before is not None
            and before.kind == item.block.kind == "item"
            and before.page == item.block.page
        )
        if not in_list:
            result += _under(waiting, result)
            waiting = []
        result.append(item)
    waiting += asides
    return result + _under(waiting, result)


def _under(waiting: Sequence[Placed], result: Sequence[Placed]) -> list[Placed]:
    path = result[-1].path if result else ()
    return [replace(item, path=path) for item in waiting]


def _pieces(placed: Sequence[Placed], boxes: dict[str, str]) -> list[_Piece]:
    pieces: list[_Piece] = []
    openers = {name: folded(words) for name, words in boxes.items()}
    lists, box = -1, ""
    in_list = False
    for item in placed:
        block, path = item.block, item.path
        if block.kind == "address":
            pieces.append(_Piece(kind="footnote", text=block.text, path=path, page=block.page))
            continue
        opened = next((n for n, w in openers.items() if folded(block.text).startswith(w)), "")
        if block.kind == "heading":
            box = opened
        elif opened:
            path = (*path[:-1], opened)
        if block.kind == "item":
            lists += 0 if in_list else 1
            in_list = True
            pieces.append(
                _Piece(
                    kind="item",
                    text=block.text,
                    path=path,
                    page=block.page,
                    mark=f"{block.number or BULLET_MARK} ",
                    box=bool(box or opened),
                    list_number=lists,
                )  # fmt: skip
            )
            continue
        in_list = False
        kind: BlockKind = "heading" if block.kind == "heading" else "paragraph"
        pieces.append(
            _Piece(kind=kind, text=block.text, path=path, page=block.page, box=bool(box or opened))
        )
    return pieces


def _assemble(source: Source, pieces: Sequence[_Piece], last_page: int | None) -> Document:
    """Join the pieces into the canonical text and note where each block, section and page starts."""
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
            )  # fmt: skip
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
