"""What stands around the conversation: the bar, the introduction, the source panel, the footer."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.datatypes import Answer
from ui.asking import Asking
from ui.documents import render_documents
from ui.languages import TEXTS
from ui.render import link_help_lines, render_questions
from ui.texts import Texts


def render_bar(texts: Texts) -> Markup:
    """Return the bar with the name of the page and the switch to the other language."""
    switch = Markup().join(
        Markup(
            '<button type="button" data-language="{language}" lang="{language}"'
            ' aria-pressed="{pressed}">{name}</button>'
        ).format(
            language=other.language,
            pressed="true" if other is texts else "false",
            name=other.languages[other.language].capitalize(),
        )
        for other in TEXTS.values()
    )
    return Markup(
        '<div class="bar" data-page-language="{language}" data-page-title="{name}">'
        '<a class="skip" href="#question-box">{skip}</a>'
        '<div class="brand"><span class="logo" aria-hidden="true">[1]</span>'
        "<div><h1>{name}</h1><p>{subject}</p></div></div>"
        '<div class="switch" role="group" aria-label="{label}">{switch}</div></div>'
    ).format(
        language=texts.language,
        skip=texts.skip_link,
        name=texts.name,
        subject=texts.subject,
        label=texts.switch_label,
        switch=switch,
    )


def render_introduction(texts: Texts, *, started: bool) -> Markup:
    """Return the line that this is an AI system, under a heading until the first question."""
    heading = Markup() if started else Markup('<h2 class="welcome">{}</h2>')
    return (heading + Markup('<p class="ai-line" role="note">{}</p>')).format(
        *([] if started else [texts.question_heading]), texts.ai_line
    )


def render_starters(questions: Sequence[str], texts: Texts) -> Markup:
    """Return what stands under the question field: room for the counter, and ``questions``."""
    counter = Markup('<p class="counter" role="status" data-words="{}"></p>').format(
        texts.chars_left
    )
    if not questions:
        return counter
    return counter + Markup('<h3 class="try">{}</h3>{}').format(
        texts.starters_heading, render_questions(questions, texts.language)
    )


def render_panel(assistant: Asking, texts: Texts) -> Markup:
    """Return the source panel; until a source is shown it lists the documents."""
    return Markup(
        '<section class="panel" aria-labelledby="panel-heading"><div class="panel-bar">'
        '<h2 id="panel-heading">{heading}</h2>'
        '<button type="button" class="plain" data-close-source hidden>{back}</button></div>'
        '<div class="panel-rest"><p>{hint}</p><h3>{documents_heading}</h3>{documents}</div>'
        '<div class="panel-source"></div></section>'
    ).format(
        heading=texts.panel_heading,
        back=texts.panel_back,
        hint=texts.panel_hint,
        documents_heading=texts.documents_heading,
        documents=render_documents(assistant, texts),
    )


def render_announcement(answer: Answer | None, turn: int, texts: Texts) -> Markup:
    """Return the line that a screen reader speaks, once, when an answer is there."""
    if answer is None or answer.status == "support":
        return Markup('<p role="status"></p>')
    count = len(answer.citations)
    line = {0: texts.answer_ready_none, 1: texts.answer_ready_one}.get(count, texts.answer_ready)
    return Markup('<p role="status">{}</p>').format(line.format(turn=turn, count=count))


def render_footer(texts: Texts) -> Markup:
    """Return the footer: where to find help, and that nothing is stored."""
    return Markup('<footer class="foot"><p>{}</p><p>{}</p></footer>').format(
        link_help_lines(Markup.escape(texts.crisis_line)), texts.privacy_line
    )
