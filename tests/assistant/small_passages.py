"""A passage and its document made of a few sentences, for tests of single steps."""

from collections.abc import Sequence

from ingest.datatypes import (
    Document,
    Language,
    Passage,
    PassageKind,
    Sentence,
    SentenceRole,
    Source,
    Span,
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
