"""The JSON of an answer and its schema."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from assistant.answering import Assistant
from assistant.contract import (
    ORDER,
    SCHEMA_FILE,
    WHEN_ASKED,
    answer_from_json,
    answer_schema,
    answer_to_json,
    split_answers,
)
from assistant.datatypes import Answer, IndexStamp
from assistant.errors import AnswerUnreadable

GREETING = Answer(
    id="é",
    question="Hallo",
    language="nl",
    status="about",
    support=None,
    mode="extractive",
    text="“Dag” \u2028",
    confidence=None,
    index=IndexStamp(generation="g", corpus_sha256="c", embedding_model="m"),
    seconds=0.25,
)

ONE_OF_EACH = (
    "Hoe begin ik met MHiAP?",
    "How do I start with MHiAP?",
    "Wat kost MHiAP in 2031?",
    "Wat is de hoofdstad van Frankrijk?",
    "Ik wil niet meer leven",
    "Mijn collega wil dood",
    "Ik trek het niet meer op mijn werk",
    "Wat kun jij?",
    "Kannst du mir bitte sagen wie das Wetter morgen in Berlin wird?",
    "Vertel eens meer",
    "",
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_committed_schema_is_that_of_the_code() -> None:
    committed = SCHEMA_FILE.read_text(encoding="utf-8")

    assert committed == json.dumps(answer_schema(), indent=2) + "\n"


def test_the_order_is_that_of_the_contract() -> None:
    assert tuple(json.loads(answer_to_json(GREETING))) == ORDER


def test_the_order_names_every_field() -> None:
    assert sorted((*ORDER, WHEN_ASKED)) == sorted(Answer.__dataclass_fields__)


def test_an_explanation_stands_behind_the_other_fields_and_only_when_there_is_one(
    assistant: Assistant, validator: Draft202012Validator
) -> None:
    plain, explained = (
        assistant.ask("Wat is MHiAP en waarom is het nodig?", explain=explain)
        for explain in (False, True)
    )
    text = answer_to_json(replace(explained, seconds=plain.seconds))

    assert tuple(json.loads(text)) == (*ORDER, WHEN_ASKED)
    assert text.startswith(answer_to_json(plain)[:-1])
    assert answer_from_json(text) == replace(explained, seconds=plain.seconds)
    validator.validate(json.loads(text))


def test_the_schema_wants_an_explanation_whole(
    assistant: Assistant, validator: Draft202012Validator
) -> None:
    fields = json.loads(answer_to_json(assistant.ask("Wat is MHiAP?", explain=True)))
    del fields["explanation"]["readings"][0]["considered"][0]["matches"]

    assert not validator.is_valid(fields)


def test_an_answer_is_one_line_with_its_letters_as_they_are() -> None:
    text = answer_to_json(GREETING)

    assert "\n" not in text
    assert "é" in text


def test_an_answer_survives_the_way_to_json_and_back() -> None:
    assert answer_from_json(answer_to_json(GREETING)) == GREETING


@pytest.mark.parametrize("question", ONE_OF_EACH)
def test_real_answers_keep_to_the_schema_and_survive(
    assistant: Assistant, validator: Draft202012Validator, question: str
) -> None:
    answer = assistant.ask(question, question_id="q1")
    text = answer_to_json(answer)

    validator.validate(json.loads(text))
    assert answer_from_json(text) == answer


@pytest.mark.parametrize("field", ["status", "claims", "seconds"])
def test_the_schema_refuses_an_answer_without_one_of_its_fields(
    validator: Draft202012Validator, field: str
) -> None:
    fields = json.loads(answer_to_json(GREETING))
    del fields[field]

    assert not validator.is_valid(fields)


def test_the_schema_refuses_a_field_that_is_not_in_the_contract(
    validator: Draft202012Validator,
) -> None:
    fields = json.loads(answer_to_json(GREETING)) | {"score": 1}

    assert not validator.is_valid(fields)


def test_an_answer_without_seconds_is_read() -> None:
    fields = json.loads(answer_to_json(GREETING))
    del fields["seconds"]

    assert answer_from_json(json.dumps(fields)) == replace(GREETING, seconds=0.0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 10_000, "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "not a mhiap.answer/1 object"),
        (answer_to_json(GREETING).replace('"about"', '"fine"'), "status: "),
        (answer_to_json(GREETING).replace("answer/1", "answer/2"), "schema: "),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(AnswerUnreadable) as refused:
        answer_from_json(text)

    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("content", "answers"),
    [
        (b'{"a": 1}', ['{"a": 1}']),
        (b'\xef\xbb\xbf{"a": 1}\r\n\r\n{"a": 2}\n', ['{"a": 1}\r', '{"a": 2}']),
        (b'{\n "a": 1\n}\n', ['{\n "a": 1\n}\n']),
        (b'{"a": "\xe2\x80\xa8"}\n{"a"', ['{"a": "\u2028"}', '{"a"']),
    ],
)
def test_a_file_holds_one_answer_or_one_a_line(content: bytes, answers: list[str]) -> None:
    assert split_answers(content) == answers


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xff\xfe{\x00"])
def test_a_file_without_text_holds_no_answer(content: bytes) -> None:
    with pytest.raises(AnswerUnreadable):
        split_answers(content)
