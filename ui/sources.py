"""A citation to HTML: the quote marked in its passage, and what is known about the document."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from assistant.datatypes import Answer, Citation, Related
from ingest.datatypes import Source
from ui.asking import Asking
from ui.stretches import Stretch, stretches_around
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
    """Return one cited source: title, labels, the passage with its quote marked, facts, link."""
    name = str(citation.marker)
    parts = [
        _title(citation.title, name),
        _labels(texts.origins[citation.origin], texts.languages[citation.language]),
        _passage(assistant, citation, citation.language, texts),
        _other_texts(citation, texts),
        render_facts(_facts_of(answer, citation, texts)),
        _publisher_link(citation.url, texts),
    ]
    return _section(turn, name, parts)


def _render_related_source(
    related: Related, number: int, turn: int, assistant: Asking, texts: Texts
) -> Markup:
    name = f"r{number}"
    source = assistant.documents[related.document_id].source
    language = assistant.passage_at(related.document_id, related.start).language
    facts = [
        (texts.fact_publisher, source.publisher),
        (texts.fact_published, _published(source.published, texts)),
        (texts.fact_section, related.section),
    ]
    parts = [
        _title(title_of(source, texts)),
        _labels(texts.languages[language]),
        _passage(assistant, related, language, texts),
        render_facts(facts),
        _publisher_link(source.url, texts),
    ]
    return _section(turn, name, parts)


def _section(turn: int, name: str, parts: Iterable[Markup]) -> Markup:
    return Markup('<section class="source" id="{}">{}</section>').format(
        source_id(turn, name), Markup().join(parts)
    )


def _title(title: str, marker: str | None = None) -> Markup:
    badge = Markup('<span class="badge">{}</span> ').format(marker) if marker else Markup()
    return Markup('<h3 class="source-title" tabindex="-1">{}{}</h3>').format(badge, title)


def _labels(*labels: str) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(label) for label in labels)
    return Markup('<ul class="labels">{}</ul>').format(items)


def _passage(assistant: Asking, quoted: Citation | Related, language: str, texts: Texts) -> Markup:
    stretches = stretches_around(assistant, quoted.document_id, quoted.start, quoted.end)
    return Markup('<h4>{}</h4><blockquote class="passage" lang="{}">{}</blockquote>').format(
        texts.quote_heading, language, _render_stretches(stretches)
    )


def _render_stretches(stretches: Iterable[Stretch]) -> Markup:
    parts: list[Markup] = []
    for is_item, group in groupby(stretches, key=lambda stretch: stretch.kind == "item"):
        if is_item:
            items = Markup().join(Markup("<li>{}</li>").format(_marked(s)) for s in group)
            parts.append(Markup("<ul>{}</ul>").format(items))
            continue
        parts += [
            Markup('<p class="{}">{}</p>').format(stretch.kind, _marked(stretch))
            for stretch in group
        ]
    return Markup().join(parts)


def _marked(stretch: Stretch) -> Markup:
    if not stretch.marked:
        return Markup("{}{}").format(stretch.before, stretch.after)
    return Markup("{}<mark>{}</mark>{}").format(stretch.before, stretch.marked, stretch.after)


def _other_texts(citation: Citation, texts: Texts) -> Markup:
    parts = []
    if (twin := citation.twin) is not None:
        heading = f"{texts.twin_heading} ({texts.languages[twin.language]})"
        parts.append((heading, twin.language, twin.quote))
    if (translation := citation.translation) is not None:
        checked = texts.reviewed if translation.reviewed else texts.not_reviewed
        heading = f"{texts.translation_heading}, {checked} ({translation.by})"
        parts.append((heading, translation.language, translation.text))
    return Markup().join(
        Markup('<h4>{}</h4><blockquote class="other" lang="{}"><p>{}</p></blockquote>').format(*p)
        for p in parts
    )


def _facts_of(answer: Answer, citation: Citation, texts: Texts) -> list[tuple[str, str | None]]:
    kind, authority = _named(citation.kind, texts), _named(citation.authority, texts)
    speakers = dict.fromkeys(
        claim.speaker
        for claim in answer.claims
        if claim.speaker and citation.marker in claim.markers
    )
    return [
        (texts.fact_section, citation.section),
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
