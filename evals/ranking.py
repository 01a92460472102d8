"""Rankings to be measured: those of the product, and those that another system has written."""

import lzma
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from assistant.datatypes import Hit, Turn
from assistant.searching import Found
from evals.datatypes import Topic
from evals.errors import RankingRefused
from ingest.datatypes import Language
from ingest.rendering import published_id


class Finds(Protocol):
    """What is measured: the assistant, before it composes an answer of what it found."""

    def find(
        self, question: str, language: Language | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Found, ...]:
        """Return what was found for each part of a question, with its hits best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignHit:
    """A stretch of a document that another system found."""

    document_id: str
    start: int
    end: int
    text: str

    @property
    def hit_id(self) -> str:
        """What identifies the stretch: document and offsets."""
        return f"{self.document_id}:{self.start}-{self.end}"


class _HitRow(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    rank: Annotated[int, Field(ge=1)]
    document: str
    start: Annotated[int, Field(ge=0)]
    end: int
    text: str


class _RankedRow(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    hits: tuple[_HitRow, ...]


_ROW = TypeAdapter(_RankedRow)


def rank_passages(assistant: Finds, topics: Sequence[Topic]) -> dict[str, tuple[str, ...]]:
    """Return the passage ids that the product searches its answer in, best first, by topic id.

    The whole way of a question is taken: its language is told from the text, its spelling is
    corrected, a follow-up is joined to its history. A translation counts as the passage that it
    renders. A question of several parts gets the hits of
    its parts in turn, each passage once.
    """
    rankings: dict[str, tuple[str, ...]] = {}
    for topic in topics:
        found = assistant.find(topic.question, history=topic.history)
        rankings[topic.topic_id] = _in_turn([part.pool.hits for part in found])
    return rankings


def read_ranked(path: Path, documents: Collection[str]) -> Mapping[str, tuple[ForeignHit, ...]]:
    """Return the hits of another system, best first, by topic id.

    Args:
        path: a JSON object a line, ``{"id", "hits": [{"rank", "document", "start", "end",
            "text"}]}``; other fields are ignored. Compressed when its name ends in ``.xz``.
        documents: the ids that ``document`` may hold.

    Raises:
        RankingRefused: when the file cannot be read, or a line is not like that.
    """
    ranked: dict[str, tuple[ForeignHit, ...]] = {}
    for number, line in enumerate(_read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = _ROW.validate_json(line)
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            place = ".".join(str(part) for part in detail["loc"])
            raise RankingRefused(f"{path.name}:{number}: {place}: {detail['msg']}") from error
        unknown = sorted({hit.document for hit in row.hits} - set(documents))
        if unknown:
            raise RankingRefused(
                f"{path.name}:{number}: there is no document {', '.join(unknown)}; "
                f"name one of {', '.join(sorted(documents))}"
            )
        ranked[row.id] = tuple(
            ForeignHit(document_id=hit.document, start=hit.start, end=hit.end, text=hit.text)
            for hit in sorted(row.hits, key=lambda hit: hit.rank)
        )
    return ranked


def _read_text(path: Path) -> str:
    try:
        if path.suffix != ".xz":
            return path.read_text(encoding="utf-8")
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            return stream.read()
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise RankingRefused(f"{path} cannot be read ({error}): write it anew") from error


def _in_turn(lists: Sequence[Sequence[Hit]]) -> tuple[str, ...]:
    turns = zip_longest(*lists)
    hits = (hit for turn in turns for hit in turn if hit is not None)
    ids = (published_id(hit.passage.passage_id) for hit in hits)
    return tuple(dict.fromkeys(ids))
