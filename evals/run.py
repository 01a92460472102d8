"""Ask an assistant every topic, follow-ups in the conversation they belong to."""

from collections.abc import Sequence
from typing import Protocol

from assistant.datatypes import Answer, Turn
from evals.datatypes import Run, Topic
from ingest.datatypes import Language


class Asks(Protocol):
    """What is measured: the assistant, or one that lies on purpose."""

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        documents: tuple[str, ...] | None = None,
        history: tuple[Turn, ...] = (),
        question_id: str | None = None,
    ) -> Answer:
        """Return the answer; ``language`` is the reader's wish, ``None`` to tell from the text."""


def answer_topics(assistant: Asks, topics: Sequence[Topic]) -> Run:
    """Return the answers to ``topics``, in their order.

    The language is never given, so that telling it is part of what is measured. An earlier turn
    without an answer is asked first, after the turns before it, and the text of what comes back
    becomes its answer.
    """
    answers = tuple(
        assistant.ask(
            topic.question,
            documents=topic.documents,
            history=_resolve(assistant, topic),
            question_id=topic.topic_id,
        )
        for topic in topics
    )
    return Run(topics=tuple(topics), answers=answers)


def _resolve(assistant: Asks, topic: Topic) -> tuple[Turn, ...]:
    resolved: tuple[Turn, ...] = ()
    for turn in topic.history:
        text = turn.answer
        if text is None:
            earlier = assistant.ask(turn.question, documents=topic.documents, history=resolved)
            text = earlier.text
        resolved = (*resolved, Turn(question=turn.question, answer=text))
    return resolved
