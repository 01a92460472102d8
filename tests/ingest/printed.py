"""PDFs for the tests, printed with fpdf2; places are millimetres from the top left."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from fpdf import FPDF

LEFT = 20.0
RIGHT = 110.0
TOP = 30.0
LEADING = 6.0

LEFT_COLUMN = (
    "Mentale gezondheid wordt gevormd in",
    "het dagelijks leven: thuis, op school",
    "en op het werk, en minder in de",
    "spreekkamer. Gemeenten die dat zien",
    "kijken daarom naar alle domeinen en",
    "maken afspraken met wonen en werk.",
)
RIGHT_COLUMN = (
    "Een werkgroep met alle afdelingen is",
    "een goed begin. Leg vast wie wanneer",
    "aan tafel zit, en bespreek elk jaar",
    "wat de plannen voor inwoners doen.",
    "Begin klein en kies een onderwerp dat",
    "voor iedereen herkenbaar is in de wijk.",
)


def new_pdf(size: float = 11) -> FPDF:
    """An empty A4 document that can print every letter of Windows-1252."""
    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_auto_page_break(False)
    pdf.set_font("Times", size=size)
    return pdf


def print_lines(
    pdf: FPDF, lines: Iterable[str], *, x: float = LEFT, y: float = TOP, leading: float = LEADING
) -> float:
    """Print lines under each other; gives the height at which the next one would stand."""
    for line in lines:
        pdf.text(x, y, line)
        y += leading
    return y


def save(pdf: FPDF, path: Path) -> Path:
    pdf.output(str(path))
    return path


def save_pages(path: Path, pages: Sequence[Sequence[str]]) -> Path:
    pdf = new_pdf()
    for lines in pages:
        pdf.add_page()
        print_lines(pdf, lines)
    return save(pdf, path)
