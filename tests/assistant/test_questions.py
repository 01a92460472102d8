"""Lines of questions, good and bad."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.datatypes import Turn
from assistant.questions import BadLine, Question, answer_lines, read_question_line


def test_a_line_with_only_a_question_leaves_the_rest_open() -> None:
    found = read_question_line(b'{"question": "Wat is OKO?"}\n')

    assert found == Question(text="Wat is OKO?")


def test_a_full_line_is_read_in_full() -> None:
    line = json.dumps(
        {
            "id": "q7",
            "question": "En in het Engels?",
            "language": "en",
            "documents": ["plan-nl", "plan-en"],
            "history": [{"question": "Wat is OKO?", "answer": "Een aanpak."}, {"question": "En?"}],
        }
    )

    assert read_question_line(line.encode()) == Question(
        text="En in het Engels?",
        question_id="q7",
        language="en",
        documents=("plan-nl", "plan-en"),
        history=(Turn(question="Wat is OKO?", answer="Een aanpak."), Turn(question="En?")),
    )


@pytest.mark.parametrize("line", [b"", b"\n", b"  \t\r\n", b"\xef\xbb\xbf\r\n"])
def test_a_blank_line_is_no_question(line: bytes) -> None:
    assert read_question_line(line) is None


def test_a_byte_order_mark_does_no_harm() -> None:
    found = read_question_line(b'\xef\xbb\xbf{"question": "Wat is OKO?"}\r\n')

    assert found == Question(text="Wat is OKO?")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\xff\xfeW\x00", "not UTF-8"),
        (b"Wat is OKO?", "not JSON"),
        (b'{"question": "Wat is OKO?"', "not JSON"),
        (b'{"question": "\\ud800"}', "not JSON"),
        (b"[" * 10_000, "not JSON"),
        (b"[]", "not a JSON object"),
        (b'"Wat is OKO?"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "question: Field required"),
        (b'{"question": null}', "question: Input should be a valid string"),
        (b'{"question": 7}', "question: Input should be a valid string"),
        (b'{"question": "x", "language": "de"}', "language: Input should be 'nl' or 'en'"),
        (b'{"question": "x", "documents": "hub"}', "documents: "),
        (b'{"question": "x", "documents": [""]}', "documents.0: "),
        (b'{"question": "x", "id": 7}', "id: Input should be a valid string"),
        (b'{"question": "x", "history": [{"answer": "y"}]}', "history.0.question: Field required"),
        (b'{"question": "x", "vraag": "y"}', "no field vraag; choose from question, id, language"),
        (
            b'{"question": "x", "history": [{"question": "y", "a": 1}]}',
            "no field history.0.a; choose from question, answer",
        ),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: bytes, reason: str) -> None:
    found = read_question_line(line)

    assert isinstance(found, BadLine)
    assert reason in found.reason


def test_a_bad_line_keeps_what_can_be_read_of_it() -> None:
    found = read_question_line(b'{"id": "q7", "question": "Wat is OKO?", "language": "de"}')

    assert isinstance(found, BadLine)
    assert (found.question_id, found.text) == ("q7", "Wat is OKO?")


@given(st.binary(max_size=80))
def test_no_line_raises(line: bytes) -> None:
    read_question_line(line)


@given(st.text())
def test_every_question_that_can_be_written_is_read_as_it_is(question: str) -> None:
    try:
        line = json.dumps({"question": question}, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return

    assert read_question_line(line) == Question(text=question)


def test_every_line_that_is_not_blank_gets_one_answer_in_its_place(assistant: Assistant) -> None:
    lines = [
        b'{"id": "a", "question": "Hallo"}\n',
        b"\n",
        b'{"id": "b", "question": 7}\n',
        b"\xff\n",
        b'{"id": "d", "question": ""}\n',
        b'{"id": "e", "question": "Hello"}',
    ]

    answers = list(answer_lines(assistant, lines))

    assert [(answer.id, answer.status) for answer in answers] == [
        ("a", "about"),
        ("b", "invalid"),
        (None, "invalid"),
        ("d", "invalid"),
        ("e", "about"),
    ]


def test_a_line_wins_over_the_language_and_documents_of_the_command(assistant: Assistant) -> None:
    lines = [
        b'{"question": "Wat is OKO?"}',
        b'{"question": "Wat is OKO?", "language": "nl", "documents": ["plan-nl"]}',
    ]

    loose, own = answer_lines(assistant, lines, "en", ["plan-en"])

    assert (loose.language, own.language) == ("en", "nl")
    assert {citation.document_id for citation in loose.citations} == {"plan-en"}
    assert {citation.document_id for citation in own.citations} == {"plan-nl"}


def test_answers_to_a_file_are_those_to_the_questions(assistant: Assistant) -> None:
    question = "Welke vijf actielijnen heeft de aanpak?"
    line = json.dumps({"question": question}).encode()

    (answer,) = answer_lines(assistant, [line])

    assert replace(answer, seconds=0) == replace(assistant.ask(question), seconds=0)
