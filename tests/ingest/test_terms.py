import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.datatypes import Language
from ingest.terms import STOPWORDS, fold, is_stopword, split_compound, stem, terms_of, words_of

VOCABULARY = frozenset(
    [
        "studenten",
        "welzijn",
        "student",
        "monitor",
        "gezondheid",
        "beleid",
        "lokale",
        "school",
        "klachten",
        "burn",
    ]
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coördinatie ÉN reïntegratie", "coordinatie en reintegratie"),
        ("thema’s", "thema's"),
        ("ĳs", "ijs"),
        ("MHiAP", "mhiap"),
    ],
)
def test_accents_and_capitals_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "De RI&E-tool, burn-outklachten & thema’s.",
            ["de", "ri&e-tool", "burn-outklachten", "thema's"],
        ),
        ("en/of 94% (door)ontwikkeling", ["en/of", "94", "door", "ontwikkeling"]),
        ("postbus@minvws.nl", ["postbus@minvws.nl"]),
        ("– • !", []),
    ],
)
def test_a_word_holds_its_hyphens_and_apostrophes(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("gemeente", "gemeenten"), "nl"),
        (("student", "studenten"), "nl"),
        (("policy", "policies"), "en"),
        (("school", "schools"), "en"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...], language: Language) -> None:
    assert len({stem(word, language) for word in words}) == 1


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("studentenwelzijn", ["studenten", "welzijn"]),
        ("gezondheidsbeleid", ["gezondheid", "beleid"]),
        ("schoolbeleid", ["school", "beleid"]),
        ("burn-outklachten", ["burn", "outklachten"]),
        ("co-creatie", ["creatie"]),
        ("gezondheid", []),
        ("schoolgebouw", []),
        ("welzijn", []),
    ],
)
def test_a_compound_has_its_parts(word: str, parts: list[str]) -> None:
    assert split_compound(word, VOCABULARY) == parts


def test_the_longest_last_part_wins() -> None:
    words = frozenset({"school", "schoolbeleid", "beleid", "basis", "basisschool"})

    assert split_compound("basisschoolbeleid", words) == ["basis", "schoolbeleid"]


def test_terms_are_the_stems_of_content_words_and_of_their_parts() -> None:
    assert terms_of("Het studentenwelzijn in de gemeenten", ["nl"], VOCABULARY) == [
        stem("studentenwelzijn", "nl"),
        stem("studenten", "nl"),
        stem("welzijn", "nl"),
        stem("gemeenten", "nl"),
    ]


def test_a_word_has_the_stems_of_both_languages_when_they_differ() -> None:
    assert terms_of("policies", ["nl", "en"]) == sorted({stem("policies", "nl"), "polici"})
    assert terms_of("mhiap", ["nl", "en"]) == ["mhiap"]


@pytest.mark.parametrize("word", ["niet", "hoe", "waarom", "the", "what", "explain", "uitleg"])
def test_function_words_and_words_of_asking_are_no_terms(word: str) -> None:
    assert is_stopword(word)
    assert terms_of(word, ["nl", "en"]) == []


def test_stop_words_are_written_as_words_are_folded() -> None:
    assert [w for words in STOPWORDS.values() for w in words if fold(w) != w] == []


TEXTS = st.text(alphabet="abcéïö ’-'&.ABÇ12", max_size=30)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)

    assert fold(once) == once
    assert not any(unicodedata.combining(c) for c in once)


@given(TEXTS)
def test_terms_do_not_depend_on_accents_or_capitals(text: str) -> None:
    assert terms_of(fold(text), ["nl"]) == terms_of(text, ["nl"])
    assert terms_of(text.upper(), ["nl"]) == terms_of(text, ["nl"])


@given(st.lists(st.sampled_from(sorted(VOCABULARY)), min_size=1, max_size=3).map("s".join))
def test_the_parts_of_a_compound_are_in_the_vocabulary(word: str) -> None:
    parts = split_compound(word, VOCABULARY)

    assert set(parts) <= VOCABULARY
    assert len(parts) in {0, 2}
