"""The types of a measurement: what is asked, what is expected, what was given."""

from dataclasses import dataclass
from typing import Literal

from assistant.datatypes import Answer, Status, SupportKind, Turn
from ingest.datatypes import Language

Split = Literal["train", "dev", "test", "directions"]
"""``train`` may be fitted on, ``dev`` may be read, the others are only measured: ``directions``
asks in each language for evidence in each language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document, compared by ``evals.folding.fold``."""

    document_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nugget:
    """A fact that a good answer cites: any one of its quotes suffices.

    A good answer holds every ``vital`` nugget; one that is not vital is okay to have, as in the
    TREC question answering track.
    """

    quotes: tuple[Quote, ...]
    vital: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question with what its answer should be.

    Attributes:
        need: shared by the wordings of one information need, in both languages.
        language: of the question, ISO 639-1; not only the languages that are answered.
        answer_language: set when the question asks for an answer in another language.
        history: earlier turns, oldest first; an answer of ``None`` is the assistant's own.
        partial: only part of what is asked is in the corpus.
        documents: what the search is limited to; ``None`` for the whole corpus.
        nuggets: empty unless ``status`` is ``answered``.
    """

    topic_id: str
    need: str
    language: str
    question: str
    kind: str
    status: Status
    split: Split
    author: str
    answer_language: Language | None = None
    history: tuple[Turn, ...] = ()
    support: SupportKind | None = None
    partial: bool = False
    documents: tuple[str, ...] | None = None
    nuggets: tuple[Nugget, ...] = ()

    @property
    def expected_language(self) -> Language | None:
        """The language of a good answer; ``None`` for a question in a language not answered."""
        if self.status == "unsupported_language":
            return None
        if self.answer_language is not None:
            return self.answer_language
        if self.language == "nl":
            return "nl"
        return "en" if self.language == "en" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The answers of one assistant, ``answers[i]`` to ``topics[i]``."""

    topics: tuple[Topic, ...]
    answers: tuple[Answer, ...]
