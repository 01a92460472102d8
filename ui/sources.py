"""A source to HTML: the quote in its text, and what is known about the document."""

from collections.abc import Iterable

from markupsafe import Markup

from assistant.datatypes import Answer, Citation, Related
from ingest.datatypes import Language, Source
from ingest.storage import origin_of
from ui.asking import Asking
from ui.quoting import render_quote
from ui.texts import Texts, date_in_words

LINK_SCHEMES = ("https://", "http://")


def source_id(turn: int, name: str) -> str:
    """Return the HTML id of a source; ``name`` is a marker or, for a near passage, ``r1``."""
    return f"source-{turn}-{name}"


def render_source_button(marker: int, turn: int, texts: Texts) -> Markup:
    """Return the button that opens a cited source."""
    return Markup(
        '<button type="button" class="source-link" data-source="{}" aria-label="{}">{}</button>'
    ).format(source_id(turn, str(marker)), texts.marker_name.format(marker=marker), marker)


def render_sources(answer: Answer, turn: int, assistant: Asking, texts: Texts) -> Markup:
    """Return every source of an answer, hidden; the page shows one at a time in its panel."""
    sources = [render_source(answer, c, turn, assistant, texts) for c in answer.citations]
    sources += [
        _render_related_source(related, number, turn, assistant, texts)
        for number, related in enumerate(answer.related, start=1)
    ]
    return Markup('<div class="sources" hidden>{}</div>').format(Markup().join(sources))


def render_source(
    answer: Answer, citation: Citation, turn: int, assistant: Asking, texts: Texts
) -> Markup:
    """Return one cited source: title, the quote in its text, what is known about it, link."""
    name = str(citation.marker)
    source = assistant.documents[citation.document_id].source
    parts = [
        _title(title_of(source, texts), name),
        render_quote(assistant, citation, citation.origin, citation.language, texts),
        render_facts(_facts_of(answer, citation, source, texts)),
        _publisher_link(citation.url, texts),
    ]
    return _section(turn, name, parts)


def _render_related_source(
    related: Related, number: int, turn: int, assistant: Asking, texts: Texts
) -> Markup:
    source = assistant.documents[related.document_id].source
    language = assistant.passage_at(related.document_id, related.start).language
    facts = [
        (texts.fact_title, _published_title(source.title, source, texts)),
        (texts.fact_section, _in(language, related.section)),
        (texts.fact_published, _published(source.published, texts)),
        (texts.fact_publisher, source.publisher),
    ]
    parts = [
        _title(title_of(source, texts)),
        render_quote(assistant, related, origin_of(source), language, texts),
        render_facts(facts),
        _publisher_link(source.url, texts),
    ]
    return _section(turn, f"r{number}", parts)


def _section(turn: int, name: str, parts: Iterable[Markup]) -> Markup:
    return Markup('<section class="source" id="{}">{}</section>').format(
        source_id(turn, name), Markup().join(parts)
    )


def _title(title: str, marker: str | None = None) -> Markup:
    badge = Markup('<span class="badge">{}</span> ').format(marker) if marker else Markup()
    return Markup('<h3 class="source-title" tabindex="-1">{}{}</h3>').format(badge, title)


def _facts_of(
    answer: Answer, citation: Citation, source: Source, texts: Texts
) -> list[tuple[str, str | None]]:
    kind, authority = _named(citation.kind, texts), _named(citation.authority, texts)
    speakers = dict.fromkeys(
        claim.speaker
        for claim in answer.claims
        if claim.speaker and citation.marker in claim.markers
    )
    return [
        (texts.fact_title, _published_title(citation.title, source, texts)),
        (texts.fact_section, _in(citation.language, citation.section)),
        (texts.fact_page, str(citation.page) if citation.page else None),
        (texts.fact_speaker, ", ".join(speakers) or None),
        (texts.fact_published, _published(citation.published, texts)),
        (texts.fact_publisher, citation.publisher),
        (texts.fact_kind, kind),
        (texts.fact_authority, authority if authority != kind else None),
    ]


def title_of(source: Source, texts: Texts) -> str:
    """Return a document's title as it is known in the language of the interface."""
    return source.titles.get(texts.language, source.title)


def _published_title(title: str, source: Source, texts: Texts) -> str | None:
    """Return the title as published, or ``None`` where the reader has it above already."""
    if title_of(source, texts).casefold().startswith(title.casefold()):
        return None
    return _in(source.language, title) if source.language != "mixed" else title


def _in(language: Language, words: str | None) -> Markup | None:
    return Markup('<span lang="{}">{}</span>').format(language, words) if words else None


def publication_of(publisher: str | None, published: str | None, texts: Texts) -> str:
    """Return publisher and date in one line, as far as they are known."""
    date = published and date_in_words(published, texts)
    return ", ".join(part for part in (publisher, date) if part)


def _published(published: str | None, texts: Texts) -> str:
    return date_in_words(published, texts) if published else texts.unknown


def _named(word: str | None, texts: Texts) -> str | None:
    return texts.names.get(word, word) if word else None


def render_facts(facts: Iterable[tuple[str, str | None]]) -> Markup:
    """Return names with their values as a list; what has no value is left out."""
    rows = [
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value)
        for name, value in facts
        if value
    ]
    return Markup('<dl class="facts">{}</dl>').format(Markup().join(rows))


def _publisher_link(url: str | None, texts: Texts) -> Markup:
    if url is None or not url.lower().startswith(LINK_SCHEMES):
        return Markup()
    return Markup(
        '<p class="publisher"><a href="{}" target="_blank" rel="noopener noreferrer">{} '
        '<span class="quiet">{}</span></a></p>'
    ).format(url, texts.open_publisher, texts.new_window)
