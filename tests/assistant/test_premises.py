import pytest

from assistant.answering import Assistant
from assistant.premises import counted_things


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("We werken met vijf actielijnen.", [5]),
        ("Five action lines", [5]),
        ("What is the seventh action line?", [7]),
        ("MENTOR heeft 43 partners.", [43]),
        ("Eén actielijn", []),
        ("Scholen doen mee.", []),
        ("vijf", []),
        ("", []),
    ],
)
def test_counts_of_things_are_read(text: str, counts: list[int]) -> None:
    assert [count for count, _ in counted_things(text)] == counts


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Welke zeven actielijnen heeft de landelijke aanpak?", "5 actielijnen"),
        ("What are the seven action lines of the action plan?", "five action lines"),
    ],
)
def test_a_false_count_is_corrected_from_the_source(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)

    assert answer.status == "answered"
    assert said in answer.text.lower()
    assert answer.notice


def test_a_right_count_is_left_alone(assistant: Assistant) -> None:
    assert assistant.ask("Welke vijf actielijnen heeft de landelijke aanpak?").notice is None
