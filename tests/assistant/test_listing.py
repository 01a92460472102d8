from collections.abc import Collection

import pytest

from assistant.listing import list_terms
from assistant.query import both_stems
from assistant.reasons import SearchTerm
from tests.assistant.small_traces import traced


def terms(
    typed: str, *, read: str = "", earlier: str = "", vocabulary: Collection[str] = ()
) -> list[SearchTerm]:
    known = {"mhiap", "werk", "mental", "health", "polici", "actielijn 3", "burnout"}
    known |= {term for word in vocabulary for term in both_stems(word)}
    return list(list_terms(traced(typed, read=read, earlier=earlier, vocabulary=vocabulary), known))


def test_names_stand_as_they_were_asked_with_the_other_forms_behind_them() -> None:
    assert terms("Wat doet Den Haag met MHiAP?") == [
        SearchTerm(term="Den Haag", others=("The Hague",), weight=1.0, known=False, earlier=False),
        SearchTerm(
            term="MHiAP",
            others=(
                "mentale gezondheid in alle beleidsdomeinen",
                "mental health in all policies",
            ),
            weight=1.0,
            known=True,
            earlier=False,
        ),
    ]


def test_a_name_stands_whole_even_if_two_of_its_words_are_one_in_the_documents() -> None:
    found = terms("What of mental health in all policies?", vocabulary={"all-policies"})

    assert [term.term for term in found] == ["mental health in all policies"]


def test_a_compound_stands_with_its_parts() -> None:
    (term,) = terms("Wat is studentenwelzijn?")

    assert (term.term, term.others) == ("studentenwelzijn", ("studenten", "welzijn"))


def test_a_misspelt_word_stands_as_it_was_read() -> None:
    (term,) = terms("Wat doet een gementee?", read="Wat doet een gemeente?")

    assert term.term == "gemeente"


def test_the_words_of_an_earlier_question_come_last() -> None:
    found = terms("En werk?", earlier="Wat doet wonen?")

    assert [(term.term, term.earlier) for term in found] == [("werk", False), ("wonen", True)]


def test_a_word_that_the_documents_hold_nowhere_is_known_as_such() -> None:
    found = terms("Helpt wonen bij werk?")

    assert [(term.term, term.known) for term in found if term.term != "Helpt"] == [
        ("wonen", False),
        ("werk", True),
    ]


@pytest.mark.parametrize("question", ["Wat is actielijn 3?", "Wat is de derde actielijn?"])
def test_a_name_with_a_number_stands_once_and_whole(question: str) -> None:
    (term,) = terms(question)

    assert (term.term, term.known, term.earlier) == ("actielijn 3", True, False)


def test_two_words_that_the_documents_write_as_one_stand_together() -> None:
    (_, term) = terms("Helpt het bij burn out?")

    assert (term.term, term.known) == ("burn out", True)


def test_a_name_in_american_spelling_stands_once_as_it_was_typed() -> None:
    (term,) = terms("The labor market?")

    assert (term.term, term.others, term.earlier) == ("labor market", ("arbeidsmarkt",), False)


def test_other_forms_of_the_same_word_are_not_listed_beside_it() -> None:
    (term,) = terms("Hoe begin ik?")

    assert (term.term, term.others) == ("begin", ("start",))
