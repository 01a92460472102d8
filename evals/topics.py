"""Read the topics, refusing every one that the corpus does not bear out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from assistant.datatypes import Status, SupportKind, Turn
from evals.datatypes import Nugget, Quote, Split, Topic
from evals.errors import TopicsRefused
from evals.folding import fold
from ingest.datatypes import sha256_of

DATA = Path(__file__).resolve().parent / "data"

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _QuoteRow(_Strict):
    document_id: str
    quote: Filled


class _NuggetRow(_Strict):
    vital: bool = True
    quotes: tuple[_QuoteRow, ...]


class _TurnRow(_Strict):
    question: Filled
    answer: str | None = None


class _TopicRow(_Strict):
    id: Filled
    need: Filled
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    answer_language: Literal["nl", "en"] | None = None
    question: str
    history: tuple[_TurnRow, ...] = ()
    kind: Filled
    status: Status
    support: SupportKind | None = None
    partial: bool = False
    documents: tuple[str, ...] | None = None
    nuggets: tuple[_NuggetRow, ...] = ()
    split: Split
    author: Filled

    def topic(self) -> Topic:
        return Topic(
            topic_id=self.id,
            need=self.need,
            language=self.language,
            answer_language=self.answer_language,
            question=self.question,
            history=tuple(Turn(question=t.question, answer=t.answer) for t in self.history),
            kind=self.kind,
            status=self.status,
            support=self.support,
            partial=self.partial,
            documents=self.documents,
            nuggets=tuple(
                Nugget(
                    vital=nugget.vital,
                    quotes=tuple(
                        Quote(document_id=q.document_id, text=q.quote) for q in nugget.quotes
                    ),
                )
                for nugget in self.nuggets
            ),
            split=self.split,
            author=self.author,
        )


def topic_files(folder: Path = DATA) -> tuple[Path, ...]:
    """Return every ``topics*.jsonl`` of ``folder``, by name."""
    return tuple(sorted(folder.glob("topics*.jsonl")))


def load_topics(
    texts: Mapping[str, str], split: Split | None = None, files: Sequence[Path] | None = None
) -> tuple[Topic, ...]:
    """Return the topics of ``split``, or all of them, in the order of the files.

    All files are checked whatever the split, so that a need never stands in two splits.

    Args:
        texts: canonical text by document id.
        split: which topics to return.
        files: ``topic_files()`` when not given.

    Raises:
        TopicsRefused: with file, line and reason of everything that is wrong.
    """
    folded = {document_id: fold(text) for document_id, text in texts.items()}
    topics: dict[str, Topic] = {}
    splits: dict[str, Split] = {}
    problems: list[str] = []
    for path in topic_files() if files is None else files:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            try:
                topic = _TopicRow.model_validate_json(line).topic()
            except ValidationError as error:
                problems.extend(f"{where}: {reason}" for reason in _reasons(error))
                continue
            problems.extend(f"{where}: {reason}" for reason in _refusals(topic, folded))
            if topic.topic_id in topics:
                problems.append(f"{where}: the id {topic.topic_id} is already taken")
            if splits.setdefault(topic.need, topic.split) != topic.split:
                problems.append(
                    f"{where}: the need {topic.need} is in split {splits[topic.need]} too; "
                    "move one of them or name another need"
                )
            topics[topic.topic_id] = topic
    if problems:
        raise TopicsRefused("\n".join(problems))
    return tuple(t for t in topics.values() if split is None or t.split == split)


def topics_sha256(topics: Sequence[Topic]) -> str:
    """Return a hash of the topics' content that does not depend on their order."""
    rows = sorted(json.dumps(asdict(topic), ensure_ascii=False) for topic in topics)
    return sha256_of("\n".join(rows))


def _reasons(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_url=False):
        place = ".".join(str(part) for part in detail["loc"])
        yield f"{place}: {detail['msg']}" if place else detail["msg"]


def _refusals(topic: Topic, folded: Mapping[str, str]) -> Iterator[str]:
    if (topic.status == "support") != (topic.support is not None):
        yield "support has a kind if, and only if, the status is support"
    if (topic.status == "answered") != bool(topic.nuggets):
        yield "nuggets are given if, and only if, the status is answered"
    if topic.partial and topic.status != "answered":
        yield "only an answered topic can be partial"
    for document_id in topic.documents or ():
        if document_id not in folded:
            yield f"there is no document {document_id}"
    for nugget in topic.nuggets:
        if not nugget.quotes:
            yield "a nugget needs at least one quote"
        for quote in nugget.quotes:
            if quote.document_id not in folded:
                yield f"there is no document {quote.document_id}"
            elif not fold(quote.text) or fold(quote.text) not in folded[quote.document_id]:
                yield f"“{quote.text}” is not in {quote.document_id}{_elsewhere(quote, folded)}"


def _elsewhere(quote: Quote, folded: Mapping[str, str]) -> str:
    words = fold(quote.text)
    holders = [name for name, text in sorted(folded.items()) if words and words in text]
    return f"; it is in {', '.join(holders)}" if holders else ""
