from collections.abc import Sequence

from ingest.bare_lists import drop_figure_labels, number_bare_lists
from ingest.outline import folded, mark_headings, place_blocks
from ingest.reflow import RawBlock, RawKind


def block(text: str, kind: RawKind = "paragraph", page: int | None = None) -> RawBlock:
    return RawBlock(kind=kind, text=text, page=page)


def paths(blocks: Sequence[RawBlock]) -> list[tuple[str, ...]]:
    return [placed.path for placed in place_blocks(blocks)]


def headings(*texts: str) -> list[str]:
    return [b.text for b in mark_headings([block(t) for t in texts]) if b.kind == "heading"]


def test_wordings_are_compared_without_case_and_signs() -> None:
    assert folded("“Let’s get started!” >") == folded("LET'S GET STARTED")


def test_a_short_line_above_text_is_a_heading() -> None:
    assert headings("Waarom een aanpak?", "De mentale gezondheid staat onder druk.") == [
        "Waarom een aanpak?"
    ]


def test_the_last_line_of_a_document_is_no_heading() -> None:
    assert headings("De mentale gezondheid staat onder druk.", "Vragen") == []


def test_a_short_line_after_a_fragment_belongs_to_it() -> None:
    assert headings("15-20 jaar langere leven", "Door goede gezondheid", "Een hele zin.") == []


def test_a_line_that_returns_is_a_heading_even_after_a_fragment() -> None:
    texts = ("Doelen", "Een hele zin.", "een fragment zonder punt", "Doelen", "Een zin.")

    assert headings(*texts) == ["Doelen", "Doelen"]


def test_a_count_above_a_numbered_list_is_its_heading() -> None:
    blocks = [
        block("5 actielijnen"),
        RawBlock(kind="item", text="Mentaal gezonde maatschappij", number="1."),
        block("Een zin."),
    ]

    assert [b.kind for b in mark_headings(blocks)] == ["heading", "item", "paragraph"]


def test_a_heading_above_a_heading_is_its_parent() -> None:
    blocks = [block("Actielijn 1", "heading"), block("Wonen", "heading"), block("Tekst.")]

    assert paths(blocks) == [("Actielijn 1",), ("Actielijn 1", "Wonen"), ("Actielijn 1", "Wonen")]


def test_the_next_heading_is_a_sibling_of_the_last() -> None:
    blocks = [
        block("Actielijn 1", "heading"),
        block("Wat willen we bereiken?", "heading"),
        block("Tekst."),
        block("Wat gaan we doen?", "heading"),
        block("Tekst."),
    ]

    assert paths(blocks)[-1] == ("Actielijn 1", "Wat gaan we doen?")


def test_a_numbered_heading_stands_under_one_without_a_number() -> None:
    blocks = [
        block("De drie deelsessies", "heading"),
        block("Tekst."),
        block("1. Van denken naar doen", "heading"),
        block("Tekst."),
        block("2. Verankeren", "heading"),
        block("Tekst."),
        block("Afsluiting", "heading"),
        block("Tekst."),
    ]

    assert paths(blocks)[2::2] == [
        ("De drie deelsessies", "1. Van denken naar doen"),
        ("De drie deelsessies", "2. Verankeren"),
        ("Afsluiting",),
    ]


def test_a_heading_at_the_top_of_a_page_opens_a_section() -> None:
    blocks = [
        block("Doelen", "heading", 1),
        block("Ambitie", "heading", 1),
        block("Tekst.", page=1),
        block("De aanpak", "heading", 2),
        block("Tekst.", page=2),
    ]

    assert paths(blocks)[-1] == ("De aanpak",)


def test_the_head_of_a_page_that_repeats_its_section_goes() -> None:
    blocks = [
        block("Actielijn 2", "heading", 1),
        block("Wat gaan we doen?", "heading", 1),
        block("eerste", "item", 1),
        block("Actielijn 2", "heading", 2),
        block("tweede", "item", 2),
    ]

    placed = place_blocks(blocks)

    assert [p.block.text for p in placed].count("Actielijn 2") == 1
    assert placed[-1].path == ("Actielijn 2", "Wat gaan we doen?")


def test_a_list_goes_on_in_its_own_section_under_a_repeated_head() -> None:
    blocks = [
        block("Online", "heading"),
        block("Wat gaan we doen?", "heading"),
        block("eerste", "item"),
        block("Samen met", "heading"),
        block("De jongeren."),
        block("Online", "heading"),
        block("tweede", "item"),
    ]

    assert paths(blocks)[-1] == ("Online", "Wat gaan we doen?")


def test_levels_that_the_format_gives_are_kept() -> None:
    blocks = [
        RawBlock(kind="heading", text="Een", level=1),
        RawBlock(kind="heading", text="Twee", level=2),
        block("Tekst."),
        RawBlock(kind="heading", text="Drie", level=1),
        block("Tekst."),
    ]

    assert paths(blocks)[2:] == [("Een", "Twee"), ("Drie",), ("Drie",)]


def test_a_label_is_the_heading_of_one_paragraph() -> None:
    blocks = [
        block("Ervaringsarena", "heading"),
        block("Den Haag – studentenwelzijn", "label"),
        block("Gemeente Den Haag werkt samen."),
        block("Ook werd gesproken."),
    ]

    assert paths(blocks)[1:] == [
        ("Ervaringsarena", "Den Haag – studentenwelzijn"),
        ("Ervaringsarena", "Den Haag – studentenwelzijn"),
        ("Ervaringsarena",),
    ]


def test_lines_that_count_up_are_a_numbered_list() -> None:
    blocks = [block(t) for t in ("Five lines", "1 Society", "2 Community", "3 School", "Then.")]

    assert [(b.kind, b.number, b.text) for b in number_bare_lists(blocks)][1:4] == [
        ("item", "1.", "Society"),
        ("item", "2.", "Community"),
        ("item", "3.", "School"),
    ]


def test_two_lines_with_a_number_are_no_list() -> None:
    blocks = [block("1 januari begint het"), block("2 scholen doen mee")]

    assert number_bare_lists(blocks) == blocks


def test_the_labels_of_a_figure_that_repeats_a_list_go() -> None:
    items = [
        RawBlock(kind="item", text=t, number=f"{n}.") for n, t in enumerate(("Een", "Twee"), 1)
    ]
    labels = [block("1"), block("Een"), block("2"), block("Twee")]
    after = block("Daarna.")

    assert drop_figure_labels([*items, block("Een zin."), *labels, after]) == [
        *items,
        block("Een zin."),
        after,
    ]


def test_labels_in_another_order_stay() -> None:
    items = [
        RawBlock(kind="item", text=t, number=f"{n}.") for n, t in enumerate(("Een", "Twee"), 1)
    ]
    blocks = [*items, block("Twee"), block("Een")]

    assert drop_figure_labels(blocks) == blocks
