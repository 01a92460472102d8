"""The panel of one source: what is published, and what stands beside it."""

import re
from dataclasses import replace

import pytest

from assistant.datatypes import Related
from ingest.datatypes import Language
from tests.ui.translated import (
    BOTH_EDITIONS,
    PAGE_EN,
    PAGE_NL,
    PLAN_EN,
    PLAN_NL,
    TRANSLATED_SENTENCE,
    TRANSLATION,
    TranslatingAssistant,
)
from ui.dutch import DUTCH
from ui.languages import TEXTS
from ui.quoting import render_quote

ASSISTANT = TranslatingAssistant()


def panel(question: str, language: Language = "nl") -> str:
    (citation,) = ASSISTANT.ask(question, language=language).citations
    return render_quote(ASSISTANT, citation, citation.origin, citation.language, TEXTS[language])


def test_the_original_comes_first_with_the_quote_marked_then_its_translation() -> None:
    assert panel(TRANSLATED_SENTENCE) == (
        '<div class="pair"><div class="published"><h4>In de tekst</h4>'
        '<ul class="labels"><li>Engels</li><li>Origineel</li></ul>'
        '<blockquote class="passage" lang="en"><p class="heading">Role</p>'
        f'<p class="paragraph"><mark>{PAGE_EN}</mark></p></blockquote></div>'
        '<div class="beside"><h4>Deze zin in het Nederlands</h4>'
        '<ul class="labels"><li class="unofficial">Onofficiële vertaling, niet nagekeken</li></ul>'
        f'<blockquote class="other unofficial-text" lang="nl"><p>{PAGE_NL}</p></blockquote>'
        '<p class="quiet">Vertaald door de makers van deze assistent</p></div></div>'
    )


def test_beside_the_original_stands_the_official_translation_with_its_title() -> None:
    assert panel(BOTH_EDITIONS).partition('<div class="beside">')[2] == (
        "<h4>In de andere uitgave</h4>"
        '<ul class="labels"><li>Engels</li><li>Officiële vertaling</li></ul>'
        f'<blockquote class="other" lang="en"><p>{PLAN_EN}</p></blockquote>'
        '<p class="quiet" lang="en">Action plan</p></div></div>'
    )


def test_beside_the_official_translation_stands_the_original() -> None:
    published, _, beside = panel("What lines of action, five, plan?", "en").partition(
        '<div class="beside">'
    )

    assert '<ul class="labels"><li>English</li><li>Official translation</li></ul>' in published
    assert '<ul class="labels"><li>Dutch</li><li>Original</li></ul>' in beside
    assert f'<blockquote class="other" lang="nl"><p>{PLAN_NL}</p></blockquote>' in beside


def test_a_twin_in_a_document_that_is_not_there_has_no_title() -> None:
    (citation,) = ASSISTANT.ask(BOTH_EDITIONS).citations
    assert citation.twin is not None
    citation = replace(citation, twin=replace(citation.twin, document_id="gone"))

    rendered = render_quote(ASSISTANT, citation, "original", "nl", DUTCH)

    assert f"<p>{PLAN_EN}</p></blockquote></div>" in rendered


def test_without_another_text_the_passage_stands_alone() -> None:
    (citation,) = ASSISTANT.ask(BOTH_EDITIONS).citations
    rendered = render_quote(ASSISTANT, replace(citation, twin=None), "original", "nl", DUTCH)

    assert rendered.startswith('<div class="published">')
    assert "beside" not in rendered


def test_a_near_passage_has_its_translation_beside_it() -> None:
    start = ASSISTANT.documents["page"].text.index(PAGE_EN)
    related = Related(
        document_id="page",
        section="Role",
        start=start,
        end=start + len(PAGE_EN),
        quote=PAGE_EN,
        translation=TRANSLATION,
    )

    rendered = render_quote(ASSISTANT, related, "original", "en", DUTCH)

    assert rendered == panel(TRANSLATED_SENTENCE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_but_an_edition_is_called_official(language: Language) -> None:
    labels = re.findall(r"<li[^>]*>([^<]+)</li>", panel(TRANSLATED_SENTENCE, language))

    assert len(labels) == 3
    assert [label for label in labels if label.lower().startswith("offici")] == []
