"""What comes near a question and is not cited, to HTML: each sentence with what it is."""

from markupsafe import Markup

from assistant.datatypes import Answer, Related
from ingest.storage import origin_of
from ui.asking import Asking
from ui.labels import published_label, translation_label
from ui.sources import source_id, title_of
from ui.texts import Texts


def render_near(answer: Answer, turn: int, assistant: Asking, texts: Texts) -> Markup:
    """Return the near passages, folded away under an answer and open under a refusal."""
    if not answer.related:
        return Markup()
    rows = Markup().join(
        Markup(
            '<li>{}<p class="quiet">{}</p>'
            '<button type="button" class="plain" data-source="{}">{}</button></li>'
        ).format(
            _quotes(near, assistant, texts),
            title_of(assistant.documents[near.document_id].source, texts),
            source_id(turn, f"r{number}"),
            texts.show_in_text,
        )
        for number, near in enumerate(answer.related, start=1)
    )
    answered = answer.status == "answered"
    return Markup(
        '<details class="more near"{}><summary>{} ({})</summary><ul>{}</ul></details>'
    ).format(
        "" if answered else Markup(" open"),
        texts.more_heading if answered else texts.related_heading,
        len(answer.related),
        rows,
    )


def _quotes(near: Related, assistant: Asking, texts: Texts) -> Markup:
    """Return a near sentence, with its translation before it when there is one."""
    source = assistant.documents[near.document_id].source
    language = assistant.passage_at(near.document_id, near.start).language
    label = published_label(origin_of(source), language, texts)
    published = _quote(near.quote, language, label, "what")
    if near.translation is None:
        return published
    label = translation_label(near.translation.reviewed, texts)
    translated = _quote(near.translation.text, near.translation.language, label, "what unofficial")
    return Markup('<div class="pair">{}{}</div>').format(translated, published)


def _quote(quote: str, language: str, label: str, css_class: str) -> Markup:
    return Markup('<div><blockquote lang="{}">{}</blockquote><p class="{}">{}</p></div>').format(
        language, quote, css_class, label
    )
