import pytest

from assistant.numbered_headings import is_number_only, names_of_parts, read_heading
from assistant.query import Form, glossary_forms
from ingest.glossary import Entry


@pytest.mark.parametrize(
    ("heading", "above", "read"),
    [
        ("Actielijn 3", "", ("actielijn", 3)),
        ("Hoofdstuk 2: Kiezen", "", ("hoofdstuk", 2)),
        ("Chapter 4 The plan", "", ("chapter", 4)),
        ("Deel twee", "", ("deel", 2)),
        ("Line of action 5", "", ("line of action", 5)),
        ("2. Verankeren en volhouden", "De drie deelsessies", ("deelsessies", 2)),
        ("1) From thinking to doing", "The three parallel sessions", ("parallel sessions", 1)),
        ("2. Verankeren en volhouden", "Deelsessies", None),
        ("We starten met 5 actielijnen", "", None),
        ("5 actielijnen", "", None),
        ("Symposium 2025", "", None),
        ("Wat gaan we doen?", "", None),
        ("Aan de 2", "", None),
        ("", "", None),
    ],
)
def test_a_heading_gives_a_part_its_number(
    heading: str, above: str, read: tuple[str, int] | None
) -> None:
    assert read_heading(heading, above) == read


@pytest.mark.parametrize(
    ("heading", "only"), [("Actielijn 3", True), ("Stap 2: kiezen", False), ("Doelen", False)]
)
def test_a_heading_of_a_name_and_a_number_has_no_title(heading: str, only: bool) -> None:
    assert is_number_only(heading) is only


FORMS: tuple[Form, ...] = glossary_forms(
    [
        Entry(
            forms={
                "nl": ("actielijn", "actielijnen"),
                "en": ("action line", "line of action"),
            },
            definitions={},
            in_corpus=True,
        )
    ]
)


def test_parts_are_named_in_both_languages_and_by_the_end_of_their_name() -> None:
    names = list(names_of_parts("actielijn", FORMS, {}, frozenset({"actie", "lijn"})))

    assert {name.text for name in names if not name.partial} == {
        "actielijn",
        "actielijnen",
        "action line",
        "line of action",
    }
    assert {"lijn", "line"} <= {name.text for name in names if name.partial}


def test_parts_without_a_word_in_the_glossary_are_named_by_its_translations() -> None:
    names = names_of_parts("hoofdstuk", (), {"hoofdstuk": ("chapter",)}, frozenset())

    assert {name.text for name in names} == {"hoofdstuk", "chapter"}
