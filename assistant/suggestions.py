"""What to ask next: curated questions of the corpus, nearest to the question first."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import SpeechMissing
from assistant.query import folded_key
from ingest.datatypes import Language
from ingest.embedding import Embedder

STARTERS = 5
SAME_QUESTION = 0.9
"""Cosine from which a suggestion only repeats the question."""


class Row(BaseModel):
    """One ``[[question]]`` as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nl: str
    en: str


class File(BaseModel):
    """The whole of ``questions.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggester:
    """Knows the curated questions of a corpus.

    Attributes:
        questions: per language, in the order of the file.
        vectors: of the Dutch and the English questions, shape (questions, dimensions).
    """

    questions: dict[Language, tuple[str, ...]]
    vectors: dict[Language, npt.NDArray[np.float32]]

    def starters(self, language: Language) -> tuple[str, ...]:
        """Return the questions to start with."""
        return self.questions[language][:STARTERS]

    def nearest(
        self,
        vector: npt.NDArray[np.float32],
        language: Language,
        asked: Sequence[str],
        limit: int = 3,
    ) -> tuple[str, ...]:
        """Return the curated questions nearest to a question, without those already asked.

        Args:
            vector: of the question.
            language: of the reader.
            asked: the question and those before it.
            limit: how many at most.
        """
        if not self.questions[language]:
            return ()
        done = {folded_key(question) for question in asked}
        cosines = self.vectors[language] @ vector
        order = sorted(range(len(cosines)), key=lambda n: (-float(cosines[n]), n))
        return tuple(
            self.questions[language][n]
            for n in order
            if cosines[n] < SAME_QUESTION and folded_key(self.questions[language][n]) not in done
        )[:limit]


def read_suggester(path: Path, embedder: Embedder) -> Suggester:
    """Return the suggester over ``questions.toml``; without that file it has no questions.

    Raises:
        SpeechMissing: the file is not valid.
    """
    rows: tuple[Row, ...] = ()
    if path.exists():
        try:
            rows = File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).question
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
            raise SpeechMissing(f"{path} cannot be used: {error}; correct it.") from error
    questions: dict[Language, tuple[str, ...]] = {
        "nl": tuple(row.nl for row in rows),
        "en": tuple(row.en for row in rows),
    }
    return Suggester(
        questions=questions,
        vectors={key: embedder.embed_queries(list(texts)) for key, texts in questions.items()},
    )
