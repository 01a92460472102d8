from hashlib import sha256
from pathlib import Path

import pytest

from ingest.errors import ManifestError
from ingest.manifest import infer_source, read_manifest, sha256_of_file
from ingest.readers.reading import Line, Reading
from tests.ingest.real_corpus import CORPUS

HASH = "0" * 64
ROW = f'id = "a"\nfile = "a.txt"\ntitle = "A"\nlanguage = "nl"\nsha256 = "{HASH}"\n'


def write(folder: Path, *rows: str) -> Path:
    path = folder / "manifest.toml"
    path.write_text("\n".join(f"[[document]]\n{row}" for row in rows), encoding="utf-8")
    return path


def reading(*texts: str, title: str | None = None) -> Reading:
    return Reading(lines=tuple(Line(text=text) for text in texts), title=title)


def test_the_rows_of_the_corpus_name_their_files() -> None:
    rows = read_manifest(CORPUS / "manifest.toml")

    assert [row.document_id for row in rows] == [
        "plan-nl",
        "plan-en",
        "symposium-2025",
        "mentor",
        "hub",
    ]
    for row in rows:
        assert sha256_of_file(CORPUS / "documents" / row.file) == row.sha256


def test_what_is_not_known_is_none(tmp_path: Path) -> None:
    (row,) = read_manifest(write(tmp_path, ROW))

    assert (row.publisher, row.published, row.kind, row.authority) == (None,) * 4
    assert (row.url, row.licence, row.translation_of) == (None,) * 3
    assert (row.boxes, row.names, row.titles, row.inferred) == ({}, (), {}, False)


def test_no_manifest_is_no_rows(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "manifest.toml") == ()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["id ="], "is not valid TOML"),
        (['id = "a"'], "correct that row"),
        ([ROW.replace('"nl"', '"fr"')], "language"),
        ([ROW.replace(HASH, "kort")], "sha256"),
        ([ROW.replace('"a"', '"Een Twee"')], "id"),
        ([ROW + 'published = "juni 2022"'], "published"),
        ([ROW + 'url = "www.rivm.nl"'], "url"),
        ([ROW + 'auteur = "RIVM"'], "auteur"),
        ([ROW, ROW.replace("a.txt", "b.txt")], "two rows with id 'a'"),
        ([ROW, ROW.replace('id = "a"', 'id = "b"')], "two rows with file 'a.txt'"),
        ([ROW + 'translation_of = "b"'], "a is a translation of 'b', which has no row"),
    ],
)
def test_a_manifest_that_cannot_be_used_says_why(
    tmp_path: Path, rows: list[str], message: str
) -> None:
    path = write(tmp_path, *rows)

    with pytest.raises(ManifestError, match=message) as raised:
        read_manifest(path)

    assert str(path) in str(raised.value)


def test_a_manifest_in_another_encoding_says_why(tmp_path: Path) -> None:
    path = tmp_path / "manifest.toml"
    path.write_bytes('title = "Coördinatie"'.encode("latin-1"))

    with pytest.raises(ManifestError, match="is not valid TOML"):
        read_manifest(path)


def test_a_row_is_inferred_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Handreiking MHiAP (v2).txt"
    path.write_bytes(b"inhoud")
    texts = reading(
        "", "  Handreiking voor gemeenten ", "", "De gemeente maakt afspraken met scholen."
    )

    found = infer_source(path, texts, taken=set())

    assert (found.document_id, found.file) == ("handreiking-mhiap-v2", path.name)
    assert (found.title, found.language) == ("Handreiking voor gemeenten", "nl")
    assert (found.sha256, found.inferred) == (sha256(b"inhoud").hexdigest(), True)
    assert (found.publisher, found.published, found.kind, found.authority) == (None,) * 4


def test_the_title_that_the_format_carries_wins(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_bytes(b"-")

    found = infer_source(path, reading("The guide is for municipalities.", title="A guide"), set())

    assert (found.title, found.language) == ("A guide", "en")


@pytest.mark.parametrize(
    ("name", "taken", "document_id"),
    [
        ("plan.txt", {"plan"}, "plan-2"),
        ("plan.pdf", {"plan", "plan-2"}, "plan-3"),
        ("Coördinatie én zo.txt", set(), "coordinatie-en-zo"),
        ("Ψυχή.txt", set(), "document"),
        ("...txt", {"document"}, "document-2"),
    ],
)
def test_an_inferred_id_is_plain_and_free(
    tmp_path: Path, name: str, taken: set[str], document_id: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"-")

    assert infer_source(path, reading("Tekst."), taken).document_id == document_id
