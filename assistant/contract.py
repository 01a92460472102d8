"""The answer as JSON, in the shape and order of ``mhiap.answer/1``, and that shape as a schema."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema, from_json

from assistant.datatypes import SCHEMA, Answer
from assistant.errors import AnswerUnreadable
from assistant.reasons import Explanation

SCHEMA_FILE = Path(__file__).parent / "schema" / "answer-1.json"

ORDER = (
    "schema", "id", "question", "language", "status", "support", "mode", "text", "confidence",
    "missing", "notice", "claims", "citations", "checks", "related", "suggestions", "index",
    "seconds",
)  # fmt: skip
WHEN_ASKED = "explanation"
"""The one field that is there only when it was asked for, behind the others."""

REPEATED = ("title", "default")

_ANSWER = TypeAdapter(Answer)


def answer_to_json(answer: Answer) -> str:
    """Return an answer as one line of JSON, every field present, in the order of the contract."""
    fields = _ANSWER.dump_python(answer, mode="json")
    order = ORDER if answer.explanation is None else (*ORDER, WHEN_ASKED)
    return json.dumps({name: fields[name] for name in order}, ensure_ascii=False)


def answer_from_json(text: str) -> Answer:
    """Return the answer that one JSON object holds; ``seconds`` may be left out and is then 0.

    Raises:
        AnswerUnreadable: it is not JSON, or not an object of this shape.
    """
    try:
        fields = from_json(text)
    except ValueError as error:
        raise AnswerUnreadable(f"this is not JSON ({error}); give what --json printed") from error
    if not isinstance(fields, dict):
        raise AnswerUnreadable("this is not a JSON object; give what --json printed")
    try:
        return _ANSWER.validate_json(json.dumps({"seconds": 0.0} | fields), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise AnswerUnreadable(
            f"this is not a {SCHEMA} object ({place}: {first['msg']}); give what --json printed"
        ) from error


def split_answers(content: bytes) -> list[str]:
    """Return the JSON texts in a file: the whole of it, or each line when the first is JSON alone.

    Raises:
        AnswerUnreadable: the file is not UTF-8, or it is empty.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerUnreadable("it is not UTF-8 text; give what --json printed") from error
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        raise AnswerUnreadable("it holds no answer; give what --json printed")
    return lines if _is_json(lines[0]) else [text]


def answer_schema() -> Mapping[str, JsonValue]:
    """Return the JSON Schema of an answer, as ``assistant/schema/answer-1.json`` holds it."""
    schema = _ANSWER.json_schema(mode="serialization", schema_generator=_ClosedSchema)
    properties = {name: schema["properties"][name] for name in ORDER}
    properties[WHEN_ASKED] = {"$ref": f"#/$defs/{Explanation.__name__}"}
    return {
        "$schema": _ClosedSchema.schema_dialect,
        "title": SCHEMA,
        "type": "object",
        "properties": properties,
        "required": list(ORDER),
        "additionalProperties": False,
        "$defs": schema["$defs"],
    }


class _ClosedSchema(GenerateJsonSchema):
    """Every field is always there and there are no others; nothing repeats a name or a default."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        shape = super().dataclass_schema(schema)
        return {
            "type": "object",
            "properties": {
                name: {key: value for key, value in field.items() if key not in REPEATED}
                for name, field in shape["properties"].items()
            },
            "required": list(shape["properties"]),
            "additionalProperties": False,
        }


def _is_json(text: str) -> bool:
    try:
        from_json(text)
    except ValueError:
        return False
    return True
