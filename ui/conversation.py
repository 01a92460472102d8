"""A conversation of one browser session: what was asked and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.datatypes import Answer, Turn

HISTORY_TURNS = 5
EXCHANGES_KEPT = 40

ExchangeState = Literal["asked", "answered", "stopped", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question with its answer; only an exchange in state ``answered`` has one."""

    question: str
    answer: Answer | None = None
    state: ExchangeState = "asked"


Conversation = tuple[Exchange, ...]
"""The exchanges of a session, oldest first, at most 40."""


def with_question(conversation: Conversation, question: str) -> Conversation:
    """Return the conversation with a question that has no answer yet."""
    kept = closed(conversation, "stopped")[-(EXCHANGES_KEPT - 1) :]
    return (*kept, Exchange(question=question))


def with_answer(conversation: Conversation, answer: Answer) -> Conversation:
    """Return the conversation with its last question answered."""
    return (*conversation[:-1], replace(conversation[-1], answer=answer, state="answered"))


def closed(conversation: Conversation, state: Literal["stopped", "failed"]) -> Conversation:
    """Return the conversation with its last question, if still open, in this state."""
    if not conversation or conversation[-1].state != "asked":
        return conversation
    return (*conversation[:-1], replace(conversation[-1], state=state))


def history_of(conversation: Sequence[Exchange]) -> tuple[Turn, ...]:
    """Return the last five questions that were answered from the documents, oldest first."""
    turns = [
        Turn(question=exchange.question, answer=exchange.answer.text)
        for exchange in conversation
        if exchange.answer is not None and exchange.answer.status == "answered"
    ]
    return tuple(turns[-HISTORY_TURNS:])
