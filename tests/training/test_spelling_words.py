import pytest

from training.pairs import Pair
from training.spelling_words import OFTEN, Spellings, find_spellings


@pytest.fixture(scope="module")
def found() -> Spellings:
    pairs = [Pair("Haarlem has a wombat", "Haarlem heeft een gezondheidsbeleid")] * 2
    pairs += [Pair("once the prhase", "eenmaal quokkas"), Pair("Ghent", "Gent")]
    pairs += [Pair("phrase", "quokka")] * OFTEN
    return find_spellings(pairs)


def test_english_words_in_small_letters_are_counted(found: Spellings) -> None:
    assert found.english["phrase"] == OFTEN
    assert found.english["once"] == 1
    assert list(found.english) == sorted(found.english)
    assert "haarlem" not in found.english


def test_names_that_stand_there_twice_and_rare_dutch_words_are_among_the_others(
    found: Spellings,
) -> None:
    assert {"haarlem", "quokkas"} <= set(found.others)
    assert list(found.others) == sorted(found.others)
    assert not {"ghent", "gezondheidsbeleid", "een", "has"} & set(found.others)


def test_a_word_used_once_that_is_a_letter_away_from_a_frequent_one_is_left_out(
    found: Spellings,
) -> None:
    assert "prhase" not in found.english
    assert "quokkas" in found.others
