"""A conversation to HTML; whatever was typed, read or written by a model is escaped here."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from assistant.datatypes import Answer, Citation
from ingest.datatypes import Language
from ui.answer_text import render_text
from ui.asking import Asking
from ui.conversation import Exchange
from ui.labels import shown_label
from ui.near import render_near
from ui.reasons_panel import render_reasons
from ui.sources import (
    publication_of,
    render_source_button,
    render_sources,
    title_of,
)
from ui.texts import Texts

HELP_STATUSES = ("not_in_corpus", "out_of_scope", "unsupported_language", "clarify", "invalid")
TAG_OR_HELP_LINE = re.compile(r"<[^>]*>|(?P<line>\b0800-0113\b|\b113\.nl\b|\b11[23]\b)")


def render_conversation(
    conversation: Sequence[Exchange], assistant: Asking, texts: Texts
) -> Markup:
    """Return the conversation, oldest question first; empty when nothing has been asked."""
    if not conversation:
        return Markup()
    exchanges = Markup().join(
        render_exchange(exchange, turn, assistant, texts)
        for turn, exchange in enumerate(conversation, start=1)
    )
    return Markup('<h2 class="visually-hidden">{}</h2>{}').format(
        texts.conversation_heading, exchanges
    )


def render_exchange(exchange: Exchange, turn: int, assistant: Asking, texts: Texts) -> Markup:
    """Return a question with its answer, or with what happened instead."""
    return Markup(
        '<article class="exchange" id="turn-{turn}">'
        '<h3 class="question" tabindex="-1"><span class="visually-hidden">{you} </span>'
        "{question}</h3>{reply}</article>"
    ).format(
        turn=turn,
        you=texts.you_asked,
        question=exchange.question,
        reply=_render_reply(exchange, turn, assistant, texts),
    )


def _render_reply(exchange: Exchange, turn: int, assistant: Asking, texts: Texts) -> Markup:
    if exchange.answer is not None:
        return render_answer(exchange.answer, turn, assistant, texts)
    if exchange.state == "asked":
        return Markup(
            '<div class="pending"><p>{}</p>'
            '<button type="button" class="plain" data-stop>{}</button></div>'
        ).format(texts.searching, texts.stop)
    line = texts.stopped if exchange.state == "stopped" else texts.failed
    return Markup('<p class="aside">{}</p>').format(line)


def render_answer(answer: Answer, turn: int, assistant: Asking, texts: Texts) -> Markup:
    """Return an answer with its markers, source list, near passages, and its hidden sources."""
    kind = "help" if answer.status in HELP_STATUSES else answer.status
    text = render_text(answer, turn, texts)
    return Markup(
        '<div class="answer {kind}" data-ai-generated="true" data-mode="{mode}"'
        ' data-status="{status}"{role}><div class="text" lang="{language}">{text}</div>'
        "{more}</div>{sources}"
    ).format(
        kind=kind,
        language=answer.language,
        mode=answer.mode,
        status=answer.status,
        role=Markup(' role="alert"') if answer.status == "support" else "",
        text=link_help_lines(text) if answer.status == "support" else text,
        more=Markup().join(_below_text(answer, turn, assistant, texts)),
        sources=render_sources(answer, turn, assistant, texts),
    )


def _below_text(answer: Answer, turn: int, assistant: Asking, texts: Texts) -> list[Markup]:
    reasons_and_near = (
        render_reasons(answer, turn, texts),
        render_near(answer, turn, assistant, texts),
    )
    return [
        _line("missing", _missing(answer, texts)),
        _line("notice", answer.notice, answer.language),
        _source_list(answer, turn, assistant, texts),
        *(reasons_and_near if answer.citations else reversed(reasons_and_near)),
        _suggestions(answer, texts),
        _line("mode", texts.modes[answer.mode] if answer.citations else None),
    ]


def _missing(answer: Answer, texts: Texts) -> str | None:
    if answer.status != "answered" or not answer.missing:
        return None
    return f"{texts.missing} {'; '.join(answer.missing)}"


def link_help_lines(text: Markup) -> Markup:
    """Return rendered text with 113, 0800-0113, 112 and 113.nl as links."""
    return Markup(TAG_OR_HELP_LINE.sub(_linked, text))


def _linked(found: re.Match[str]) -> str:
    name = found["line"]
    if name is None:
        return found[0]
    target = "https://www.113.nl" if name == "113.nl" else f"tel:{name.replace('-', '')}"
    return f'<a href="{target}" rel="noopener noreferrer">{name}</a>'


def _line(css_class: str, line: str | None, language: str | None = None) -> Markup:
    if not line:
        return Markup()
    lang = Markup(' lang="{}"').format(language) if language else ""
    return Markup('<p class="{}"{}>{}</p>').format(css_class, lang, line)


def _source_list(answer: Answer, turn: int, assistant: Asking, texts: Texts) -> Markup:
    if not answer.citations:
        return Markup()
    by_document: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        by_document.setdefault(citation.document_id, []).append(citation)
    rows = Markup().join(
        Markup('<li><p>{} <span class="quiet">{}</span></p><p class="quiet">{}</p>{}</li>').format(
            title_of(assistant.documents[document_id].source, texts),
            publication_of(cited[0].publisher, cited[0].published, texts),
            shown_label(cited, texts),
            Markup().join(render_source_button(citation.marker, turn, texts) for citation in cited),
        )
        for document_id, cited in by_document.items()
    )
    return Markup('<div class="cited"><h4>{}</h4><ul>{}</ul></div>').format(
        texts.sources_heading, rows
    )


def _suggestions(answer: Answer, texts: Texts) -> Markup:
    if not answer.suggestions:
        return Markup()
    return Markup('<div class="suggestions"><h4>{}</h4>{}</div>').format(
        texts.suggestions_heading, render_questions(answer.suggestions, answer.language)
    )


def render_questions(questions: Sequence[str], language: Language) -> Markup:
    """Return a list of questions that are asked when chosen."""
    items = Markup().join(
        Markup('<li><button type="button" class="ask" data-ask="{0}">{0}</button></li>').format(q)
        for q in questions
    )
    return Markup('<ul class="questions" lang="{}">{}</ul>').format(language, items)
