"""The two texts of a source in a real browser: beside each other, or below each other."""

import pytest
from playwright.sync_api import expect

from tests.ui.fake_assistant import FakeAssistant
from tests.ui.translated import (
    BOTH_EDITIONS,
    PAGE_NL,
    PLAN_EN,
    PLAN_NL,
    TRANSLATED_SENTENCE,
    TranslatingAssistant,
)
from tests.ui.visiting import Visit


@pytest.fixture
def assistant() -> FakeAssistant:
    return TranslatingAssistant()


def open_source(visit: Visit, address: str, question: str) -> None:
    visit.page.goto(address)
    visit.page.get_by_label("Je vraag").fill(question)
    visit.page.get_by_label("Je vraag").press("Enter")
    visit.page.locator("#turn-1 .marker").first.click()


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (1100, False), (320, False)])
def test_the_translation_stands_beside_the_original_where_there_is_room(
    visit: Visit, address: str, width: int, beside: bool
) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 900})
    open_source(visit, address, TRANSLATED_SENTENCE)

    published = page.locator(".panel .published").bounding_box()
    translated = page.locator(".panel .beside").bounding_box()

    assert published is not None
    assert translated is not None
    assert (translated["x"] >= published["x"] + published["width"]) is beside
    assert (translated["y"] >= published["y"] + published["height"]) is not beside
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.locator(".panel .beside")).to_be_in_viewport()


def test_the_translation_and_the_other_edition_are_each_in_their_language(
    visit: Visit, address: str
) -> None:
    open_source(visit, address, TRANSLATED_SENTENCE)
    expect(visit.page.locator(".panel .beside blockquote[lang=nl]")).to_have_text(PAGE_NL)
    expect(visit.page.locator(".panel .unofficial")).to_have_text(
        "Onofficiële vertaling, niet nagekeken"
    )

    open_source(visit, address, BOTH_EDITIONS)
    expect(visit.page.locator(".panel mark")).to_have_text(PLAN_NL)
    expect(visit.page.locator(".panel .beside blockquote[lang=en]")).to_have_text(PLAN_EN)
    assert visit.complaints == []
