"""Does a generation hold what it says? Asked before it serves, and by ``mhiap doctor``.

A damaged Chroma index can answer wrongly without an error, hang, or kill the process that opens it.
So it is opened in a process of its own, within a time limit, and asked for what it should know:
every id and its metadata, and the vectors themselves, each of which must find itself.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from pydantic import TypeAdapter, ValidationError

from ingest.errors import IngestError
from ingest.index import Collection
from ingest.inventory import IndexInfo, file_problems, read_info
from ingest.opening import open_collection
from ingest.settings import PROJECT
from ingest.static_embedding import Matrix
from ingest.storage import (
    IndexedRendering,
    hash_corpus,
    read_documents,
    read_passages,
    renderings_of,
    sentence_texts,
)
from ingest.vectors import PASSAGE_VECTORS, SENTENCE_VECTORS, read_vectors

ALL_UP_TO = 20_000
DRAWN = 2_000
BATCH = 256
ROUNDING = 1e-6
SECONDS = 60.0
SECONDS_PER_VECTOR = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What is wrong with a generation.

    Attributes:
        problems: a sentence each; the generation may serve only if there are none.
        unreached: ids whose vectors the collection holds but does not find, not yet known to
            ``index.json``. A graph of neighbours can lose nodes when many texts are equal.
    """

    problems: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()


def verify_index(folder: Path, *, chroma_url: str | None = None) -> list[str]:
    """Return what is wrong with a generation, a sentence each; nothing when it can serve."""
    verification = verify_generation(folder, chroma_url=chroma_url)
    lost = len(verification.unreached)
    return [*verification.problems, *([f"{lost} vectors do not find themselves"] if lost else [])]


def verify_generation(
    folder: Path, *, chroma_url: str | None = None, changed: Sequence[str] = ()
) -> Verification:
    """Return what is wrong with a generation; it is only read.

    Args:
        folder: the generation.
        chroma_url: the Chroma server that holds its collection, if one does.
        changed: ids of renderings to search for even where only some are drawn.
    """
    try:
        info = read_info(folder)
        problems = file_problems(folder, info, hash_up_to_bytes=None)
    except (IngestError, OSError) as error:
        problems = [str(error)]
    if problems:
        return Verification(problems=tuple(problems))
    request = {"folder": str(folder.absolute()), "url": chroma_url, "changed": list(changed)}
    limit = SECONDS + SECONDS_PER_VECTOR * info.renderings
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ingest.verification"],
            input=json.dumps(request),
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
        return TypeAdapter(Verification).validate_json(done.stdout)
    except subprocess.TimeoutExpired:
        problem = f"searching its vectors took longer than {limit:.0f} seconds"
    except ValidationError:
        reason = done.stderr.strip().rpartition("\n")[2]
        problem = f"searching its vectors ended with status {done.returncode} {reason}".strip()
    return Verification(problems=(problem,))


def verify_contents(folder: Path, chroma_url: str | None, changed: set[str]) -> Verification:
    """Return what is wrong with the contents of files that are as recorded.

    May never return: ``verify_generation`` calls it in a process that can be lost.
    """
    try:
        info = read_info(folder)
        documents, passages = read_documents(folder), read_passages(folder)
        renderings = renderings_of(documents, passages)
        sentences = sentence_texts(documents, passages)
        vectors = read_vectors(folder / PASSAGE_VECTORS, len(renderings), info.dimensions)
        sentence_vectors = read_vectors(folder / SENTENCE_VECTORS, len(sentences), info.dimensions)
        problems = []
        counted = (len(documents), len(passages), len(renderings), len(sentences))
        if counted != (info.documents, info.passages, info.renderings, info.sentences):
            problems.append(f"it holds {counted} documents, passages, renderings and sentences")
        if hash_corpus(documents, passages) != info.corpus_sha256:
            problems.append("its documents and passages are not those of index.json")
        if not (_sound(vectors) and _sound(sentence_vectors)):
            problems.append("it holds vectors that are not of length 1")
        collection, copy = open_collection(folder, info, chroma_url)
        try:
            problems += _metadata_problems(collection, renderings)
            unreached = () if problems else _search(collection, info, renderings, vectors, changed)
            return Verification(problems=tuple(problems), unreached=unreached)
        finally:
            collection.close()
            if copy is not None:
                copy.close()
    except (IngestError, ValueError, KeyError) as error:
        return Verification(problems=(str(error),))


def _metadata_problems(collection: Collection, renderings: Sequence[IndexedRendering]) -> list[str]:
    stored = collection.read_metadata()
    expected = {rendering.rendering_id: rendering.metadata for rendering in renderings}
    if stored.keys() != expected.keys():
        missing, extra = expected.keys() - stored.keys(), stored.keys() - expected.keys()
        return [f"the collection lacks {len(missing)} ids and has {len(extra)} too many"]
    wrong = sum(stored[row] != metadata for row, metadata in expected.items())
    return [f"the collection has other metadata for {wrong} ids"] if wrong else []


def _search(
    collection: Collection,
    info: IndexInfo,
    renderings: Sequence[IndexedRendering],
    vectors: Matrix,
    changed: set[str],
) -> tuple[str, ...]:
    """Search for vectors and return the ids of those that do not find themselves."""
    ids = [rendering.rendering_id for rendering in renderings]
    numbers = {row: n for n, row in enumerate(ids)}
    known = set(info.unreached)
    searched = [n for n in _drawn(info, ids, changed) if ids[n] not in known]
    unreached = []
    for start in range(0, len(searched), BATCH):
        batch = searched[start : start + BATCH]
        for number, hits in zip(batch, collection.nearest(vectors[batch], 1), strict=True):
            if not _finds_itself(vectors[number], hits, numbers, vectors):
                unreached.append(ids[number])
    return tuple(unreached)


def _drawn(info: IndexInfo, ids: Sequence[str], changed: set[str]) -> list[int]:
    """Return the rows to search for: all, or the changed ones and some, always the same ones."""
    everything = range(len(ids))
    if len(ids) <= ALL_UP_TO:
        return list(everything)
    drawn = set(Random(info.generation).sample(everything, DRAWN))
    return [n for n in everything if n in drawn or ids[n] in changed]


def _finds_itself(
    own: Matrix, hits: Sequence[tuple[str, float]], numbers: dict[str, int], vectors: Matrix
) -> bool:
    if not np.any(own):
        return True
    if not hits:
        return False
    found, cosine = hits[0]
    same = float(own @ vectors[numbers[found]]) >= 1 - ROUNDING
    return same and cosine >= 1 - 10 * ROUNDING


def _sound(vectors: Matrix) -> bool:
    """Tell whether every row has length 1, or is the zeros of a text without tokens."""
    squares = np.einsum("ij,ij->i", vectors, vectors)
    return bool(np.all((np.abs(squares - 1) < 1e-3) | (squares == 0)))


def main() -> None:
    """Verify the generation that standard input names; print the ``Verification`` as JSON."""
    request = json.load(sys.stdin)
    found = verify_contents(Path(request["folder"]), request["url"], set(request["changed"]))
    sys.stdout.write(TypeAdapter(Verification).dump_json(found).decode())


if __name__ == "__main__":
    main()
