"""A source in plain lines: where it stands, what it is, what it says, and in which translation."""

from assistant.datatypes import Citation, Related, Translation
from ui.labels import published_label, translation_label, twin_origin
from ui.texts import Texts, date_in_words


def place_line(citation: Citation, texts: Texts) -> str:
    """Return where in the document a citation stands, and what the document is."""
    place = [
        citation.section,
        texts.page.format(page=citation.page) if citation.page else None,
        date_in_words(citation.published, texts) if citation.published else None,
        published_label(citation.origin, citation.language, texts),
    ]
    return " · ".join(part for part in place if part)


def quote_lines(citation: Citation, texts: Texts) -> str:
    """Return the quote; under it its translation and its twin, one line each."""
    lines = [f"“{citation.quote}”"]
    if citation.translation is not None:
        lines.append(_translated(citation.translation, texts))
    if (twin := citation.twin) is not None:
        label = published_label(twin_origin(citation), twin.language, texts)
        lines.append(f"{label} ({twin.document_id}): “{twin.quote}”")
    return "\n".join(lines)


def near_quote(related: Related, texts: Texts) -> str:
    """Return a near sentence, with its translation under it when there is one."""
    lines = [f"“{related.quote}”"]
    if related.translation is not None:
        lines.append(_translated(related.translation, texts))
    return "\n".join(lines)


def near_place(related: Related) -> str:
    """Return the document and the section of a near sentence."""
    return " · ".join(part for part in (related.document_id, related.section) if part)


def _translated(translation: Translation, texts: Texts) -> str:
    return f"{translation_label(translation.reviewed, texts)}: “{translation.text}”"
