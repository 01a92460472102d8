"""Composed parts to claims with markers, citations with spans, and the text of the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.composition import Part, Shown
from assistant.datatypes import Citation, Claim
from assistant.originals import Original, Originals
from ingest.datatypes import Language, Passage, sha256_of
from ingest.storage import origin_of

SECTION_SEPARATOR = " › "


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The words behind a sentence that was not published in the reader's language.

    Attributes:
        languages: for a sentence shown in another language than the reader's.
        translated: for an unofficial translation, by whether a person has reviewed it.
    """

    languages: Mapping[Language, str]
    translated: Mapping[bool, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What an answer says: text, claims and citations that agree with each other."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def cite(parts: Sequence[Part], originals: Originals, reader: Language, marks: Marks) -> Cited:
    """Return the parts as Markdown with one marker per sentence.

    A sentence in the other language, or in an unofficial translation, is followed by its mark; a
    list that is translated as a whole has the mark above it.

    Args:
        parts: the composed answer.
        originals: the published sentences.
        reader: language of the answer.
        marks: the words of the marks, in the reader's language.
    """
    speaker = _Speaker(originals=originals, reader=reader, marks=marks)
    blocks = [_block(part, speaker) for part in parts if part.shown]
    return Cited(
        text="\n\n".join(blocks),
        claims=tuple(speaker.claims),
        citations=tuple(speaker.citations.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaker:
    """Says sentences one after another and remembers what it has cited."""

    originals: Originals
    reader: Language
    marks: Marks
    claims: list[Claim] = field(default_factory=list)
    citations: dict[tuple[str, int, int], Citation] = field(default_factory=dict)

    def mark(self, shown: Shown) -> str | None:
        """Return what a reader must know of the language of a sentence."""
        original = self.originals.of(shown.passage, shown.sentence)
        if original.translation is not None:
            return self.marks.translated[original.translation.reviewed]
        language = original.passage.language
        return self.marks.languages[language] if language != self.reader else None

    def speak(self, run: Sequence[Shown], above: str | None = None) -> str:
        """Return sentences as running text; a mark stands behind the last of those it is about.

        Args:
            run: the sentences.
            above: a mark that has been given for all of them already.
        """
        text = ""
        marks = [self.mark(shown) for shown in run]
        for place, shown in enumerate(run):
            text += f"{' ' if text else ''}{self._say(shown)}"
            mark = marks[place]
            if mark is not None and mark != above and mark not in marks[place + 1 : place + 2]:
                text += f" *({mark})*"
        return text

    def _say(self, shown: Shown) -> str:
        original = self.originals.of(shown.passage, shown.sentence)
        key = (original.passage.document_id, original.span.start, original.span.end)
        if key not in self.citations:
            self.citations[key] = _citation(len(self.citations) + 1, original)
        marker = self.citations[key].marker
        self.claims.append(Claim(text=shown.text, markers=(marker,), verdict="verbatim"))
        return f"{shown.text} [{marker}]"


def section_name(passage: Passage) -> str | None:
    """Return the path of headings as one line, or ``None`` above the first heading."""
    return SECTION_SEPARATOR.join(passage.section) or None


def _block(part: Part, speaker: _Speaker) -> str:
    if part.layout == "prose":
        return "\n\n".join(speaker.speak(paragraph) for paragraph in _paragraphs(part.shown))
    marks = {speaker.mark(shown) for shown in part.shown}
    common = next(iter(marks)) if len(marks) == 1 else None
    above = common if common in speaker.marks.translated.values() else None
    lines: list[str] = []
    waiting: list[Shown] = []
    for shown in part.shown:
        waiting.append(shown)
        if shown.context:
            continue
        sign = f"{len(lines) + 1}." if part.layout == "steps" else "-"
        lines.append(f"{sign} {speaker.speak(waiting, above)}")
        waiting = []
    if waiting:
        lines.append(f"- {speaker.speak(waiting, above)}")
    return "\n".join([*([f"*({above})*"] if above else []), *lines])


def _paragraphs(shown: Sequence[Shown]) -> list[list[Shown]]:
    """Return running text by paragraph: one per passage; a heading has its own line."""
    paragraphs: list[list[Shown]] = []
    for item in shown:
        before = paragraphs[-1][-1] if paragraphs else None
        same = before is not None and before.passage.passage_id == item.passage.passage_id
        if before is not None and same and before.sentence.role != "heading":
            paragraphs[-1].append(item)
        else:
            paragraphs.append([item])
    return paragraphs


def _citation(marker: int, original: Original) -> Citation:
    source, passage = original.document.source, original.passage
    return Citation(
        marker=marker,
        document_id=source.document_id,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        authority=source.authority,
        published=source.published,
        language=passage.language,
        origin=origin_of(source),
        section=section_name(passage),
        page=original.document.page_at(original.span.start),
        start=original.span.start,
        end=original.span.end,
        quote=original.quote,
        quote_sha256=sha256_of(original.quote),
        text_sha256=sha256_of(original.document.text),
        translation=original.translation,
        twin=original.twin,
        url=source.url,
    )
