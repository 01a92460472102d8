import os
import subprocess
import sys

import pytest

from ingest.settings import PROJECT
from tests.training.small_pairs import PAIRS, WORDS
from training.lexicon import LONGEST, find_lexicon, words_in
from training.pairs import Pair


def made(*pairs: tuple[str, str]) -> tuple[Pair, ...]:
    return tuple(Pair(english, dutch, "made") for english, dutch in pairs)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The school-age child's 3 books.", ["the", "school-age", "child's", "books"]),
        ("Één auto’s – B2B, 1e", ["één", "auto’s", "b", "b", "e"]),
        ("12 - 3", []),
    ],
)
def test_words_are_letters_in_lower_case_with_their_hyphens(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_every_word_finds_its_translation_and_no_other() -> None:
    found = {(pair.english, pair.dutch) for pair in find_lexicon(PAIRS)}

    translations = {(english, dutch) for dutch, english in WORDS.items()}
    assert found == translations | {("the", "de"), ("a", "een")}


def test_the_words_stand_in_order_and_name_the_lexicon_as_their_source() -> None:
    found = find_lexicon(PAIRS)

    assert [pair.english for pair in found] == sorted(pair.english for pair in found)
    assert {pair.source for pair in found} == {"lexicon"}


def test_words_used_once_are_left_out() -> None:
    assert find_lexicon(made(("tree", "boom"))) == ()


def test_the_order_of_the_pairs_does_not_matter() -> None:
    assert find_lexicon(PAIRS[::-1]) == find_lexicon(PAIRS)


def test_a_very_long_sentence_says_nothing() -> None:
    long = (
        " ".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
        + " "
        + " ".join(letter * 4 for letter in "abcdefghijklmnopqrstuvwxyz")
    )
    assert len(words_in(long)) > LONGEST

    assert find_lexicon(made((long, "boom"), (long, "boom"))) == ()


@pytest.mark.parametrize("pairs", [(), made(("", "")), made(("12", "boom"))])
def test_without_words_on_both_sides_there_is_no_lexicon(pairs: tuple[Pair, ...]) -> None:
    assert find_lexicon(pairs) == ()


def test_the_lexicon_does_not_depend_on_the_hashes_of_words() -> None:
    program = (
        "from tests.training.small_pairs import PAIRS; from training.lexicon import find_lexicon;"
        "print(find_lexicon(PAIRS))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert printed == {f"{find_lexicon(PAIRS)}\n"}
