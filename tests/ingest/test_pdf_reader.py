import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.readers.pdf import PdfReader
from ingest.readers.reading import Line, Reading
from ingest.readers.text import TextReader
from tests.ingest.printed import (
    LEADING,
    LEFT,
    LEFT_COLUMN,
    RIGHT,
    RIGHT_COLUMN,
    TOP,
    new_pdf,
    print_lines,
    save,
    save_pages,
)
from tests.ingest.symposium_pdf import SYMPOSIUM, print_symposium


def read_texts(path: Path) -> list[str]:
    return [line.text for line in PdfReader().read(path).lines]


def written(reading: Reading) -> Iterator[tuple[int | None, str]]:
    for line in reading.lines:
        if text := line.text.strip():
            yield line.page, text


def test_the_printed_symposium_report_has_the_lines_and_pages_of_its_text(tmp_path: Path) -> None:
    printed = PdfReader().read(print_symposium(tmp_path / "symposium.pdf"))

    assert list(written(printed)) == list(written(TextReader().read(SYMPOSIUM)))
    assert {line.page for line in printed.lines} == {1, 2, 3, 4, 5}


def test_every_line_has_its_page(tmp_path: Path) -> None:
    path = save_pages(tmp_path / "two.pdf", [["Eerste pagina."], ["Tweede pagina."]])

    assert PdfReader().read(path) == Reading(
        lines=(Line(text="Eerste pagina.", page=1), Line(text="Tweede pagina.", page=2))
    )


def test_dutch_letters_and_typographic_marks_come_through(tmp_path: Path) -> None:
    line = "• Coördinatie én beïnvloeding: “programma’s” – ‘ideeën’"

    assert read_texts(save_pages(tmp_path / "nl.pdf", [[line]])) == [line]


def test_hyphens_at_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    lines = [
        "met laagdrempelige inloopmogelijk-",
        "heden en een brede samen-",
        "werking in de wijk",
    ]

    assert read_texts(save_pages(tmp_path / "hyphens.pdf", [lines])) == lines


def test_columns_that_are_drawn_one_after_the_other_keep_their_order(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    print_lines(pdf, LEFT_COLUMN, x=LEFT)
    print_lines(pdf, RIGHT_COLUMN, x=RIGHT)

    assert read_texts(save(pdf, tmp_path / "columns.pdf")) == [*LEFT_COLUMN, *RIGHT_COLUMN]


@pytest.mark.parametrize("lower", [0.0, 2.8], ids=["same height", "half a line lower"])
def test_columns_that_are_drawn_line_by_line_are_put_in_order(tmp_path: Path, lower: float) -> None:
    pdf = new_pdf()
    pdf.add_page()
    for number, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        pdf.text(LEFT, TOP + number * LEADING, left)
        pdf.text(RIGHT, TOP + number * LEADING + lower, right)

    assert read_texts(save(pdf, tmp_path / "columns.pdf")) == [*LEFT_COLUMN, *RIGHT_COLUMN]


def test_a_head_footnote_and_page_number_stay_outside_interleaved_columns(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.text(150, 12, "Handreiking MHiAP")
    for number, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        pdf.text(LEFT, TOP + number * LEADING, left)
        pdf.text(RIGHT, TOP + number * LEADING, right)
    pdf.text(LEFT, 250, "1 RIVM, 2022")
    pdf.text(104, 285, "7")

    written_lines = [text for text in read_texts(save(pdf, tmp_path / "page.pdf")) if text]

    assert written_lines == [
        "Handreiking MHiAP",
        *LEFT_COLUMN,
        *RIGHT_COLUMN,
        "1 RIVM, 2022",
        "7",
    ]


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    rows = [("Wonen", "12"), ("Werk", "9"), ("Onderwijs", "31"), ("Sport", "4"), ("Zorg", "18")]
    for number, (name, count) in enumerate(rows):
        pdf.text(LEFT, TOP + number * LEADING, name)
        pdf.text(RIGHT, TOP + number * LEADING, count)

    assert read_texts(save(pdf, tmp_path / "table.pdf")) == [f"{a} {b}" for a, b in rows]


def test_a_wider_gap_is_an_empty_line(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    y = print_lines(pdf, LEFT_COLUMN)
    print_lines(pdf, RIGHT_COLUMN, y=y + 4)

    assert read_texts(save(pdf, tmp_path / "gap.pdf")) == [*LEFT_COLUMN, "", *RIGHT_COLUMN]


def test_a_heading_in_larger_or_bold_letters_is_a_block_of_its_own(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.set_font("Times", size=14)
    pdf.text(LEFT, TOP, "Inleiding")
    pdf.set_font("Times", size=11)
    y = print_lines(pdf, LEFT_COLUMN, y=TOP + LEADING)
    pdf.set_font("Times", "B", size=11)
    pdf.text(LEFT, y, "Waar hebben we het over?")
    pdf.set_font("Times", size=11)
    print_lines(pdf, RIGHT_COLUMN, y=y + LEADING)

    assert read_texts(save(pdf, tmp_path / "headings.pdf")) == [
        "Inleiding",
        "",
        *LEFT_COLUMN,
        "",
        "Waar hebben we het over?",
        "",
        *RIGHT_COLUMN,
    ]


def test_a_footnote_mark_is_read_at_its_word_and_a_footnote_as_a_block(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.set_xy(LEFT, TOP)
    pdf.write(LEADING, "een van de grootste risico’s voor de toekomst")
    pdf.char_vpos = "SUP"
    pdf.write(LEADING, "1")
    pdf.char_vpos = "LINE"
    pdf.write(LEADING, ". Onze samenleving")
    y = print_lines(pdf, LEFT_COLUMN, y=TOP + 2 * LEADING)
    pdf.set_font("Times", size=8)
    print_lines(pdf, ["1 Volksgezondheid Toekomst Verkenning"], y=y + 3)

    lines = read_texts(save(pdf, tmp_path / "footnote.pdf"))

    assert lines[0].startswith("een van de grootste risico’s voor de toekomst1")
    assert lines[-2:] == ["", "1 Volksgezondheid Toekomst Verkenning"]


def test_the_title_is_the_one_that_the_file_carries(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.set_title("Handreiking MHiAP")
    pdf.add_page()
    pdf.text(LEFT, TOP, "Tekst.")

    assert PdfReader().read(save(pdf, tmp_path / "titled.pdf")).title == "Handreiking MHiAP"


def test_a_title_that_is_a_file_name_is_no_title(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.set_title("Microsoft Word - Handreiking_v3_def.docx")
    pdf.add_page()
    pdf.text(LEFT, TOP, "Tekst.")

    assert PdfReader().read(save(pdf, tmp_path / "titled.pdf")).title is None


def test_a_pdf_is_known_by_its_signature_also_after_some_other_bytes() -> None:
    assert PdfReader().accepts(b"\r\n" * 400 + b"%PDF-1.7\n")
    assert not PdfReader().accepts(b"\r\n" * 600 + b"%PDF-1.7\n")
    assert not PdfReader().accepts(b"De regels voor PDF staan in bijlage 1.")


def test_a_password_is_named_as_the_reason(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.set_encryption(owner_password="eigenaar", user_password="lezer")
    pdf.add_page()
    pdf.text(LEFT, TOP, "Geheim.")

    with pytest.raises(UnreadableFile, match=r"^protected with a password"):
        PdfReader().read(save(pdf, tmp_path / "locked.pdf"))


def test_a_file_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.set_encryption(owner_password="eigenaar")
    pdf.add_page()
    pdf.text(LEFT, TOP, "Openbaar.")

    assert read_texts(save(pdf, tmp_path / "owned.pdf")) == ["Openbaar."]


def test_a_scan_has_no_text_layer(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.rect(LEFT, TOP, 100, 100)

    with pytest.raises(UnreadableFile, match=r"^no text layer"):
        PdfReader().read(save(pdf, tmp_path / "scan.pdf"))


def test_half_a_file_is_damaged(tmp_path: Path) -> None:
    whole = save_pages(tmp_path / "whole.pdf", [LEFT_COLUMN]).read_bytes()
    half = tmp_path / "half.pdf"
    half.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(UnreadableFile, match=r"^damaged: .*; open it in a PDF viewer"):
        PdfReader().read(half)


def broken_second_page(path: Path) -> Path:
    whole = save_pages(path, [["Een."], ["Twee."], ["Drie."]]).read_bytes()
    before, first, second, rest = whole.split(b"/FlateDecode", maxsplit=3)
    path.write_bytes(
        before + b"/FlateDecode" + first + b"/FlateDecodX" + second + b"/FlateDecode" + rest
    )
    return path


def test_a_page_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    path = broken_second_page(tmp_path / "broken.pdf")

    assert PdfReader().read(path).lines == (Line(text="Een.", page=1), Line(text="Drie.", page=3))


def test_what_pypdf_mends_is_not_written_to_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = save_pages(tmp_path / "moved.pdf", [["Een."]])
    path.write_bytes(b"%vooraf\n" + path.read_bytes())
    level = logging.getLogger("pypdf").level

    assert read_texts(path) == ["Een."]
    assert caplog.records == []
    assert logging.getLogger("pypdf").level == level


def test_a_missing_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"^cannot be opened: No such file"):
        PdfReader().read(tmp_path / "nergens.pdf")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sound")
    return save_pages(folder / "sound.pdf", [LEFT_COLUMN, RIGHT_COLUMN]).read_bytes()


def outcome(path: Path) -> str:
    try:
        return " ".join(line.text for line in PdfReader().read(path).lines)
    except UnreadableFile as reason:
        return str(reason)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_gives_a_reading_or_a_reason(
    data: st.DataObject, sound: bytes, tmp_path: Path
) -> None:
    damaged = bytearray(sound)
    places = st.integers(min_value=0, max_value=len(sound) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=40)):
        damaged[place] = byte
    path = tmp_path / "damaged.pdf"
    path.write_bytes(bytes(damaged[: data.draw(places)] if data.draw(st.booleans()) else damaged))

    assert outcome(path)
