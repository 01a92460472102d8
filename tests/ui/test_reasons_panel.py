"""The panel of reasons to HTML. Golden files are written anew by ``MHIAP_WRITE_GOLDEN=1``."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.datatypes import Answer
from assistant.reasons import Adjustment, Considered, Match, Reading, SearchTerm
from assistant.spelling import Correction
from ingest.datatypes import Language
from tests.ui.explained import EXPLANATION, FIRST, READING
from tests.ui.fake_assistant import FakeAssistant
from tests.ui.test_render import ATTACKS, Tags
from ui.dutch import DUTCH
from ui.languages import TEXTS
from ui.reasons_panel import render_reasons
from ui.render import render_answer

GOLDEN = Path(__file__).parent / "golden"
ASSISTANT = FakeAssistant()
ANSWER = replace(ASSISTANT.ask("Hoe begin ik met MHiAP?"), explanation=EXPLANATION)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_panel_looks_as_it_was_agreed(language: Language) -> None:
    rendered = render_reasons(ANSWER, 1, TEXTS[language])
    lines = re.sub(r"(?=<(?:details|h\d|div|p|ul|ol|li|blockquote|dl)\b)", "\n", rendered)

    golden = GOLDEN / f"reasons.{language}.html"
    if os.environ.get("MHIAP_WRITE_GOLDEN") == "1":
        golden.write_text(lines.strip() + "\n", encoding="utf-8")
    assert lines.strip() + "\n" == golden.read_text(encoding="utf-8")


def test_the_panel_is_closed_until_someone_opens_it() -> None:
    rendered = render_reasons(ANSWER, 1, DUTCH)

    assert rendered.startswith('<details class="more why"><summary>Waarom deze bronnen?</summary>')


def test_an_answer_without_an_explanation_has_no_panel() -> None:
    plain = ASSISTANT.ask("Hoe begin ik met MHiAP?")

    assert render_reasons(plain, 1, DUTCH) == ""
    assert DUTCH.why_sources not in render_answer(plain, 1, ASSISTANT, DUTCH)


def test_a_reply_that_shows_no_passage_has_no_panel() -> None:
    declined = replace(ASSISTANT.ask("Welk medicijn helpt?"), explanation=EXPLANATION)

    assert render_reasons(declined, 1, DUTCH) == ""


def test_the_panel_stands_under_the_sources_and_above_what_else_there_is() -> None:
    near = ASSISTANT.ask("Wat kost een fiets in Parijs?").related
    rendered = render_answer(replace(ANSWER, related=near), 1, ASSISTANT, DUTCH)

    places = [
        rendered.index(name)
        for name in (DUTCH.sources_heading, DUTCH.why_sources, DUTCH.more_heading)
    ]
    assert places == sorted(places)


def test_under_a_refusal_the_panel_says_how_it_was_searched_below_what_comes_near() -> None:
    refused = replace(ASSISTANT.ask("Wat kost een fiets in Parijs?"), explanation=EXPLANATION)

    rendered = render_answer(refused, 1, ASSISTANT, DUTCH)

    assert DUTCH.why_sources not in rendered
    assert rendered.index(DUTCH.related_heading) < rendered.index(DUTCH.why_refused)


def test_every_number_of_a_cited_passage_opens_its_source() -> None:
    rendered = render_reasons(ANSWER, 7, DUTCH)

    assert re.findall(r'data-source="([^"]+)" aria-label="([^"]+)"', rendered) == [
        (f"source-7-{marker}", f"Bron {marker}") for marker in (1, 2, 3)
    ]


def test_the_parts_of_a_question_have_a_heading_each() -> None:
    second = replace(READING, question="Waarom?", kind="why")
    answer = replace(ANSWER, explanation=replace(EXPLANATION, readings=(READING, second)))

    rendered = render_reasons(answer, 1, DUTCH)

    assert re.findall(r"<h4>(.*?)</h4>", rendered) == [f"“{READING.question}”", "“Waarom?”"]
    assert rendered.count(DUTCH.read_language) == 1
    assert Tags(rendered).depth == 0


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_was_typed_or_read_becomes_markup(attack: str) -> None:
    harmless = Tags(render_reasons(ANSWER, 1, DUTCH))

    tags = Tags(render_reasons(hostile(attack), 1, DUTCH))

    assert tags.tags <= harmless.tags | {"h4"}
    assert tags.attributes == harmless.attributes
    assert tags.links == set()
    assert tags.depth == 0


def hostile(attack: str) -> Answer:
    """An answer whose explanation holds an attack wherever there is a text."""
    match = Match(asked=attack, found=(attack,), way="part", place="text", meaning=attack)
    one: Considered = replace(
        FIRST,
        title=attack,
        section=attack,
        quote=attack,
        matches=(match, replace(match, way="word"), replace(match, way="glossary")),
        adjustments=(Adjustment(prior="named heading", added=1.0, name=attack),),
    )
    reading: Reading = replace(
        READING,
        question=attack,
        named=(attack,),
        terms=(SearchTerm(term=attack, others=(attack,), weight=1.0, known=False, earlier=False),),
        considered=(one,),
    )
    explanation = replace(
        EXPLANATION,
        corrections=(Correction(typed=attack, read=attack),),
        earlier=attack,
        readings=(reading, reading),
    )
    return replace(ANSWER, explanation=explanation)
