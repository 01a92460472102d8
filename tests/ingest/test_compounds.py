from functools import cache
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.compounds import LONGEST_COMPOUND, Splitter, read_words, splitter_over
from tests.ingest.compound_gold import LISTS, Figures, corpus_splitter, measure, read_gold

SPLITTER = Splitter(
    {"school": 90, "gezondheid": 60, "beleid": 50, "zorg": 80, "oor": 40, "zaak": 70, "pad": 9},
    frozenset({"oorzak"}),
)


@cache
def the_splitter() -> Splitter:
    return corpus_splitter()


@cache
def the_figures(name: str) -> Figures:
    return measure(the_splitter(), read_gold(name))


def test_the_lists_hold_two_hundred_compounds_and_eighty_words_that_stay_whole() -> None:
    gold = read_gold("of_the_corpus")

    assert sum(map(bool, gold.values())) >= 200
    assert sum(not parts for parts in gold.values()) >= 80


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("of_the_corpus", 0.98, 0.96),
        ("of_other_documents", 0.96, 0.95),
        ("never_tuned_on", 0.86, 0.76),
    ],
)
def test_compounds_are_split_as_by_hand(name: str, precision: float, recall: float) -> None:
    figures = the_figures(name)
    print(f"{name}: {figures}")

    assert figures.precision >= precision
    assert figures.recall >= recall


@pytest.mark.parametrize("name", LISTS)
def test_nearly_every_word_that_is_split_is_a_compound(name: str) -> None:
    figures = the_figures(name)

    assert figures.split_compounds >= 0.95 * figures.split


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("jeugdgezondheidszorg", "jeugd gezondheid zorg"),
        ("schoolgezondheidsbeleid", "school gezondheid beleid"),
        ("schoolgezondheid", "school gezondheid"),
        ("werkdrukpreventie", "werk druk preventie"),
        ("mbo-raad", "mbo raad"),
        ("ocw-subsidieregeling", "ocw subsidie regeling"),
        ("burn-outklachten", "burn-out klachten"),
        ("burnoutklachten", "burnout klachten"),
        ("2025-2028", "2025 2028"),
        ("sprinklerinstallatie", "sprinkler installatie"),
        ("waarderingskamers", "waardering kamers"),
        ("beleid", ""),
        ("overheid", ""),
        ("onderwijs", ""),
        ("oorzaken", ""),
        ("burn-out", ""),
        ("m-hiap", ""),
        ("", ""),
    ],
)
def test_a_compound_has_its_parts(word: str, parts: str) -> None:
    assert the_splitter().split(word) == tuple(parts.split())


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("schoolbeleid", ("school", "beleid")),
        ("gezondheidsbeleid", ("gezondheid", "beleid")),
        ("schoolgezondheidszorg", ("school", "gezondheid", "zorg")),
        ("oorzaak", ()),
        ("oorzaken", ()),
        ("schoolpad", ()),
        ("schoolgebouw", ()),
        ("school", ()),
    ],
)
def test_only_known_words_are_parts_and_short_ones_only_when_frequent(
    word: str, parts: tuple[str, ...]
) -> None:
    assert SPLITTER.split(word) == parts


def test_a_word_that_is_used_more_than_its_parts_stays_whole() -> None:
    counts = {"school": 90, "beleid": 50}

    assert Splitter(counts | {"schoolbeleid": 60}, frozenset()).split("schoolbeleid")
    assert not Splitter(counts | {"schoolbeleid": 80}, frozenset()).split("schoolbeleid")


def test_words_of_the_texts_are_parts_too() -> None:
    assert splitter_over(frozenset()).split("zwiepzorg") == ()
    assert splitter_over(frozenset({"zwiep"})).split("zwiepzorg") == ("zwiep", "zorg")


def test_a_verb_gives_what_compounds_make_of_it() -> None:
    splitter = splitter_over(frozenset({"blunsteren"}))

    assert splitter.split("blunsterjaar") == ("blunster", "jaar")
    assert splitter.split("blunsteringsplan") == ("blunstering", "plan")


def test_the_shipped_words_hold_no_names() -> None:
    counts, whole = read_words()

    assert counts["gezondheid"] > 100
    assert "oorzak" in whole
    assert not counts.keys() & {"tom", "maria", "amsterdam"}


@pytest.mark.parametrize("piece", ["werk", "s-", "dagen", "en", "-", "a-", "schools"])
def test_a_word_without_end_takes_no_time(piece: str) -> None:
    start = perf_counter()
    for length in (LONGEST_COMPOUND, 1000):
        splitter_over(frozenset()).split((piece * 1000)[:length])

    assert perf_counter() - start < 1


@given(
    st.lists(st.sampled_from(["school", "gezondheid", "beleid", "zorg"]), min_size=2, max_size=4)
)
def test_parts_stand_in_the_word_in_order(words: list[str]) -> None:
    word = "s".join(words)
    parts = SPLITTER.split(word)

    assert parts
    place = 0
    for part in parts:
        place = word.index(part, place) + len(part)


@given(st.text(alphabet="abcdefghijklmnoprstuvwz-'", max_size=80))
def test_parts_are_shorter_than_the_word_and_never_empty(word: str) -> None:
    assert all(0 < len(part) < len(word) for part in splitter_over(frozenset()).split(word))
