"""Filling the Chroma collection of a generation that is being built."""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.errors import IngestError
from ingest.index import (
    CHROMA,
    CHROMA_VERSION,
    Collection,
    drop_from_server,
    open_folder,
    open_server,
)
from ingest.inventory import IndexInfo
from ingest.private_copy import copy_file
from ingest.static_embedding import Matrix
from ingest.storage import IndexedRendering


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was done: ids written now, and vectors replaced since it was made from nothing."""

    written: tuple[str, ...]
    replaced: int


def fill_anew(
    folder: Path,
    generation: str,
    chroma_url: str | None,
    renderings: Sequence[IndexedRendering],
    vectors: Matrix,
) -> Filled:
    """Make the collection from nothing, in ``folder`` or on the Chroma server."""
    if chroma_url:
        drop_from_server(chroma_url, generation)
        collection = open_server(chroma_url, generation, create=True)
    else:
        collection = open_folder(folder / CHROMA, create=True)
    with closing(collection):
        _write(collection, renderings, vectors, range(len(renderings)))
    return Filled(written=tuple(r.rendering_id for r in renderings), replaced=0)


def fill_from_last(
    folder: Path,
    last: Path,
    info: IndexInfo,
    renderings: Sequence[IndexedRendering],
    vectors: Matrix,
) -> Filled:
    """Copy the collection of the last generation and apply the difference.

    Raises:
        IndexDamaged: when a file of the last one is not as recorded.
    """
    for name, record in info.files.items():
        if name.startswith(f"{CHROMA}/"):
            copy_file(last / name, folder / name, record)
    with closing(open_folder(folder / CHROMA)) as collection:
        stored = collection.read_metadata()
        wanted = {r.rendering_id for r in renderings}
        gone = [row for row in stored if row not in wanted]
        changed = [n for n, r in enumerate(renderings) if stored.get(r.rendering_id) != r.metadata]
        collection.delete(gone)
        _write(collection, renderings, vectors, changed)
    written = tuple(renderings[n].rendering_id for n in changed)
    overwritten = sum(row in stored for row in written)
    return Filled(written=written, replaced=info.replaced + len(gone) + overwritten)


def can_be_copied(info: IndexInfo, chroma_url: str | None) -> bool:
    """Tell whether the next collection may start as a copy of this one.

    Chroma never removes a replaced vector from its graph, so one that has mostly been replaced is
    made from nothing.
    """
    return (
        info.store == "local"
        and not chroma_url
        and info.built_with == CHROMA_VERSION
        and not info.unreached
        and info.replaced <= info.renderings // 2
    )


def drop_collections(chroma_url: str | None, generations: Sequence[str]) -> None:
    """Remove the collections of removed generations from the Chroma server, if one is in use."""
    with suppress(IngestError):
        for generation in generations if chroma_url else ():
            drop_from_server(chroma_url or "", generation)


def _write(
    collection: Collection,
    renderings: Sequence[IndexedRendering],
    vectors: Matrix,
    numbers: Sequence[int],
) -> None:
    metadata = {renderings[n].rendering_id: renderings[n].metadata for n in numbers}
    collection.write(metadata, np.asarray(vectors[list(numbers)]))
