import pytest

from ingest.compounds import Splitter
from training.pairs import Pair
from training.word_frequencies import Text, choose_words, count_words, find_whole

ROWS = [
    *[("The cause of the matter is unclear.", "De oorzaak van de zaak is onduidelijk.")] * 3,
    *[("My ear hurts.", "Mijn oor doet pijn.")] * 3,
    *[("That is another matter.", "Dat is een andere zaak.")] * 3,
    *[("The school plan is ready.", "Het schoolplan is klaar.")] * 3,
    *[("The school is big, Tom.", "De school is groot, Tom.")] * 4,
    *[("A good plan.", "Een goed plan.")] * 4,
]


@pytest.fixture
def text() -> Text:
    return count_words(Pair(english, dutch) for english, dutch in ROWS)


def test_names_are_not_counted(text: Text) -> None:
    assert text.counts["zaak"] == 6
    assert "tom" not in text.counts


def test_a_word_whose_parts_the_translation_does_not_hold_stays_whole(text: Text) -> None:
    splits = {"oorzaak": ("oor", "pijn"), "schoolplan": ("school", "plan")}

    assert find_whole(text, splits) == {"oorzaak"}


def test_compounds_are_left_out_and_the_rest_stands_in_order(text: Text) -> None:
    words = [word for word, _, _ in choose_words(text)]

    assert words == sorted(words)
    assert {"school", "zaak", "groot"} <= set(words)


def test_the_words_kept_make_the_compounds_left_out(text: Text) -> None:
    kept = {word: count for word, count, _ in choose_words(text)}
    splitter = Splitter(kept, frozenset())

    assert all(splitter.split(word) for word in text.counts.keys() - kept.keys())
