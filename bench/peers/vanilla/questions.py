"""Questions in a file, one JSON object a line, in the shape that ``mhiap ask --from`` reads.

A topic of the evaluation is such a line too: fields that are not of a question are left alone.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as a line gives it; ``None`` is what the line leaves out."""

    text: str
    question_id: str | None = None
    language: str | None = None
    documents: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that holds no question, with the reason as a sentence."""

    reason: str
    text: str = ""
    question_id: str | None = None


def read_question(line: str, document_ids: Collection[str]) -> Question | BadLine | None:
    """Return the question that a line holds, or why it holds none; ``None`` for a blank line.

    Args:
        line: of ``questions.jsonl``.
        document_ids: those that a question can be limited to.
    """
    if not line.strip():
        return None
    try:
        fields = json.loads(line)
    except ValueError as error:
        return BadLine(reason=f"This line is not JSON: {error}. Give one JSON object a line.")
    if not isinstance(fields, dict):
        return BadLine(reason='This line is not a JSON object. Write {"question": "..."}.')
    text, question_id, documents = (fields.get(name) for name in ("question", "id", "documents"))
    if question_id is not None and not isinstance(question_id, str):
        return BadLine(reason="The id of this line is not a text. Give a text.")
    if not isinstance(text, str):
        return BadLine(
            reason="This line has no question. Give a text as question.", question_id=question_id
        )
    if documents is not None and not (
        isinstance(documents, list)
        and documents
        and all(isinstance(name, str) and name in document_ids for name in documents)
    ):
        return BadLine(
            reason=f"These documents are not known. Choose from {', '.join(sorted(document_ids))}.",
            text=text,
            question_id=question_id,
        )
    language = fields.get("answer_language", fields.get("language"))
    return Question(
        text=text,
        question_id=question_id,
        language=language if language in ("nl", "en") else None,
        documents=None if documents is None else tuple(documents),
    )
