from typing import Any

import gradio as gr
import pytest

from tests.ui.fake_assistant import FakeAssistant
from tests.ui.visiting import in_a_loop
from ui.page import build_page


@pytest.fixture(scope="module")
def page() -> gr.Blocks:
    return in_a_loop(lambda: build_page(FakeAssistant(), 1000))


def configured(page: gr.Blocks, what: str) -> Any:
    return dict(page.get_config_file())[what]


def test_no_event_can_be_called_from_outside_the_page(page: gr.Blocks) -> None:
    assert {event["api_visibility"] for event in configured(page, "dependencies")} == {"private"}


def test_nothing_is_reported_to_the_makers_of_the_framework(page: gr.Blocks) -> None:
    assert configured(page, "analytics_enabled") is False


def test_questions_of_several_people_are_answered_at_once(page: gr.Blocks) -> None:
    limits = [event.concurrency_limit for event in page.fns.values() if event.fn]

    assert all(isinstance(limit, int) and limit >= 8 for limit in limits)


def test_a_question_has_one_line_and_a_longest_length(page: gr.Blocks) -> None:
    boxes = [c["props"] for c in configured(page, "components") if c["type"] == "textbox"]

    assert [(box["lines"], box["max_length"]) for box in boxes] == [(1, 1000)]
