"""Is everything in place to answer? One finding a subject, each with what to do about it."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.embedding import Embedder, load_embedder
from ingest.errors import IngestError
from ingest.generations import current_generation
from ingest.manifest import read_manifest
from ingest.opening import why_stale
from ingest.pipeline import DOCUMENTS, MANIFEST, TEXTS, Corpus, read_corpus, read_texts
from ingest.settings import Settings
from ingest.storage import hash_corpus
from ingest.verification import verify_index

FREE_MEGABYTES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found about one subject; ``remedy`` says what to do, ``None`` when all is well."""

    subject: str
    state: str
    remedy: str | None = None


def diagnose(settings: Settings) -> Iterator[Finding]:
    """Yield findings on the settings, documents, texts, model, index and free disk, in that order.

    Nothing is changed. What cannot be looked at because of an earlier problem is left out.
    """
    yield _look_at_settings(settings)
    corpus, embedder = None, None
    try:
        corpus = read_corpus(settings.corpus)
        yield from _look_at_documents(settings.corpus, corpus)
        yield _look_at_texts(settings.corpus, corpus)
    except IngestError as error:
        yield Finding(subject="documents", state="unreadable", remedy=str(error))
    try:
        embedder = load_embedder(settings.embedding_model)
        yield Finding(subject="model", state=f"{embedder.name}, {embedder.dimensions} dimensions")
    except IngestError as error:
        yield Finding(subject="model", state="unusable", remedy=str(error))
    if corpus is not None and embedder is not None:
        yield _look_at_index(settings, corpus, embedder)
    for folder in dict.fromkeys((_existing(settings.index), Path(tempfile.gettempdir()))):
        yield _look_at_room(folder)


def _look_at_settings(settings: Settings) -> Finding:
    changed = [
        f"MHIAP_{name.upper()}={value}"
        for name, value in settings.model_dump().items()
        if value != Settings.model_fields[name].default
    ]
    return Finding(subject="settings", state=", ".join(changed) or "all at their defaults")


def _look_at_documents(folder: Path, corpus: Corpus) -> Iterator[Finding]:
    if not corpus.files:
        yield Finding(
            subject="documents",
            state="none",
            remedy=f"put files in {folder / DOCUMENTS}, or set MHIAP_CORPUS to another folder",
        )
    recorded = {source.file: source.sha256 for source in read_manifest(folder / MANIFEST)}
    found = {document.source.file: document.source.sha256 for document in corpus.documents}
    for file in corpus.files:
        state, remedy = f"{file.passages} passages", None
        if file.skipped:
            state, remedy = "cannot be read", f"repair or remove it: {file.skipped}"
        elif file.file not in found:
            state = file.note or state
            remedy = f"correct those lines of {folder / file.file}" if file.refused else None
        elif recorded.get(file.file, found[file.file]) != found[file.file]:
            state = "its sha256 is not that of manifest.toml"
            remedy = "put the published file back, or correct its sha256 in manifest.toml"
        elif file.note:
            state = f"{state}; {file.note}"
        named = file.document_id if file.file in found or file.skipped else None
        yield Finding(subject=named or file.file, state=state, remedy=remedy)


def _look_at_texts(folder: Path, corpus: Corpus) -> Finding:
    expected = {document.source.document_id: document.text for document in corpus.documents}
    try:
        found = read_texts(folder)
    except UnicodeDecodeError:
        found = {}
    wrong = sorted(name for name, text in expected.items() if found.get(name) != text)
    extra = sorted(found.keys() - expected.keys())
    if wrong or extra:
        return Finding(
            subject="texts",
            state=f"not as the documents give them: {', '.join([*wrong, *extra])}",
            remedy=f"run mhiap ingest, and remove texts without a document from {folder / TEXTS}",
        )
    return Finding(subject="texts", state=f"{len(expected)}, as the documents give them")


def _look_at_index(settings: Settings, corpus: Corpus, embedder: Embedder) -> Finding:
    wanted = hash_corpus(corpus.all_documents, corpus.all_passages)
    stale = why_stale(settings, wanted, embedder)
    if stale:
        return Finding(subject="index", state=stale, remedy="run mhiap ingest")
    generation = current_generation(settings.index) or ""
    problems = verify_index(settings.index / generation, chroma_url=settings.chroma_url)
    if problems:
        return Finding(
            subject="index", state="; ".join(problems), remedy="run mhiap ingest --force"
        )
    return Finding(subject="index", state=f"{generation}, verified")


def _look_at_room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free >> 20
    state = f"{free:,} MB free in {folder}"
    remedy = f"keep {FREE_MEGABYTES} MB free there" if free < FREE_MEGABYTES else None
    return Finding(subject="disk", state=state, remedy=remedy)


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
