import pytest

from assistant.word_lists import (
    FEWEST,
    common_words,
    dutch_words,
    english_words,
    policy_words,
    read_dictionary,
)


@pytest.mark.parametrize(
    "word", "gezondheid housing women policy wonen party month kleuren".split()
)
def test_the_dictionary_holds_common_words_of_both_languages(word: str) -> None:
    assert word in read_dictionary()


@pytest.mark.parametrize("word", "gezondheidt organistaion jurst".split())
def test_it_holds_no_slips_of_the_pen(word: str) -> None:
    assert word not in read_dictionary()


def test_words_are_folded_and_counted() -> None:
    for words in (dutch_words(), english_words(), policy_words(), common_words()):
        assert all(word == word.lower() and count > 0 for word, count in words.items())
    assert min(dutch_words().values()) == FEWEST


def test_a_common_word_counts_as_often_as_in_the_language_that_uses_it_most() -> None:
    assert common_words()["school"] == max(dutch_words()["school"], english_words()["school"])
    assert common_words()["wethouder"] == policy_words()["wethouder"]
    assert set(common_words()) <= read_dictionary()
