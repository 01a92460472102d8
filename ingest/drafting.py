"""A generation while it is being built, in a folder that no reader looks at."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.datatypes import Document, Passage
from ingest.embedding import Embedder
from ingest.errors import IndexDamaged, IngestError
from ingest.filling import Filled, can_be_copied, fill_anew, fill_from_last
from ingest.generations import UNFINISHED
from ingest.index import CHROMA, CHROMA_VERSION
from ingest.inventory import CODE_VERSION, IndexInfo, record_files, write_info
from ingest.settings import Settings
from ingest.storage import hash_corpus, renderings_of, sentence_texts, write_corpus
from ingest.vectors import (
    PASSAGE_VECTORS,
    SENTENCE_VECTORS,
    known_vectors,
    read_vectors,
    write_vectors,
)
from ingest.verification import Verification, verify_generation

Progress = Callable[[str, int, int], None]
ROOM_FACTOR = 3
LEAST_ROOM_BYTES = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a generation is made from; ``last`` is the serving one when its vectors can be kept."""

    settings: Settings
    generation: str
    last: IndexInfo | None
    documents: Sequence[Document]
    passages: Sequence[Passage]
    embedder: Embedder
    progress: Progress

    @property
    def folder(self) -> Path:
        """Where it is built; the next build removes it if this one does not finish."""
        return self.settings.index / (self.generation + UNFINISHED)

    def write_texts(self, save_derived: Callable[[Path], None]) -> None:
        """Make the folder and write everything in it but the vectors.

        Raises:
            IngestError: when the disk has too little room for the whole generation.
        """
        texts = sum(len(document.text.encode()) for document in self.documents)
        rows = 2 * len(self.passages) + sum(len(passage.sentences) for passage in self.passages)
        need = LEAST_ROOM_BYTES + ROOM_FACTOR * (2 * texts + rows * self.embedder.dimensions * 4)
        free = shutil.disk_usage(self.settings.index).free
        if free < need:
            raise IngestError(
                f"the index needs about {need >> 20} MB in {self.settings.index} and "
                f"{free >> 20} MB are free: make room, or choose another folder with MHIAP_INDEX"
            )
        self.folder.mkdir()
        write_corpus(self.folder, self.documents, self.passages)
        save_derived(self.folder)

    def write_vectors(self) -> int:
        """Write a vector per rendering and per sentence; return how many had to be embedded."""
        last = self.last
        known = known_vectors(self.settings.index / last.generation, last) if last else {}
        renderings = renderings_of(self.documents, self.passages)
        work = {
            PASSAGE_VECTORS: ("embedding passages", [rendering.text for rendering in renderings]),
            SENTENCE_VECTORS: (
                "embedding sentences",
                sentence_texts(self.documents, self.passages),
            ),
        }
        embedded = 0
        for name, (step, texts) in work.items():
            report = self._reporter(step)
            embedded += write_vectors(self.folder / name, texts, known, self.embedder, report)
        return embedded

    def fill_and_verify(self) -> IndexInfo:
        """Make the collection and write ``index.json``, once everything in the folder is right.

        Raises:
            IndexDamaged: when it does not pass its verification, made from nothing.
        """
        if self.last and can_be_copied(self.last, self.settings.chroma_url):
            try:
                info, found = self._attempt(self.last)
                if found == Verification():
                    return info
            except IndexDamaged:
                pass
            shutil.rmtree(self.folder / CHROMA, ignore_errors=True)
        info, found = self._attempt(None)
        if found.problems:
            raise IndexDamaged(
                f"the new index did not pass its verification ({found.problems[0]}) and does not "
                "serve: run mhiap ingest again; what served before still does"
            )
        info = replace(info, unreached=found.unreached)
        write_info(self.folder, info)
        return info

    def _attempt(self, last: IndexInfo | None) -> tuple[IndexInfo, Verification]:
        self.progress("storing", 0, 1)
        filled = self._fill(last)
        info = self._describe(filled)
        write_info(self.folder, info)
        self.progress("storing", 1, 1)
        self.progress("verifying", 0, 1)
        url = self.settings.chroma_url
        found = verify_generation(self.folder, chroma_url=url, changed=filled.written)
        self.progress("verifying", 1, 1)
        return info, found

    def _fill(self, last: IndexInfo | None) -> Filled:
        renderings = renderings_of(self.documents, self.passages)
        file = self.folder / PASSAGE_VECTORS
        vectors = read_vectors(file, len(renderings), self.embedder.dimensions)
        if last:
            origin = self.settings.index / last.generation
            return fill_from_last(self.folder, origin, last, renderings, vectors)
        url = self.settings.chroma_url
        return fill_anew(self.folder, self.generation, url, renderings, vectors)

    def _describe(self, filled: Filled) -> IndexInfo:
        return IndexInfo(
            generation=self.generation,
            corpus_sha256=hash_corpus(self.documents, self.passages),
            embedding_model=self.embedder.name,
            embedding_sha256=self.embedder.sha256,
            dimensions=self.embedder.dimensions,
            documents=len(self.documents),
            passages=len(self.passages),
            renderings=len(renderings_of(self.documents, self.passages)),
            sentences=sum(len(passage.sentences) for passage in self.passages),
            replaced=filled.replaced,
            unreached=(),
            store="server" if self.settings.chroma_url else "local",
            built_with=CHROMA_VERSION,
            code_version=CODE_VERSION,
            files=record_files(self.folder),
        )

    def _reporter(self, step: str) -> Callable[[int, int], None]:
        return lambda done, total: self.progress(step, done, total)
