"""One visit with a real browser: ask, read, check."""

from playwright.sync_api import expect

from tests.ui.fake_assistant import FakeAssistant
from tests.ui.visiting import Visit

QUESTION = "Hoe begin ik met MHiAP? <img src=x onerror=alert(1)> {{7*7}} ${7*7}"


def test_a_marker_opens_the_highlighted_quote(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(address)
    expect(page.get_by_role("note")).to_contain_text("AI-systeem")

    page.get_by_label("Je vraag").fill(QUESTION)
    page.get_by_label("Je vraag").press("Enter")
    marker = page.locator("#turn-1 .text").get_by_role("button", name="Bron 1", exact=True)
    marker.click()

    panel = page.get_by_role("region", name="Controleer de bron")
    expect(panel.locator("mark")).to_have_text("Begin klein met MHiAP.")
    expect(panel.locator(".source-title")).to_be_focused()
    expect(page.locator("#turn-1 .question")).to_contain_text(QUESTION)
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    expect(page.locator("#announcement")).to_contain_text("met 6 bronnen")
    assert [url for url in visit.requests if not url.startswith(address)] == []
    assert visit.complaints == []


def test_the_switch_puts_the_page_and_its_language_into_english(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", "nl")

    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title("MHiAP assistant")
    assert visit.complaints == []


def test_a_question_can_be_stopped_and_the_conversation_cleared(
    visit: Visit, address: str, assistant: FakeAssistant
) -> None:
    assistant.wait_seconds = 1.5
    page = visit.page
    page.goto(f"{address}/?lang=en")

    page.get_by_role("button", name="How do I start").click()
    expect(page.locator("#turn-1 .question")).to_be_focused()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#turn-1")).to_contain_text("Stopped.")
    expect(page.locator("#turn-1 .question")).to_be_focused()
    page.wait_for_timeout(2000)
    expect(page.locator("#turn-1 .answer")).to_have_count(0)

    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.get_by_label("Your question")).to_be_focused()
    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()


def test_a_narrow_screen_never_scrolls_sideways(visit: Visit, address: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    page.get_by_role("button", name="Hoe begin ik met MHiAP?").click()
    page.locator("#turn-1 .marker").first.click()
    expect(page.locator(".panel mark")).to_be_in_viewport()

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_why_the_sources_were_found_opens_with_the_keyboard(visit: Visit, address: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/?lang=en")
    page.get_by_label("Your question").fill("Hoe begin ik met MHiAP?")
    page.get_by_label("Your question").press("Enter")
    why = page.locator("#turn-1 details.why")
    expect(why.get_by_text("Found because:").first).to_be_hidden()

    why.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(why.get_by_text("Found because:").first).to_be_visible()
    expect(why.locator("dd").nth(1)).to_have_text("how to do something")
    why.get_by_role("button", name="Source 1", exact=True).click()
    expect(page.locator(".panel mark")).to_have_text("Begin klein met MHiAP.")
    expect(page.locator("#turn-1 details.why")).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert visit.complaints == []
