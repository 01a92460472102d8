"""The types that flow from a file to the index.

Every offset counts Unicode code points of ``Document.text``, 0-based, end exclusive.
Every page is 1-based.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

Language = Literal["nl", "en"]
"""A language that the assistant reads and answers in."""

SourceLanguage = Literal["nl", "en", "mixed"]

BlockKind = Literal["title", "heading", "paragraph", "item", "footnote"]
PassageKind = Literal["paragraph", "list", "box", "post", "title", "footnote"]
SentenceRole = Literal["heading", "lead", "item", "continuation", "body"]
Origin = Literal["original", "official translation", "unofficial translation"]


def sha256_of(text: str) -> str:
    """Return the SHA-256 of the UTF-8 bytes of ``text``, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed stretch."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that this span points at."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One manifest row: what is known about a document, without its text.

    A field that is not known is ``None``, never a guess. ``inferred`` is true for a file without a
    row in the manifest: its title and language were then read from the file itself. ``boxes`` maps
    the name of each boxed story to the words it opens with; ``names`` are what people call the
    document in a question. ``rendering_of`` is the document that this one is an unofficial
    translation of, made at ingest from ``corpus/translations``: it is searched and read like a
    document, and cited by the sentences of the original.
    """

    document_id: str
    file: str
    title: str
    language: SourceLanguage
    sha256: str
    titles: dict[Language, str] = field(default_factory=dict)
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None
    authority: str | None = None
    url: str | None = None
    licence: str | None = None
    translation_of: str | None = None
    boxes: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    inferred: bool = False
    rendering_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; ``path`` runs from the outermost heading inwards."""

    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or footnote of the canonical text.

    Attributes:
        section: index into ``Document.sections``.
        box: whether the block belongs to a boxed story.
        list_number: the list an item belongs to, 0-based within the document; ``None`` outside
            lists.
    """

    kind: BlockKind
    start: int
    end: int
    section: int
    box: bool = False
    list_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with its canonical, cleaned text; every span of the product points into ``text``.

    Attributes:
        page_starts: offset at which each page begins, first page first; empty when the file has no
            pages.
        sections: in order of the text.
        blocks: in order, without overlap, only white space between them.
    """

    source: Source
    text: str
    page_starts: tuple[int, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]

    def page_at(self, offset: int) -> int | None:
        """Return the 1-based page that holds ``offset``, or ``None`` when the file has no pages."""
        if not self.page_starts:
            return None
        return max(1, sum(1 for start in self.page_starts if start <= offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The sentence of the original that a sentence of an unofficial translation stands for.

    Attributes:
        start: where it starts in the original; ``end`` where it ends.
        by: who translated it; ``None`` where the sentence is the original's own text.
        reviewed: whether a named person has read the translation.
    """

    start: int
    end: int
    by: str | None
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, list item or heading inside a passage.

    ``role`` is ``item`` for the first sentence of a list item and ``continuation`` for its others.
    ``rendered`` is set in an unofficial translation, and nowhere else.
    """

    start: int
    end: int
    role: SentenceRole = "body"
    rendered: Rendered | None = None

    def of(self, text: str) -> str:
        """Return the sentence as it stands in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A verbatim slice of ``Document.text`` that is embedded and retrieved as one unit.

    Passages of a document are in order and do not overlap; only white space stands between them.
    ``sentences`` are slices of the passage, in order. A heading is the first sentence of the
    passage under it.

    Attributes:
        section: path of headings, outermost first; empty for text above the first heading.
        lead: the span of the sentence that leads in a list, the same for every part of a list that
            had to be split; it may lie in an earlier passage.
        page: 1-based page on which the passage starts, or ``None``.
    """

    passage_id: str
    document_id: str
    start: int
    end: int
    kind: PassageKind
    section: tuple[str, ...]
    lead: Span | None
    page: int | None
    language: Language
    sentences: tuple[Sentence, ...]

    def of(self, text: str) -> str:
        """Return the passage as it stands in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A passage's text in one language; only an unofficial translation has no span."""

    language: Language
    text: str
    origin: Origin
    document_id: str | None = None
    start: int | None = None
    end: int | None = None


def sentences_of(passages: tuple[Passage, ...]) -> Iterator[tuple[int, Sentence]]:
    """Yield every sentence with the index of its passage, in order."""
    for number, passage in enumerate(passages):
        for sentence in passage.sentences:
            yield number, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Sentences of a document and the sentences of its translation that say the same.

    Attributes:
        sources: spans in the original, in order of its text.
        targets: spans in the translation, in order of its text.
        confidence: that these are each other's counterparts, in [0, 1].
    """

    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    confidence: float

    def __post_init__(self) -> None:
        """Refuse a bead with an empty side."""
        if not self.sources or not self.targets:
            raise ValueError("a bead needs a sentence on both sides")
