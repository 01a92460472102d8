"""PDF, page by page."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import hypot
from pathlib import Path

from pypdf import PageObject
from pypdf import PdfReader as PypdfReader
from pypdf.errors import (
    DependencyError,
    DeprecationError,
    FileNotDecryptedError,
    PyPdfError,
)

from ingest.errors import UnreadableFile
from ingest.readers.fragments import Fragment
from ingest.readers.page_layout import lines_of
from ingest.readers.reading import Line, Reading

_SIGNATURE = re.compile(rb"%PDF-\d")
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^Microsoft Word - |^untitled|^naamloos|\.(docx?|html?|indd|odt|pdf|pptx?|qxd|txt)$",
    re.IGNORECASE,
)

# pypdf lets the errors of its own code out where a file breaks its expectations (seen by changing
# bytes of good files at random).
_DAMAGE = (
    PyPdfError,
    DeprecationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

_DAMAGED = "damaged: {}; open it in a PDF viewer and save it as a new PDF"
_PROTECTED = "protected with a password; save a copy without one"
_ENCRYPTED = "encrypted in a way that this installation cannot open; save a copy without protection"
_NO_TEXT = "no text layer; if the pages are scans, run text recognition (OCR) on it first"


class PdfReader:
    """Reads the text layer of a PDF; every line has its page."""

    def accepts(self, head: bytes) -> bool:
        """Tell whether a PDF signature stands in the first 1,024 bytes."""
        return bool(_SIGNATURE.search(head[:1024]))

    def read(self, path: Path) -> Reading:
        """Return the lines in reading order, with an empty line at every paragraph gap.

        A page that cannot be read is left out; the pages after it keep their numbers.

        Raises:
            UnreadableFile: when the file is damaged, protected with a password, or without text.
        """
        try:
            with _quiet(), path.open("rb") as stream:
                return _read(PypdfReader(stream))
        except FileNotDecryptedError as error:
            raise UnreadableFile(_PROTECTED) from error
        except DependencyError as error:
            raise UnreadableFile(_ENCRYPTED) from error
        except _DAMAGE as error:
            raise UnreadableFile(_DAMAGED.format(_reason(error))) from error
        except OSError as error:
            raise UnreadableFile(f"cannot be opened: {error.strerror}") from error


def _read(document: PypdfReader) -> Reading:
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableFile(_PROTECTED)
    lines: list[Line] = []
    unread: list[Exception] = []
    for page, content in enumerate(document.pages, start=1):
        try:
            texts = lines_of(list(_fragments(content)))
        except _DAMAGE as error:
            unread.append(error)
        else:
            lines.extend(Line(text=text, page=page) for text in texts)
    if not lines:
        raise unread[0] if unread else UnreadableFile(_NO_TEXT)
    return Reading(lines=tuple(lines), title=_title(document))


def _fragments(page: PageObject) -> Sequence[Fragment]:
    """Return what a page draws, in order; places are measured along the direction of the text."""
    fragments: list[Fragment] = []

    def visit(
        text: str,
        page_matrix: Sequence[float],
        text_matrix: Sequence[float],
        font: Mapping[str, object] | None,
        size: float,
    ) -> None:
        a, b, c, d, e, f = page_matrix
        along_x, along_y, up_x, up_y, x, y = text_matrix
        x, y = x * a + y * c + e, x * b + y * d + f
        along_x, along_y = along_x * a + along_y * c, along_x * b + along_y * d
        length = hypot(along_x, along_y) or 1.0
        cosine, sine = along_x / length, along_y / length
        fragments.append(
            Fragment(
                text=text,
                x=x * cosine + y * sine,
                y=y * cosine - x * sine,
                size=abs(size) * hypot(up_x * a + up_y * c, up_x * b + up_y * d),
                bold=bool(_BOLD.search(str((font or {}).get("/BaseFont", "")))),
            )
        )

    page.extract_text(visitor_text=visit)
    return fragments


def _title(document: PypdfReader) -> str | None:
    """Return the title that the file carries, unless that is a file name or a stand-in."""
    try:
        title = (document.metadata.title or "") if document.metadata else ""
    except _DAMAGE:
        return None
    title = " ".join(title.split())
    return None if _NO_TITLE.search(title) else title or None


def _reason(error: Exception) -> str:
    first = str(error).strip().partition("\n")[0].rstrip(".")
    return first if isinstance(error, PyPdfError) and first else "its structure cannot be read"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf from writing what it mends in a file to the terminal."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
