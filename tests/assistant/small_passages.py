"""A passage and its document made of a few sentences, for tests of single steps."""

from collections.abc import Sequence

from assistant.originals import Originals
from ingest.counterparts import Beads, find_counterparts
from ingest.datatypes import (
    Document,
    Language,
    Passage,
    PassageKind,
    Sentence,
    SentenceRole,
    Source,
    Span,
    sentences_of,
    sha256_of,
)


def make_document(document_id: str, text: str, **known: str) -> Document:
    source = Source(
        document_id=document_id,
        file=f"{document_id}.txt",
        title=known.get("title", document_id.title()),
        language="nl",
        sha256=sha256_of(text),
        translation_of=known.get("translation_of"),
        names=tuple(known["names"].split("|")) if "names" in known else (),
    )
    return Document(source=source, text=text, page_starts=(0,), sections=(), blocks=())


def make_passage(
    sentences: Sequence[tuple[str, SentenceRole]],
    *,
    document_id: str = "plan",
    language: Language = "nl",
    kind: PassageKind = "paragraph",
    section: tuple[str, ...] = (),
    lead: Span | None = None,
) -> tuple[Passage, str]:
    """Return a passage of these sentences, and the text of a document that holds it alone."""
    text, placed = "", []
    for words, role in sentences:
        start = len(text) + bool(text)
        text = f"{text} {words}".strip()
        placed.append(Sentence(start=start, end=start + len(words), role=role))
    passage = Passage(
        passage_id=f"{document_id}:0",
        document_id=document_id,
        start=0,
        end=len(text),
        kind=kind,
        section=section,
        lead=lead,
        page=1,
        language=language,
        sentences=tuple(placed),
    )
    return passage, text


def make_originals(
    documents: Sequence[Document], passages: Sequence[Passage], beads: Beads | None = None
) -> Originals:
    """Return what ``find_originals`` finds in an index of these."""
    by_id = {document.source.document_id: document for document in documents}
    return Originals(
        documents=by_id,
        passages={passage.passage_id: passage for passage in passages},
        rendered={
            (passages[number].document_id, sentence.start): sentence.rendered
            for number, sentence in sentences_of(tuple(passages))
            if sentence.rendered is not None
        },
        twins=find_counterparts(by_id, tuple(passages), beads or {}).twins,
    )
