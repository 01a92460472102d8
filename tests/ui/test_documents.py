from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from assistant.readable import Readable
from ingest.datatypes import Language
from tests.ui.fake_assistant import FakeAssistant, make_document
from tests.ui.translated import TranslatingAssistant
from ui.documents import WORKS_LISTED, render_documents
from ui.languages import TEXTS

PUBLISHER = "Trimbos-instituut en RIVM"


def test_two_editions_are_one_work_and_every_text_says_what_it_is() -> None:
    assert render_documents(TranslatingAssistant(), TEXTS["nl"]) == (
        '<ul class="documents">'
        f'<li>Aanpak <span class="quiet">{PUBLISHER}</span><ul class="quiet">'
        "<li>Nederlands: origineel</li>"
        '<li>Engels: officiële vertaling, <span lang="en">Action plan</span></li></ul></li>'
        f'<li>Project page <span class="quiet">{PUBLISHER}</span><ul class="quiet">'
        "<li>Nederlands: onofficiële vertaling, niet nagekeken</li>"
        "<li>Engels: origineel</li></ul></li></ul>"
    )


def test_a_work_has_the_name_of_the_edition_in_the_readers_language() -> None:
    assert (
        f'<li>Action plan <span class="quiet">{PUBLISHER}</span><ul class="quiet">'
        "<li>English: official translation</li>"
        '<li>Dutch: original, <span lang="nl">Aanpak</span></li></ul></li>'
    ) in render_documents(TranslatingAssistant(), TEXTS["en"])


class MixedAssistant(FakeAssistant):
    @property
    def readable(self) -> Mapping[str, Sequence[Readable]]:
        (document_id,) = self.documents
        return {
            document_id: [
                Readable(language="nl", origin="original", whole=False, reviewed=True),
                Readable(language="en", origin="original", whole=False, reviewed=True),
                Readable(
                    language="en", origin="unofficial translation", whole=False, reviewed=False
                ),
            ]
        }


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "nl",
            "<li>Nederlands: deels origineel</li><li>Engels: deels origineel; "
            "deels onofficiële vertaling, niet nagekeken</li>",
        ),
        (
            "en",
            "<li>English: partly original; partly unofficial translation, not reviewed</li>"
            "<li>Dutch: partly original</li>",
        ),
    ],
)
def test_a_text_that_holds_a_part_says_so(language: Language, lines: str) -> None:
    assistant = MixedAssistant([make_document("hub", "Hub", "mixed", [("A", [])])])

    assert lines in render_documents(assistant, TEXTS[language])


def test_an_edition_whose_original_is_not_there_stands_alone() -> None:
    document = make_document("plan-en", "Action plan", "en", [("A", [])])
    document = replace(document, source=replace(document.source, translation_of="plan-nl"))

    rendered = render_documents(FakeAssistant([document]), TEXTS["en"])

    assert "<li>English: official translation</li></ul></li></ul>" in rendered


def test_of_many_works_the_first_are_named_and_the_others_counted() -> None:
    documents = [
        make_document(f"d{number}", f"Titel {number}", "nl", [("A", [])])
        for number in range(WORKS_LISTED + 3)
    ]

    rendered = render_documents(FakeAssistant(documents), TEXTS["nl"])

    assert rendered.count("Titel") == WORKS_LISTED
    assert '<li class="quiet">en nog 3 documenten</li></ul>' in rendered
