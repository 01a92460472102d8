"""Which reader reads a file: by what is in it, and only then by its name."""

import re
from collections.abc import Callable
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.readers.decoding import NOT_TEXT
from ingest.readers.markdown import MarkdownReader
from ingest.readers.pdf import PdfReader
from ingest.readers.reading import Reader, Reading
from ingest.readers.text import TextReader

HEAD_BYTES = 4096
MARKDOWN_SUFFIXES = (".md", ".markdown")
READ_HERE = "this version reads PDF, Markdown and plain text"

_HTML = re.compile(
    rb"[\s\xef\xbb\xbf\xff\xfe]*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b",
    re.I | re.S,
)
_ZIP = b"PK\x03\x04"

_OTHER_FORMATS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("a Word document (DOCX)", lambda head: head.startswith(_ZIP) and b"word/" in head),
    ("a spreadsheet (XLSX)", lambda head: head.startswith(_ZIP) and b"xl/" in head),
    ("a presentation (PPTX)", lambda head: head.startswith(_ZIP) and b"ppt/" in head),
    ("an OpenDocument file (ODT)", lambda head: head.startswith(_ZIP) and b"opendocument" in head),
    ("a ZIP archive or Office document", lambda head: head.startswith(_ZIP)),
    ("an old Office document", lambda head: head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("a rich text document (RTF)", lambda head: head.startswith(b"{\\rtf")),
    ("a PNG image", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    ("a JPEG image", lambda head: head.startswith(b"\xff\xd8\xff")),
    ("a GIF image", lambda head: head.startswith((b"GIF87a", b"GIF89a"))),
    ("a TIFF image", lambda head: head.startswith((b"II*\0", b"MM\0*"))),
    ("a WebP image", lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP"),
    ("a web page (HTML)", lambda head: bool(_HTML.match(head.replace(b"\0", b"")))),
)


def choose_reader(path: Path) -> Reader:
    """Return the reader for the file at ``path``.

    Content decides. Between Markdown and plain text, which no content tells apart for certain, a
    name that ends in ``.md`` or ``.markdown`` is Markdown.

    Raises:
        UnreadableFile: when it is no file, is empty, or is in a format that no reader reads.
    """
    head = _head(path)
    pdf, markdown, text = PdfReader(), MarkdownReader(), TextReader()
    if pdf.accepts(head):
        return pdf
    for name, recognises in _OTHER_FORMATS:
        if recognises(head):
            raise UnreadableFile(f"{name}; {READ_HERE}")
    if markdown.accepts(head):
        return markdown
    if text.accepts(head):
        return markdown if path.suffix.lower() in MARKDOWN_SUFFIXES else text
    raise UnreadableFile(f"{NOT_TEXT}; {READ_HERE}")


def read_file(path: Path) -> Reading:
    """Return the lines of the file at ``path``, by the reader that its content asks for.

    Raises:
        UnreadableFile: with a one-line reason, also when the file holds no text at all.
    """
    reading = choose_reader(path).read(path)
    if not any(line.text.strip() for line in reading.lines):
        raise UnreadableFile("the file holds no text")
    return reading


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile("a folder, not a file")
    if path.exists() and not path.is_file():
        raise UnreadableFile("not an ordinary file")
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        raise UnreadableFile(f"cannot be opened: {error.strerror}") from error
    if not head:
        raise UnreadableFile("the file is empty")
    return head
