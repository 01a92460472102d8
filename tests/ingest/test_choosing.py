import io
import os
import zipfile
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.choosing import choose_reader, read_file
from ingest.readers.markdown import MarkdownReader
from ingest.readers.pdf import PdfReader
from ingest.readers.reading import Reader
from ingest.readers.text import TextReader
from tests.ingest.printed import save_pages

THIS_VERSION = "this version reads PDF, Markdown and plain text"


def zip_with(*names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("plan.md", "Gewone tekst.", MarkdownReader),
        ("plan.MARKDOWN", "Gewone tekst.", MarkdownReader),
        ("plan.txt", "Gewone tekst.", TextReader),
        ("plan", "Gewone tekst.", TextReader),
        ("plan.txt", "# Kop\n\n- **een**", MarkdownReader),
        ("plan.pdf", "Gewone tekst.", TextReader),
        ("plan.html", "Gewone tekst.", TextReader),
    ],
)
def test_content_decides_and_the_name_breaks_a_tie(
    tmp_path: Path, name: str, content: str, reader: type[Reader]
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert type(choose_reader(path)) is reader


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.docx", "plan"])
def test_a_pdf_is_read_as_pdf_under_any_name(tmp_path: Path, name: str) -> None:
    path = save_pages(tmp_path / name, [["Beleid."]])

    assert type(choose_reader(path)) is PdfReader
    assert [line.text for line in read_file(path).lines] == ["Beleid."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_with("[Content_Types].xml", "word/document.xml"), "a Word document (DOCX)"),
        (zip_with("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet (XLSX)"),
        (zip_with("ppt/presentation.xml"), "a presentation (PPTX)"),
        (
            zip_with("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
            "an OpenDocument file (ODT)",
        ),
        (zip_with("a.csv"), "a ZIP archive or Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "an old Office document"),
        (b"{\\rtf1\\ansi Beleid.}", "a rich text document (RTF)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(80), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(80), "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html><p>Beleid", "a web page (HTML)"),
        (b"<!-- kop --> <HTML lang=nl>", "a web page (HTML)"),
        ("\ufeff<html>".encode("utf-16-le"), "a web page (HTML)"),
        (bytes(range(256)), "not a text file"),
    ],
)
def test_another_format_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile) as refusal:
        read_file(path)

    assert str(refusal.value) == f"{reason}; {THIS_VERSION}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "the file is empty"), (b"\xef\xbb\xbf", "no text"), (b" \n\t\n", "no text")],
)
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match=reason):
        read_file(path)


def test_a_markdown_file_of_pictures_holds_no_text(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_text("![plaatje](a.png)\n", encoding="utf-8")

    with pytest.raises(UnreadableFile, match="the file holds no text"):
        read_file(path)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="a folder, not a file"):
        choose_reader(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    with pytest.raises(UnreadableFile, match="not an ordinary file"):
        choose_reader(pipe)


def test_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened: No such file or directory"):
        choose_reader(tmp_path / "nergens.txt")
