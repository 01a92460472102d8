"""What a text is to a reader, in words: published or translated, in which language, by whom."""

from assistant.datatypes import Citation, Translation
from ingest.datatypes import Language, Origin
from ui.texts import Texts


def published_label(origin: Origin, language: Language, texts: Texts) -> str:
    """Return what a published text is and its language: "Original, Dutch"."""
    return f"{texts.origins[origin]}, {texts.languages[language]}"


def translation_label(reviewed: bool, texts: Texts) -> str:
    """Return what a text is that was not published: "Unofficial translation, not reviewed"."""
    checked = texts.reviewed if reviewed else texts.not_reviewed
    return f"{texts.origins['unofficial translation']}, {checked}"


def translator_line(translation: Translation, texts: Texts) -> str:
    """Return by whom an unofficial translation was made."""
    return texts.translated_by.format(by=texts.names.get(translation.by, translation.by))


def twin_origin(citation: Citation) -> Origin:
    """Return what the other edition is: of two editions one is the original."""
    return "official translation" if citation.origin == "original" else "original"


def shown_label(citations: list[Citation], texts: Texts) -> str:
    """Return what the cited text of one document is, and in what translation it is shown.

    Args:
        citations: of one document, at least one.
        texts: the words of the interface.
    """
    languages = dict.fromkeys(citation.language for citation in citations)
    named = ", ".join(texts.languages[language] for language in languages)
    label = f"{texts.origins[citations[0].origin]}, {named}"
    translated = [c.translation for c in citations if c.translation is not None]
    if not translated:
        return label
    reviewed = all(translation.reviewed for translation in translated)
    form = texts.shown_in if len(translated) == len(citations) else texts.partly_shown_in
    return f"{label} · {form.format(label=translation_label(reviewed, texts).lower())}"
