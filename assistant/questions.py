"""Questions in a file, one JSON object a line: read a line, and answer all of them in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import from_json

from assistant.datatypes import Answer, Turn
from ingest.datatypes import Language

if TYPE_CHECKING:
    from assistant.answering import Assistant

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as a line gives it; ``None`` is what the line leaves out."""

    text: str
    question_id: str | None = None
    language: Language | None = None
    documents: tuple[str, ...] | None = None
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that holds no question.

    Attributes:
        reason: what is wrong and what to do, a sentence.
        text: the question of the line, as far as it can be read.
        question_id: the ``id`` of the line, as far as it can be read.
    """

    reason: str
    text: str = ""
    question_id: str | None = None


class _TurnRow(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str
    answer: str | None = None


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str
    id: str | None = None
    language: Language | None = None
    documents: tuple[Annotated[str, StringConstraints(min_length=1)], ...] | None = None
    history: tuple[_TurnRow, ...] = ()


def read_question_line(line: bytes) -> Question | BadLine | None:
    """Return the question that a line holds, or why it holds none; ``None`` for a blank line."""
    line = line.removeprefix(BYTE_ORDER_MARK).strip()
    if not line:
        return None
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return BadLine(reason="This line is not UTF-8 text. Save the file as UTF-8.")
    try:
        fields = from_json(text)
    except ValueError as error:
        return BadLine(reason=f"This line is not JSON: {error}. Give one JSON object a line.")
    if not isinstance(fields, dict):
        return BadLine(reason='This line is not a JSON object. Write {"question": "..."}.')
    try:
        row = _Row.model_validate_json(text)
    except ValidationError as error:
        return BadLine(
            reason=f"This line cannot be used: {_reason(error)}.",
            text=_text_of(fields, "question") or "",
            question_id=_text_of(fields, "id"),
        )
    return Question(
        text=row.question,
        question_id=row.id,
        language=row.language,
        documents=row.documents,
        history=tuple(Turn(question=turn.question, answer=turn.answer) for turn in row.history),
    )


def answer_lines(
    assistant: "Assistant",
    lines: Iterable[bytes],
    language: Language | None = None,
    documents: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> Iterator[Answer]:
    """Yield an answer a line, each as soon as it is there; blank lines give none.

    A line that holds no question gets an ``invalid`` answer in its place, and the rest goes on.

    Args:
        assistant: who answers.
        lines: of ``questions.jsonl``.
        language: of the answers to lines that name none.
        documents: to answer from, for lines that name none.
        explain: whether each answer says why its passages were found.
    """
    for line in lines:
        asked = read_question_line(line)
        if isinstance(asked, BadLine):
            yield assistant.invalid(
                asked.text, asked.reason, question_id=asked.question_id, language="en"
            )
        elif asked is not None:
            yield assistant.ask(
                asked.text,
                language=asked.language or language,
                documents=documents if asked.documents is None else asked.documents,
                history=asked.history,
                question_id=asked.question_id,
                explain=explain,
            )


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        row = _Row if len(first["loc"]) == 1 else _TurnRow
        return f"there is no field {place}; choose from {', '.join(row.model_fields)}"
    return f"{place}: {first['msg']}"


def _text_of(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) else None
