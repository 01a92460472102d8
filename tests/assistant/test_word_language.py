import pytest

from assistant.word_language import AT_HOME, MOST, MOST_OF_LETTERS, leaning_to_english
from assistant.word_lists import dutch_words


@pytest.mark.parametrize("text", "funding/policy/action lines/lonliness/municipality".split("/"))
def test_english_words_and_letters_lean_to_english(text: str) -> None:
    assert leaning_to_english(text.split()) > 1


@pytest.mark.parametrize("text", "beleid/wethouder/samenwerkng/kartrekkers/ggd rol".split("/"))
def test_dutch_words_and_letters_lean_to_dutch(text: str) -> None:
    assert leaning_to_english(text.split()) < 0


@pytest.mark.parametrize("word", ["school", "data", "budget", "monitoring"])
def test_an_english_word_that_is_at_home_in_dutch_leans_little(word: str) -> None:
    assert leaning_to_english([word]) <= 1


def test_no_word_leans_further_than_the_most() -> None:
    assert leaning_to_english(["policies"]) == MOST
    assert leaning_to_english(["wethouder"]) == -MOST
    assert abs(leaning_to_english(["zxqzxqzxq"])) <= MOST_OF_LETTERS
    assert leaning_to_english([]) == 0
    assert dutch_words()["data"] >= AT_HOME
