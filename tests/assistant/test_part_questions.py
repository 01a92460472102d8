import pytest

from assistant.kinds import analyse
from assistant.naming import find_named
from assistant.numbered_parts import NumberedParts
from assistant.part_questions import PartQuestion, read_part_question
from assistant.search_space import SearchSpace


def read(
    space: SearchSpace, numbered: NumberedParts, question: str, *around: str
) -> PartQuestion | None:
    naming = find_named(question, space.index.documents)
    return read_part_question(question, around, analyse(question), numbered, naming)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Wat is actielijn 3?", True),
        ("Waar gaat actielijn 3 over?", True),
        ("What is the difference between action lines 1 and 2?", True),
        ("Wat doet lijn 3 van het plan?", True),
        ("Wat zegt actielijn 2 over groen?", False),
        ("Wie doet mee aan actielijn 2?", False),
        ("Wanneer is actielijn 2?", False),
        ("Wat zegt het symposium over actielijn 3?", False),
    ],
)
def test_a_question_asks_for_a_part_as_a_whole_when_it_names_no_subject_in_it(
    space: SearchSpace, numbered: NumberedParts, question: str, whole: bool
) -> None:
    asked = read(space, numbered, question)

    assert asked is not None
    assert asked.whole is whole
    assert not asked.carried


def test_a_part_named_earlier_is_carried_along(space: SearchSpace, numbered: NumberedParts) -> None:
    asked = read(space, numbered, "Welke scholen doen mee?", "Wat is actielijn 3?")

    assert asked is not None
    assert asked.carried
    assert asked.own_words
    assert asked.wanted.numbers == (3,)


@pytest.mark.parametrize(
    "question", ["Wat zegt het symposium over Haarlem?", "Welke actielijn gaat over werk?"]
)
def test_a_question_that_looks_elsewhere_carries_no_part_along(
    space: SearchSpace, numbered: NumberedParts, question: str
) -> None:
    assert read(space, numbered, question, "Wat is actielijn 3?") is None


@pytest.mark.parametrize("question", ["Wat is MHiAP?", "Hoeveel jongeren zijn er?", ""])
def test_a_question_about_no_part_asks_nothing_of_one(
    space: SearchSpace, numbered: NumberedParts, question: str
) -> None:
    assert read(space, numbered, question) is None


def test_who_asks_how_many_there_are_wants_no_number(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    asked = read(space, numbered, "Hoeveel actielijnen heeft het plan?")

    assert asked is not None
    assert asked.wanted.numbers == ()
