import pytest

from assistant.matching import match_passage
from assistant.query import build_query
from assistant.reasons import Match
from assistant.tracing import trace
from ingest.datatypes import Language
from tests.assistant.small_passages import make_passage
from tests.assistant.small_traces import FORMS

VOCABULARY = frozenset({"mhiap", "studenten", "welzijn", "wonen", "werk", "druk", "schulden"})


def matches(
    question: str,
    sentence: str,
    *,
    language: Language = "nl",
    section: tuple[str, ...] = (),
    earlier: str = "",
) -> tuple[Match, ...]:
    query = build_query(question, VOCABULARY, FORMS, earlier=earlier)
    passage, text = make_passage([(sentence, "body")], language=language, section=section)
    return match_passage(passage, text, trace(query, question, question, FORMS, VOCABULARY, {}))


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Helpt Werk?", "Over werk.", Match(
            asked="Werk", found=("werk",), way="word", place="text",
        )),
        ("Hoe gaat het met studenten?", "De Student en zijn studenten.", Match(
            asked="studenten", found=("Student", "studenten"), way="word", place="text",
        )),
        ("Waarom werk?", "Van werkdruk.", Match(
            asked="werk", found=("werkdruk",), way="part", place="text",
        )),
        ("Hoe gaat het met studentenwelzijn?", "Met welzijn.", Match(
            asked="studentenwelzijn", found=("welzijn",), way="part", place="text",
        )),
        ("What of debts?", "Wie Schulden heeft.", Match(
            asked="debts", found=("Schulden",), way="glossary", place="text", meaning="schulden",
        )),
        ("Wat is MHiAP?", "Zie “Mental Health in all policies”.", Match(
            asked="MHiAP", found=("Mental Health in all policies",), way="glossary", place="text",
            meaning="mental health in all policies",
        )),
        ("Wat is mentale gezondheid in alle beleidsdomeinen?",
         "Mentale gezondheid in alle beleidsdomeinen.", Match(
            asked="mentale gezondheid in alle beleidsdomeinen",
            found=("Mentale gezondheid in alle beleidsdomeinen",), way="word", place="text",
        )),
        ("Wat is MHiAP?", "De gezondheid.", Match(
            asked="MHiAP", found=("gezondheid",), way="glossary", place="text",
            meaning="mentale gezondheid in alle beleidsdomeinen", whole=False,
        )),
        ("Wat doet het Rijk?", "Over ijs.", None),
        ("Wat is dat?", "Dat is het.", None),
    ],
)  # fmt: skip
def test_a_passage_holds_a_word_of_the_question(
    question: str, sentence: str, expected: Match | None
) -> None:
    assert matches(question, sentence) == (() if expected is None else (expected,))


def test_a_word_that_stands_only_in_the_headings_is_found_there() -> None:
    found = matches("Helpt werk bij wonen?", "Over werk.", section=("Wonen", "Werk"))

    assert [(match.asked, match.found, match.place) for match in found] == [
        ("werk", ("werk",), "text"),
        ("wonen", ("Wonen",), "heading"),
    ]


def test_a_name_with_a_number_is_found_whole() -> None:
    (match,) = matches("Wat is actielijn 3?", "Over Actielijn 3.")

    assert (match.asked, match.found, match.way) == ("actielijn 3", ("Actielijn 3",), "word")


def test_a_word_of_the_earlier_question_is_told_apart() -> None:
    (match,) = matches("En voor studenten?", "Over wonen.", earlier="Wat doet wonen?")

    assert (match.asked, match.way) == ("wonen", "earlier")


def test_the_words_of_a_passage_are_stemmed_in_its_own_language() -> None:
    (match,) = matches("Which studies?", "One study.", language="en")

    assert match.found == ("study",)
