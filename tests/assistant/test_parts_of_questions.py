import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parts_of_questions import MOST_PARTS, split_question


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "When was the symposium and who organised it?",
            ("When was the symposium", "who organised it?"),
        ),
        (
            "Wat is MHiAP en waarom is het nodig?",
            ("Wat is MHiAP", "waarom is het nodig?"),
        ),
        ("Wat is OKO? Wie doet mee?", ("Wat is OKO?", "Wie doet mee?")),
        (
            "Wat is OKO, en met wie werkt het samen?",
            ("Wat is OKO", "met wie werkt het samen?"),
        ),
        ("Wat is OKO & hoe werkt het?", ("Wat is OKO", "hoe werkt het?")),
        (
            "Wat is OKO en wie doet mee? Wanneer begon het?",
            ("Wat is OKO", "wie doet mee?", "Wanneer begon het?"),
        ),
    ],
)
def test_a_question_that_asks_more_is_split(question: str, parts: tuple[str, ...]) -> None:
    assert split_question(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Wat doen gemeenten en scholen?",
        "What do schools and employers do?",
        "Wie en wat?",
        "Wie organiseerde het en waarom?",
        "What is the Target Tool?",
        "Wat is dit? Wie is dat? Waar was het? Wanneer was het?",
        "",
    ],
)
def test_a_question_that_asks_one_thing_stays_whole(question: str) -> None:
    assert split_question(question) == (question,)


@given(st.lists(st.sampled_from("wat is en wie and who ? MHiAP , why en hoe".split()), max_size=20))
def test_the_parts_hold_the_words_of_the_question_in_order(words: list[str]) -> None:
    question = " ".join(words)
    parts = split_question(question)

    assert 1 <= len(parts) <= MOST_PARTS
    position = 0
    for part in parts:
        position = question.index(part, position) + len(part)
