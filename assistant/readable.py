"""In which languages each document can be read, and in what kind of text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.datatypes import Document, Language, Origin, Passage
from ingest.storage import origin_of
from ingest.translations import has_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """A kind of text that a document can be read in.

    Attributes:
        origin: of the text.
        whole: whether all of the document can be read in it; titles and footnotes aside, which are
            often names and addresses.
        reviewed: whether a named person has read all of an unofficial translation; always true of
            a published text.
    """

    language: Language
    origin: Origin
    whole: bool
    reviewed: bool


def find_readable(
    documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Mapping[str, tuple[Readable, ...]]:
    """Return what each published document can be read in, the published text first.

    A document in two languages is published in both, each in part, and so translated. The few
    sentences that an official edition leaves out do not count as a translation of the other one.

    Args:
        documents: by id, unofficial translations among them.
        passages: of those documents.
    """
    own = {
        document_id: [p for p in passages if p.document_id == document_id]
        for document_id in documents
    }
    return {
        document_id: (
            *_published(document, own[document_id]),
            *_translated(document, documents, own),
        )
        for document_id, document in documents.items()
        if document.source.rendering_of is None
    }


def _published(document: Document, passages: Sequence[Passage]) -> Iterator[Readable]:
    languages = dict.fromkeys(passage.language for passage in passages)
    for language in languages:
        yield Readable(
            language=language,
            origin=origin_of(document.source),
            whole=len(languages) == 1,
            reviewed=True,
        )


def _translated(
    document: Document, documents: Mapping[str, Document], own: Mapping[str, Sequence[Passage]]
) -> Iterator[Readable]:
    published = [d for d in documents.values() if d.source.rendering_of is None]
    for document_id, other in documents.items():
        language = other.source.language
        if other.source.rendering_of != document.source.document_id or language == "mixed":
            continue
        if has_edition(document, language, published):
            continue
        text = [p for p in own[document_id] if p.kind not in ("title", "footnote")]
        made = [s.rendered for p in own[document_id] for s in p.sentences if s.rendered]
        reviewed = [one.reviewed for one in made if one.by is not None]
        if reviewed:
            yield Readable(
                language=language,
                origin="unofficial translation",
                whole=all(map(_is_translated, text)),
                reviewed=all(reviewed),
            )


def _is_translated(passage: Passage) -> bool:
    return any(s.rendered is not None and s.rendered.by for s in passage.sentences)
