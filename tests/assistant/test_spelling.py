import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assembly import read_dictionary
from assistant.spelling import SHORTHAND, Speller

SPELLER = Speller(
    vocabulary={
        "gemeente": 20, "gezondheid": 90, "mentale": 80, "actielijn": 9, "actielijnen": 12,
        "symposium": 5, "wethouder": 2, "policy": 6, "policies": 8, "municipality": 4, "student": 3,
        "studenten": 3, "wonen": 7, "werken": 7, "mhiap": 30,
    },
    dictionary=frozenset({"policy", "housing", "dinsdag", "women"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("gemente", "gemeente"),
        ("gemeetne", "gemeente"),
        ("gezonheid", "gezondheid"),
        ("gezondhied", "gezondheid"),
        ("symposuim", "symposium"),
        ("symposiun", "symposium"),
        ("municpality", "municipality"),
        ("atcielijnen", "actielijnen"),
        ("mentaele", "mentale"),
        ("mhaip", "mhiap"),
        ("waarm", "waarom"),
        ("waht", "what"),
        ("tgn", "tegen"),
    ],
)
def test_a_misspelling_is_corrected(typed: str, read: str) -> None:
    assert SPELLER.correct(typed) == read


@pytest.mark.parametrize(
    "word",
    [
        "gemeente", "Gemeente", "wethouders", "students", "housing", "dinsdag",
        "Haarlem", "Shields-Zeeman", "Slovenië", "xyz", "won", "jurk", "IJsland", "burn-out",
        "d'r", "2025", "women", "",
    ],
)  # fmt: skip
def test_known_words_their_inflections_and_names_are_left_alone(word: str) -> None:
    assert SPELLER.correct(word) == word


def test_the_first_letter_changes_only_by_a_swap() -> None:
    assert SPELLER.correct("emeente") == "emeente"
    assert SPELLER.correct("egmeente") == "gemeente"
    assert SPELLER.correct("hemeente") == "hemeente"


def test_short_words_get_one_edit_and_long_ones_two() -> None:
    assert SPELLER.correct("wonnnen") == "wonnnen"
    assert SPELLER.correct("gezzondhied") == "gezondheid"


def test_of_two_near_words_the_more_frequent_one_wins() -> None:
    speller = Speller(vocabulary={"plaat": 1, "plaas": 4}, dictionary=frozenset())

    assert speller.correct("plaan") == "plaas"


def test_everything_between_the_words_stays() -> None:
    assert SPELLER.correct("Wat doet de gemeetne, (in 2025) – echt?!") == (
        "Wat doet de gemeente, (in 2025) – echt?!"
    )


def test_no_shorthand_stands_for_shorthand() -> None:
    unstable = {
        short: full
        for short, full in SHORTHAND.items()
        if any(SHORTHAND.get(word, word) != word for word in full.split())
    }

    assert unstable == {}


@pytest.mark.parametrize("word", ["gezondheid", "housing", "women", "policy", "wonen"])
def test_the_shipped_dictionary_holds_common_words_of_both_languages(word: str) -> None:
    assert word in read_dictionary()


@given(st.lists(st.sampled_from(sorted(SPELLER.vocabulary)), max_size=8))
def test_a_question_of_known_words_stays_as_it_is(words: list[str]) -> None:
    assert SPELLER.correct(" ".join(words)) == " ".join(words)


@given(st.text(max_size=100))
def test_correcting_twice_is_correcting_once(text: str) -> None:
    once = SPELLER.correct(text)

    assert SPELLER.correct(once) == once
