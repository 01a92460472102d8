"""A quote to HTML: marked in the text it comes from, with its translation or twin beside it."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from assistant.datatypes import Citation, Related, Translation, Twin
from ingest.datatypes import Language, Origin
from ui.asking import Asking
from ui.labels import translation_label, translator_line, twin_origin
from ui.stretches import Stretch, stretches_around
from ui.texts import Texts


def render_quote(
    assistant: Asking,
    quoted: Citation | Related,
    origin: Origin,
    language: Language,
    texts: Texts,
) -> Markup:
    """Return the passage around a quote, and beside it the sentence in the other language.

    Args:
        assistant: holds the documents.
        quoted: what is marked.
        origin: what its document is.
        language: of the passage.
        texts: the words of the interface.
    """
    stretches = stretches_around(assistant, quoted.document_id, quoted.start, quoted.end)
    published = Markup(
        '<div class="published"><h4>{}</h4>{}<blockquote class="passage" lang="{}">{}</blockquote>'
        "</div>"
    ).format(
        texts.quote_heading,
        _labels(texts.languages[language], texts.origins[origin]),
        language,
        _render_stretches(stretches),
    )
    beside = Markup().join(_beside(assistant, quoted, texts))
    if not beside:
        return published
    return Markup('<div class="pair">{}<div class="beside">{}</div></div>').format(
        published, beside
    )


def _beside(assistant: Asking, quoted: Citation | Related, texts: Texts) -> Iterable[Markup]:
    if isinstance(quoted, Citation) and quoted.twin is not None:
        yield _twin(assistant, quoted.twin, twin_origin(quoted), texts)
    if quoted.translation is not None:
        yield _translation(quoted.translation, texts)


def _twin(assistant: Asking, twin: Twin, origin: Origin, texts: Texts) -> Markup:
    document = assistant.documents.get(twin.document_id)
    return Markup(
        '<h4>{}</h4>{}<blockquote class="other" lang="{}"><p>{}</p></blockquote>{}'
    ).format(
        texts.twin_heading,
        _labels(texts.languages[twin.language], texts.origins[origin]),
        twin.language,
        twin.quote,
        Markup('<p class="quiet" lang="{}">{}</p>').format(twin.language, document.source.title)
        if document
        else "",
    )


def _translation(translation: Translation, texts: Texts) -> Markup:
    label = translation_label(translation.reviewed, texts)
    return Markup(
        '<h4>{}</h4>{}<blockquote class="other unofficial-text" lang="{}"><p>{}</p></blockquote>'
        '<p class="quiet">{}</p>'
    ).format(
        texts.translation_heading.format(language=texts.in_language[translation.language]),
        _labels(unofficial=label),
        translation.language,
        translation.text,
        translator_line(translation, texts),
    )


def _labels(*labels: str, unofficial: str = "") -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(label) for label in labels)
    if unofficial:
        items += Markup('<li class="unofficial">{}</li>').format(unofficial)
    return Markup('<ul class="labels">{}</ul>').format(items)


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
