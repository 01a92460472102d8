"""Which passages hold the evidence for a topic, and in which direction the topic asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evals.datatypes import Nugget, Quote, Topic
from evals.folding import fold
from ingest.datatypes import Document, Language, Passage

Direction = Literal["nl>nl", "en>en", "nl>en", "en>nl"]
"""Language of the question, then of the evidence."""

DIRECTIONS: tuple[Direction, ...] = ("nl>nl", "en>en", "nl>en", "en>nl")

VITAL, OKAY = 2, 1
"""Gains of a passage that holds a vital nugget, and of one that holds another nugget."""

FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The passages of an index that hold evidence for a topic.

    Attributes:
        gains: ``VITAL`` or ``OKAY`` by passage id; a passage that is not in it holds nothing.
        direction: same-language where any evidence is in the language of the question.
    """

    gains: Mapping[str, int]
    direction: Direction


def holds(text: str, quote: str) -> bool:
    """Tell whether ``text`` holds ``quote``, both as they stand in a document.

    A quote that runs over an edge of the text counts when at least half of its words are inside,
    and no fewer than ``FEWEST_WORDS``.
    """
    held, wanted = fold(text), fold(quote)
    if not held or not wanted:
        return False
    if wanted in held:
        return True
    words = quote.split()
    enough = max(FEWEST_WORDS, (len(words) + 1) // 2)
    if held in wanted:
        return len(text.split()) >= enough
    for count in range(enough, len(words)):
        first, last = fold(" ".join(words[:count])), fold(" ".join(words[-count:]))
        if (first and held.endswith(first)) or (last and held.startswith(last)):
            return True
    return False


def gain_of(text: str, document_id: str, nuggets: Sequence[Nugget]) -> int:
    """Return ``VITAL``, ``OKAY`` or 0 for a text of a document."""
    held = [
        nugget.vital
        for nugget in nuggets
        if any(q.document_id == document_id and holds(text, q.text) for q in nugget.quotes)
    ]
    return VITAL if any(held) else OKAY if held else 0


def judge(
    topic: Topic, passages: Sequence[Passage], documents: Mapping[str, Document]
) -> Judged | None:
    """Return the evidence for a topic among the passages of an index; ``None`` without any.

    Of two editions of a document, the one in the language of the question is judged where both
    hold a nugget: a reader is shown one of them, and finding it is finding all there is.

    Args:
        topic: with its nuggets.
        passages: of the index.
        documents: the documents of the passages, by id.
    """
    gains: dict[str, int] = {}
    languages: set[Language] = set()
    for nugget in topic.nuggets:
        holding = [p for p in passages if _holds_any(p, nugget.quotes, documents)]
        for passage in _read_by(topic.language, holding, documents):
            gain = VITAL if nugget.vital else OKAY
            gains[passage.passage_id] = max(gain, gains.get(passage.passage_id, 0))
            languages.add(passage.language)
    direction = _direction(topic.language, languages)
    return Judged(gains=gains, direction=direction) if direction else None


def _holds_any(
    passage: Passage, quotes: Sequence[Quote], documents: Mapping[str, Document]
) -> bool:
    text = passage.of(documents[passage.document_id].text)
    return any(q.document_id == passage.document_id and holds(text, q.text) for q in quotes)


def _read_by(
    language: str, holding: Sequence[Passage], documents: Mapping[str, Document]
) -> list[Passage]:
    found = {passage.document_id for passage in holding}
    dropped: set[str] = set()
    for document_id in found:
        source = documents[document_id].source
        if source.translation_of in found:
            translated = source.language == language
            dropped.add(source.translation_of if translated else document_id)
    return [passage for passage in holding if passage.document_id not in dropped]


def _direction(asked: str, languages: set[Language]) -> Direction | None:
    if asked not in ("nl", "en") or not languages:
        return None
    other = "en" if asked == "nl" else "nl"
    held = asked if asked in languages else other
    return next(d for d in DIRECTIONS if d == f"{asked}>{held}")
