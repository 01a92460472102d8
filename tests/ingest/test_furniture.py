from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.furniture import drop_page_furniture
from ingest.readers.reading import Line
from ingest.readers.text import TextReader
from tests.ingest.symposium_pdf import SYMPOSIUM

NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes")


def body(page: int) -> list[str]:
    number = NUMBERS[page - 1]
    return [f"Bladzijde {number} begint", f"gaat over {number}", f"en besluit met {number}."]


def lines_of(pages: Sequence[Sequence[str]]) -> list[Line]:
    return [Line(text=text, page=page) for page, texts in enumerate(pages, 1) for text in texts]


def kept(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    lines = drop_page_furniture(lines_of(pages))
    return [[line.text for line in lines if line.page == n] for n in range(1, len(pages) + 1)]


def framed(heads: Sequence[str], feet: Sequence[str]) -> list[list[str]]:
    return [
        [text for text in (head, *body(page), foot) if text]
        for page, (head, foot) in enumerate(zip(heads, feet, strict=True), 1)
    ]


NONE = ("",) * 6
BODIES = [body(page) for page in range(1, 7)]


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (("Handreiking MHiAP",) * 6, NONE),
        (NONE, ("Trimbos-instituut  | RIVM",) * 6),
        (("", "", "", *("Handreiking MHiAP",) * 3), NONE),
        (("Symposium", "RIVM") * 3, NONE),
        (("", "RIVM") * 3, NONE),
        (NONE, ("1", "2", "3", "4", "5", "6")),
        (NONE, (" - 1 - ", " - 2 - ", " - 3 - ", " - 4 - ", " - 5 - ", " - 6 - ")),
        (NONE, tuple(f"Pagina {page} van 6" for page in range(1, 7))),
        (NONE, tuple(f"Page {page} of 6" for page in range(1, 7))),
        (NONE, tuple(f"{page} / 6" for page in range(1, 7))),
        (NONE, ("", "", "1", "2", "3", "4")),
        (tuple(str(page) for page in range(117, 123)), NONE),
        (("", *(f"Aanhangsel 2023–2024  {page}" for page in range(2, 7))), NONE),
        (NONE, ("", "2 | Handreiking", "", "4 | Handreiking", "", "6 | Handreiking")),
        (NONE, ("", "Pagina 2 van 6", "", "", "", "")),
    ],
    ids=[
        "running head",
        "running foot",
        "on half of the pages",
        "left and right",
        "left pages only",
        "page numbers",
        "numbers between dashes",
        "Pagina 1 van 6",
        "Page 1 of 6",
        "1 / 6",
        "numbers that start later",
        "pages of an issue",
        "head with a page number",
        "foot of left pages with a page number",
        "one page that names itself",
    ],
)
def test_what_returns_at_the_edge_of_pages_goes(heads: Sequence[str], feet: Sequence[str]) -> None:
    assert kept(framed(heads, feet)) == BODIES


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (("Inleiding", "Doelen", "De aanpak", "Wonen", "Werk", "Tot slot"), NONE),
        (("", "Actielijn 1", "Actielijn 1", "Actielijn 2", "Actielijn 2", "Actielijn 3"), NONE),
        (("", "", "Actielijn 1", "Actielijn 2", "Actielijn 3", ""), NONE),
        (NONE, ("Lees verder >", "", "", "Lees verder >", "", "")),
        (NONE, ("2022", "", "", "2019", "", "15")),
        (("7", "", "", "", "", ""), NONE),
    ],
    ids=["headings", "repeated headings", "numbered headings", "twice", "years", "one number"],
)
def test_headings_and_chance_numbers_stay(heads: Sequence[str], feet: Sequence[str]) -> None:
    pages = framed(heads, feet)

    assert kept(pages) == pages


def test_a_line_in_the_middle_of_a_page_stays_however_often_it_returns() -> None:
    pages = [[f"a{n}", f"b{n}", "Lees verder >", f"c{n}", f"d{n}"] for n in NUMBERS]

    assert kept(pages) == pages


def test_the_gap_between_furniture_and_text_goes_too() -> None:
    pages = [["Handreiking", "", *body(page), "", "", str(page)] for page in range(1, 7)]

    assert kept(pages) == BODIES


def test_gaps_elsewhere_stay() -> None:
    pages = [["", "Handreiking", f"a{n}", "", f"b{n}", f"c{n}", ""] for n in NUMBERS]

    assert kept(pages) == [[f"a{n}", "", f"b{n}", f"c{n}", ""] for n in NUMBERS]


def test_a_file_without_pages_keeps_every_line() -> None:
    lines = tuple(Line(text=text) for text in ["1", "kop", "tekst", "1", "kop", "tekst"] * 5)

    assert drop_page_furniture(lines) == lines


def test_nothing_of_the_symposium_report_is_furniture() -> None:
    lines = TextReader().read(SYMPOSIUM).lines

    assert drop_page_furniture(lines) == lines


texts_of_pages = st.lists(
    st.lists(
        st.sampled_from(
            ["", " ", "kop", "voet 3", "1", "2", "- 3 -", "beleid", "wonen", "werk 12"]
        ),
        min_size=1,
        max_size=8,
    ),
    min_size=1,
    max_size=8,
)


@given(texts_of_pages)
def test_a_line_that_occurs_once_stays_unless_it_holds_a_number(pages: list[list[str]]) -> None:
    lines = lines_of(pages)
    counts = Counter(line.text for line in lines)

    remaining = {line.text for line in drop_page_furniture(lines)}

    for text, count in counts.items():
        if count == 1 and text.strip() and not any(char.isdigit() for char in text):
            assert text in remaining


@given(texts_of_pages)
def test_what_stays_keeps_its_order_and_its_page(pages: list[list[str]]) -> None:
    lines = iter(lines_of(pages))

    assert all(line in lines for line in drop_page_furniture(lines_of(pages)))
