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
    others: tuple[tuple[Language, str], ...] = (),
) -> tuple[Match, ...]:
    query = build_query(question, VOCABULARY, FORMS, earlier=earlier)
    passage, text = make_passage([(sentence, "body")], language=language, section=section)
    traced = trace(query, question, question, FORMS, VOCABULARY, {})
    return match_passage(passage, text, traced, others)


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


def test_words_of_what_says_the_same_in_the_other_language_come_last() -> None:
    others: tuple[tuple[Language, str], ...] = (("nl", "Over schulden en wonen."),)

    found = matches("What of debts and wonen?", "About wonen.", language="en", others=others)

    assert [(match.asked, match.found, match.place) for match in found] == [
        ("wonen", ("wonen",), "text"),
        ("debts", ("schulden",), "other language"),
    ]


def test_a_part_of_a_term_is_left_out_where_anything_else_was_found() -> None:
    alone = matches("Wat is MHiAP?", "De gezondheid.")
    beside = matches("Wat is MHiAP bij wonen?", "De gezondheid en wonen.")

    assert [(match.asked, match.whole) for match in alone] == [("MHiAP", False)]
    assert [(match.asked, match.whole) for match in beside] == [("wonen", True)]


def test_the_words_of_a_name_are_not_named_again_where_the_name_stands() -> None:
    (match,) = matches("Wat doet Den Haag?", "In Den Haag en Haag.")

    assert (match.asked, match.found) == ("Den Haag", ("Den Haag",))


def test_a_part_of_a_compound_is_left_out_where_the_word_itself_stands() -> None:
    found = matches("Helpt werk?", "Werk en werkdruk.")

    assert [(match.way, match.found) for match in found] == [("word", ("Werk",))]


@pytest.mark.parametrize(
    ("question", "sentence", "way"),
    [
        ("Who holds a meeting?", "Het symposium.", "glossary"),
        ("Welk symposium?", "They meet.", None),
        ("Welk symposium?", "Two meetings.", "glossary"),
        ("Hoe begin ik?", "We beginnen.", "word"),
        ("Wat is MHiAP?", "De MHiAP-manier.", "part"),
        ("The labor market?", "The labour market.", "word"),
        ("Is de arbeidsmarkt krap?", "The labor market.", "glossary"),
        ("De arbeidsmarkt?", "Their labour.", None),
    ],
)
def test_another_word_is_the_same_in_other_words_only_as_a_whole_term(
    question: str, sentence: str, way: str | None
) -> None:
    language: Language = "nl" if sentence.startswith(("Het", "We ", "De")) else "en"

    found = matches(question, sentence, language=language)
    assert [match.way for match in found if match.whole] == ([way] if way else [])
