"""What a generation says it holds: ``index.json``, with the size and hash of every other file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from ingest.errors import IndexDamaged

INDEX_JSON = "index.json"
CODE_VERSION = 3
"""Raised by one with every change to the code that makes indexes built before it unusable."""

Store = Literal["local", "server"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """Size and hash of one file when the generation was finished; it is never written again."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInfo:
    """What a generation was made from, with what, and what it holds.

    Attributes:
        corpus_sha256: ``storage.hash_corpus`` of its documents and passages.
        embedding_model: what ``load_embedder`` was asked for, and its hash.
        renderings: number of vectors in the Chroma collection.
        replaced: vectors deleted or overwritten in the collection since it was made from nothing.
        unreached: ids of renderings that a search of the collection does not find although it holds
            them; ``Index.nearest`` compares these one by one.
        store: whether the collection lies in the folder or on a Chroma server.
        built_with: version of Chroma.
        files: by path relative to the folder; all but ``index.json`` itself.
    """

    generation: str
    corpus_sha256: str
    embedding_model: str
    embedding_sha256: str
    dimensions: int
    documents: int
    passages: int
    renderings: int
    sentences: int
    replaced: int
    unreached: tuple[str, ...]
    store: Store
    built_with: str
    code_version: int
    files: Mapping[str, FileRecord]


def write_info(folder: Path, info: IndexInfo) -> None:
    """Write ``index.json``, with a hash over itself."""
    content = TypeAdapter(IndexInfo).dump_python(info, mode="json")
    sealed = {"info": content, "sha256": _seal(content)}
    text = json.dumps(sealed, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / INDEX_JSON).write_text(text + "\n", encoding="utf-8")


def read_info(folder: Path) -> IndexInfo:
    """Return what ``index.json`` says.

    Raises:
        IndexDamaged: when it is missing or is not as it was written.
    """
    try:
        sealed = json.loads((folder / INDEX_JSON).read_bytes())
        if sealed["sha256"] != _seal(sealed["info"]):
            raise ValueError("its hash does not match")
        return TypeAdapter(IndexInfo).validate_python(sealed["info"])
    except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
        raise IndexDamaged(
            f"{folder / INDEX_JSON} is missing or damaged: run mhiap ingest"
        ) from error


def record_files(folder: Path) -> dict[str, FileRecord]:
    """Return the size and hash of every file in ``folder`` but ``index.json``."""
    return {
        name: FileRecord(size_bytes=path.stat().st_size, sha256=hash_file(path))
        for name, path in sorted(_files(folder).items())
    }


def file_problems(folder: Path, info: IndexInfo, *, hash_up_to_bytes: int | None) -> list[str]:
    """Return a sentence for every recorded file that is missing or not as recorded.

    Args:
        folder: the generation.
        info: what it should hold.
        hash_up_to_bytes: larger files are compared by size alone; ``None`` hashes every file.
    """
    problems = []
    found = _files(folder)
    for name, record in sorted(info.files.items()):
        if name not in found:
            problems.append(f"{name} is missing")
        elif found[name].stat().st_size != record.size_bytes:
            problems.append(f"{name} has another size than when it was written")
        elif hash_up_to_bytes is not None and record.size_bytes > hash_up_to_bytes:
            continue
        elif hash_file(found[name]) != record.sha256:
            problems.append(f"{name} has other bytes than when it was written")
    return problems


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and path != folder / INDEX_JSON
    }


def _seal(content: object) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
