from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.readable import Readable, find_readable
from ingest.datatypes import Document, Language, Passage, PassageKind
from ingest.rendering import render_documents
from ingest.translations import TranslatedDocument
from tests.ingest.small_corpus import make_document, split_document
from tests.ingest.small_translations import make_translation

PLAN = make_document("plan", ["De gemeente doet mee.", "Scholen ook."], "nl")
TARGETS = {"De gemeente doet mee.": "The municipality takes part.", "Scholen ook.": "Schools too."}
EDITION = make_document("plan-en", ["The municipality takes part."], "en")
EDITION = replace(EDITION, source=replace(EDITION.source, translation_of="plan"))

ORIGINAL = Readable(language="nl", origin="original", whole=True, reviewed=True)
TRANSLATED = Readable(language="en", origin="unofficial translation", whole=True, reviewed=False)


def split(document: Document) -> list[Passage]:
    return split_document(document, "en" if document.source.language == "en" else "nl")


def readable(
    documents: Sequence[Document],
    translations: Sequence[TranslatedDocument] = (),
    passages: Sequence[Passage] | None = None,
) -> dict[str, tuple[Readable, ...]]:
    split_up = [p for d in documents for p in split(d)] if passages is None else list(passages)
    made = render_documents(documents, split_up, translations)
    everything = [*documents, *(rendition.document for rendition in made)]
    return dict(
        find_readable(
            {document.source.document_id: document for document in everything},
            [*split_up, *(p for rendition in made for p in rendition.passages)],
        )
    )


def test_a_document_can_be_read_as_it_was_published() -> None:
    assert readable([PLAN]) == {"plan": (ORIGINAL,)}


def test_a_translated_document_can_be_read_in_an_unofficial_translation_too() -> None:
    translation = make_translation("plan", "en", TARGETS)

    assert readable([PLAN], [translation]) == {"plan": (ORIGINAL, TRANSLATED)}


@pytest.mark.parametrize("reviewed", [True, False])
def test_a_translation_is_reviewed_when_all_of_it_is(reviewed: bool) -> None:
    translation = make_translation("plan", "en", TARGETS, reviewed=True)
    rows = dict(translation.rows)
    rows["Scholen ook."] = rows["Scholen ook."].model_copy(update={"reviewed": reviewed})

    _, translated = readable([PLAN], [replace(translation, rows=rows)])["plan"]

    assert translated == replace(TRANSLATED, reviewed=reviewed)


def test_a_translation_with_a_passage_missing_is_not_whole() -> None:
    translation = make_translation("plan", "en", {"Scholen ook.": "Schools too."})

    _, translated = readable([PLAN], [translation])["plan"]

    assert translated == replace(TRANSLATED, whole=False)


@pytest.mark.parametrize("kind", ["title", "footnote"])
def test_a_title_or_a_footnote_that_stays_as_it_is_does_not_count(kind: PassageKind) -> None:
    first, second = split(PLAN)
    passages = [replace(first, kind=kind), second]
    translation = make_translation("plan", "en", {"Scholen ook.": "Schools too."})

    assert readable([PLAN], [translation], passages) == {"plan": (ORIGINAL, TRANSLATED)}


def test_editions_are_read_as_they_were_published_and_not_in_what_fills_their_gaps() -> None:
    filling = make_translation("plan", "en", {"Scholen ook.": "Schools too."})

    assert readable([PLAN, EDITION], [filling]) == {
        "plan": (ORIGINAL,),
        "plan-en": (
            Readable(language="en", origin="official translation", whole=True, reviewed=True),
        ),
    }


def test_a_document_in_two_languages_is_published_and_translated_in_part_in_both() -> None:
    page = make_document("page", ["Scholen ook.", "Schools take part."], "nl")
    page = replace(page, source=replace(page.source, language="mixed"))
    first, second = split(page)
    languages: list[Language] = ["en", "nl"]
    translations = [
        make_translation("page", language, targets)
        for language, targets in zip(
            languages,
            [{"Scholen ook.": "Schools too."}, {"Schools take part.": "Scholen doen mee."}],
            strict=True,
        )
    ]

    found = readable([page], translations, [first, replace(second, language="en")])

    in_dutch, in_english = replace(ORIGINAL, whole=False), replace(TRANSLATED, whole=False)
    assert found == {
        "page": (
            in_dutch,
            replace(in_dutch, language="en"),
            in_english,
            replace(in_english, language="nl"),
        )
    }
