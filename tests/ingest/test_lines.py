import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.lines import (
    ends_sentence,
    hyphenated_words,
    is_item,
    is_label,
    join_lines,
    looks_like_heading,
    runs_on,
)
from ingest.readers.reading import Line


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (
            "de inzet van laagdrempelige inloopmogelijk-",
            "heden met o.a.",
            "de inzet van laagdrempelige inloopmogelijkheden met o.a.",
        ),
        (
            "(zoals armoede, bestaans- ",
            "zekerheid, sociale basis, etc.)",
            "(zoals armoede, bestaanszekerheid, sociale basis, etc.)",
        ),
        (
            "strategieën (zoals het IBO-",
            "rapport mentale gezondheid",
            "strategieën (zoals het IBO-rapport mentale gezondheid",
        ),
        (
            "community- en evidence -",
            "based). De eerste",
            "community- en evidence-based). De eerste",
        ),
        (
            "100 beleidsadviseurs en -",
            "medewerkers van lokale",
            "100 beleidsadviseurs en -medewerkers van lokale",
        ),
        ("zorg-", "en welzijnsdomeinen.", "zorg- en welzijnsdomeinen."),
        (
            "werkgevers- en werknemersorganisaties, ",
            "branche- en beroepsverenigingen",
            "werkgevers- en werknemersorganisaties, branche- en beroepsverenigingen",
        ),
        ("Kunstbende, NOC-", "NSF en Jantje Beton", "Kunstbende, NOC-NSF en Jantje Beton"),
        ("studies - ", "vooral in Nederland", "studies - vooral in Nederland"),
        ("2021-", "2024 worden", "2021- 2024 worden"),
        ("een regel  ", "  en nog een", "een regel en nog een"),
    ],
)
def test_a_sentence_over_two_lines_is_joined(before: str, after: str, joined: str) -> None:
    assert join_lines(before, after) == joined


def test_a_word_that_has_a_hyphen_elsewhere_keeps_it() -> None:
    hyphenated = hyphenated_words(
        [Line(text="lichte burn-out en een co-creatie; Burn-outklachten")]
    )

    assert join_lines("preventie van burn-", "outklachten", hyphenated) == (
        "preventie van burn-outklachten"
    )
    assert join_lines("preventie van burn-", "outklachten") == "preventie van burnoutklachten"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Dat is zo.", True),
        ("gekenmerkt door:", True),
        ("had bedacht’.", True),
        ("aan bod komt”. ", True),
        ("(zie bijlage.)", True),
        ("Waar begin je met de tool?", True),
        ("een groene", False),
        ("in kaart te", False),
    ],
)
def test_the_end_of_a_sentence_is_seen(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Wat gaan we doen?", True),
        ("Opening: waarom MHiAP nú nodig is", True),
        ("‘Mentale vitaliteit’", True),
        ("1. Van denken naar doen: beginnen met de MHiAP-aanpak", True),
        ("Let's get started!", True),
        ("omgeving en de maatschappij", False),
        ("De ambities zijn hoog, maar dat is de urgentie ook.", False),
        ("Zo wordt mentale gezondheid gekenmerkt door:", False),
        ("Elburg (Noord-Veluwe", False),
        ("Een " + "zeer " * 20 + "lange regel", False),
        ("", False),
    ],
)
def test_a_heading_is_short_and_has_no_full_stop(text: str, heading: bool) -> None:
    assert looks_like_heading(text) is heading


@pytest.mark.parametrize(
    ("text", "after", "item"),
    [
        ("• Leg de nadruk op win-wins", "beleidsdomeinen", True),
        ("- the way in which an individual relates", "", True),
        ("1. Support policy makers at national", "and regional levels", True),
        ("a) gemeenten", "b) scholen", True),
        ("1. Van denken naar doen", "In deze sessie bleek", False),
        ("1. Van denken naar doen", "2. Verankeren en volhouden", True),
        ("-medewerkers van lokale", "", False),
        ("2022 was een goed jaar", "", False),
    ],
)
def test_an_item_has_a_bullet_or_a_number(text: str, after: str, item: bool) -> None:
    assert is_item(text, after) is item


@pytest.mark.parametrize(
    ("text", "after", "label"),
    [
        ("• Den Haag – studentenwelzijn", "Gemeente Den Haag werkt met een platform", True),
        ("• Elburg/Noord-Veluwe – IJslands preventiemodel (OKO)", "In deze regio wordt", True),
        ("• Welke acties zijn essentieel", "• Is het abstractieniveau passend", False),
        ("• Formeel vastleggen helpt: bijvoorbeeld door", "gezamenlijk doelen", False),
        ("• Er is behoefte om nieuwe domeinen te betrekken.", "Een zin", False),
    ],
)
def test_a_label_names_the_paragraph_after_it(text: str, after: str, label: bool) -> None:
    assert is_label(text, after) is label


@pytest.mark.parametrize(
    ("before", "after", "on"),
    [
        ("hun directe", "omgeving en de maatschappij", True),
        ("in het dagelijks leven", "(functionele component).", True),
        ("een goed verhaal.", "omgeving", False),
        ("hun directe", "• omgeving", False),
        ("hun directe", "Omgeving", False),
        ("", "omgeving", False),
    ],
)
def test_a_sentence_runs_on_into_a_small_letter(before: str, after: str, on: bool) -> None:
    assert runs_on(before, after) is on


WORDS = st.text(alphabet="abcdeAB -.,", max_size=20)


@given(WORDS, WORDS)
@example(" -", "b")
def test_joining_loses_no_letter_and_makes_none(before: str, after: str) -> None:
    joined = join_lines(before, after)

    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalpha())

    assert letters(joined) == letters(before) + letters(after)


@given(WORDS.filter(lambda text: not text.rstrip().endswith("-")), WORDS)
def test_without_a_hyphen_lines_are_joined_by_one_space(before: str, after: str) -> None:
    assert join_lines(before, after) == f"{before.rstrip()} {after.strip()}"
