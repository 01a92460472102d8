"""From the corpus folder to a serving index: the one place that knows the order of the steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from ingest.alignment import align_corpus
from ingest.building import build_index
from ingest.datatypes import Document, Passage, Source
from ingest.embedding import Embedder, load_embedder
from ingest.errors import IngestError, UnreadableFile
from ingest.inventory import IndexInfo
from ingest.lexical import LexicalIndex, build_lexical
from ingest.manifest import infer_source, read_manifest, sha256_of_file
from ingest.opening import why_stale
from ingest.passages import split_passages
from ingest.readers.choosing import read_file
from ingest.rendering import Rendition, render_documents
from ingest.settings import Settings
from ingest.storage import hash_corpus, write_beads
from ingest.structure import build_document
from ingest.translations import FOLDER as TRANSLATIONS
from ingest.translations import TranslatedDocument, read_translations, stray_files

MOST_REASONS = 3
"""Refused rows of a file that are named; the others are counted."""

DOCUMENTS, TEXTS, MANIFEST = "documents", "text", "manifest.toml"

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file.

    Attributes:
        skipped: the reason why it was left out, or ``None``.
        note: something the operator should know about a file that was read.
        refused: how many of its rows were left out; only of a file of translations.
    """

    file: str
    document_id: str | None
    pages: int
    passages: int
    seconds: float
    skipped: str | None = None
    note: str | None = None
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What an ingest did; ``built`` is false when the index already held these documents."""

    files: tuple[FileReport, ...]
    info: IndexInfo
    built: bool

    @property
    def complete(self) -> bool:
        """Tell whether every file, and every row of translations, was read."""
        return all(report.skipped is None and not report.refused for report in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The documents of a corpus folder with their passages, in the order of the manifest.

    Attributes:
        renditions: what the unofficial translations make of them.
    """

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    files: tuple[FileReport, ...]
    renditions: tuple[Rendition, ...] = ()

    @property
    def all_documents(self) -> tuple[Document, ...]:
        """The documents and their unofficial translations: what is searched."""
        return (*self.documents, *(rendition.document for rendition in self.renditions))

    @property
    def all_passages(self) -> tuple[Passage, ...]:
        """The passages of ``all_documents``, in the same order."""
        rendered = (passage for rendition in self.renditions for passage in rendition.passages)
        return (*self.passages, *rendered)


def ingest(
    settings: Settings, progress: Progress = lambda step, done, total: None, force: bool = False
) -> IngestReport:
    """Read the corpus, build an index of it, and let that serve.

    Args:
        settings: where the corpus and the index lie, and the embedding model.
        progress: told how far each step is.
        force: builds even when the index already holds exactly these documents.

    Raises:
        IngestError: nothing could be read, or the index could not be built; the old one serves on.
    """
    corpus = read_corpus(settings.corpus, progress)
    if not corpus.documents:
        raise IngestError(
            f"no document could be read from {settings.corpus / DOCUMENTS}; "
            "put PDF, Markdown or text files there and run mhiap ingest"
        )
    embedder = load_embedder(settings.embedding_model)

    def save_derived(folder: Path) -> None:
        index_words(corpus).save(folder)
        beads = align_corpus(corpus.documents, corpus.passages, embedder.embed_passages)
        write_beads(folder, beads)

    built = build_index(
        settings,
        corpus.all_documents,
        corpus.all_passages,
        save_derived,
        embedder,
        progress,
        force=force,
    )
    write_texts(settings.corpus, corpus.documents)
    return IngestReport(files=corpus.files, info=built.info, built=not built.unchanged)


def is_stale(settings: Settings, embedder: Embedder | None = None) -> str | None:
    """Return why the index does not hold the documents of the corpus folder, or ``None``."""
    corpus = read_corpus(settings.corpus)
    model = embedder or load_embedder(settings.embedding_model)
    return why_stale(settings, hash_corpus(corpus.all_documents, corpus.all_passages), model)


def read_corpus(folder: Path, progress: Progress = lambda step, done, total: None) -> Corpus:
    """Return every document of a corpus folder that can be read, and what became of each file.

    Raises:
        ManifestError: the manifest cannot be used.
    """
    rows = {source.file: source for source in read_manifest(folder / MANIFEST)}
    names = [*rows, *(name for name in _files(folder / DOCUMENTS) if name not in rows)]
    documents: list[Document] = []
    passages: list[Passage] = []
    files: list[FileReport] = []
    taken = {source.document_id for source in rows.values()}
    for done, name in enumerate(names):
        progress("read", done, len(names))
        start = perf_counter()
        try:
            document, note = _read(folder / DOCUMENTS / name, rows.get(name), taken)
        except UnreadableFile as error:
            source = rows.get(name)
            files.append(
                FileReport(
                    file=name,
                    document_id=source.document_id if source else None,
                    pages=0,
                    passages=0,
                    seconds=perf_counter() - start,
                    skipped=str(error),
                )
            )
            continue
        found = split_passages(document)
        taken.add(document.source.document_id)
        documents.append(document)
        passages += found
        files.append(
            FileReport(
                file=name,
                document_id=document.source.document_id,
                pages=len(document.page_starts),
                passages=len(found),
                seconds=perf_counter() - start,
                note=note,
            )
        )
    progress("read", len(names), len(names))
    translations = read_translations(folder, documents, passages)
    files += [_translation_report(translation) for translation in translations]
    files += [_stray_report(name) for name in stray_files(folder, documents)]
    return Corpus(
        documents=tuple(documents),
        passages=tuple(passages),
        files=tuple(files),
        renditions=render_documents(documents, passages, translations),
    )


def index_words(corpus: Corpus) -> LexicalIndex:
    """Return the lexical index of a corpus: each passage with the headings it stands under."""
    texts = {document.source.document_id: document.text for document in corpus.all_documents}
    return build_lexical(
        [f"{' '.join(p.section)}\n{p.of(texts[p.document_id])}" for p in corpus.all_passages],
        [passage.language for passage in corpus.all_passages],
    )


def write_texts(folder: Path, documents: Sequence[Document]) -> None:
    """Write the canonical text of each document to ``text/<id>.txt``, only where it changed."""
    target = folder / TEXTS
    target.mkdir(parents=True, exist_ok=True)
    for document in documents:
        path = target / f"{document.source.document_id}.txt"
        content = document.text.encode()
        if path.exists() and path.read_bytes() == content:
            continue
        unfinished = path.with_suffix(".tmp")
        unfinished.write_bytes(content)
        unfinished.replace(path)


def read_texts(folder: Path) -> dict[str, str]:
    """Return the canonical texts of a corpus folder by document id."""
    return {
        path.stem: path.read_bytes().decode() for path in sorted((folder / TEXTS).glob("*.txt"))
    }


def _files(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))


def _read(path: Path, source: Source | None, taken: set[str]) -> tuple[Document, str | None]:
    if not path.is_file():
        raise UnreadableFile("the manifest names it, but it is not in the folder")
    reading = read_file(path)
    note = None
    if source is None:
        source = infer_source(path, reading, taken)
        note = "no row in manifest.toml: title and language inferred"
    elif source.sha256 != (found := sha256_of_file(path)):
        source = replace(source, sha256=found)
        note = "the file differs from the one in manifest.toml (sha256)"
    document = build_document(source, reading)
    if not document.text.strip():
        raise UnreadableFile("it holds no text")
    return document, note


def _translation_report(translation: TranslatedDocument) -> FileReport:
    """Return what became of a file of translations: rows refused, sentences left, doubts."""
    notes = [f"sentences: {len(translation.rows)}"]
    notes += [f"refused {reason}" for reason in translation.refused[:MOST_REASONS]]
    if (more := len(translation.refused) - MOST_REASONS) > 0:
        notes.append(f"refused {more} more")
    if translation.missing:
        notes.append(f"without a translation: {translation.missing}")
    if translation.doubts:
        lines = [doubt.partition(":")[0] for doubt in translation.doubts]
        notes.append(f"names to look at: {', '.join(lines)}")
    return FileReport(
        file=f"{TRANSLATIONS}/{translation.file}",
        document_id=None,
        pages=0,
        passages=0,
        seconds=0.0,
        note="; ".join(notes),
        refused=len(translation.refused),
    )


def _stray_report(name: str) -> FileReport:
    return FileReport(
        file=f"{TRANSLATIONS}/{name}",
        document_id=None,
        pages=0,
        passages=0,
        seconds=0.0,
        skipped="no document needs it: name it <document>.<nl or en>.jsonl, for another language",
    )
