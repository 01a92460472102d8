"""Tiny documents, a tiny sentence model and a builder that never stops, for tests of the index."""

import sys
from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

import numpy as np

from ingest.building import Built, build_index
from ingest.datatypes import Block, Document, Language, Passage, Sentence, Source, sha256_of
from ingest.settings import Settings
from ingest.static_embedding import Matrix, unit_rows

TEXTS = {
    "plan": ["De gemeente kiest een kartrekker. Die werkt samen.", "Scholen doen mee."],
    "report": ["The municipality appoints a driving force.", "Schools take part. So do others."],
    "page": ["Wonen raakt mentale gezondheid.", "Werk en inkomen ook. Dat zegt het plan."],
}


class WordModel:
    """An embedder that adds a random direction per word, and counts what it is asked for."""

    def __init__(self, *, name: str = "words", dimensions: int = 16) -> None:
        self.name = name
        self.sha256 = sha256_of(f"{name} {dimensions}")
        self.dimensions = dimensions
        self.embedded: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), self.dimensions))
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                seed = int.from_bytes(sha256(word.encode()).digest()[:8])
                row += np.random.default_rng(seed).standard_normal(self.dimensions)
        return unit_rows(rows)

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        self.embedded.extend(texts)
        return self.embed_queries(texts)


def make_document(document_id: str, paragraphs: Sequence[str], language: Language) -> Document:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(p) + 2 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    return Document(
        source=Source(
            document_id=document_id,
            file=f"{document_id}.txt",
            title=document_id.title(),
            language=language,
            sha256=sha256_of(text),
        ),
        text=text,
        page_starts=(),
        sections=(),
        blocks=tuple(
            Block(kind="paragraph", start=start, end=start + len(p), section=0)
            for start, p in zip(starts, paragraphs, strict=True)
        ),
    )


def split_document(document: Document, language: Language) -> list[Passage]:
    return [
        Passage(
            passage_id=f"{document.source.document_id}:{number}",
            document_id=document.source.document_id,
            start=block.start,
            end=block.end,
            kind="paragraph",
            section=(),
            lead=None,
            page=None,
            language=language,
            sentences=tuple(_sentences(document.text[block.start : block.end], block.start)),
        )
        for number, block in enumerate(document.blocks)
    ]


def make_corpus(
    texts: dict[str, list[str]], language: Language = "nl"
) -> tuple[tuple[Document, ...], tuple[Passage, ...]]:
    documents = tuple(make_document(name, parts, language) for name, parts in texts.items())
    passages = [passage for d in documents for passage in split_document(d, language)]
    return documents, tuple(passages)


def save_words(folder: Path) -> None:
    """Stand in for a lexical index."""
    (folder / "lexical").mkdir()
    (folder / "lexical" / "words.json").write_text('{"words": 3}')


def build(
    settings: Settings,
    texts: dict[str, list[str]] | None = None,
    *,
    model: WordModel | None = None,
    force: bool = False,
) -> Built:
    documents, passages = make_corpus(TEXTS if texts is None else texts)
    return build_index(
        settings,
        documents,
        passages,
        save_words,
        model or WordModel(),
        lambda step, done, total: None,
        force=force,
    )


def _sentences(text: str, offset: int) -> list[Sentence]:
    sentences, start = [], 0
    for part in text.split(". "):
        end = min(start + len(part) + 1, len(text))
        sentences.append(Sentence(start=offset + start, end=offset + end))
        start = end + 1
    return sentences


def build_for_ever(index: Path) -> None:
    """Build index after index, each with one document that differs, until killed."""
    settings = Settings(index=index)
    for number in count():
        build(settings, {**TEXTS, "extra": [f"Bericht nummer {number}.", "Een vaste zin."]})
        print(number, flush=True)


if __name__ == "__main__":
    print("ready", flush=True)
    build_for_ever(Path(sys.argv[1]))
