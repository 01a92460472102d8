"""Building a generation: embed what is new, store, verify, and only then let it serve.

Nothing that serves is touched. A build that is killed, fails or runs out of disk leaves an
unfinished folder, which the next build removes, and ``CURRENT`` as it was.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.datatypes import Document, Passage
from ingest.drafting import Draft, Progress
from ingest.embedding import Embedder
from ingest.errors import IngestError
from ingest.filling import drop_collections
from ingest.generations import current_generation, new_generation, publish, sweep, writing
from ingest.inventory import CODE_VERSION, IndexInfo, file_problems, read_info
from ingest.opening import why_stale
from ingest.settings import Settings
from ingest.storage import hash_corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The index that serves after a build.

    Attributes:
        unchanged: whether it served already, so that nothing was built.
        embedded: passages and sentences that had to be embedded; the others kept their vectors.
    """

    info: IndexInfo
    unchanged: bool
    embedded: int


def build_index(
    settings: Settings,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    save_derived: Callable[[Path], None],
    embedder: Embedder,
    progress: Progress,
    *,
    force: bool = False,
) -> Built:
    """Return the index of these documents, built, verified and serving.

    Args:
        settings: where the index lies, and the Chroma server for its collection, if any.
        documents: everything that may be cited.
        passages: their passages, document by document, in order.
        save_derived: writes the lexical index of ``passages`` and the beads of the editions into
            the folder it is given.
        embedder: the sentence model.
        progress: told the step, and how many of how many are done: "embedding passages",
            "embedding sentences", "storing", "verifying", "unchanged".
        force: build even when nothing has changed, and embed everything again.

    Raises:
        IngestRunning: when another process is building.
        IndexDamaged: when the new index fails its verification; the old one keeps serving.
        IngestError: when the folder cannot be written or has too little room.
        IndexMissing: when the Chroma server does not answer.
    """
    try:
        with writing(settings.index):
            drop_collections(settings.chroma_url, sweep(settings.index))
            last = None if force else _last(settings.index, embedder)
            stale = why_stale(settings, hash_corpus(documents, passages), embedder)
            if last and not stale:
                progress("unchanged", 1, 1)
                return Built(info=last, unchanged=True, embedded=0)
            draft = Draft(
                settings=settings,
                generation=new_generation(),
                last=last,
                documents=documents,
                passages=passages,
                embedder=embedder,
                progress=progress,
            )
            return _build(draft, save_derived)
    except OSError as error:
        raise IngestError(
            f"the index cannot be written in {settings.index} ({error.strerror}): make room or "
            "make the folder writable, or choose another with MHIAP_INDEX, and run mhiap ingest"
        ) from error


def _last(index: Path, embedder: Embedder) -> IndexInfo | None:
    """Return the serving index if it is whole and its vectors are those of ``embedder``."""
    generation = current_generation(index)
    if generation is None:
        return None
    try:
        info = read_info(index / generation)
        whole = not file_problems(index / generation, info, hash_up_to_bytes=None)
    except (IngestError, OSError):
        return None
    model = (embedder.sha256, embedder.dimensions)
    same = (info.embedding_sha256, info.dimensions) == model and info.code_version == CODE_VERSION
    return info if whole and same else None


def _build(draft: Draft, save_derived: Callable[[Path], None]) -> Built:
    index, url = draft.settings.index, draft.settings.chroma_url
    before = current_generation(index)
    try:
        draft.write_texts(save_derived)
        embedded = draft.write_vectors()
        info = draft.fill_and_verify()
        publish(index, draft.generation)
    except BaseException:
        shutil.rmtree(draft.folder, ignore_errors=True)
        if current_generation(index) != draft.generation:
            drop_collections(url, [draft.generation])
        raise
    kept = {draft.generation} | ({before} if before else set())
    drop_collections(url, sweep(index, keep=kept))
    return Built(info=info, unchanged=False, embedded=embedded)
