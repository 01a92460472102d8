"""Where the pieces that a splitter returns stand in the text they came from."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A verbatim stretch of a document: ``source.text[start:end] == text``."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that was found; ``rank`` is 1-based, ``score`` a cosine in [-1, 1]."""

    passage: Passage
    rank: int
    score: float


def locate(
    document_id: str, text: str, pieces: Sequence[str], overlap_chars: int
) -> tuple[Passage, ...]:
    """Return the pieces as passages of ``text``, in their order.

    Args:
        document_id: of the text.
        text: what was split.
        pieces: verbatim, in the order of the text.
        overlap_chars: how far a piece may reach back into the one before it.

    Raises:
        ValueError: a piece is not in the text where it should be.
    """
    passages: list[Passage] = []
    earliest = 0
    for piece in pieces:
        start = text.index(piece, earliest)
        end = start + len(piece)
        passages.append(Passage(document_id=document_id, start=start, end=end, text=piece))
        earliest = max(start, end - overlap_chars)
    return tuple(passages)
