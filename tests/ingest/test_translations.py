from dataclasses import replace
from pathlib import Path

import pytest

from ingest.datatypes import Document, Language, Passage
from ingest.translations import (
    LANGUAGES,
    TranslatedDocument,
    TranslatedSentence,
    has_edition,
    read_all_rows,
    read_translations,
    stray_files,
)
from tests.ingest.real_corpus import CORPUS, the_corpus
from tests.ingest.small_corpus import make_corpus, make_document, split_document
from tests.ingest.small_translations import make_line, write_lines

CHOOSES = "De gemeente kiest een kartrekker."
JOIN = "Op 7 november 2025 deden 1.234 scholen mee."
MAIL = "Mail naar info@trimbos.nl voor meer."
PAGE = "Lees https://www.trimbos.nl/mhiap verder."
DOCUMENTS, PASSAGES = make_corpus({"report": [CHOOSES, JOIN, MAIL, PAGE]})

CHOSEN = make_line(CHOOSES, "The municipality chooses a driving force.")


def read(folder: Path, *lines: str | bytes) -> TranslatedDocument:
    """Return what is made of these lines as the English of the report."""
    write_lines(folder, "report.en.jsonl", *lines)
    (found,) = read_translations(folder, DOCUMENTS, PASSAGES)
    return found


def test_the_rows_are_read_by_the_sentence_that_they_translate(tmp_path: Path) -> None:
    found = read(tmp_path, CHOSEN)

    assert (found.file, found.document_id, found.language) == ("report.en.jsonl", "report", "en")
    assert found.rows == {
        CHOOSES: TranslatedSentence(
            source=CHOOSES,
            target="The municipality chooses a driving force.",
            by="project",
            reviewed=False,
        )
    }
    assert (found.refused, found.doubts) == ((), ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"source": ', "Invalid JSON", id="broken JSON"),
        pytest.param("[]", "an object", id="no object"),
        pytest.param(b'{"source": "\xff"}', "Invalid JSON", id="no UTF-8"),
        pytest.param(make_line(CHOOSES, "A.", note="x"), "note: Extra inputs", id="extra field"),
        pytest.param(make_line(CHOOSES, ""), "target: ", id="empty target"),
        pytest.param(make_line(CHOOSES, " \t"), "target: ", id="blank target"),
        pytest.param(make_line(CHOOSES, "A.", by=""), "by: ", id="nobody"),
        pytest.param(
            CHOSEN.replace(', "reviewed": false', ""), "reviewed: Field required", id="not reviewed"
        ),
        pytest.param(
            make_line(CHOOSES, "A.", reviewed="false"), "reviewed: ", id="reviewed is a text"
        ),
        pytest.param(
            make_line("De gemeente kiest.", "It chooses."),
            "“De gemeente kiest.” is not a sentence of the document",
            id="unknown sentence",
        ),
        pytest.param(
            make_line(CHOOSES[:-1], "It chooses"), "not a sentence", id="part of a sentence"
        ),
        pytest.param(make_line(f"{CHOOSES} ", "It chooses."), "not a sentence", id="space behind"),
        pytest.param(make_line(CHOOSES, "It\nchooses."), "not one line", id="two lines"),
        pytest.param(make_line(CHOOSES, " It chooses."), "not one line", id="space before"),
        pytest.param(
            make_line(JOIN, "On 7 November 2025, 1,235 schools took part."),
            "1234, 1235 is not the same",
            id="changed number",
        ),
        pytest.param(
            make_line(JOIN, "On 7 October 2025, 1,234 schools took part."),
            "November, October is not the same",
            id="changed month",
        ),
        pytest.param(
            make_line(JOIN, "On 7 November 2025 schools took part."), "1234 is", id="lost number"
        ),
        pytest.param(make_line(CHOOSES, "It chooses 2."), "2 is not the same", id="added number"),
        pytest.param(
            make_line(MAIL, "Mail to info@trimbos.com for more."),
            "info@trimbos.com, info@trimbos.nl is",
            id="changed mail address",
        ),
        pytest.param(
            make_line(PAGE, "Read on at https://www.trimbos.nl/en."),
            "https://www.trimbos.nl/en, https://www.trimbos.nl/mhiap is",
            id="changed web address",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_the_reason_and_the_rest_is_used(
    tmp_path: Path, line: str | bytes, reason: str
) -> None:
    found = read(tmp_path, "", line, CHOSEN)

    (refused,) = found.refused
    assert refused.startswith("line 2: ")
    assert reason in refused
    assert list(found.rows) == [CHOOSES]


def test_the_first_translation_of_a_sentence_counts_and_a_second_is_refused(
    tmp_path: Path,
) -> None:
    found = read(tmp_path, CHOSEN, make_line(CHOOSES, "It picks someone."))

    assert found.rows[CHOOSES].target == "The municipality chooses a driving force."
    assert found.refused == (f"line 2: “{CHOOSES}” has a translation already",)


def test_a_row_in_the_wrong_language_is_refused(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        make_line(CHOOSES, "De gemeente kiest dit jaar zelf een kartrekker voor de hele aanpak."),
    )

    assert found.rows == {}
    assert found.refused[0].endswith("is not in the language of the file")


def test_a_file_in_the_language_of_its_document_is_a_stray_one(tmp_path: Path) -> None:
    write_lines(tmp_path, "report.nl.jsonl", CHOSEN)

    assert read_translations(tmp_path, DOCUMENTS, PASSAGES) == ()
    assert stray_files(tmp_path, DOCUMENTS) == ["report.nl.jsonl"]


def test_every_row_that_can_be_read_is_given_by_its_document_and_language(
    tmp_path: Path,
) -> None:
    write_lines(tmp_path, "report.en.jsonl", CHOSEN, "no row", make_line("Weg.", "Gone."))

    assert {name: set(rows) for name, rows in read_all_rows(tmp_path).items()} == {
        ("report", "en"): {CHOOSES, "Weg."}
    }


def test_a_name_that_is_not_found_is_a_doubt_and_the_row_is_used(tmp_path: Path) -> None:
    documents, passages = make_corpus({"report": ["Daar werkt Trimbos samen met Pharos."]})
    line = make_line("Daar werkt Trimbos samen met Pharos.", "There Trimbos works with others.")
    write_lines(tmp_path, "report.en.jsonl", line)

    (found,) = read_translations(tmp_path, documents, passages)

    assert found.doubts == ("line 1: Pharos not in the translation",)
    assert len(found.rows) == 1


def test_a_name_may_have_the_other_form_that_the_glossary_gives(tmp_path: Path) -> None:
    documents, passages = make_corpus({"report": ["Dat zegt het ministerie van VWS."]})
    (tmp_path / "glossary.toml").write_text(
        '[[term]]\nnl = "VWS"\nen = "Ministry of Health, Welfare and Sport"\n', encoding="utf-8"
    )
    line = make_line("Dat zegt het ministerie van VWS.", "The Ministry of Health says so.")
    write_lines(tmp_path, "report.en.jsonl", line)

    (found,) = read_translations(tmp_path, documents, passages)

    assert found.doubts == ()


# What is missing, and what is too many


def test_each_sentence_without_a_translation_is_counted_once(tmp_path: Path) -> None:
    documents, passages = make_corpus({"report": [CHOOSES, JOIN, CHOOSES, JOIN]})
    write_lines(tmp_path, "report.en.jsonl", CHOSEN)

    (found,) = read_translations(tmp_path, documents, passages)

    assert found.missing == 1


def test_a_sentence_of_a_refused_row_is_missing(tmp_path: Path) -> None:
    assert read(tmp_path, CHOSEN, make_line(JOIN, "Schools took part.")).missing == 3


def mixed() -> tuple[Document, list[Passage]]:
    """A document with a Dutch and an English passage that share their heading."""
    document = make_document("hub", ["Over ons. Wij delen kennis.", "Over ons. We share."], "nl")
    document = replace(document, source=replace(document.source, language="mixed"))
    dutch, english = split_document(document, "nl")
    return document, [dutch, replace(english, language="en")]


def test_what_is_in_the_language_already_is_not_missing(tmp_path: Path) -> None:
    document, passages = mixed()
    write_lines(tmp_path, "hub.nl.jsonl", make_line("We share.", "Wij delen."))
    write_lines(tmp_path, "hub.en.jsonl", make_line("Over ons.", "About us."))

    dutch, english = read_translations(tmp_path, [document], passages)

    assert (dutch.language, dutch.missing) == ("nl", 1)
    assert (english.language, english.missing) == ("en", 1)


def editions() -> tuple[list[Document], list[Passage]]:
    """A Dutch plan with an English edition that says more."""
    dutch = make_document("plan-nl", ["Scholen doen mee."], "nl")
    english = make_document("plan-en", ["Schools take part. It was in Dutch."], "en")
    english = replace(english, source=replace(english.source, translation_of="plan-nl"))
    return [dutch, english], [*split_document(dutch, "nl"), *split_document(english, "en")]


def test_an_official_edition_leaves_no_sentence_without_a_translation(tmp_path: Path) -> None:
    write_lines(tmp_path, "plan-en.nl.jsonl", make_line("It was in Dutch.", "In het Nederlands."))

    (found,) = read_translations(tmp_path, *editions())

    assert (len(found.rows), found.missing) == (1, 0)


def test_an_edition_is_one_in_either_direction_and_in_that_language_alone() -> None:
    documents, _ = editions()
    dutch, english = documents
    copy = replace(dutch, source=replace(dutch.source, document_id="copy"))

    assert has_edition(dutch, "en", documents)
    assert has_edition(english, "nl", documents)
    assert not has_edition(dutch, "nl", [*documents, copy])
    assert not has_edition(dutch, "en", [dutch])


@pytest.mark.parametrize("name", ["rapport.en.jsonl", "report.de.jsonl", "report.jsonl"])
def test_a_file_without_a_document_is_a_stray_one(tmp_path: Path, name: str) -> None:
    write_lines(tmp_path, name, CHOSEN)
    write_lines(tmp_path, "report.en.jsonl", CHOSEN)

    assert stray_files(tmp_path, DOCUMENTS) == [name]
    assert len(read_translations(tmp_path, DOCUMENTS, PASSAGES)) == 1


def test_a_corpus_without_translations_has_none(tmp_path: Path) -> None:
    assert read_translations(tmp_path, DOCUMENTS, PASSAGES) == ()
    assert stray_files(tmp_path, DOCUMENTS) == []


# The shipped translations


def shipped() -> dict[tuple[str, Language], TranslatedDocument]:
    corpus = the_corpus()
    found = read_translations(CORPUS, corpus.documents, corpus.passages)
    return {(one.document_id, one.language): one for one in found}


def test_no_shipped_row_is_refused_and_no_sentence_is_missing() -> None:
    assert {key: (one.refused, one.missing) for key, one in shipped().items()} == {
        ("plan-en", "nl"): ((), 0),
        ("symposium-2025", "en"): ((), 0),
        ("mentor", "nl"): ((), 0),
        ("hub", "nl"): ((), 0),
        ("hub", "en"): ((), 0),
    }
    assert stray_files(CORPUS, the_corpus().documents) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_shipped_can_be_read_in_either_language(language: Language) -> None:
    corpus, translations = the_corpus(), shipped()
    documents = {document.source.document_id: document for document in corpus.documents}
    untranslated = {
        sentence.of(documents[passage.document_id].text)
        for passage in corpus.passages
        for sentence in passage.sentences
        if passage.language != language
        and not has_edition(documents[passage.document_id], language, corpus.documents)
        and sentence.of(documents[passage.document_id].text)
        not in translations[passage.document_id, language].rows
    }

    assert untranslated == set()


def test_every_shipped_row_says_that_the_project_made_it_and_nobody_reviewed_it() -> None:
    rows = [row for one in shipped().values() for row in one.rows.values()]

    assert len(rows) > 200
    assert {(row.by, row.reviewed) for row in rows} == {("project", False)}
