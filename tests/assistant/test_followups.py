import pytest

from assistant.datatypes import Turn
from assistant.followups import (
    earlier_question,
    in_context,
    leans_on_history,
    names_no_subject,
)
from assistant.numbered_parts import NumberedParts


def turns(*questions: str) -> list[Turn]:
    return [Turn(question=question) for question in questions]


@pytest.mark.parametrize(
    "question",
    ["Waarom?", "En waarom?", "Hoe werkt het?", "Why?", "And when?", "What does it cost?",
     "How does that work?", "Kun je een voorbeeld geven?", "Leg uit", ""],
)  # fmt: skip
def test_a_question_without_a_subject_is_recognised(question: str) -> None:
    assert names_no_subject(question)
    assert leans_on_history(question)


@pytest.mark.parametrize(
    "question",
    ["Wat is MHiAP?", "What is OKO?", "MHiAP", "Waarom is groen belangrijk?", "Which partners?"],
)
def test_a_question_with_a_subject_is_recognised(question: str) -> None:
    assert not names_no_subject(question)


@pytest.mark.parametrize(
    "question",
    [
        "En in Haarlem?",
        "And for students?",
        "Wie heb ik daar dan voor nodig?",
        "En wie organiseerde dat?",
        "Which municipalities are doing that already?",
        "Hoe zit het met scholen?",
        "What did they conclude about it?",
    ],
)
def test_a_question_that_points_back_leans_on_history(question: str) -> None:
    assert leans_on_history(question)


@pytest.mark.parametrize(
    "question",
    [
        "Welke vijf actielijnen heeft de landelijke aanpak?",
        "What does The Hague do for student well-being?",
        "Hoe borg je MHiAP binnen gemeentelijke organisaties?",
        "Which objectives does Joint Action MENTOR have?",
    ],
)
def test_a_question_with_its_own_subject_does_not(question: str) -> None:
    assert not leans_on_history(question)


def test_the_question_before_gives_the_subject() -> None:
    assert earlier_question("En waarom?", turns("Wat is MHiAP in Nederland voor aanpak?")) == (
        "Wat is MHiAP in Nederland voor aanpak?"
    )


def test_a_chain_of_follow_ups_reaches_back_to_the_subject_and_no_further() -> None:
    history = turns(
        "Welke objectieven heeft Joint Action MENTOR?",
        "Wat doet Den Haag voor studentenwelzijn?",
        "En waarom?",
    )

    assert earlier_question("En wanneer?", history) == (
        "Wat doet Den Haag voor studentenwelzijn? En waarom?"
    )


def test_at_most_three_questions_are_taken_along() -> None:
    assert earlier_question("Why?", turns("One?", "And when?", "And who?", "And where?")) == (
        "And when? And who? And where?"
    )


def test_without_history_or_with_an_own_subject_nothing_is_taken_along() -> None:
    assert earlier_question("En waarom?", ()) == ""
    assert (
        earlier_question("Wat doet Den Haag voor studentenwelzijn?", turns("Wat is MHiAP?")) == ""
    )


PARTNERS = "Welke partners heeft actielijn 3?"
HELP = "Who helps with action line 3?"


@pytest.mark.parametrize(
    ("before", "question", "meant"),
    [
        ([PARTNERS], "En actielijn 5?", "Welke partners heeft actielijn 5?"),
        ([PARTNERS], "En hoe zit het met de vierde?", "Welke partners heeft actielijn 4?"),
        ([PARTNERS, "en 4?"], "en de tweede dan?", "Welke partners heeft actielijn 2?"),
        ([HELP], "And what about the last one?", "Who helps with action line 5?"),
        (["Welke actielijnen zijn er?"], "Wat is de derde?", "Wat is actielijn 3?"),
        ([PARTNERS], "Wat doet actielijn 4 nu?", "Wat doet actielijn 4 nu?"),
        ([PARTNERS], "En waarom?", "En waarom?"),
        (["Wat is MHiAP?"], "En de tweede?", "En de tweede?"),
        ([], "En actielijn 5?", "En actielijn 5?"),
    ],
)
def test_a_number_alone_asks_the_earlier_question_of_another_part(
    numbered: NumberedParts, before: list[str], question: str, meant: str
) -> None:
    assert in_context(question, turns(*before), numbered)[0] == meant


def test_the_earlier_question_still_gives_the_subject(numbered: NumberedParts) -> None:
    history = turns("Wat doet Den Haag voor studentenwelzijn?")

    assert in_context("En waarom?", history, numbered) == ("En waarom?", history[0].question)
