"""Documents and passages to JSON lines and back; the same objects always give the same bytes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ingest.counterparts import Beads
from ingest.datatypes import Bead, Document, Language, Origin, Passage, Source, sha256_of
from ingest.errors import IndexDamaged

DOCUMENTS = "documents.jsonl"
PASSAGES = "passages.jsonl"
BEADS = "beads.jsonl"

Record = TypeVar("Record", Document, Passage, "AlignedBead")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedBead:
    """A bead with the ids of the two editions that it aligns."""

    original: str
    translation: str
    bead: Bead


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRendering:
    """A passage in one language as the vector index knows it: one vector, found by meaning.

    Attributes:
        rendering_id: ``<passage_id>@<language>``.
        document_id: the document of the passage.
    """

    rendering_id: str
    document_id: str
    language: Language
    origin: Origin
    text: str
    text_sha256: str

    @property
    def metadata(self) -> dict[str, str]:
        """What the vector index keeps beside the vector."""
        return {
            "document_id": self.document_id,
            "language": self.language,
            "origin": self.origin,
            "text_sha256": self.text_sha256,
        }


def renderings_of(
    documents: Sequence[Document], passages: Sequence[Passage]
) -> tuple[IndexedRendering, ...]:
    """Return every rendering to index, in the order of the passages.

    Raises:
        ValueError: when two passages have the same id.
    """
    by_id = {document.source.document_id: document for document in documents}
    renderings = tuple(_own_rendering(by_id[p.document_id], p) for p in passages)
    if len({rendering.rendering_id for rendering in renderings}) < len(renderings):
        raise ValueError("two passages have the same id")
    return renderings


def passage_id_of(rendering_id: str) -> str:
    """Return the id of the passage that a rendering belongs to."""
    return rendering_id.rpartition("@")[0]


def sentence_texts(documents: Sequence[Document], passages: Sequence[Passage]) -> list[str]:
    """Return the text of every sentence, in the order of ``datatypes.sentences_of``."""
    texts = {document.source.document_id: document.text for document in documents}
    return [s.of(texts[p.document_id]) for p in passages for s in p.sentences]


def hash_corpus(documents: Sequence[Document], passages: Sequence[Passage]) -> str:
    """Return the SHA-256 over everything an index is made from but the model."""
    return sha256(_to_lines(Document, documents) + _to_lines(Passage, passages)).hexdigest()


def write_corpus(folder: Path, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
    """Write ``documents.jsonl`` and ``passages.jsonl``, one object a line, in the given order."""
    (folder / DOCUMENTS).write_bytes(_to_lines(Document, documents))
    (folder / PASSAGES).write_bytes(_to_lines(Passage, passages))


def read_documents(folder: Path) -> tuple[Document, ...]:
    """Return the documents of a generation, in the order in which they were written.

    Raises:
        IndexDamaged: when a line is not a document.
    """
    return _from_lines(Document, folder / DOCUMENTS)


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of a generation, in the order in which they were written.

    Raises:
        IndexDamaged: when a line is not a passage.
    """
    return _from_lines(Passage, folder / PASSAGES)


def write_beads(folder: Path, beads: Beads) -> None:
    """Write ``beads.jsonl``, one bead a line, pair by pair in the given order."""
    records = [
        AlignedBead(original=original, translation=translation, bead=bead)
        for (original, translation), aligned in beads.items()
        for bead in aligned
    ]
    (folder / BEADS).write_bytes(_to_lines(AlignedBead, records))


def read_beads(folder: Path) -> Beads:
    """Return the beads of a generation; none when it has no such file.

    Raises:
        IndexDamaged: when a line is not a bead.
    """
    if not (folder / BEADS).exists():
        return {}
    beads: dict[tuple[str, str], list[Bead]] = {}
    for record in _from_lines(AlignedBead, folder / BEADS):
        beads.setdefault((record.original, record.translation), []).append(record.bead)
    return beads


def origin_of(source: Source) -> Origin:
    """Return what a document is to the text that it renders."""
    if source.rendering_of:
        return "unofficial translation"
    return "official translation" if source.translation_of else "original"


def _own_rendering(document: Document, passage: Passage) -> IndexedRendering:
    text = passage.of(document.text)
    return IndexedRendering(
        rendering_id=f"{passage.passage_id}@{passage.language}",
        document_id=passage.document_id,
        language=passage.language,
        origin=origin_of(document.source),
        text=text,
        text_sha256=sha256_of(text),
    )


def _to_lines(kind: type[Record], records: Iterable[Record]) -> bytes:
    adapter = TypeAdapter(kind)
    plain = (adapter.dump_python(record, mode="json") for record in records)
    return "".join(
        json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        for record in plain
    ).encode()


def _from_lines(kind: type[Record], file: Path) -> tuple[Record, ...]:
    adapter = TypeAdapter(kind)
    try:
        lines = file.read_bytes().split(b"\n")[:-1]
        return tuple(adapter.validate_json(line) for line in lines)
    except (OSError, ValidationError) as error:
        raise IndexDamaged(
            f"{file} cannot be read ({error.__class__.__name__}): run mhiap ingest"
        ) from error
