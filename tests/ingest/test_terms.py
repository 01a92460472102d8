import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.stemming import stem
from ingest.terms import (
    STOPWORDS,
    fold,
    is_stopword,
    joined_words,
    numbered_names,
    split_compound,
    terms_of,
    words_of,
)

VOCABULARY = frozenset(["studenten", "welzijn", "school", "burn-out", "mhiap"])


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
        ("en/of 94% (door)ontwikkeling", ["en", "of", "94", "door", "ontwikkeling"]),
        ("24/7, 2025-2028 en COVID-19", ["24/7", "2025-2028", "en", "covid-19"]),
        ("postbus@minvws.nl", ["postbus@minvws.nl"]),
        ("– • !", []),
    ],
)
def test_a_word_holds_its_hyphens_and_apostrophes(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("studentenwelzijn", ["studenten", "welzijn"]),
        ("jeugdgezondheidszorg", ["jeugd", "gezondheid", "zorg"]),
        ("burn-outklachten", ["burn-out", "klachten"]),
        ("sociaal-economische", ["sociaal", "economische"]),
        ("covid-19", ["covid"]),
        ("2025-2028", ["2025", "2028"]),
        ("e-tool", ["tool"]),
        ("burn-out", []),
        ("gezondheid", []),
        ("welzijn", []),
    ],
)
def test_a_compound_has_the_parts_that_say_something(word: str, parts: list[str]) -> None:
    assert split_compound(word, VOCABULARY) == parts


def terms(text: str) -> set[str]:
    return set(terms_of(text, ["nl"], VOCABULARY))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("gezondheid", "jeugdgezondheidszorg"),
        ("jeugd", "jeugdgezondheidszorg"),
        ("zorg", "jeugdgezondheidszorg"),
        ("mentale gezondheid op school", "schoolgezondheid"),
        ("schoolgezondheidsbeleid", "beleid voor de gezondheid"),
        ("RIE", "RI&E-tool"),
        ("burnout", "burn-outklachten"),
        ("covid", "COVID-19"),
        ("2025", "2025-2028"),
        ("coordinatie", "Coördinatie"),
    ],
)
def test_a_word_finds_the_compound_and_the_compound_its_words(question: str, text: str) -> None:
    assert terms(question) & terms(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gezondheid", "zon"),
        ("covid-19", "19"),
        ("actielijn 3", "actielijn 4"),
        ("2025-2028", "2026"),
        ("GALA", "gal"),
    ],
)
def test_a_name_or_number_is_found_whole(one: str, other: str) -> None:
    assert not terms(one) <= terms(other)
    assert not terms(other) <= terms(one)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Actielijn 3 en artikel 12", [("actielijn", "3"), ("artikel", "12")]),
        ("in 2022, van 12 tot 30 jaar, juni 2022", []),
        ("3 actielijnen", []),
        ("", []),
    ],
)
def test_a_number_names_one_of_several(text: str, names: list[tuple[str, str]]) -> None:
    assert numbered_names(text) == names


def test_a_name_with_its_number_is_a_term() -> None:
    assert "actielijn 3" in terms("Actielijn 3")
    assert "line 3" in terms_of("Action line 3", ["en"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("burn out", ["burn-out"]),
        ("Meer werk plezier!", ["werkplezier"]),
        ("of we er wel zijn", []),
        ("school", []),
        ("", []),
    ],
)
def test_two_words_may_make_one_of_the_documents(text: str, words: list[str]) -> None:
    assert joined_words(text, VOCABULARY | {"werkplezier"}) == words


def test_terms_are_the_stems_of_content_words_and_of_their_parts() -> None:
    assert terms_of("Het studentenwelzijn in de gemeenten", ["nl"], VOCABULARY) == [
        stem("studentenwelzijn", "nl"),
        stem("studenten", "nl"),
        stem("welzijn", "nl"),
        stem("gemeenten", "nl"),
    ]


def test_english_compounds_are_split_at_hyphens_only() -> None:
    assert terms_of("schoolwork, evidence-based", ["en"]) == ["schoolwork", "evidencebas"] + [
        stem(part, "en") for part in ("evidence", "based")
    ]


def test_a_word_has_the_stems_of_both_languages_when_they_differ() -> None:
    assert terms_of("policies", ["nl", "en"]) == sorted({stem("policies", "nl"), "polici"})
    assert terms_of("mhiap", ["nl", "en"]) == ["mhiap"]


@pytest.mark.parametrize(
    "word",
    ["niet", "hoe", "waarom", "hoeverre", "bereid", "the", "what", "explain", "uitleg", "whether"],
)
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
