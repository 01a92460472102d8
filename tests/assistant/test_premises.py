import pytest

from assistant.answering import Assistant
from assistant.numbered_parts import NumberedParts
from assistant.premises import counted_things, find_count
from assistant.search_space import SearchSpace


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


@pytest.mark.parametrize(
    ("document_id", "said"),
    [("plan-nl", "met 5 actielijnen"), ("plan-en", "with five action lines"), ("mentor", None)],
)
def test_a_sentence_that_counts_the_parts_is_found_in_the_documents_searched(
    space: SearchSpace, numbered: NumberedParts, document_id: str, said: str | None
) -> None:
    series = next(one for one in numbered.series if "plan-nl" in one.parts)
    found = find_count(space, series, [document_id])

    if said is None:
        assert found is None
    else:
        assert found is not None
        passage, place = space.index.passages[found[0]], found[1]
        text = space.index.documents[passage.document_id].text
        assert said in passage.sentences[place].of(text)
