import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.listing import list_terms
from assistant.tracing import Origin
from ingest.terms import split_compound, words_of
from tests.assistant.small_traces import VOCABULARY, traced

WORDS = (
    "hoe wat MHiAP Den Haag schulden studentenwelzijn wonen werk gemeente gementee The Hague "
    "debts mental health in all policies mentale gezondheid beleidsdomeinen actielijn 3 burn-out ?"
).split()


@pytest.mark.parametrize(
    ("question", "term", "origin"),
    [
        ("Wat is wonen?", "won", Origin(asked="wonen", way="word")),
        ("Wat is studentenwelzijn?", "welzijn", Origin(asked="studentenwelzijn", way="part")),
        ("Helpt schulden?", "debt", Origin(asked="schulden", way="glossary", meaning="debts")),
        ("What about debts?", "schuld", Origin(asked="debts", way="glossary", meaning="schulden")),
        ("Wat is actielijn 3?", "actielijn 3", Origin(asked="actielijn 3", way="word")),
        ("Helpt het bij burn out?", "burnout", Origin(asked="burn out", way="word")),
        ("What of The Hague?", "haag", Origin(
            asked="the hague", way="glossary", meaning="Den Haag",
        )),
    ],
)  # fmt: skip
def test_every_search_term_comes_from_somewhere_in_the_question(
    question: str, term: str, origin: Origin
) -> None:
    origins = traced(question).origins

    found = origins.get(term) or next(o for t, o in origins.items() if t.startswith(term))
    assert found == origin


def test_a_word_of_the_question_before_comes_from_there() -> None:
    origins = traced("En voor studenten?", earlier="Wat doet wonen?").origins

    assert {origin.way for origin in origins.values() if origin.asked == "wonen"} == {"earlier"}
    assert {origin.way for origin in origins.values() if origin.asked == "studenten"} == {"word"}


def test_the_abbreviation_of_a_name_comes_from_the_name_that_was_asked() -> None:
    origins = traced("Wat is mentale gezondheid in alle beleidsdomeinen?").origins

    assert origins["mhiap"] == Origin(
        asked="mentale gezondheid in alle beleidsdomeinen", way="glossary", meaning="MHiAP"
    )


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.lists(st.sampled_from(WORDS), max_size=5))
def test_no_search_term_is_left_unexplained(words: list[str], before: list[str]) -> None:
    found = traced(" ".join(words), earlier=" ".join(before))

    assert found.origins.keys() == found.query.weights.keys()


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_question_can_be_traced(text: str, earlier: str) -> None:
    found = traced(text, earlier=earlier)

    assert all(term.weight > 0 for term in list_terms(found, frozenset()))
    asked = {word for _, word in found.question} | set(words_of(text))
    words = {word for origin in found.origins.values() for word in origin.asked.split()}
    parts = {part for word in asked for part in split_compound(word, VOCABULARY)}
    assert {word for word in words - asked - parts if not word.isdigit()} == set()
