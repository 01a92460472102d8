"""Vectors of texts on disk: only what no earlier generation has embedded is embedded again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from ingest.datatypes import sha256_of
from ingest.embedding import Embedder
from ingest.errors import IndexDamaged
from ingest.inventory import IndexInfo
from ingest.static_embedding import Matrix
from ingest.storage import read_documents, read_passages, renderings_of, sentence_texts

PASSAGE_VECTORS = "passages.npy"
SENTENCE_VECTORS = "sentences.npy"
BATCH = 512

Item = TypeVar("Item")

KnownVectors = dict[str, Matrix]
"""A vector by the SHA-256 of its text, all of one model."""


def read_vectors(file: Path, rows: int, dimensions: int) -> Matrix:
    """Return a matrix of vectors, mapped into memory and read-only.

    Raises:
        IndexDamaged: when it is not a float32 matrix of that shape.
    """
    try:
        matrix: Matrix = np.load(file, mmap_mode="r" if rows else None, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise IndexDamaged(f"{file} cannot be read: run mhiap ingest") from error
    if matrix.shape != (rows, dimensions) or matrix.dtype != np.float32:
        raise IndexDamaged(f"{file} holds {matrix.dtype} {matrix.shape}: run mhiap ingest")
    return matrix


def known_vectors(folder: Path, info: IndexInfo) -> KnownVectors:
    """Return the vectors of every passage and sentence of a generation.

    Raises:
        IndexDamaged: when its files do not fit each other.
    """
    documents, passages = read_documents(folder), read_passages(folder)
    hashes = [rendering.text_sha256 for rendering in renderings_of(documents, passages)]
    known = _by_hash(hashes, folder / PASSAGE_VECTORS, info.dimensions)
    hashes = [sha256_of(text) for text in sentence_texts(documents, passages)]
    return known | _by_hash(hashes, folder / SENTENCE_VECTORS, info.dimensions)


def write_vectors(
    file: Path,
    texts: Sequence[str],
    known: KnownVectors,
    embedder: Embedder,
    progress: Callable[[int, int], None],
) -> int:
    """Write one row per text, in order, and return how many texts had to be embedded.

    Equal texts get equal rows. ``known`` is used and added to; ``progress`` is given the number of
    texts embedded and to embed.
    """
    hashes = [sha256_of(text) for text in texts]
    unknown = {h: text for h, text in zip(hashes, texts, strict=True) if h not in known}
    done = 0
    progress(done, len(unknown))
    for batch in _batches(list(unknown)):
        vectors = embedder.embed_passages([unknown[h] for h in batch])
        known.update(zip(batch, vectors, strict=True))
        done += len(batch)
        progress(done, len(unknown))
    _write_matrix(file, [known[h] for h in hashes], embedder.dimensions)
    return len(unknown)


def _write_matrix(file: Path, rows: Sequence[Matrix], dimensions: int) -> None:
    # Written as a stream: a memory map on a full disk kills the process instead of raising.
    header = {"descr": "<f4", "fortran_order": False, "shape": (len(rows), dimensions)}
    with file.open("wb") as stream:
        np.lib.format.write_array_header_1_0(stream, header)
        for batch in _batches(rows):
            stream.write(np.stack(batch).astype("<f4").tobytes())


def _by_hash(hashes: Sequence[str], file: Path, dimensions: int) -> KnownVectors:
    matrix = np.asarray(read_vectors(file, len(hashes), dimensions))
    return dict(zip(hashes, matrix, strict=True))


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
