from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.reading import Line
from ingest.reflow import PAGE_BREAK, RawBlock, reflow


def blocks_of(*texts: str, page: int | None = None) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in reflow([Line(text=text, page=page) for text in texts])]


def spaced_out(lines: Sequence[str]) -> list[str]:
    """Put a blank line after each line, as some exports do."""
    return [text for line in lines for text in (line, "")]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert blocks_of(
        "De mentale gezondheid van de Nederlandse ",
        "bevolking staat al langer onder druk. ",
        "",
        "Goede mentale gezondheid is belangrijk ",
        "voor iedereen.",
    ) == [
        (
            "paragraph",
            "De mentale gezondheid van de Nederlandse bevolking staat al langer onder druk.",
        ),
        ("paragraph", "Goede mentale gezondheid is belangrijk voor iedereen."),
    ]


def test_a_sentence_that_runs_on_over_a_blank_line_is_one_paragraph() -> None:
    assert blocks_of(
        "• de wijze waarop een individu handelt of opstelt in het dagelijks leven ",
        "",
        "(functionele component). ",
        "• de wijze waarop naar mentale gezondheid wordt gekeken en hoe hieraan persoonlijk ",
        "",
        "en in de maatschappij betekenis wordt gegeven (perceptieve component). ",
    ) == [
        (
            "item",
            "de wijze waarop een individu handelt of opstelt in het dagelijks leven "
            "(functionele component).",
        ),
        (
            "item",
            "de wijze waarop naar mentale gezondheid wordt gekeken en hoe hieraan persoonlijk en "
            "in de maatschappij betekenis wordt gegeven (perceptieve component).",
        ),
    ]


def test_blank_lines_after_every_line_say_nothing() -> None:
    lines = [
        "Na een korte inleiding over borging en continuïteit lag ",
        "de nadruk op uitwisseling tussen deelnemers. In het gesprek ",
        "werden de stappen kleiner en concreter gemaakt:  ",
        "• Leg de nadruk op win-wins voor andere ",
        "beleidsdomeinen en gebruik die als ingang.  ",
        "• Over de linie zijn kartrekkers essentieel: mensen die het proces ",
        "aanjagen.  ",
    ]

    assert blocks_of(*spaced_out(lines)) == [
        (
            "paragraph",
            "Na een korte inleiding over borging en continuïteit lag de nadruk op uitwisseling "
            "tussen deelnemers. In het gesprek werden de stappen kleiner en concreter gemaakt:",
        ),
        (
            "item",
            "Leg de nadruk op win-wins voor andere beleidsdomeinen en gebruik die als ingang.",
        ),
        (
            "item",
            "Over de linie zijn kartrekkers essentieel: mensen die het proces aanjagen.",
        ),
    ]


def test_an_indented_line_after_a_blank_one_is_an_item_without_a_mark() -> None:
    assert blocks_of(
        "Doelen ",
        "",
        "  Bespreekbaar maken van het belang van ",
        "mentaal gezond zijn.",
        "",
        "  Meer naar de voorkant.",
    ) == [
        ("paragraph", "Doelen"),
        ("item", "Bespreekbaar maken van het belang van mentaal gezond zijn."),
        ("item", "Meer naar de voorkant."),
    ]


def test_a_numbered_item_keeps_its_number() -> None:
    (first, second) = reflow(
        [
            Line(text="  1. Support policy makers; "),
            Line(text="  2. Promote mental health."),
        ]
    )

    assert (first.kind, first.number, first.text) == ("item", "1.", "Support policy makers;")
    assert (second.kind, second.number, second.text) == ("item", "2.", "Promote mental health.")


def test_an_address_is_a_block_of_its_own() -> None:
    assert blocks_of("Een zin.", "https://www.trimbos.nl/kennis/", "Nog een zin.") == [
        ("paragraph", "Een zin."),
        ("address", "https://www.trimbos.nl/kennis/"),
        ("paragraph", "Nog een zin."),
    ]


def test_where_a_page_starts_inside_a_sentence_is_marked() -> None:
    lines = [
        Line(text="maar dat er nog veel winst te", page=1),
        Line(text="behalen is in alle domeinen.", page=2),
    ]

    assert reflow(lines) == (
        RawBlock(
            kind="paragraph",
            text=f"maar dat er nog veel winst te {PAGE_BREAK}behalen is in alle domeinen.",
            page=1,
            one_line=False,
        ),
    )


def test_what_the_format_says_is_kept() -> None:
    lines = [
        Line(text="Doelen", kind="heading", level=2),
        Line(text="Eerste.", kind="paragraph"),
        Line(text="Tweede.", kind="paragraph"),
        Line(text="een item", kind="item"),
    ]

    assert [(b.kind, b.level, b.text) for b in reflow(lines)] == [
        ("heading", 2, "Doelen"),
        ("paragraph", 0, "Eerste."),
        ("paragraph", 0, "Tweede."),
        ("item", 0, "een item"),
    ]


def test_a_paragraph_cut_in_two_by_the_format_is_joined() -> None:
    lines = [
        Line(text="The use of smart (digital)", kind="paragraph"),
        Line(text="applications may be helpful here.", kind="paragraph"),
    ]

    assert [b.text for b in reflow(lines)] == [
        "The use of smart (digital) applications may be helpful here."
    ]


@pytest.mark.parametrize("lines", [[], [Line(text="")], [Line(text="  ", page=1)]])
def test_nothing_gives_nothing(lines: list[Line]) -> None:
    assert reflow(lines) == ()


TEXTS = [
    "",
    " ",
    "Inleiding",
    "een zin.",
    "loopt door",
    "• item",
    "  inspring",
    "1. Een",
    "en-",
    "x -",
]
LINES = st.lists(
    st.builds(Line, text=st.sampled_from(TEXTS), page=st.integers(1, 3)), max_size=14
).map(lambda lines: sorted(lines, key=lambda line: line.page or 0))


@given(LINES)
def test_reflow_keeps_every_letter_in_order(lines: list[Line]) -> None:
    def letters(texts: Sequence[str]) -> str:
        return "".join(c for text in texts for c in text if c.isalpha() and c != PAGE_BREAK)

    assert letters([b.text for b in reflow(lines)]) == letters([line.text for line in lines])


@given(LINES)
def test_blocks_stand_in_the_order_of_their_lines(lines: list[Line]) -> None:
    first = [block.first_line for block in reflow(lines)]

    assert first == sorted(set(first))


def test_a_file_with_a_paragraph_on_each_line_keeps_its_paragraphs() -> None:
    paragraphs = [f"{'Woord ' * words}einde van de zin {words}." for words in (30, 80, 5, 60, 90)]

    assert [text for _, text in blocks_of(*spaced_out(paragraphs))] == paragraphs


def test_a_long_list_after_each_line_a_blank_keeps_its_items() -> None:
    lines = [f"• Punt {number} over de wijk" for number in range(12)]

    assert [kind for kind, _ in blocks_of(*spaced_out(lines))] == ["item"] * 12


def test_a_file_of_long_lines_without_blanks_has_a_paragraph_on_each_line() -> None:
    paragraphs = [f"{'Woord ' * words}einde van de zin {words}." for words in (50, 80, 60, 90, 40)]

    assert [text for _, text in blocks_of(*paragraphs)] == paragraphs
