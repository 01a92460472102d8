import pytest

from assistant.numbering import LAST, cardinal, names_in, numbers_in, ordinal


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Wat staat er in actielijn 3?", {("actielijn", "3")}),
        ("actielijn drie", {("actielijn", "3")}),
        ("de derde actielijn", {("actielijn", "3")}),
        ("What is the third action line?", {("action", "3"), ("line", "3")}),
        ("action line three", {("line", "3")}),
        ("Wat gebeurde er in 2022?", set()),
        ("drie actielijnen", set()),
        ("Is actielijn een plan?", set()),
        ("Wat is actielijn een?", {("actielijn", "1")}),
        ("", set()),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(
    question: str, named: set[tuple[str, str]]
) -> None:
    assert set(numbers_in(question)) == named


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wat doet Haarlem met MHiAP?", {"haarlem", "mhiap"}),
        ("Wat doet de gemeente?", set()),
        ("Haarlem", set()),
    ],
)
def test_a_name_has_a_capital_inside_a_sentence(question: str, names: set[str]) -> None:
    assert names_in(question) == names


@pytest.mark.parametrize(
    ("word", "number"),
    [("3", 3), ("0", 0), ("drie", 3), ("ten", 10), ("2022", None), ("lijn", None)],
)
def test_a_word_counts_to_a_number(word: str, number: int | None) -> None:
    assert cardinal(word) == number


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("derde", 3),
        ("third", 3),
        ("3e", 3),
        ("2nd", 2),
        ("laatste", LAST),
        ("drie", None),
        ("e", None),
    ],
)
def test_a_word_gives_a_place(word: str, place: int | None) -> None:
    assert ordinal(word) == place
