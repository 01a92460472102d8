from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.reading import Line
from ingest.readers.text import TextReader
from ingest.settings import PROJECT
from tests.ingest.symposium_pdf import SYMPOSIUM

DOCUMENTS = PROJECT / "corpus/documents"
PLAN = DOCUMENTS / "aanpak-mentale-gezondheid-van-ons-allemaal.nl.txt"


def read(folder: Path, text: str) -> tuple[Line, ...]:
    path = folder / "file.txt"
    path.write_bytes(text.encode())
    return TextReader().read(path).lines


def page_openings(path: Path) -> list[tuple[int | None, str]]:
    lines = [line for line in TextReader().read(path).lines if line.text.strip()]
    return [(page, next(of).text.strip()) for page, of in groupby(lines, lambda line: line.page)]


def export(*pages: int) -> str:
    """Hard-wrapped text of which each page has the given number of lines."""
    return "\n".join(
        f"{' ' if number else ''}Pagina {number + 1}\n" + "\n".join(["regel tekst"] * (length - 1))
        for number, length in enumerate(pages)
    )


def test_the_symposium_report_has_five_pages() -> None:
    assert page_openings(SYMPOSIUM) == [
        (1, "Symposiumverslag, 7 november 2025"),
        (
            2,
            "behalen is als het gaat om structurele verankering van mentale gezondheid in "
            "verschillende",
        ),
        (3, "Manon Savelkoul (RIVM) presenteerde hoe te beginnen met MHiAP en Djoeke van Dale"),
        (4, "• De vraag kwam op of aandacht voor gezondheid in scholen automatisch onder"),
        (5, "• De hoop is dat aanbevelingen uit zulke rapporten worden opgenomen in"),
    ]


def test_the_plan_has_seventeen_pages() -> None:
    assert page_openings(PLAN) == [
        (1, "Aanpak ‘Mentale gezondheid: van ons allemaal’"),
        (2, "Inleiding"),
        (3, "Waar hebben we het over?"),
        (4, "Klik hier om terug te gaan"),
        (5, "Doelen"),
        (6, "De aanpak"),
        (7, "Actielijn 1"),
        (8, "Actielijn 2"),
        (9, "Actielijn 2"),
        (10, "Actielijn 3"),
        (11, "Actielijn 3"),
        (12, "Actielijn 4"),
        (13, "Actielijn 4"),
        (14, "Actielijn 5"),
        (15, "Actielijn 5"),
        (16, "tekst"),
        (17, "Tot slot"),
    ]


@pytest.mark.parametrize("button", [" Doe je mee?", " Lees verder >"])
def test_an_indented_button_of_the_plan_starts_no_page(button: str) -> None:
    lines = TextReader().read(PLAN).lines
    places = [number for number, line in enumerate(lines) if line.text == button]

    assert places
    assert all(lines[place].page == lines[place - 1].page for place in places)


@pytest.mark.parametrize(
    "name", ["mentor-rivm.en.txt", "international-mental-health-hub-page.mixed.txt"]
)
def test_web_pages_of_the_corpus_have_no_pages(name: str) -> None:
    assert {line.page for line in TextReader().read(DOCUMENTS / name).lines} == {None}


def test_the_mark_of_a_page_is_not_part_of_its_line(tmp_path: Path) -> None:
    lines = read(tmp_path, export(30, 30, 30))

    assert [line.text for line in lines if line.text.startswith("Pagina")] == [
        "Pagina 1",
        "Pagina 2",
        "Pagina 3",
    ]
    assert lines[-1].page == 3


def test_spaces_at_the_ends_of_a_line_stay(tmp_path: Path) -> None:
    assert read(tmp_path, "  1. Steun \n\nbestaans- \n") == (
        Line(text="  1. Steun "),
        Line(text=""),
        Line(text="bestaans- "),
    )


@pytest.mark.parametrize(
    "text",
    [
        export(100, 20),
        "\n".join([" Alinea van zes regels", *["die doorloopt"] * 5] * 12),
        "\n".join([*["regel"] * 80, " - een", " - twee", " - drie", *["regel"] * 40]),
        "\n".join([*["regel"] * 300, " los", *["regel"] * 300, " los", *["regel"] * 300]),
        "\n".join([*["alinea " * 60] * 40, " los", *["alinea " * 60] * 40, " los", "alinea"]),
    ],
    ids=["one mark", "indented paragraphs", "a list", "endless pages", "not hard-wrapped"],
)
def test_an_ordinary_text_file_has_no_pages(tmp_path: Path, text: str) -> None:
    lines = read(tmp_path, text)

    assert {line.page for line in lines} == {None}
    assert "\n".join(line.text for line in lines) == text


def test_a_form_feed_starts_a_page(tmp_path: Path) -> None:
    assert read(tmp_path, "een\n\ftwee\n\f\fvier\n\f") == (
        Line(text="een", page=1),
        Line(text="twee", page=2),
        Line(text="", page=3),
        Line(text="vier", page=4),
    )


@given(st.lists(st.text(alphabet="ab  .\t", max_size=12), min_size=1, max_size=80))
def test_no_text_is_lost_and_pages_only_grow(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    lines = read(tmp_path_factory.mktemp("text"), "\n".join([*texts, "."]))

    assert [line.text.strip() for line in lines] == [text.strip() for text in [*texts, "."]]
    pages = [line.page or 0 for line in lines]
    assert pages == sorted(pages)
