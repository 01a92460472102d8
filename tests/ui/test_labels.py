from dataclasses import replace

import pytest

from assistant.datatypes import Citation, Translation
from ingest.datatypes import Language, Origin
from tests.evals.scripted import cite
from tests.ui.translated import TRANSLATION
from ui.labels import (
    published_label,
    shown_label,
    translation_label,
    translator_line,
    twin_origin,
)
from ui.languages import TEXTS

FIRST = cite("plan-nl", "We werken met vijf actielijnen in deze aanpak.")
SECOND = cite("plan-nl", "De acties zullen worden gemonitord met de partners.", 2)


@pytest.mark.parametrize(
    ("language", "origin", "label"),
    [
        ("nl", "original", "Origineel, Nederlands"),
        ("nl", "official translation", "Officiële vertaling, Nederlands"),
        ("en", "original", "Original, Dutch"),
        ("en", "official translation", "Official translation, Dutch"),
    ],
)
def test_a_published_text_says_whether_it_is_the_original(
    language: Language, origin: Origin, label: str
) -> None:
    assert published_label(origin, "nl", TEXTS[language]) == label


@pytest.mark.parametrize(
    ("language", "reviewed", "label"),
    [
        ("nl", False, "Onofficiële vertaling, niet nagekeken"),
        ("nl", True, "Onofficiële vertaling, nagekeken"),
        ("en", False, "Unofficial translation, not reviewed"),
        ("en", True, "Unofficial translation, reviewed"),
    ],
)
def test_an_unofficial_translation_says_that_and_whether_it_was_reviewed(
    language: Language, reviewed: bool, label: str
) -> None:
    assert translation_label(reviewed, TEXTS[language]) == label


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("project", "Translated by the makers of this assistant"),
        ("Jo Jansen", "Translated by Jo Jansen"),
    ],
)
def test_a_translation_says_who_made_it(by: str, line: str) -> None:
    assert translator_line(replace(TRANSLATION, by=by), TEXTS["en"]) == line


@pytest.mark.parametrize(
    ("origin", "other"),
    [("original", "official translation"), ("official translation", "original")],
)
def test_of_two_editions_one_is_the_original(origin: Origin, other: Origin) -> None:
    assert twin_origin(replace(FIRST, origin=origin)) == other


def translated(citation: Citation, *, reviewed: bool = False) -> Citation:
    made = Translation(language="en", text="…", by="project", reviewed=reviewed)
    return replace(citation, translation=made)


@pytest.mark.parametrize(
    ("citations", "label"),
    [
        ([FIRST, SECOND], "Original, Dutch"),
        ([FIRST, replace(SECOND, language="en")], "Original, Dutch, English"),
        (
            [translated(FIRST), translated(SECOND)],
            "Original, Dutch · here in an unofficial translation, not reviewed",
        ),
        (
            [translated(FIRST, reviewed=True), translated(SECOND)],
            "Original, Dutch · here in an unofficial translation, not reviewed",
        ),
        (
            [FIRST, translated(SECOND, reviewed=True)],
            "Original, Dutch · here partly in an unofficial translation, reviewed",
        ),
    ],
)
def test_a_source_says_in_what_text_its_sentences_are_shown(
    citations: list[Citation], label: str
) -> None:
    assert shown_label(citations, TEXTS["en"]) == label
