"""The documents to HTML: every work once, with the languages it can be read in."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from assistant.readable import Readable
from ingest.datatypes import Language, Source
from ui.asking import Asking
from ui.labels import translation_label
from ui.sources import publication_of, title_of
from ui.texts import Texts

WORKS_LISTED = 12


def render_documents(assistant: Asking, texts: Texts) -> Markup:
    """Return the works that are searched, the first 12 by name; editions stand under one name."""
    sources = {name: document.source for name, document in assistant.documents.items()}
    works = _works(sources)
    rows = [_work(editions, assistant.readable, texts) for editions in works[:WORKS_LISTED]]
    if len(works) > WORKS_LISTED:
        more = texts.more_documents.format(count=sum(map(len, works[WORKS_LISTED:])))
        rows.append(Markup('<li class="quiet">{}</li>').format(more))
    return Markup('<ul class="documents">{}</ul>').format(Markup().join(rows))


def _works(sources: Mapping[str, Source]) -> list[list[Source]]:
    """Return the documents by work, an original before its translations."""
    works: dict[str, list[Source]] = {}
    for source in sorted(sources.values(), key=lambda one: one.translation_of is not None):
        original = source.translation_of if source.translation_of in works else None
        works.setdefault(original or source.document_id, []).append(source)
    return list(works.values())


def _work(
    editions: Sequence[Source], readable: Mapping[str, Sequence[Readable]], texts: Texts
) -> Markup:
    named = next((one for one in editions if one.language == texts.language), editions[0])
    ways: dict[Language, list[Markup]] = {}
    for source in editions:
        for one in readable[source.document_id]:
            way = Markup.escape(_what(one, texts))
            way += Markup() if source is named else _title(source, one.language)
            ways.setdefault(one.language, []).append(way)
    lines = Markup().join(
        Markup("<li>{}: {}</li>").format(texts.languages[language], Markup("; ").join(those))
        for language, those in sorted(ways.items(), key=lambda way: way[0] != texts.language)
    )
    return Markup('<li>{} <span class="quiet">{}</span><ul class="quiet">{}</ul></li>').format(
        title_of(named, texts), publication_of(named.publisher, named.published, texts), lines
    )


def _what(one: Readable, texts: Texts) -> str:
    translated = one.origin == "unofficial translation"
    label = translation_label(one.reviewed, texts) if translated else texts.origins[one.origin]
    return label.lower() if one.whole else f"{texts.partly} {label.lower()}"


def _title(source: Source, language: Language) -> Markup:
    return Markup(', <span lang="{}">{}</span>').format(language, source.title)
