"""The shipped corpus, read once for all tests that look at it."""

from functools import cache

from ingest.datatypes import Document, Passage
from ingest.pipeline import Corpus, read_corpus
from ingest.settings import PROJECT

CORPUS = PROJECT / "corpus"


@cache
def the_corpus() -> Corpus:
    return read_corpus(CORPUS)


def document(document_id: str) -> Document:
    return next(d for d in the_corpus().documents if d.source.document_id == document_id)


def passages_of(document_id: str) -> list[Passage]:
    return [p for p in the_corpus().passages if p.document_id == document_id]


def raw_text(document_id: str) -> str:
    return (CORPUS / "documents" / document(document_id).source.file).read_text(encoding="utf-8")
