"""The types of an explanation: how a question was read, and why each passage was found."""

from dataclasses import dataclass
from typing import Literal

from assistant.kinds import Kind
from assistant.spelling import Correction
from ingest.datatypes import Language

Retriever = Literal["lexical", "dense", "sentence"]
Way = Literal["word", "part", "glossary", "earlier"]
"""How a word matches: by its stem, as a part of a compound, by the glossary, or as a word of the
question that this one follows up."""

Place = Literal["text", "heading", "other language"]
"""Where words stand: in the passage, in the headings above it, or in what says the same as it in
the other language, an official edition or an unofficial translation."""

Prior = Literal["named document", "named heading", "same question", "kind", "authority"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a passage was found: which retriever, at which rank (1-based), with which raw score."""

    retriever: Retriever
    rank: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words of a passage that count as a word of the question.

    Attributes:
        asked: as the question has it, or the glossary's name for it.
        found: as they stand in the passage, each once, in order; a name in one piece when it stands
            there so.
        place: ``text`` where they stand in the passage; else ``heading`` before ``other language``.
        meaning: what means the same by the glossary or the list of translations; ``None`` for
            other ways.
        whole: whether all of ``meaning`` was found. What only holds a part of it is given where
            nothing else of the question was found.
    """

    asked: str
    found: tuple[str, ...]
    way: Way
    place: Place
    meaning: str | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What was added to the score of a passage besides the search itself.

    Attributes:
        added: in standard deviations; negative for what counts less.
        name: of the document, heading, kind of passage or authority.
    """

    prior: Prior
    added: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A passage that was found, and why.

    Attributes:
        score: a sum of standardised scores, higher is better.
        language: in which the passage was searched.
        quote: the sentence of the passage that is nearest to the question in meaning; a heading
            only where there is nothing else.
        translation: of the quote, unofficial, where that is what was searched and is read.
        reviewed: whether a named person has read that translation.
        reasons: per retriever, best rank first.
        markers: of the citations of the answer that stand in it; empty when it is not cited.
    """

    rank: int
    score: float
    document_id: str
    title: str
    section: str | None
    page: int | None
    language: Language
    start: int
    end: int
    quote: str
    translation: str | None = None
    reviewed: bool = False
    reasons: tuple[Reason, ...]
    matches: tuple[Match, ...]
    adjustments: tuple[Adjustment, ...]
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTerm:
    """A word or name that was searched.

    Attributes:
        others: what was searched for it too, parts of a compound or other forms in the glossary;
            those that differ most from it and from each other come first.
        weight: in (0, 1].
        known: whether the documents hold it, or a form of the glossary that means the same.
        earlier: whether an earlier question brought it in.
    """

    term: str
    others: tuple[str, ...]
    weight: float
    known: bool
    earlier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a question, or one part of it, was read, and what was found for it.

    Attributes:
        named: titles of the documents that it names.
        searched: how many passages were searched; every rank is out of these.
        considered: the best twelve passages and the others that are cited, best first.
    """

    question: str
    kind: Kind
    named: tuple[str, ...]
    terms: tuple[SearchTerm, ...]
    searched: int
    considered: tuple[Considered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a question was read and searched.

    Attributes:
        language: of the question.
        corrections: the words that were read differently, in order, each once.
        earlier: the earlier questions that it was read after, or ``None``.
        readings: one per part of the question, in the order asked.
    """

    language: Language
    corrections: tuple[Correction, ...]
    earlier: str | None
    readings: tuple[Reading, ...]
