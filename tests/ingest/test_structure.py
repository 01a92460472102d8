from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.datatypes import Document, Source
from ingest.passages import split_passages
from ingest.readers.choosing import read_file
from ingest.readers.reading import Line, Reading
from ingest.structure import build_document
from tests.ingest.real_corpus import document, passages_of, the_corpus
from tests.ingest.symposium_pdf import SYMPOSIUM, print_symposium

NL_STEPS = ["Wat willen we bereiken?", "Dit doen we in ieder geval samen met", "Wat gaan we doen?"]
EN_STEPS = [
    "What do we want to achieve?",
    "We will do this in conjunction with",
    "What will we do?",
]


def source(title: str = "", kind: str | None = None) -> Source:
    return Source(
        document_id="d", file="d.txt", title=title, language="nl", sha256="0" * 64, kind=kind
    )


def build(*texts: str, page: int | None = None, title: str = "") -> Document:
    lines = tuple(Line(text=text, page=page) for text in texts)
    return build_document(source(title), Reading(lines=lines))


def paths(document_id: str) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(section.path for section in document(document_id).sections))


def items_after(document_id: str, lead: str) -> list[str]:
    """Texts of the items of every list with this lead-in, in order."""
    text = document(document_id).text
    return [
        sentence.of(text)
        for passage in passages_of(document_id)
        if passage.lead and passage.lead.of(text).endswith(lead)
        for sentence in passage.sentences
        if sentence.role == "item"
    ]


# The section paths of the corpus


def test_the_dutch_plan_has_five_action_lines_with_three_parts_each() -> None:
    names = [
        "Mentaal gezonde maatschappij",
        "Mentaal gezonde buurt",
        "Mentaal gezond onderwijs",
        "Mentaal gezond aan het werk",
        "Mentaal gezond online",
    ]

    found = [path for path in paths("plan-nl") if len(path) == 3 and path[2] in NL_STEPS]

    assert found == [
        (f"Actielijn {number}", name, step)
        for number, name in enumerate(names, 1)
        for step in NL_STEPS
    ]


def test_the_english_plan_has_five_action_lines_with_three_parts_each() -> None:
    found = {path for path in paths("plan-en") if len(path) == 2 and path[1] in EN_STEPS}

    assert found == {
        (f"Mental well-being {where}", step)
        for where in ("in society", "in the community", "at school", "at work", "online")
        for step in EN_STEPS
    }


@pytest.mark.parametrize(
    ("document_id", "expected"),
    [
        (
            "plan-nl",
            [
                ("Inleiding", "Waarom een aanpak voor mentale gezondheid?"),
                ("Waar hebben we het over?",),
                ("Doelen", "Onze ambitie", "Aanpak op niveaus"),
                ("Doelen", "Onze ambitie", "Doelen van de aanpak"),
                ("De aanpak", "We starten met 5 actielijnen"),
                ("Kennisgestuurd werken", "De aanpak"),
                ("Kennisgestuurd werken", "Daarbij is onze ambitie"),
                ("Tot slot", "Aan de slag!"),
                ("Tot slot", "Vragen?"),
            ],
        ),
        (
            "plan-en",
            [
                ("Why an action plan for mental health?",),
                ("What are we talking about?",),
                ("Our ambition", "Action at multiple levels"),
                ("Our ambition", "Objectives of the action plan"),
                ("Knowledge-based approach", "The action plan"),
                ("Knowledge-based approach", "In this context, our ambition is as follows"),
                ("Finally", "Let's get started!"),
                ("Finally", "Questions?"),
            ],
        ),
        ("mentor", [(), ("RIVM role",)]),
        (
            "symposium-2025",
            [
                ("Opening: waarom MHiAP nú nodig is",),
                ("Plenaire bijdragen: lessen uit Europa en IJsland",),
                ("Europese context: waar staan we?",),
                ("Leren van IJsland: beleid in crisistijd",),
                ("De drie deelsessies",),
                (
                    "De drie deelsessies",
                    "1. Van denken naar doen: beginnen met de MHiAP-aanpak",
                ),
                ("De drie deelsessies", "2. Verankeren en volhouden: MHiAP borgen"),
                ("De drie deelsessies", "3. Een praktische MHiAP tool voor beleidsmakers"),
                ("Gezamenlijke terugkoppeling deelsessies: contact maakt het verschil",),
                ("Ervaringsarena: van verhaal naar verandering",),
                ("Ervaringsarena: van verhaal naar verandering", "Den Haag – studentenwelzijn"),
                (
                    "Ervaringsarena: van verhaal naar verandering",
                    "Haarlem – schotten in financiering loslaten",
                ),
                (
                    "Ervaringsarena: van verhaal naar verandering",
                    "Elburg/Noord-Veluwe – IJslands preventiemodel (OKO)",
                ),
                ("Afsluiting",),
            ],
        ),
    ],
)
def test_the_sections_stand_in_order(document_id: str, expected: list[tuple[str, ...]]) -> None:
    found = paths(document_id)

    assert [path for path in found if path in expected] == expected


@pytest.mark.parametrize(
    ("document_id", "boxes"),
    [
        (
            "plan-nl",
            [
                ("Actielijn 2", "Mentaal gezonde buurt", "Join Us"),
                (
                    "Actielijn 3",
                    "Mentaal gezond onderwijs",
                    "Welbevinden op basisschool het Spectrum",
                ),
                ("Actielijn 4", "Mentaal gezond aan het werk", "Week van de Werkstress"),
                ("Actielijn 5", "Mentaal gezond online", "MediaMasters"),
            ],
        ),
        (
            "plan-en",
            [
                ("Mental well-being in the community", "Join Us"),
                (
                    "Mental well-being at school",
                    "Well-being at Het Spectrum primary school",
                ),
                ("Mental well-being at work", "Work Stress Week"),
                ("Mental well-being online", "MediaMasters"),
            ],
        ),
        ("symposium-2025", []),
        ("mentor", []),
    ],
)
def test_a_boxed_story_is_a_section_of_its_own(
    document_id: str, boxes: list[tuple[str, ...]]
) -> None:
    found = [passage.section for passage in passages_of(document_id) if passage.kind == "box"]

    assert list(dict.fromkeys(found)) == boxes


# The lists of the corpus


@pytest.mark.parametrize(
    ("document_id", "lead", "items"),
    [
        (
            "plan-nl",
            "Zo wordt mentale gezondheid gekenmerkt door:",
            [
                "de wijze waarop een individu zich verhoudt tot zichzelf (persoonlijke component)",
                "de wijze waarop een individu zich tot anderen verhoudt (sociale component)",
                "de wijze waarop een individu handelt, zich gedraagt of opstelt in het dagelijks "
                "leven (functionele component).",
                "de wijze waarop naar mentale gezondheid wordt gekeken en hoe hieraan persoonlijk "
                "en in de maatschappij betekenis wordt gegeven (perceptieve component).",
            ],
        ),
        (
            "plan-en",
            "In other words, mental health is characterised by:",
            [
                "the way in which an individual relates to themselves (personal component);",
                "the way in which an individual relates to others (social component);",
                "the way in which an individual acts, behaves or conducts themselves in everyday "
                "life (functional component);",
                "the way in which mental health is perceived and the significance that is given "
                "to it on a personal level and within society as a whole (perceptive component).",
            ],
        ),
        (
            "plan-nl",
            "5 actielijnen",
            [
                "Mentaal gezonde maatschappij",
                "Mentaal gezonde buurt",
                "Mentaal gezond onderwijs",
                "Mentaal gezond aan het werk",
                "Mentaal gezond online",
            ],
        ),
        (
            "plan-en",
            "Five action lines",
            [
                "Mental well-being in society",
                "Mental well-being in the community",
                "Mental well-being at school",
                "Mental well-being at work",
                "Mental well-being online",
            ],
        ),
        (
            "symposium-2025",
            "In het gesprek werden de stappen kleiner en concreter gemaakt:",
            [
                "Leg de nadruk op win-wins voor andere beleidsdomeinen en gebruik die als ingang.",
                "Formeel vastleggen helpt: bijvoorbeeld door gezamenlijk doelen te ondertekenen, "
                "zodat je daar niet zomaar onderuit kunt.",
                "Maak gebruik van inspirerende voorbeelden uit het land; deze zijn er al, maar "
                "worden nog niet overal benut.",
                "Over de linie zijn kartrekkers essentieel: mensen die het proces aanjagen en "
                "faciliteren.",
            ],
        ),
        (
            "symposium-2025",
            "Deelnemers bespraken onder meer:",
            [
                "Waar begin je met de tool?",
                "Welke zones hebben vermoedelijk de grootste impact?",
                "Welke acties zijn essentieel en welke optioneel?",
                "Is het abstractieniveau passend voor lokaal gebruik, of is aanpassing nodig?",
            ],
        ),
        (
            "symposium-2025",
            "(zoals het IBO-rapport mentale gezondheid en GGZ):",
            [
                "Ze worden gelezen en zetten aan tot nadenken, maar landen niet automatisch in "
                "lokaal beleid.",
                "Sommige maatregelen vragen politieke keuzes op landelijk niveau (bijv. "
                "alcoholbeleid).",
                "De hoop is dat aanbevelingen uit zulke rapporten worden opgenomen in "
                "verkiezingsprogramma’s en coalitieakkoorden.",
            ],
        ),
    ],
)
def test_a_list_has_its_lead_in_and_all_its_items(
    document_id: str, lead: str, items: list[str]
) -> None:
    assert items_after(document_id, lead) == items


def test_the_aims_of_mentor_are_five_numbered_items_without_a_lead_in() -> None:
    mentor = document("mentor")
    blocks = [mentor.text[b.start : b.end] for b in mentor.blocks if b.kind == "item"]

    assert [text.split()[:2] for text in blocks] == [
        ["1.", "Support"],
        ["2.", "Promote"],
        ["3.", "Empower"],
        ["4.", "Provide"],
        ["5.", "Prepare"],
    ]
    assert {b.list_number for b in mentor.blocks if b.kind == "item"} == {0}


def test_a_list_that_goes_on_after_a_box_is_the_same_list() -> None:
    items = [p for p in passages_of("plan-en") if p.section[-1:] == ("What will we do?",)]
    online = [p for p in items if p.section[0] == "Mental well-being online" and p.kind == "list"]
    text = document("plan-en").text

    assert {p.lead.of(text) for p in online if p.lead} == {"What will we do?"}
    assert [p.lead is None for p in online] == [False] * 4
    assert "Alliantie Digitaal Samenleven" in online[-1].of(text)


# The pages of the corpus


def test_every_page_of_the_plan_has_its_first_words() -> None:
    plan = document("plan-nl")

    assert [plan.text[start : start + 12] for start in plan.page_starts] == [
        "Aanpak ‘Ment",
        "Inleiding\n\nW",
        "Waar hebben ",
        "Doelen\n\nOnze",
        "Doelen\n\nOnze",
        "De aanpak\n\nW",
        "Actielijn 1\n",
        "Actielijn 2\n",
        "• We zetten ",
        "Actielijn 3\n",
        "• We gaan me",
        "Actielijn 4\n",
        "• Aansluiten",
        "Actielijn 5\n",
        "• We gaan sa",
        "Kennisgestuu",
        "Tot slot\n\nAa",
    ]


def test_the_pages_of_the_passages_rise() -> None:
    for document_id, pages in (
        ("plan-nl", {*range(1, 18)} - {4}),  # page 4 holds one button
        ("symposium-2025", {1, 2, 3, 4, 5}),
    ):
        found = [passage.page or 0 for passage in passages_of(document_id)]

        assert set(found) == pages
        assert found == sorted(found)


def test_a_page_can_start_in_the_middle_of_a_sentence() -> None:
    report = document("symposium-2025")

    assert report.text[report.page_starts[1] :].startswith("behalen is als het gaat om")


def test_a_file_without_pages_has_none() -> None:
    assert document("plan-en").page_starts == ()
    assert {passage.page for passage in passages_of("plan-en")} == {None}


def test_the_symposium_report_as_a_pdf_gives_the_same_passages(tmp_path: Path) -> None:
    row = document("symposium-2025").source
    printed = build_document(row, read_file(print_symposium(tmp_path / "symposium.pdf")))
    written = build_document(row, read_file(SYMPOSIUM))

    assert printed == written
    assert split_passages(printed) == split_passages(written)


# Small texts


def test_the_title_lines_go_up_to_the_title_of_the_manifest() -> None:
    found = build(
        "Verslag, 7 november",
        "",
        "MHiAP in de praktijk",
        "",
        "Een zin.",
        title="mhiap in de praktijk!",
    )

    assert [(b.kind, found.text[b.start : b.end]) for b in found.blocks] == [
        ("title", "Verslag, 7 november"),
        ("title", "MHiAP in de praktijk"),
        ("paragraph", "Een zin."),
    ]


def test_a_repeated_caption_is_written_once() -> None:
    caption = ["What is it?", "", "The way you relate to yourself.", ""]

    assert build(*caption, *caption, "And so on.").text == (
        "What is it?\n\nThe way you relate to yourself.\n\nAnd so on."
    )


def test_the_address_of_a_note_stands_behind_it_once() -> None:
    found = build(
        "Er is een verkenning1.",
        "",
        "1 De verkenning",
        "",
        "https://www.rivm.nl/",
        "https://www.rivm.nl/",
        "mailto:postbus@minvws.nl",
        page=1,
    )

    assert found.text == "Er is een verkenning.\n\nDe verkenning\nhttps://www.rivm.nl/"
    assert [b.kind for b in found.blocks] == ["paragraph", "footnote", "footnote"]


def test_a_hyphenated_note_is_joined() -> None:
    found = build("Een zin1.", "", "1 Over onder-", "steuning in de wijk", page=1)

    assert found.text == "Een zin.\n\nOver ondersteuning in de wijk"


def test_a_file_of_marks_alone_has_no_text() -> None:
    found = build("tekst", "", "Lees verder >", "", "•", page=1)

    assert (found.text, found.blocks, found.sections) == ("", (), ())


# Invariants


def check(found: Document) -> None:
    """Assert what holds for the blocks, sections and pages of every document."""
    ends = [0, *(block.end for block in found.blocks)]
    for before, block in zip(ends, found.blocks, strict=False):
        assert before <= block.start < block.end <= len(found.text)
        assert found.text[before : block.start].isspace() or before == block.start == 0
        assert found.text[block.start : block.end].strip() == found.text[block.start : block.end]
        section = found.sections[block.section]
        assert section.start <= block.start
        assert block.end <= section.end
        assert (block.list_number is not None) == (block.kind == "item")
    assert ends[-1] == len(found.text)
    assert list(found.page_starts) == sorted(found.page_starts)


@pytest.mark.parametrize("document_id", [d.source.document_id for d in the_corpus().documents])
def test_the_blocks_of_the_corpus_cover_its_text(document_id: str) -> None:
    check(document(document_id))


TEXTS = st.sampled_from(
    [
        "",
        "",
        "Inleiding",
        "Wat gaan we doen?",
        "Een hele zin die klopt1.",
        "Een zin die doorloopt op de",
        "volgende regel.",
        "Belangrijke punten:",
        "• Een punt",
        "  Een ingesprongen doel.",
        "1 Een noot",
        "1. Eerste stap",
        "2. Tweede stap",
        "Lees verder >",
        "tekst",
        "https://www.rivm.nl/",
        "3",
    ]
)
LINES = st.lists(st.tuples(TEXTS, st.integers(1, 3)), max_size=25)


@given(LINES, st.booleans())
def test_the_blocks_of_any_text_cover_it(texts: list[tuple[str, int]], paged: bool) -> None:
    lines = tuple(
        Line(text=text, page=page if paged else None)
        for text, page in sorted(texts, key=lambda pair: pair[1])
    )

    check(build_document(source("Inleiding"), Reading(lines=lines)))
