"""Verify a file of answers: each is read and held against the canonical texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.contract import answer_from_json, split_answers
from assistant.errors import AnswerUnreadable
from assistant.verification import verify_answer
from ingest.translations import Translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What is wrong with one answer of a file.

    Attributes:
        name: its place in the file, 1-based, with its id when it has one.
        readable: whether it has the shape of an answer; if not, ``problems`` says why.
        problems: a sentence each; none when everything holds.
    """

    name: str
    readable: bool
    problems: tuple[str, ...]


def audit_answers(
    content: bytes, texts: Mapping[str, str], translations: Translations | None = None
) -> Iterator[Audit]:
    """Yield an audit for every answer in a ``.json`` or ``.jsonl`` file, in order.

    Args:
        content: of the file.
        texts: canonical text by document id, as in ``corpus/text/``.
        translations: the rows of ``corpus/translations/``; translations are not compared without.

    Raises:
        AnswerUnreadable: the file is empty or not UTF-8.
    """
    for number, text in enumerate(split_answers(content), start=1):
        try:
            answer = answer_from_json(text)
        except AnswerUnreadable as error:
            yield Audit(name=str(number), readable=False, problems=(str(error),))
            continue
        name = f"{number} ({answer.id})" if answer.id else str(number)
        yield Audit(
            name=name, readable=True, problems=tuple(verify_answer(answer, texts, translations))
        )
