"""The text of an edition from its lines, and which sentences of two editions say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.assembling import Piece, assemble_document
from ingest.datatypes import BlockKind, Document, Language, Passage, Source, sha256_of
from ingest.passages import split_passages

Link = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of the sentences on both sides that belong together, in order; one may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of one edition: its sentences, each with the numbers of the pairs that it says."""

    kind: BlockKind
    path: tuple[str, ...]
    sentences: list[tuple[str, tuple[int, ...]]]
    box: bool = False


def assemble(
    lines: Sequence[Line], language: Language, translation_of: str | None
) -> tuple[Document, tuple[Passage, ...], list[frozenset[int]]]:
    """Return the document, its passages, and the pairs that each of its sentences says."""
    pieces: list[Piece] = []
    lists = -1
    for place, line in enumerate(lines):
        item = line.kind == "item"
        lists += item and not (place and lines[place - 1].kind == "item")
        pieces.append(
            Piece(
                kind=line.kind,
                text=" ".join(text for text, _ in line.sentences),
                path=line.path,
                page=None,
                mark="• " if item else "",
                box=line.box,
                list_number=lists if item else None,
            )
        )
    name = "translation" if translation_of else "original"
    source = Source(
        document_id=name,
        file=f"{name}.md",
        title=name,
        language=language,
        sha256=sha256_of(name),
        translation_of=translation_of,
    )
    document = assemble_document(source, pieces, last_page=None)
    passages = split_passages(document)
    written: list[tuple[int, int, tuple[int, ...]]] = []
    for block, piece, line in zip(document.blocks, pieces, lines, strict=True):
        start = block.start + len(piece.mark)
        for text, numbers in line.sentences:
            written.append((start, start + len(text), numbers))
            start += len(text) + 1
    said = [
        frozenset(n for start, end, ns in written if start < s.end and end > s.start for n in ns)
        for passage in passages
        for s in passage.sentences
    ]
    return document, passages, said


def find_links(said: Sequence[frozenset[int]], there: Sequence[frozenset[int]]) -> tuple[Link, ...]:
    """Return the sentences of both sides that say the same pairs, directly or through others."""
    groups: list[tuple[frozenset[int], Link]] = []
    places = [(pairs, ((number,), ())) for number, pairs in enumerate(said)]
    places_there = [(pairs, ((), (number,))) for number, pairs in enumerate(there)]
    for pairs, (ours, theirs) in [*places, *places_there]:
        same = [group for group in groups if group[0] & pairs]
        groups = [group for group in groups if not group[0] & pairs]
        for other, (more, more_there) in same:
            pairs, ours, theirs = pairs | other, (*more, *ours), (*more_there, *theirs)
        groups.append((pairs, (tuple(sorted(ours)), tuple(sorted(theirs)))))
    return tuple(link for _, link in groups)
