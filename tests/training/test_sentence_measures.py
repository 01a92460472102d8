from pathlib import Path

import pytest

from tests.ingest.small_corpus import WordModel
from tests.training.small_sets import DUTCH, Bilingual, write_sets
from training.pairs import Pair
from training.sentences import measure_ntrex, measure_pairs, measure_stsb, measure_tatoeba


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_sets(tmp_path)


def test_a_model_that_knows_both_languages_finds_every_translation(data: Path) -> None:
    model = Bilingual()

    figures = [*measure_ntrex(model, data), *measure_tatoeba(model, data)]

    assert [(f.measured, f.estimate.value, f.estimate.n) for f in figures] == [
        ("NTREX, nl>en", 1.0, len(DUTCH)),
        ("NTREX, en>nl", 1.0, len(DUTCH)),
        ("Tatoeba, 1000 drawn, nl>en", 1.0, len(DUTCH)),
    ]


def test_a_model_that_knows_neither_finds_few(data: Path) -> None:
    assert all(figure.estimate.value < 0.5 for figure in measure_ntrex(WordModel(), data))


def test_each_direction_searches_the_sentences_of_the_other_language() -> None:
    pairs = [Pair(dutch="huis", english="house"), Pair(dutch="huis", english="house green")]

    dutch_to_english, english_to_dutch = measure_pairs(Bilingual(), pairs, "made", "")

    assert dutch_to_english.estimate.value == 0.5
    assert english_to_dutch.estimate.value == 1.0


def test_likeness_is_compared_in_each_language_and_across_them(data: Path) -> None:
    figures = list(measure_stsb(Bilingual(dimensions=256), data))

    assert [figure.measured.rpartition(" ")[2] for figure in figures] == [
        *("nl", "en", "nl-en", "en-nl"),
    ]
    values = [figure.estimate.value for figure in figures]
    assert values == pytest.approx(values[:1] * 4)
    assert values[0] > 0.7
