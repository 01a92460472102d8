from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.editions import readable_documents
from assistant.search_space import SearchSpace
from ingest.building import build_index
from ingest.datatypes import Document, Language, Passage
from ingest.opening import open_index
from ingest.rendering import render_documents
from ingest.searching import Index
from ingest.settings import Settings
from tests.ingest.small_corpus import WordModel, make_document, save_words, split_document
from tests.ingest.small_translations import make_translation

Open = Callable[..., AbstractContextManager[Index]]

OFFICIAL = {"nl": {"plan-nl", "plan-en@nl"}, "en": {"plan-en"}}
OTHERS = {
    "nl": {"symposium-2025", "mentor@nl", "hub@nl"},
    "en": {"symposium-2025@en", "mentor", "hub@en"},
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_work_is_read_once_in_the_readers_language(
    space: SearchSpace, language: Language
) -> None:
    assert readable_documents(space.index, language) == OFFICIAL[language] | OTHERS[language]


@pytest.mark.parametrize(
    ("language", "wanted", "readable"),
    [
        ("nl", ["plan-en"], {"plan-en"}),
        ("en", ["plan-nl", "hub"], {"plan-nl", "hub@en"}),
        ("nl", ["plan-en", "plan-nl"], {"plan-nl", "plan-en@nl"}),
        ("en", ["plan-en", "plan-nl"], {"plan-en"}),
        ("nl", ["plan-nl"], {"plan-nl"}),
        ("nl", ["mentor"], {"mentor@nl"}),
        ("en", ["mentor"], {"mentor"}),
        ("nl", ["mentor@nl"], set()),
        ("nl", ["unknown"], set()),
        ("nl", [], set()),
    ],
)
def test_of_the_documents_asked_for_no_edition_is_replaced(
    space: SearchSpace, language: Language, wanted: list[str], readable: set[str]
) -> None:
    assert readable_documents(space.index, language, wanted) == readable


# A copy of a document changes nothing

PLAN, REPORT = ["Scholen doen mee.", "Wonen ook."], ["De gemeente kiest."]


def published() -> list[tuple[Document, Language]]:
    """A Dutch plan with an English edition, and a Dutch report."""
    edition = make_document("plan-en", ["Schools take part.", "It was in Dutch."], "en")
    return [
        (make_document("plan-nl", PLAN, "nl"), "nl"),
        (replace(edition, source=replace(edition.source, translation_of="plan-nl")), "en"),
        (make_document("report", REPORT, "nl"), "nl"),
    ]


def copy(document_id: str, paragraphs: Sequence[str]) -> tuple[Document, Language]:
    return make_document(document_id, paragraphs, "nl"), "nl"


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    @contextmanager
    def opened(*known: tuple[Document, Language]) -> Iterator[Index]:
        """Open an index of these documents with the translations of the report and the edition."""
        documents = [document for document, _ in known]
        passages: list[Passage] = []
        for document, language in known:
            passages += split_document(document, language)
        translations = [
            make_translation("report", "en", {"De gemeente kiest.": "The municipality chooses."}),
            make_translation("plan-en", "nl", {"It was in Dutch.": "Het was in het Nederlands."}),
        ]
        renditions = render_documents(documents, passages, translations)
        settings = Settings(index=tmp_path / "index")
        build_index(
            settings,
            [*documents, *(rendition.document for rendition in renditions)],
            [*passages, *(p for rendition in renditions for p in rendition.passages)],
            save_words,
            WordModel(),
            lambda step, done, total: None,
        )
        with open_index(settings) as index:
            yield index

    return opened


def readable(index: Index) -> dict[Language, frozenset[str]]:
    return {"nl": readable_documents(index, "nl"), "en": readable_documents(index, "en")}


ONCE = {
    "nl": {"plan-nl", "plan-en@nl", "report"},
    "en": {"plan-en", "report@en"},
}


def test_without_copies_each_work_is_read_once(opened: Open) -> None:
    with opened(*published()) as index:
        assert readable(index) == ONCE


@pytest.mark.parametrize("paragraphs", [PLAN, REPORT], ids=["edition", "report"])
def test_a_copy_behind_the_original_is_not_read(opened: Open, paragraphs: list[str]) -> None:
    with opened(*published(), copy("copy", paragraphs)) as index:
        assert readable(index) == ONCE


def test_a_copy_before_an_edition_is_not_read(opened: Open) -> None:
    with opened(copy("a-copy", PLAN), *published()) as index:
        assert readable(index) == ONCE


def test_a_copy_of_an_edition_is_not_read_although_it_is_one_too(opened: Open) -> None:
    second = make_document("plan-en-2", ["Schools take part.", "It was in Dutch."], "en")
    second = replace(second, source=replace(second.source, translation_of="plan-nl"))
    with opened(*published(), (second, "en")) as index:
        assert readable(index) == ONCE


def test_a_copy_before_a_translated_document_is_not_read(opened: Open) -> None:
    with opened(copy("a-copy", REPORT), *published()) as index:
        assert readable(index)["en"] == ONCE["en"]


def test_a_copy_is_read_when_it_is_asked_for(opened: Open) -> None:
    with opened(*published(), copy("copy", PLAN)) as index:
        assert readable_documents(index, "nl", ["copy"]) == {"copy"}
