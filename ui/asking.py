"""What the page and the server ask of an assistant."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.datatypes import Answer, Turn
from assistant.readable import Readable
from ingest.datatypes import Document, Language, Passage


class Asking(Protocol):
    """An assistant over a set of documents; it holds no conversation."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents it may cite, by id."""
        ...

    @property
    def readable(self) -> Mapping[str, Sequence[Readable]]:
        """What each of those documents can be read in, by id; the published text first."""
        ...

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        documents: Sequence[str] | None = None,
        history: Sequence[Turn] = (),
        question_id: str | None = None,
        explain: bool = False,
    ) -> Answer:
        """Return the answer; without ``language`` it is in the language of the question.

        With ``explain`` it says why its passages were found.
        """
        ...

    def invalid(
        self,
        question: str,
        reason: str,
        *,
        question_id: str | None = None,
        language: Language = "nl",
    ) -> Answer:
        """Return the answer for input that is no question; ``reason`` says what to do."""
        ...

    def starters(self, language: Language) -> tuple[str, ...]:
        """Return questions to start with."""
        ...

    def passage_at(self, document_id: str, start: int) -> Passage:
        """Return the passage that holds this offset of the document's text."""
        ...
