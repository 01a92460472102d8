"""Answers to HTML. Golden files are written anew by ``MHIAP_WRITE_GOLDEN=1``."""

import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import Markup

from assistant.datatypes import Answer, Related, Status, Translation, Twin
from ingest.datatypes import Language, sha256_of
from tests.ui.fake_assistant import FakeAssistant, make_document
from ui.conversation import Exchange, ExchangeState
from ui.dutch import DUTCH
from ui.languages import TEXTS
from ui.render import link_help_lines, render_answer, render_conversation, render_exchange

GOLDEN = Path(__file__).parent / "golden"
ASSISTANT = FakeAssistant()
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "</blockquote></section><iframe src=javascript:alert(1)>",
    "[klik](javascript:alert(1))",
    "![x](https://example.org/x.png)",
)


class Tags(HTMLParser):
    """Every tag, attribute name and link target of a page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.depth = 0
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += 1
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1


def page_of(answer: Answer, question: str = "Vraag?", language: Language = "nl") -> Markup:
    exchange = Exchange(question=question, answer=answer, state="answered")
    return render_conversation((exchange,), ASSISTANT, TEXTS[language])


def near_in_english() -> Related:
    """A near sentence with a translation."""
    sentence = ASSISTANT.sentences("mentor")[0]
    return Related(
        document_id="mentor",
        section="RIVM role",
        start=sentence.start,
        end=sentence.end,
        quote=sentence.of(ASSISTANT.documents["mentor"].text),
        translation=Translation(
            language="nl", text="Het RIVM leidt een taak.", by="Jo Jansen", reviewed=True
        ),
    )


def rich_answer() -> Answer:
    """An answer with everything that the contract can hold."""
    answer = ASSISTANT.ask("Wat doet MENTOR, implementation?", language="nl")
    first, second, *rest = answer.citations
    quote = "MENTOR brengt 43 partners uit 20 landen samen."
    twin = Twin(
        document_id="mentor-nl",
        language="nl",
        start=0,
        end=9,
        quote="Het RIVM leidt een taak.",
        quote_sha256=sha256_of("Het RIVM leidt een taak."),
    )
    translation = Translation(language="nl", text=quote, by="project", reviewed=False)
    return replace(
        answer,
        citations=(
            replace(first, twin=twin, origin="official translation", published="2025-03"),
            replace(second, translation=translation),
            *rest,
        ),
        claims=tuple(replace(claim, speaker="Jo Jansen") for claim in answer.claims),
        related=(near_in_english(),),
        missing=("de kosten",),
        notice="Het antwoord is kort.",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_answer_looks_as_it_was_agreed(language: Language) -> None:
    asked = [
        "Hoe begin ik met MHiAP?",
        "Wat kost een fiets in Parijs?",
        "Welk medicijn helpt?",
        "Ik denk aan zelfdoding",
    ]
    conversation = [
        Exchange(question=question, answer=ASSISTANT.ask(question), state="answered")
        for question in asked
    ]
    conversation.append(Exchange(question="Rijk?", answer=rich_answer(), state="answered"))
    rendered = render_conversation(conversation, ASSISTANT, TEXTS[language])
    lines = re.sub(
        r"(?=<(?:article|h\d|div|p|ul|ol|li|section|blockquote|dl|details)\b)", "\n", rendered
    )

    golden = GOLDEN / f"conversation.{language}.html"
    if os.environ.get("MHIAP_WRITE_GOLDEN") == "1":
        golden.write_text(lines.strip() + "\n", encoding="utf-8")
    assert lines.strip() + "\n" == golden.read_text(encoding="utf-8")


def test_every_tag_is_closed() -> None:
    assert Tags(page_of(rich_answer())).depth == 0


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_was_typed_read_or_written_becomes_markup(attack: str) -> None:
    hostile = FakeAssistant(
        [make_document("bad", attack, "nl", [(attack, [("paragraph", f"Boze zin {attack}.")])])]
    )
    answer = hostile.ask("Boze zin?")
    answer = replace(
        answer,
        text=f"{attack} [1]\n\n{answer.text}\n- {attack} [1]",
        notice=attack,
        missing=(attack,),
        suggestions=(attack,),
        citations=tuple(
            replace(citation, title=attack, section=attack, publisher=attack, kind=attack)
            for citation in answer.citations
        ),
    )
    harmless = Tags(page_of(rich_answer(), "Vraag?"))
    exchange = Exchange(question=attack, answer=answer, state="answered")

    tags = Tags(render_conversation((exchange,), hostile, DUTCH))

    assert tags.tags <= harmless.tags | {"ul", "li", "ol"}
    assert tags.attributes <= harmless.attributes
    assert tags.links == set()
    assert tags.depth == 0


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil", "ftp://x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    answer = ASSISTANT.ask("Hoe begin ik met MHiAP?")
    answer = replace(answer, citations=tuple(replace(c, url=url) for c in answer.citations))

    assert Tags(page_of(answer)).links == set()


def test_the_link_to_the_publisher_gives_nothing_away() -> None:
    answer = ASSISTANT.ask("Wat doet MENTOR, implementation?")

    assert 'href="https://www.rivm.nl/mentor" target="_blank" rel="noopener noreferrer"' in page_of(
        answer
    )


@pytest.mark.parametrize(
    "question",
    ["Hoe begin ik met MHiAP?", "Wat doet Den Haag voor studenten?", "What does MENTOR do?"],
)
def test_every_marker_stands_once_per_claim_and_opens_a_source_with_its_quote(
    question: str,
) -> None:
    answer = ASSISTANT.ask(question)

    rendered = page_of(answer, question)

    shown = re.findall(r'class="marker" data-source="([^"]+)"', rendered)
    assert shown == [f"source-1-{m}" for claim in answer.claims for m in claim.markers]
    for citation in answer.citations:
        source = rendered.split(f'id="source-1-{citation.marker}"')[1].split("</section>")[0]
        marked = "".join(re.findall(r"<mark>(.*?)</mark>", source))
        assert Markup(marked).unescape() == citation.quote


def test_a_support_text_is_an_alert_with_links_to_help() -> None:
    rendered = page_of(ASSISTANT.ask("Ik denk aan zelfdoding"))

    assert 'role="alert"' in rendered
    assert '<a href="tel:113" rel="noopener noreferrer">113</a>' in rendered
    assert '<a href="tel:08000113" rel="noopener noreferrer">0800-0113</a>' in rendered
    assert '<a href="https://www.113.nl" rel="noopener noreferrer">113.nl</a>' in rendered
    assert "<details" not in rendered


def test_other_answers_are_no_alert() -> None:
    assert 'role="alert"' not in page_of(ASSISTANT.ask("Hoe begin ik met MHiAP?"))


def test_numbers_inside_other_numbers_are_no_help_lines() -> None:
    text = Markup("In 2113 waren er 1130 mensen.")

    assert link_help_lines(text) == text


@pytest.mark.parametrize(
    "status", ["not_in_corpus", "out_of_scope", "unsupported_language", "clarify", "invalid"]
)
def test_a_refusal_looks_like_help(status: Status) -> None:
    answer = replace(ASSISTANT.ask("Welk medicijn helpt?"), status=status)

    rendered = render_answer(answer, 1, ASSISTANT, DUTCH)

    assert 'class="answer help"' in rendered
    assert answer.text in rendered


def test_the_nearest_passage_under_a_refusal_opens_in_the_text() -> None:
    answer = ASSISTANT.ask("Wat kost een fiets in Parijs?")

    rendered = page_of(answer)

    assert 'data-source="source-1-r1"' in rendered
    assert f"<mark>{answer.related[0].quote}</mark>" in rendered


def test_more_passages_under_an_answer_are_folded_away() -> None:
    near = ASSISTANT.ask("Wat kost een fiets in Parijs?").related
    answer = replace(ASSISTANT.ask("Hoe begin ik met MHiAP?"), related=near)

    assert f'near"><summary>{DUTCH.more_heading} (1)' in page_of(answer)


@pytest.mark.parametrize(
    ("state", "words"),
    [("asked", DUTCH.searching), ("stopped", DUTCH.stopped), ("failed", DUTCH.failed)],
)
def test_a_question_without_an_answer_says_why(state: ExchangeState, words: str) -> None:
    exchange = Exchange(question="Vraag?", state=state)

    assert words in render_exchange(exchange, 1, ASSISTANT, DUTCH)


def test_a_machine_can_read_that_an_ai_system_made_the_answer() -> None:
    rendered = page_of(ASSISTANT.ask("Hoe begin ik met MHiAP?"))

    assert 'data-ai-generated="true" data-mode="extractive"' in rendered
