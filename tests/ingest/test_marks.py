import pytest

from ingest.marks import marks_of, numbers_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.000 scholen en 3,5 miljoen euro", {"1000", "3.5"}),
        ("1,000 schools and 3.5 million euros", {"1000", "3.5"}),
        ("from 2023 until 2025.", {"2023", "2025"}),
        ("two of three", set()),
    ],
)
def test_numbers_in_digits_are_written_one_way(text: str, numbers: set[str]) -> None:
    assert numbers_of(text) == numbers


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Vijf actielijnen", "Five lines of action"),
        ("Het derde jaar", "In the third year"),
        ("psychologische hulp", "psychological help"),
        ("De GGD helpt", "Ask the GGD"),
        ("Trimbos-instituut", "the Trimbos Institute"),
        ("dertig gemeenten", "30 towns"),
    ],
)
def test_a_translation_keeps_numbers_names_and_cognates(dutch: str, english: str) -> None:
    assert marks_of(dutch) & marks_of(english)


def test_the_dutch_article_is_no_number() -> None:
    assert not marks_of("een") & marks_of("one 1")
