"""Choose what a reader searches: every work once, in the reader's language where that can be."""

from collections.abc import Collection

from ingest.datatypes import Language
from ingest.rendering import rendering_id
from ingest.searching import Index


def readable_documents(
    index: Index, language: Language, wanted: Collection[str] | None = None
) -> frozenset[str]:
    """Return the documents to search, each work in one language.

    Of two official editions, the one in the reader's language, with the unofficial translation of
    what only the other one holds; of any other document, its unofficial translation into the
    reader's language, if there is one. Of documents with one and the same text, one is searched:
    copies would take the places of others, and the copy of an edition would come back to readers of
    the other language.

    Args:
        index: the opened index.
        language: of the reader.
        wanted: the documents that the reader limits the question to; an edition asked for by name
            is never replaced.
    """
    published = {d for d, document in index.documents.items() if not document.source.rendering_of}
    chosen = _without_copies(index, published if wanted is None else published & set(wanted))
    read = (_read_in(index, document_id, language, chosen) for document_id in chosen)
    return frozenset(document_id for document_id in read if document_id is not None)


def _read_in(
    index: Index, document_id: str, language: Language, chosen: Collection[str]
) -> str | None:
    """Return the id under which a work is read; ``None`` when its other edition says it all."""
    source = index.documents[document_id].source
    rendering = rendering_id(document_id, language)
    rendered = rendering if rendering in index.documents else None
    editions = _other_editions(index, document_id)
    if not editions:
        return rendered or document_id
    if source.language == language or not editions & set(chosen):
        return document_id
    return rendered


def _other_editions(index: Index, document_id: str) -> set[str]:
    original = index.documents[document_id].source.translation_of
    return {
        other
        for other, document in index.documents.items()
        if other == original or document.source.translation_of == document_id
    }


def _without_copies(index: Index, chosen: Collection[str]) -> set[str]:
    """Return one document of each text: an edition, a translated one, or else the first."""
    sources = [document.source for document in index.documents.values()]
    originals = {source.translation_of for source in sources}
    rendered = {source.rendering_of for source in sources}
    kept: dict[str, tuple[tuple[bool, bool], str]] = {}
    for document_id, document in index.documents.items():
        is_edition = document.source.translation_of is not None or document_id in originals
        worth = is_edition, document_id in rendered
        if document_id in chosen and (document.text not in kept or worth > kept[document.text][0]):
            kept[document.text] = worth, document_id
    return {document_id for _, document_id in kept.values()}
