import pytest

from ingest.footnotes import Note, drop_mark, take_out_notes
from ingest.readers.reading import Line
from tests.ingest.real_corpus import document


def on_page(*texts: str, page: int | None = 2) -> tuple[Line, ...]:
    return tuple(Line(text=text, page=page) for text in texts)


def paragraphs(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text=text, kind="paragraph") for text in texts)


@pytest.mark.parametrize(
    ("line", "numbers", "expected"),
    [
        (
            "gezondheidsrisico’s voor de toekomst1. Onze",
            {"1"},
            "gezondheidsrisico’s voor de toekomst. Onze",
        ),
        (
            "mensen met een slechte mentale gezondheid2. Dit",
            {"2"},
            "mensen met een slechte mentale gezondheid. Dit",
        ),
        ("het RIVM3.", {"3"}, "het RIVM."),
        ("Het Digitale Balansmodel1. Samen", {"1"}, "Het Digitale Balansmodel. Samen"),
        ("gamen en online gokken2.", {"2"}, "gamen en online gokken."),
        (
            "op mentaal welbevinden gericht zijn.1 Ook",
            {"1"},
            "op mentaal welbevinden gericht zijn. Ook",
        ),
        (
            "een kennisbundeling van het RIVM1 blijkt",
            {"1"},
            "een kennisbundeling van het RIVM blijkt",
        ),
        ("risks for the future.¹ Our", {"1"}, "risks for the future. Our"),
        (
            "definition of mental health.¹This study",
            {"1"},
            "definition of mental health. This study",
        ),
        (
            "The Digital Balance Model¹ (Het Digitale",
            {"1"},
            "The Digital Balance Model (Het Digitale",
        ),
        ("online gambling².", {"2"}, "online gambling."),
        ("toekomst1", {"2"}, "toekomst1"),
        (
            "‘Samen Cultuurmaken 2021-2024’ en EPW2",
            {"1", "4"},
            "‘Samen Cultuurmaken 2021-2024’ en EPW2",
        ),
        ("10 ton CO2 op 5 m² van 2,5 meter", {"2", "5"}, "10 ton CO2 op 5 m² van 2,5 meter"),
    ],
)
def test_a_mark_goes_when_a_note_has_its_number(
    line: str, numbers: set[str], expected: str
) -> None:
    assert drop_mark(line, numbers) == expected


def test_a_note_is_set_apart_with_its_second_line() -> None:
    lines = on_page(
        "mede naar aanbeveling uit het rapport van",
        "het RIVM3.",
        "",
        "3 Zie Monitor Mentale gezondheid, Deelrapport I , Mentale gezondheid",
        "van studenten in het hoger onderwijs (rivm.nl)",
        "",
        "https://www.rivm.nl/bibliotheek/rapporten/2021-0194.pdf",
    )

    kept, notes = take_out_notes(lines)

    assert [line.text for line in kept] == [
        "mede naar aanbeveling uit het rapport van",
        "het RIVM.",
        "",
        "",
        "https://www.rivm.nl/bibliotheek/rapporten/2021-0194.pdf",
    ]
    assert notes == (
        Note(
            number="3",
            text="Zie Monitor Mentale gezondheid, Deelrapport I , Mentale gezondheid\n"
            "van studenten in het hoger onderwijs (rivm.nl)",
            page=2,
            before=3,
        ),
    )


def test_two_notes_under_each_other_are_two() -> None:
    lines = on_page("toekomst1 en gezondheid2.", "", "1 Verkenning", "2 Samen werken")

    assert [note.text for note in take_out_notes(lines)[1]] == ["Verkenning", "Samen werken"]


def test_a_number_is_a_mark_only_where_its_note_is() -> None:
    first = on_page("gezondheid1.", "", "1 Delphistudie", page=1)
    second = on_page("groep1 doet mee.", page=2)

    kept, notes = take_out_notes((*first, *second))

    assert [line.text for line in kept] == ["gezondheid.", "", "groep1 doet mee."]
    assert [note.page for note in notes] == [1]


def test_a_wrapped_line_that_opens_with_a_number_is_no_note() -> None:
    lines = on_page("de verkenning1 begint op", "1 januari 2024 en loopt door.", "", "1 Bron")

    kept, notes = take_out_notes(lines)

    assert [line.text for line in kept] == [
        "de verkenning begint op",
        "1 januari 2024 en loopt door.",
        "",
    ]
    assert [note.text for note in notes] == ["Bron"]


def test_numbered_lines_without_a_mark_are_a_list() -> None:
    lines = on_page(
        "5 actielijnen", "", "1 Mentaal gezonde maatschappij", "", "2 Mentaal gezonde buurt"
    )

    assert take_out_notes(lines) == (lines, ())


def test_in_markdown_only_a_raised_number_opens_a_note() -> None:
    lines = paragraphs(
        "risks.¹ Our society", "1 **Mental well-being**", "¹ *Verkenning – RIVM.*", "Daarna."
    )

    kept, notes = take_out_notes(lines)

    assert [line.text for line in kept] == [
        "risks. Our society",
        "1 **Mental well-being**",
        "Daarna.",
    ]
    assert [(note.number, note.text, note.before) for note in notes] == [
        ("1", "*Verkenning – RIVM.*", 2)
    ]


@pytest.mark.parametrize(
    ("document_id", "notes"),
    [
        (
            "plan-nl",
            [
                "Volksgezondheid Toekomst Verkenning",
                "Samen werken aan een mentaal gezonde samenleving - Trimbos-instituut",
                "Delphistudie Definitie Mentale Gezondheid - Trimbos-instituut",
                "RIVM, Kennisbundeling groen en gezondheid, 2022",
                "Kamerstuk 35925-VIII nr. 164",
                "De tweede voortgangsrapportage van het NPO voor het MBO en HO wordt in "
                "juni naar de "
                "Kamer gestuurd.",
                "Zie Monitor Mentale gezondheid en Middelengebruik Studenten hoger onderwijs, "
                "Deelrapport I, Mentale gezondheid van studenten in het hoger onderwijs (rivm.nl)",
                "af0890 strategische verkenningen 4 ouderen.pdf (trimbos.nl)",
                "Mediawijsheid: gezond leven in een digitale wereld - Trimbos-instituut en ook "
                "Factsheet digitale balans jongvolwassenen - Trimbos-instituut",
                "Gamen & Gokken - Trimbos-instituut",
            ],
        ),
        (
            "plan-en",
            [
                "Volksgezondheid Toekomst Verkenning (Future of Public Health Survey) – RIVM.",
                "Samen werken aan een mentaal gezonde samenleving (Working together towards a "
                "mentally health society) – Trimbos Institute.",
                "Delphistudie Definitie Mentale Gezondheid (Delphistudy on the definition "
                "of Mental "
                "Health) – Trimbos institute.",
                "RIVM, Kennisbundeling groen en gezondheid (RIVM Research on the impact of green "
                "spaces on health) 2022.",
                "Parliamentary Paper 35925-VIII no. 164.",
                "The second progress report of the National Education Programme for senior "
                "secondary vocational and higher education will be submitted to the House in June.",
                "See Monitor Mentale gezondheid en Middelengebruik Studenten hoger onderwijs, "
                "deelrapport I, Mentale gezondheid van studenten in het hoger onderwijs "
                "(Monitor of "
                "Mental Health and Substance Abuse among Students in Higher Education, Sub-report "
                "I, Mental health of students in higher education) – RIVM.",
                "Strategische verkenningen 4, Mentaal vermogen: ouderen (strategic survey "
                "4, Mental "
                "capacity: elderly) – Trimbos institute.",
                "Mediawijsheid: Gezond leven in een digitale wereld (Media awareness – healthy "
                "living in a digital world) – Trimbos Institute and Factsheet digitale balans "
                "jongvolwassenen (Factsheet on digital balance for young adults) – Trimbos "
                "Institute.",
                "Gamen & Gokken (Gaming and Gambling) – Trimbos Institute.",
            ],
        ),
    ],
)
def test_the_notes_of_the_plan(document_id: str, notes: list[str]) -> None:
    plan = document(document_id)
    texts = [plan.text[b.start : b.end] for b in plan.blocks if b.kind == "footnote"]

    assert [text for text in texts if not text.startswith("http")] == notes
