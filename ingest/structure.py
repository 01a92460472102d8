"""Lines to a document: the canonical text with its pages, sections and blocks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from ingest.assembling import Piece, assemble_document
from ingest.bare_lists import drop_figure_labels, number_bare_lists
from ingest.cleaning import (
    clean_block,
    clean_characters,
    rejoin_lone_consonants,
    words_without_lone_consonants,
)
from ingest.datatypes import BlockKind, Document, Source
from ingest.footnotes import Note, take_out_notes
from ingest.furniture import drop_page_furniture
from ingest.lines import join_lines
from ingest.outline import (
    Placed,
    folded,
    mark_headings,
    place_blocks,
)
from ingest.posts import POSTS_KIND, place_posts
from ingest.readers.reading import Line, Reading
from ingest.reflow import RawBlock, reflow

BULLET_MARK = "•"
TITLE_WITHIN_BLOCKS = 5


def build_document(source: Source, reading: Reading) -> Document:
    """Return the document that the lines of a file make up."""
    lines = drop_page_furniture(reading.lines)
    if source.kind == POSTS_KIND:
        placed = _cleaned(place_posts([line.text for line in lines]))
        return assemble_document(source, _pieces(placed, source.boxes), last_page=None)
    lines, notes = take_out_notes(lines)
    lines = tuple(replace(line, text=clean_characters(line.text)) for line in lines)
    blocks = _clean_blocks(reflow(lines), lines)
    title, blocks = _split_title(source, blocks)
    blocks = mark_headings(drop_figure_labels(number_bare_lists(blocks)))
    placed = _with_notes(place_blocks(_drop_repeated_captions(blocks)), notes)
    pieces = [Piece(kind="title", text=t.text, path=(), page=t.page) for t in title]
    pieces += _pieces(placed, source.boxes)
    return assemble_document(source, pieces, last_page=lines[-1].page if lines else None)


def _clean_blocks(blocks: Sequence[RawBlock], lines: Sequence[Line]) -> list[RawBlock]:
    words = words_without_lone_consonants(" ".join(line.text for line in lines))
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
                text=clean_block(clean_characters(reduce(join_lines, note.text.split("\n")))),
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


def _pieces(placed: Sequence[Placed], boxes: dict[str, str]) -> list[Piece]:
    pieces: list[Piece] = []
    openers = {name: folded(words) for name, words in boxes.items()}
    lists = _ListNumbers()
    box = ""
    for item in placed:
        block, path = item.block, item.path
        if block.kind == "address":
            pieces.append(Piece(kind="footnote", text=block.text, path=path, page=block.page))
            continue
        opened = next((n for n, w in openers.items() if folded(block.text).startswith(w)), "")
        if block.kind == "heading":
            box = opened
        elif opened:
            path = (*path[:-1], opened)
        is_item = block.kind == "item"
        kind: BlockKind = "paragraph"
        if block.kind in {"heading", "item"}:
            kind = "item" if is_item else "heading"
        pieces.append(
            Piece(
                kind=kind,
                text=block.text,
                path=path,
                page=block.page,
                mark=f"{block.number or BULLET_MARK} " if is_item else "",
                box=bool(box or opened),
                list_number=lists.next(path, is_item=is_item),
            )
        )
    return pieces


class _ListNumbers:
    """Numbers the lists of a document; a list resumed after other sections keeps its number."""

    def __init__(self) -> None:
        self._number = -1
        self._path_of_list: tuple[str, ...] = ()
        self._path: tuple[str, ...] | None = None
        self._in_list = False

    def next(self, path: tuple[str, ...], *, is_item: bool) -> int | None:
        """Return the list number of the next block, ``None`` when it is no item."""
        if is_item:
            resumed = self._number >= 0 and path == self._path_of_list and path != self._path
            self._number += 0 if self._in_list or resumed else 1
            self._path_of_list = path
        self._in_list, self._path = is_item, path
        return self._number if is_item else None
