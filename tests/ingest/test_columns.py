from itertools import chain

import pytest

from ingest.readers.columns import order_rows
from ingest.readers.fragments import Fragment, Row

LEFT_TEXT = "mentale gezondheid wordt gevormd in het leven"
RIGHT_TEXT = "een werkgroep met alle afdelingen is een begin"


def row(*pieces: tuple[str, float], y: float, size: float = 10) -> Row:
    return Row(fragments=tuple(Fragment(text=text, x=x, y=y, size=size) for text, x in pieces))


def left(number: int) -> Row:
    return row((f"{number} {LEFT_TEXT}", 60), y=700 - 12 * number)


def right(number: int, *, indent: float = 0) -> Row:
    return row((f"{number} {RIGHT_TEXT}", 312 + indent), y=700 - 12 * number)


def both(number: int, *, indent: float = 0) -> Row:
    return Row(fragments=(*left(number).fragments, *right(number, indent=indent).fragments))


def texts(rows: list[Row]) -> list[str]:
    return [found.text.strip() for found in rows]


NUMBERS = range(1, 9)
ORDERED = [found.text for found in (*map(left, NUMBERS), *map(right, NUMBERS))]


@pytest.mark.parametrize(
    "rows",
    [
        [both(number) for number in NUMBERS],
        list(chain.from_iterable((left(number), right(number)) for number in NUMBERS)),
        [both(number, indent=14 if number in (2, 3) else 0) for number in NUMBERS],
        [*map(left, NUMBERS), *map(right, NUMBERS)],
    ],
    ids=["on one line", "in turn", "with an indented item", "in order already"],
)
def test_the_left_column_comes_before_the_right_one(rows: list[Row]) -> None:
    assert texts(order_rows(rows)) == ORDERED


def test_a_line_across_both_columns_divides_them() -> None:
    across = row((f"{LEFT_TEXT} en {RIGHT_TEXT}", 60), y=700 - 12 * 5)
    rows = [*(both(n) for n in range(1, 5)), across, *(both(n) for n in range(6, 10))]

    ordered = texts(order_rows(rows))

    assert [line.split()[0] for line in ordered] == [*"1234", *"1234", "mentale", *"6789", *"6789"]


def test_a_longer_left_column_stays_together() -> None:
    rows = [*(both(number) for number in range(1, 7)), left(7), left(8)]

    ordered = texts(order_rows(rows))

    assert [line.split()[0] for line in ordered] == [*"12345678", *"123456"]


@pytest.mark.parametrize(
    "rows",
    [
        [row((f"Thema {n}", 60), (f"{n * 7} gemeenten", 312), y=700 - 12 * n) for n in NUMBERS],
        [both(number) for number in range(1, 4)],
        [row((f"{LEFT_TEXT} {n} en {RIGHT_TEXT}", 60), y=700 - 12 * n) for n in NUMBERS],
        [],
    ],
    ids=["a table", "three lines", "one column", "nothing"],
)
def test_anything_else_keeps_the_order_of_the_file(rows: list[Row]) -> None:
    assert order_rows(rows) == rows


def test_a_page_number_that_is_drawn_first_comes_last() -> None:
    number = row(("7", 300), y=700 - 12 * 9)

    assert texts(order_rows([number, *map(left, NUMBERS)])) == [*texts([*map(left, NUMBERS)]), "7"]


def test_a_running_head_that_is_drawn_last_comes_first() -> None:
    head = row(("Handreiking MHiAP", 300), y=780)

    assert texts(order_rows([*map(left, NUMBERS), head]))[0] == "Handreiking MHiAP"


def test_headings_side_by_side_stay_with_their_columns() -> None:
    def column(name: str, x: float) -> list[Row]:
        lines = [row((f"{n} {name}", x), y=660 - 12 * n) for n in NUMBERS]
        return [row((name, x), y=700), *lines]

    rows = [*column("wat willen we", 60), *column("wat doen we", 312)]

    assert order_rows(rows) == rows
