import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.naming import Naming
from assistant.query import (
    GLOSSARY_WEIGHT,
    HISTORY_WEIGHT,
    NAMED_WEIGHT,
    PART_WEIGHT,
    both_stems,
    build_query,
    content_words,
    folded_key,
    glossary_forms,
    matching_forms,
)
from ingest.glossary import Entry

VOCABULARY = frozenset({"mhiap", "student", "studenten", "welzijn", "groen", "aanpak", "wonen"})
FORMS = glossary_forms(
    (
        Entry(
            forms={
                "nl": ("mentale gezondheid in alle beleidsdomeinen", "MHiAP", "M-HiAP"),
                "en": ("mental health in all policies", "MHiAP"),
            },
            definitions={},
            in_corpus=True,
        ),
        Entry(
            forms={"nl": ("mentale gezondheid",), "en": ("mental health",)},
            definitions={},
            in_corpus=True,
        ),
        Entry(
            forms={"nl": ("actielijn",), "en": ("action line",)},
            definitions={},
            in_corpus=True,
        ),
        Entry(
            forms={"nl": ("welzijn",), "en": ("well-being", "wellbeing")},
            definitions={},
            in_corpus=True,
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wat doet de gemeente voor studenten?", ["gemeente", "studenten"]),
        ("What does the municipality do for students?", ["municipality", "students"]),
        ("RI&E en burn-out", ["ri&e", "burn-out"]),
        ("groen, groen en Groen", ["groen"]),
        ("Wat is dat?", []),
        ("", []),
    ],
)
def test_words_that_carry_a_subject_are_kept_once_in_order(text: str, words: list[str]) -> None:
    assert content_words(text) == words


def test_the_longest_form_of_the_glossary_counts() -> None:
    found = matching_forms("What is mental health in all policies?", FORMS)

    assert [form.text for form in found] == ["mental health in all policies"]


def test_a_form_counts_in_american_spelling_too() -> None:
    forms = glossary_forms(
        (
            Entry(
                forms={"nl": ("arbeidsmarkt",), "en": ("labour market", "job centers")},
                definitions={},
                in_corpus=True,
            ),
        )
    )

    assert [form.text for form in matching_forms("The labor market", forms)] == ["labour market"]
    assert [form.text for form in matching_forms("Two job centres", forms)] == ["job centers"]


def test_a_form_inside_another_word_does_not_count() -> None:
    assert matching_forms("Wat zijn MHiAPs?", FORMS) == []


def test_words_stand_in_the_query_with_their_parts_weighing_less() -> None:
    query = build_query("Wat is studentenwelzijn?", VOCABULARY)

    assert query.words == ("studentenwelzijn",)
    for term in both_stems("studentenwelzijn"):
        assert query.weights[term] == 1.0
    for term in both_stems("welzijn"):
        assert query.weights[term] == PART_WEIGHT


def test_a_term_is_searched_in_the_other_language_too() -> None:
    query = build_query("Wat is welzijn?", VOCABULARY, FORMS)

    for term in both_stems("wellbeing"):
        assert query.weights[term] == GLOSSARY_WEIGHT
    assert query.expansions["welzijn"] == {"well-being", "wellbeing"}
    assert query.in_field


def test_a_long_name_is_asked_by_its_abbreviation_when_the_documents_use_that() -> None:
    asked = "Wat is mentale gezondheid in alle beleidsdomeinen?"

    assert build_query(asked, VOCABULARY, FORMS).words == ("mhiap",)
    assert "mhiap" not in build_query(asked, frozenset(), FORMS).words


def test_an_earlier_question_weighs_less_and_is_not_asked() -> None:
    query = build_query("En voor studenten?", VOCABULARY, earlier="Wat doet groen?")

    assert query.words == ("studenten",)
    assert query.subjects == ("groen",)
    assert query.weights["groen"] == HISTORY_WEIGHT
    assert query.text == "Wat doet groen? En voor studenten?"


def test_the_words_as_typed_are_searched_beside_the_corrected_ones() -> None:
    query = build_query("wonen", VOCABULARY, original="woonen")

    assert both_stems("woonen") <= query.weights.keys()
    assert query.words == ("wonen",)


def test_the_name_of_a_document_weighs_little() -> None:
    naming = Naming(documents=frozenset({"plan"}), words=frozenset({"aanpak"}))
    query = build_query("Wat zegt de aanpak over groen?", VOCABULARY, naming=naming)

    assert query.documents == {"plan"}
    assert all(query.weights[term] == NAMED_WEIGHT for term in both_stems("aanpak"))
    assert query.weights["groen"] == 1.0
    assert query.in_field


@pytest.mark.parametrize(
    "asked",
    [
        "Wat is MHiAP?",
        "Wat is mentale gezondheid in alle beleidsdomeinen?",
        "What is mental health in all policies?",
        "What is M-HiAP?",
    ],
)
def test_a_long_name_and_its_abbreviation_find_each_other_in_both_languages(asked: str) -> None:
    weights = build_query(asked, VOCABULARY, FORMS).weights

    for word in ("mhiap", "mentale", "gezondheid", "beleidsdomeinen", "mental", "health"):
        assert both_stems(word) & weights.keys()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("actielijn 3", "actielijn 3"),
        ("de derde actielijn", "line 3"),
        ("the third action line", "actielijn 3"),
        ("action line three", "actielijn 3"),
    ],
)
def test_a_name_with_a_number_is_asked_in_both_languages(asked: str, name: str) -> None:
    assert name in build_query(asked, VOCABULARY, FORMS).weights


def test_what_a_part_of_a_compound_means_is_searched_in_the_other_language() -> None:
    query = build_query("Wat is studentenwelzijn?", VOCABULARY, FORMS)

    for term in both_stems("wellbeing"):
        assert query.weights[term] == pytest.approx(PART_WEIGHT * GLOSSARY_WEIGHT)


def test_two_words_that_make_one_of_the_documents_are_searched_as_one() -> None:
    query = build_query("studenten welzijn", VOCABULARY | {"studentenwelzijn"})

    assert query.weights["studentenwelzijn"] == 1.0


def test_a_question_outside_the_field_is_known_as_such() -> None:
    assert not build_query("Wat kost een fiets?", VOCABULARY, FORMS).in_field


def test_wordings_are_compared_by_letters_and_digits() -> None:
    assert folded_key("Wat is MHiAP?") == folded_key(" wat is m-hiap!")
    assert folded_key("één") == folded_key("Een")
    assert folded_key("Wat is OKO?") != folded_key("Wat is MHiAP?")


@given(st.text(max_size=200), st.text(max_size=60))
def test_every_weight_is_positive_and_at_most_one(text: str, earlier: str) -> None:
    query = build_query(text, VOCABULARY, FORMS, earlier=earlier, original=text)

    assert all(0 < weight <= 1 for weight in query.weights.values())
    assert len(set(query.words)) == len(query.words)
    assert not set(query.words) & set(query.subjects)
