"""The types that flow from a question to an answer; ``Answer`` is the public contract.

Offsets count Unicode code points of the canonical text, 0-based, end exclusive; markers and pages
are 1-based; hashes are SHA-256 over UTF-8.
"""

from dataclasses import dataclass, field
from typing import Literal

from assistant.reasons import Explanation, Reason
from ingest.datatypes import Language, Origin, Passage

SCHEMA: Literal["mhiap.answer/1"] = "mhiap.answer/1"

Status = Literal[
    "answered",
    "not_in_corpus",
    "out_of_scope",
    "support",
    "about",
    "unsupported_language",
    "clarify",
    "invalid",
]
SupportKind = Literal["crisis", "worry_about_someone", "strain"]
Mode = Literal["extractive", "generated", "fallback"]
Verdict = Literal["verbatim", "supported", "unsupported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An earlier question of the conversation, with the text of its answer when it is known."""

    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A retrieved passage; ``score`` is a sum of standardised scores, higher is better."""

    passage: Passage
    rank: int
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The counterpart of a citation in the other edition of the same document."""

    document_id: str
    language: Language
    start: int
    end: int
    quote: str
    quote_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An unofficial translation of a quote: who made it and whether a person has read it."""

    language: Language
    text: str
    by: str
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote with the span it comes from: ``text[start:end] == quote`` in the named document."""

    marker: int
    document_id: str
    title: str
    publisher: str | None
    kind: str | None
    authority: str | None
    published: str | None
    language: Language
    origin: Origin
    section: str | None
    page: int | None
    start: int
    end: int
    quote: str
    quote_sha256: str
    text_sha256: str
    translation: Translation | None = None
    twin: Twin | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of an answer, as shown, without its markers."""

    text: str
    markers: tuple[int, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence that a check has removed, and why."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """How many sentences were checked and replaced, and which were dropped."""

    checked: int = 0
    replaced: int = 0
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A passage near the question that the answer does not cite, by its nearest sentence."""

    document_id: str
    section: str | None
    start: int
    end: int
    quote: str
    translation: Translation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStamp:
    """The index that an answer was made with."""

    generation: str
    corpus_sha256: str
    embedding_model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What every caller gets: command line, page, API and evaluation.

    Only an ``answered`` answer has claims and citations. Every marker in ``text`` has exactly one
    citation and every citation is used.

    Attributes:
        text: Markdown: the claims in order with ``[n]`` markers, lead-ins from a fixed list.
        confidence: estimated probability in [0, 1] that the answer is right; ``None`` when nothing
            was retrieved.
        missing: what was asked and is not in the documents.
        notice: a line for the reader about the answer as a whole, or ``None``.
        seconds: wall time; the only field that differs between two runs.
        explanation: how the question was read and why each passage was found; only when asked for,
            and only where the documents were searched.
    """

    id: str | None
    question: str
    language: Language
    status: Status
    support: SupportKind | None
    mode: Mode
    text: str
    confidence: float | None
    index: IndexStamp
    seconds: float
    schema: Literal["mhiap.answer/1"] = SCHEMA
    missing: tuple[str, ...] = ()
    notice: str | None = None
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    checks: Checks = field(default_factory=Checks)
    related: tuple[Related, ...] = ()
    suggestions: tuple[str, ...] = ()
    explanation: Explanation | None = None
