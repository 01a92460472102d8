"""The symposium report, printed as the five-page PDF that its text was taken from."""

from pathlib import Path

from ingest.readers.text import TextReader
from ingest.settings import PROJECT
from tests.ingest.printed import LEADING, TOP, new_pdf, save

SYMPOSIUM = PROJECT / "corpus/documents/symposium-mhiap-2025-11-07.nl.txt"


def print_symposium(path: Path, text: Path = SYMPOSIUM) -> Path:
    """Print the text file, line by line and page by page, as a PDF at ``path``."""
    pdf = new_pdf()
    page, y = 0, TOP
    for line in TextReader().read(text).lines:
        if line.page is not None and line.page > page:
            page, y = line.page, TOP
            pdf.add_page()
        if line.text.strip():
            pdf.text(20, y, line.text.strip())
            y += LEADING
    return save(pdf, path)
