import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF

from ingest.errors import IngestError, ManifestError
from ingest.generations import current_generation
from ingest.pipeline import FileReport, ingest, is_stale, read_corpus, read_texts, write_texts
from ingest.settings import Settings
from tests.ingest.real_corpus import CORPUS, the_corpus
from tests.ingest.small_translations import make_line, write_lines

GUIDE = """Handreiking voor gemeenten

De gemeente maakt afspraken met scholen over het welzijn van leerlingen.

Een kartrekker houdt de afspraken bij.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the shipped corpus that a test may change."""
    shutil.copytree(CORPUS, tmp_path / "corpus")
    return tmp_path / "corpus"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A corpus folder with one file and no manifest."""
    folder = tmp_path / "small"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "gids.txt").write_text(GUIDE, encoding="utf-8")
    return folder


def timeless(files: tuple[FileReport, ...]) -> list[FileReport]:
    return [replace(report, seconds=0.0) for report in files]


def report_of(folder: Path, file: str) -> FileReport:
    return next(report for report in read_corpus(folder).files if report.file == file)


def test_the_documents_come_in_the_order_of_the_manifest() -> None:
    reports = the_corpus().files[:5]

    assert [(r.document_id, r.pages) for r in reports] == [
        ("plan-nl", 17),
        ("plan-en", 0),
        ("symposium-2025", 5),
        ("mentor", 0),
        ("hub", 0),
    ]
    assert [(r.skipped, r.note) for r in reports] == [(None, None)] * 5
    assert sum(r.passages for r in reports) == len(the_corpus().passages)


def test_a_file_without_a_row_is_inferred_and_reported_as_such(corpus: Path) -> None:
    (corpus / "documents" / "Gids MHiAP.txt").write_text(GUIDE, encoding="utf-8")

    found = read_corpus(corpus)

    assert timeless(found.files)[5] == FileReport(
        file="Gids MHiAP.txt",
        document_id="gids-mhiap",
        pages=0,
        passages=2,
        seconds=0.0,
        note="no row in manifest.toml: title and language inferred",
    )
    source = found.documents[-1].source
    assert (source.title, source.language, source.inferred) == (
        "Handreiking voor gemeenten",
        "nl",
        True,
    )
    assert found.documents[:-1] == the_corpus().documents


def test_two_files_with_one_name_get_two_ids(small: Path) -> None:
    (small / "documents" / "gids.md").write_text(GUIDE, encoding="utf-8")

    assert [r.document_id for r in read_corpus(small).files] == ["gids", "gids-2"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leeg.txt", b"", "the file is empty"),
        ("wit.txt", b" \n \n", "the file holds no text"),
        ("plaatje.png", b"\x89PNG\r\n\x1a\n0000", "a PNG image"),
        ("kapot.pdf", b"%PDF-1.7\nkapot", ""),
        ("knoppen.txt", b"Lees verder >\n\ntekst\n", "it holds no text"),
        ("ruis.bin", bytes(range(256)) * 20, ""),
    ],
)
def test_a_file_that_cannot_be_read_is_skipped_and_the_rest_goes_on(
    small: Path, name: str, content: bytes, reason: str
) -> None:
    (small / "documents" / name).write_bytes(content)

    found = read_corpus(small)

    skipped = report_of(small, name).skipped
    assert skipped is not None
    assert skipped.startswith(reason)
    assert "\n" not in skipped
    assert [document.source.document_id for document in found.documents] == ["gids"]


def test_a_file_that_the_manifest_names_but_that_is_gone_is_skipped(corpus: Path) -> None:
    (corpus / "documents" / "mentor-rivm.en.txt").unlink()

    found = read_corpus(corpus)

    assert report_of(corpus, "mentor-rivm.en.txt").document_id == "mentor"
    assert report_of(corpus, "mentor-rivm.en.txt").skipped == (
        "the manifest names it, but it is not in the folder"
    )
    assert len(found.documents) == 4


def test_a_file_that_differs_from_the_manifest_is_read_with_a_note(corpus: Path) -> None:
    path = corpus / "documents" / "mentor-rivm.en.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n\nA new line.\n", encoding="utf-8")

    report = report_of(corpus, path.name)

    assert report.skipped is None
    assert report.note == "the file differs from the one in manifest.toml (sha256)"


def test_hidden_files_and_folders_are_no_documents(small: Path) -> None:
    (small / "documents" / ".gids.txt.swp").write_bytes(b"x")
    (small / "documents" / "oud").mkdir()

    assert [r.file for r in read_corpus(small).files] == ["gids.txt"]


def test_a_pdf_can_be_dropped_in(small: Path) -> None:
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.text(20, 30, "Wonen raakt de mentale gezondheid van iedereen in de stad.")
    pdf.add_page()
    pdf.text(20, 30, "Werk en inkomen doen dat ook, zegt het onderzoek.")
    pdf.output(str(small / "documents" / "wonen.pdf"))

    report = report_of(small, "wonen.pdf")

    assert (report.document_id, report.pages, report.skipped) == ("wonen", 2, None)


def test_a_manifest_that_cannot_be_used_stops_the_ingest(corpus: Path) -> None:
    (corpus / "manifest.toml").write_text("[[document", encoding="utf-8")

    with pytest.raises(ManifestError):
        read_corpus(corpus)


def test_a_folder_without_documents_gives_none(tmp_path: Path) -> None:
    assert read_corpus(tmp_path).documents == ()


def test_progress_runs_from_nothing_to_all(corpus: Path) -> None:
    steps: list[tuple[str, int, int]] = []

    read_corpus(corpus, lambda step, done, total: steps.append((step, done, total)))

    assert steps == [("read", done, 5) for done in range(6)]


# Unofficial translations


def test_the_files_of_translations_come_after_the_documents() -> None:
    reports = the_corpus().files[5:]

    assert [report.file for report in reports] == [
        "translations/plan-en.nl.jsonl",
        "translations/symposium-2025.en.jsonl",
        "translations/mentor.nl.jsonl",
        "translations/hub.nl.jsonl",
        "translations/hub.en.jsonl",
    ]
    assert {(r.pages, r.passages, r.skipped, r.refused) for r in reports} == {(0, 0, None, 0)}
    assert [note.split(";")[0] for r in reports if (note := r.note)] == [
        *(f"sentences: {count}" for count in (7, 93, 23, 61, 38)),
    ]


def test_what_is_searched_is_every_document_and_then_its_renderings() -> None:
    corpus = the_corpus()

    assert [d.source.document_id for d in corpus.all_documents] == [
        *("plan-nl", "plan-en", "symposium-2025", "mentor", "hub"),
        *("plan-en@nl", "symposium-2025@en", "mentor@nl", "hub@nl", "hub@en"),
    ]
    assert corpus.all_passages[: len(corpus.passages)] == corpus.passages
    in_order = dict.fromkeys(p.document_id for p in corpus.all_passages)
    assert list(in_order) == [d.source.document_id for d in corpus.all_documents]


def test_a_refused_row_leaves_the_ingest_incomplete_and_the_rest_is_used(
    small: Path, tmp_path: Path
) -> None:
    write_lines(
        small,
        "gids.en.jsonl",
        make_line("Handreiking voor gemeenten", "Guide for municipalities"),
        make_line("Een kartrekker houdt de afspraken bij.", "A driving force keeps the 3 up."),
    )
    settings = Settings(corpus=small, index=tmp_path / "index")

    report = ingest(settings)

    translated = report.files[-1]
    assert not report.complete
    assert (translated.file, translated.skipped, translated.refused) == (
        "translations/gids.en.jsonl",
        None,
        1,
    )
    assert "refused line 2: 3 is not the same in the translation" in (translated.note or "")
    assert "without a translation: 2" in (translated.note or "")
    rendition = read_corpus(small).renditions[0].document
    assert rendition.text.startswith("Guide for municipalities\n\nDe gemeente maakt afspraken")
    assert list(read_texts(small)) == ["gids"]


def test_a_file_of_translations_without_a_document_is_skipped(small: Path, tmp_path: Path) -> None:
    write_lines(small, "gisd.en.jsonl", make_line("Handreiking voor gemeenten", "Guide"))

    report = ingest(Settings(corpus=small, index=tmp_path / "index"))

    assert not report.complete
    assert report.files[-1].skipped == (
        "no document needs it: name it <document>.<nl or en>.jsonl, for another language"
    )
    assert report.files[-1].file == "translations/gisd.en.jsonl"


def test_a_changed_translation_makes_the_index_stale(small: Path, tmp_path: Path) -> None:
    settings = Settings(corpus=small, index=tmp_path / "index")
    ingest(settings)
    write_lines(small, "gids.en.jsonl", make_line("Handreiking voor gemeenten", "Guide"))

    assert is_stale(settings) == "the documents have changed"
    assert ingest(settings).info.renderings == 4
    assert is_stale(settings) is None


# The texts that every span points into


def test_the_texts_are_written_by_document(small: Path) -> None:
    write_texts(small, read_corpus(small).documents)

    assert read_texts(small) == {
        document.source.document_id: document.text for document in read_corpus(small).documents
    }


def test_a_text_is_written_only_when_it_changed(corpus: Path) -> None:
    texts = corpus / "text"
    before = {path.name: path.stat().st_mtime_ns for path in texts.iterdir()}
    (texts / "mentor.txt").write_text("oud", encoding="utf-8")

    write_texts(corpus, the_corpus().documents)

    after = {path.name: path.stat().st_mtime_ns for path in texts.iterdir()}
    assert {name for name in after if after[name] != before.get(name)} == {"mentor.txt"}
    assert (texts / "mentor.txt").read_bytes() == (CORPUS / "text" / "mentor.txt").read_bytes()


# From files to a serving index


def test_an_ingest_builds_an_index_once(small: Path, tmp_path: Path) -> None:
    settings = Settings(corpus=small, index=tmp_path / "index")

    assert is_stale(settings) == "there is no index yet"
    first = ingest(settings)
    again = ingest(settings)

    assert (first.built, first.complete, first.info.documents) == (True, True, 1)
    assert (again.built, again.info) == (False, first.info)
    assert current_generation(settings.index) == first.info.generation
    assert is_stale(settings) is None
    assert list(read_texts(small)) == ["gids"]


def test_a_new_file_makes_the_index_stale_and_is_in_the_next(small: Path, tmp_path: Path) -> None:
    settings = Settings(corpus=small, index=tmp_path / "index")
    ingest(settings)
    (small / "documents" / "tweede.txt").write_text("Een tweede gids.\n", encoding="utf-8")
    (small / "documents" / "leeg.txt").write_bytes(b"")

    assert is_stale(settings) == "the documents have changed"
    report = ingest(settings)

    assert (report.built, report.complete, report.info.documents) == (True, False, 2)
    assert sorted(read_texts(small)) == ["gids", "tweede"]


def test_an_ingest_without_a_document_says_what_to_do(tmp_path: Path) -> None:
    settings = Settings(corpus=tmp_path, index=tmp_path / "index")

    with pytest.raises(IngestError, match="put PDF, Markdown or text files there") as raised:
        ingest(settings)

    assert str(tmp_path / "documents") in str(raised.value)
    assert current_generation(settings.index) is None
