import pytest

from ingest.datatypes import Language
from ingest.stemming import stem


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("gemeente gemeenten gemeentelijk", "nl"),
        ("student studenten", "nl"),
        ("huis huizen", "nl"),
        ("dakloos daklozen", "nl"),
        ("school scholen", "nl"),
        ("gezond gezonde gezondheid", "nl"),
        ("thema thema's", "nl"),
        ("ggd ggd'en", "nl"),
        ("burnout burn-out burn-outs", "nl"),
        ("mhiap m-hiap mhiaps", "nl"),
        ("ri&e rie", "nl"),
        ("covid19 covid-19", "nl"),
        ("policy policies", "en"),
        ("wellbeing well-being", "en"),
        ("school school's schools", "en"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: str, language: Language) -> None:
    assert len({stem(word, language) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("gezondheid", "zon"), ("weerbaar", "weer"), ("gemeente", "menen"), ("activiteit", "actief")],
)
def test_words_that_mean_something_else_have_two_stems(one: str, other: str) -> None:
    assert stem(one, "nl") != stem(other, "nl")


@pytest.mark.parametrize("word", ["2025-2028", "113", "24/7", "1.000", "h2o", ""])
def test_numbers_and_names_with_digits_stay_whole(word: str) -> None:
    assert stem(word, "nl") == stem(word, "en") == word
