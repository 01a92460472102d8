"""Choose which documents are searched: one edition, in the reader's language, and no copies."""

from collections.abc import Collection

from ingest.datatypes import Language
from ingest.searching import Index


def readable_documents(
    index: Index, language: Language, wanted: Collection[str] | None = None
) -> frozenset[str]:
    """Return the documents to search: of two editions, the one in the reader's language.

    Of documents with one and the same text, one is searched: copies would take the places of
    others, and the copy of an edition would come back to readers of the other language.

    Args:
        index: the opened index.
        language: of the reader.
        wanted: the documents that the reader limits the question to; an edition asked for by name
            is never replaced.
    """
    chosen = set(index.documents if wanted is None else wanted) & set(index.documents)
    chosen = _without_copies(index, chosen)
    for document_id, document in index.documents.items():
        original = document.source.translation_of
        if original is None or not {document_id, original} <= chosen:
            continue
        translated = document.source.language == language
        chosen.discard(original if translated else document_id)
    return frozenset(chosen)


def _without_copies(index: Index, chosen: Collection[str]) -> set[str]:
    """Return one document of each text: an edition of another where there is one, or the first."""
    originals = {document.source.translation_of for document in index.documents.values()}
    kept: dict[str, str] = {}
    for document_id, document in index.documents.items():
        is_edition = document.source.translation_of is not None or document_id in originals
        if document_id in chosen and (document.text not in kept or is_edition):
            kept[document.text] = document_id
    return set(kept.values())
