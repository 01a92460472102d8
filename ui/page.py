"""The page: a conversation in one column, the source of each sentence in the other."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from ingest.datatypes import Language
from ui import frame
from ui.asking import Asking
from ui.conversation import Conversation, closed, history_of, with_answer, with_question
from ui.dutch import DUTCH
from ui.languages import TEXTS
from ui.render import render_conversation

if TYPE_CHECKING:
    from fastapi import FastAPI

FAVICON = Path(__file__).resolve().parent / "favicon.svg"
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
ASKED_AT_ONCE = 16
QUEUE_LENGTH = 64
SESSION_SECONDS = 3600
EVENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_limit": ASKED_AT_ONCE,
}


def mount_page(app: "FastAPI", assistant: Asking, question_chars: int) -> Callable[[], None]:
    """Put the page at the root of ``app`` and return what ends its open streams.

    A browser keeps a stream open for as long as it shows the page; a server that stops has to end
    it, or it waits for all browsers to leave.
    """
    gr.mount_gradio_app(
        app,
        build_page(assistant, question_chars),
        path="/",
        theme=gr.themes.Base(font=FONTS, font_mono=("ui-monospace", "monospace")),
        favicon_path=str(FAVICON),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        max_file_size=1,
    )
    mounted = (getattr(route, "app", None) for route in app.routes)
    return next(page.stop_event.set for page in mounted if isinstance(page, gr.routes.App))


def build_page(assistant: Asking, question_chars: int) -> gr.Blocks:
    """Return the page over an assistant; each browser session holds its own conversation."""
    page = gr.Blocks(
        title=DUTCH.name,
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(SESSION_SECONDS, SESSION_SECONDS),
    )
    with page:
        _Page(assistant, question_chars).wire(page)
    page.queue(max_size=QUEUE_LENGTH, api_open=False, default_concurrency_limit=ASKED_AT_ONCE)
    # Or the queue keeps 10,000 records and puts them through pandas after every event.
    page._queue.ANALYTICS_MAX_EVENTS = 1
    page._queue.ANAYLTICS_CACHE_FREQUENCY = sys.maxsize
    return page


def _html(value: str, name: str, js: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=js, apply_default_css=False, padding=False)


class _Page:
    """The components of the page, and what happens on each event."""

    def __init__(self, assistant: Asking, question_chars: int) -> None:
        self.assistant = assistant
        self.language = gr.State("nl", time_to_live=SESSION_SECONDS)
        self.conversation = gr.State((), time_to_live=SESSION_SECONDS)
        self.bar = _html(frame.render_bar(DUTCH), "bar", "mhiap.bar(element, trigger, watch)")
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="reading"):
                self._add_reading(question_chars)
            with gr.Column(elem_id="checking"):
                self.panel = _html(frame.render_panel(assistant, DUTCH), "panel")
        self.footer = _html(frame.render_footer(DUTCH), "footer")

    def _add_reading(self, question_chars: int) -> None:
        introduction = frame.render_introduction(DUTCH, started=False)
        starters = frame.render_starters(self.assistant.starters("nl"), DUTCH)
        silence = frame.render_announcement(None, 0, DUTCH)
        self.introduction = _html(introduction, "introduction")
        self.log = _html("", "log", "mhiap.log(element, trigger, watch)")
        self.announcement = _html(silence, "announcement")
        with gr.Row(elem_id="composer"):
            self.question = gr.Textbox(
                label=DUTCH.question_label,
                placeholder=DUTCH.question_hint,
                lines=1,
                max_lines=6,
                max_length=question_chars,
                elem_id="question-box",
            )
            self.send = gr.Button(DUTCH.send, variant="primary", elem_id="send")
            self.clear = gr.Button(DUTCH.clear, elem_id="clear")
        self.starters = _html(starters, "starters", "mhiap.questions(element, trigger)")

    def wire(self, page: gr.Blocks) -> None:
        """Tie every control to what it does."""
        shown = [self.conversation, self.log, self.introduction, self.starters, self.announcement]
        state = [self.conversation, self.language]
        asking = gr.on(
            [self.question.submit, self.send.click, self.starters.submit, self.log.submit],
            self.ask,
            [self.question, *state],
            [self.question, *shown],
            **EVENT,
        )
        asking.failure(self.fail, state, shown, **EVENT)
        self.log.stop(self.stop, state, shown, cancels=[asking], **EVENT)
        self.clear.click(self.forget, self.language, shown, cancels=[asking], **EVENT)
        words = [self.bar, self.question, self.send, self.clear, self.panel, self.footer]
        worded = [self.language, *words, *shown]
        self.bar.select(self.switch, self.conversation, worded, **EVENT)
        page.load(self.open, self.conversation, worded, **EVENT)

    def ask(
        self, event: gr.EventData, typed: str, conversation: Conversation, language: Language
    ) -> Iterator[tuple[object, ...]]:
        """Show the question at once, then its answer."""
        question = _asked(event, typed).strip()
        if not question:
            return
        history = history_of(conversation)
        conversation = with_question(conversation, question)
        yield "", *self._shown(conversation, language)
        answer = self.assistant.ask(question, history=history, explain=True)
        yield gr.skip(), *self._shown(with_answer(conversation, answer), language)

    def fail(self, conversation: Conversation, language: Language) -> tuple[object, ...]:
        """Say that something went wrong, under the question that it went wrong with."""
        return self._shown(closed(conversation, "failed"), language)

    def stop(self, conversation: Conversation, language: Language) -> tuple[object, ...]:
        """Leave the open question without an answer."""
        return self._shown(closed(conversation, "stopped"), language)

    def forget(self, language: Language) -> tuple[object, ...]:
        """Begin a new conversation."""
        return self._shown((), language)

    def switch(self, event: gr.EventData, conversation: Conversation) -> tuple[object, ...]:
        """Show the page in the language that was chosen."""
        return self._worded("en" if event.language == "en" else "nl", conversation)

    def open(self, request: gr.Request, conversation: Conversation) -> tuple[object, ...]:
        """Show the page in the language that its address asks for (``?lang=en``)."""
        wanted = request.query_params.get("lang")
        return self._worded("en" if wanted == "en" else "nl", conversation)

    def _shown(self, conversation: Conversation, language: Language) -> tuple[object, ...]:
        texts = TEXTS[language]
        answer = conversation[-1].answer if conversation else None
        starters = () if conversation else self.assistant.starters(language)
        return (
            conversation,
            render_conversation(conversation, self.assistant, texts),
            frame.render_introduction(texts, started=bool(conversation)),
            frame.render_starters(starters, texts),
            frame.render_announcement(answer, len(conversation), texts),
        )

    def _worded(self, language: Language, conversation: Conversation) -> tuple[object, ...]:
        texts = TEXTS[language]
        return (
            language,
            frame.render_bar(texts),
            gr.Textbox(label=texts.question_label, placeholder=texts.question_hint),
            gr.Button(texts.send),
            gr.Button(texts.clear),
            frame.render_panel(self.assistant, texts),
            frame.render_footer(texts),
            *self._shown(conversation, language),
        )


def _asked(event: gr.EventData, typed: str) -> str:
    return str(getattr(event, "question", typed)) if event._data else typed
