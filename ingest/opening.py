"""Opening the index that serves, and telling whether it has to be built anew."""

from pathlib import Path

from ingest.datatypes import sentences_of
from ingest.embedding import Embedder
from ingest.errors import IndexDamaged, IndexMissing
from ingest.generations import current_generation
from ingest.index import CHROMA, CHROMA_VERSION, Collection, open_folder, open_server
from ingest.inventory import CODE_VERSION, IndexInfo, file_problems, read_info
from ingest.private_copy import PrivateCopy
from ingest.searching import Index
from ingest.settings import Settings
from ingest.storage import read_beads, read_documents, read_passages, renderings_of
from ingest.vectors import PASSAGE_VECTORS, SENTENCE_VECTORS, read_vectors

HASHED_AT_OPENING_BYTES = 8 << 20
ATTEMPTS = 5


def open_index(settings: Settings) -> Index:
    """Return the index that ``CURRENT`` names, ready for questions.

    Opening costs little on a big index and still never hands damaged bytes to Chroma, whose native
    code can die of them: the collection is hashed while this reader's copy of it is made, other
    files up to 8 MiB are hashed where they lie, larger ones (vectors) are compared by size.
    ``verification.verify_index`` hashes everything and searches for every vector.

    Raises:
        IndexMissing: when none has been built, or its Chroma server does not answer.
        IndexDamaged: when it is not as it was verified, or was built by another version.
    """
    generation = current_generation(settings.index)
    for _ in range(ATTEMPTS):
        if generation is None:
            break
        try:
            return _open(settings.index / generation, settings.chroma_url)
        except IndexDamaged:
            # A build may have replaced the pointer and swept the folder meanwhile.
            before, generation = generation, current_generation(settings.index)
            if generation == before:
                raise
    raise IndexMissing(f"there is no index in {settings.index}: run mhiap ingest")


def why_stale(settings: Settings, corpus_sha256: str, embedder: Embedder) -> str | None:
    """Return the reason why the index has to be built anew, or ``None`` when it can serve.

    Args:
        settings: where the index lies, and whether its collection belongs on a Chroma server.
        corpus_sha256: ``storage.hash_corpus`` of the documents and passages as they are now.
        embedder: the model that an index should be built with now.
    """
    generation = current_generation(settings.index)
    if generation is None:
        return "there is no index yet"
    folder = settings.index / generation
    try:
        info = read_info(folder)
    except IndexDamaged as error:
        return str(error)
    if info.corpus_sha256 != corpus_sha256:
        return "the documents have changed"
    if (info.embedding_model, info.embedding_sha256) != (embedder.name, embedder.sha256):
        return "the embedding model has changed"
    if info.store != ("server" if settings.chroma_url else "local"):
        return "MHIAP_CHROMA_URL has been set or unset"
    problems = file_problems(folder, info, hash_up_to_bytes=HASHED_AT_OPENING_BYTES)
    return _version_problem(info) or next(iter(problems), None)


def open_collection(
    folder: Path, info: IndexInfo, chroma_url: str | None
) -> tuple[Collection, PrivateCopy | None]:
    """Return the collection of a generation, and the private copy that it lies in, if any.

    Raises:
        IndexDamaged: when its files are not as recorded, or Chroma cannot open them.
        IndexMissing: when it lies on a Chroma server that is not set or does not answer.
    """
    if info.store == "server":
        if not chroma_url:
            raise IndexMissing(
                f"index {info.generation} keeps its vectors on a Chroma server: "
                "set MHIAP_CHROMA_URL to its address, or run mhiap ingest"
            )
        return open_server(chroma_url, info.generation), None
    files = {n: record for n, record in info.files.items() if n.startswith(f"{CHROMA}/")}
    copy = PrivateCopy(folder, files)
    try:
        return open_folder(copy.folder / CHROMA), copy
    except BaseException:
        copy.close()
        raise


def _open(folder: Path, chroma_url: str | None) -> Index:
    info = read_info(folder)
    problems = file_problems(folder, info, hash_up_to_bytes=HASHED_AT_OPENING_BYTES)
    problem = _version_problem(info) or next(iter(problems), None)
    if problem:
        raise IndexDamaged(f"the index in {folder} cannot be used, {problem}: run mhiap ingest")
    documents, passages = read_documents(folder), read_passages(folder)
    sentences = sum(1 for _ in sentences_of(passages))
    sentence_vectors = read_vectors(folder / SENTENCE_VECTORS, sentences, info.dimensions)
    passage_vectors = read_vectors(folder / PASSAGE_VECTORS, info.renderings, info.dimensions)
    rows = {r.rendering_id: n for n, r in enumerate(renderings_of(documents, passages))}
    unreached = {row: passage_vectors[rows[row]] for row in info.unreached}
    collection, copy = open_collection(folder, info, chroma_url)
    return Index(
        info=info,
        folder=folder,
        documents=documents,
        passages=passages,
        sentence_vectors=sentence_vectors,
        unreached=unreached,
        collection=collection,
        copy=copy,
        beads=read_beads(folder),
    )


def _version_problem(info: IndexInfo) -> str | None:
    if info.code_version != CODE_VERSION:
        return f"it was built by version {info.code_version} of the index, this is {CODE_VERSION}"
    if info.built_with != CHROMA_VERSION:
        return f"it was built with Chroma {info.built_with}, this is {CHROMA_VERSION}"
    return None
