from dataclasses import replace

from assistant.datatypes import Related
from tests.ui.translated import PAGE_EN, PAGE_NL, TRANSLATION, TranslatingAssistant
from ui.dutch import DUTCH
from ui.near import render_near

ASSISTANT = TranslatingAssistant()
REFUSAL = ASSISTANT.ask("Kip?")
START = ASSISTANT.documents["page"].text.index(PAGE_EN)
NEAR = Related(
    document_id="page", section="Role", start=START, end=START + len(PAGE_EN), quote=PAGE_EN
)


def test_a_translated_sentence_comes_first_with_its_mark_and_the_original_beside_it() -> None:
    answer = replace(REFUSAL, related=(replace(NEAR, translation=TRANSLATION),))

    assert (
        f'<div class="pair"><div><blockquote lang="nl">{PAGE_NL}</blockquote>'
        '<p class="what unofficial">Onofficiële vertaling, niet nagekeken</p></div>'
        f'<div><blockquote lang="en">{PAGE_EN}</blockquote>'
        '<p class="what">Origineel, Engels</p></div></div><p class="quiet">Project page</p>'
    ) in render_near(answer, 1, ASSISTANT, DUTCH)


def test_a_sentence_without_a_translation_is_shown_as_published_in_its_language() -> None:
    answer = replace(REFUSAL, related=(NEAR,))

    assert (
        f'<li><div><blockquote lang="en">{PAGE_EN}</blockquote>'
        '<p class="what">Origineel, Engels</p></div><p class="quiet">Project page</p>'
    ) in render_near(answer, 1, ASSISTANT, DUTCH)
