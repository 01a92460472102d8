"""Composed parts to claims with markers, citations with spans, and the text of the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.composition import Part, Shown
from assistant.datatypes import Citation, Claim
from ingest.datatypes import Document, Language, Passage, sha256_of

SECTION_SEPARATOR = " › "


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What an answer says: text, claims and citations that agree with each other."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def cite(
    parts: Sequence[Part],
    documents: Mapping[str, Document],
    reader: Language,
    language_marks: Mapping[Language, str],
) -> Cited:
    """Return the parts as Markdown with one marker per sentence.

    A sentence that stands in the other language is followed by its language mark.

    Args:
        parts: the composed answer.
        documents: by id.
        reader: language of the answer.
        language_marks: for each language, the words that mark a sentence in it, in the reader's.
    """
    citations: dict[tuple[str, int, int], Citation] = {}
    claims: list[Claim] = []

    def say(shown: Shown) -> str:
        key = (shown.passage.document_id, shown.sentence.start, shown.sentence.end)
        if key not in citations:
            document = documents[shown.passage.document_id]
            citations[key] = _citation(len(citations) + 1, document, shown)
        marker = citations[key].marker
        claims.append(Claim(text=shown.text, markers=(marker,), verdict="verbatim"))
        return f"{shown.text} [{marker}]"

    def speak(run: Sequence[Shown]) -> str:
        """Return sentences as running text; the language mark stands behind the last of a run."""
        text = ""
        for place, shown in enumerate(run):
            language = shown.passage.language
            text += f"{' ' if text else ''}{say(shown)}"
            ends = place + 1 == len(run) or run[place + 1].passage.language != language
            if language != reader and ends:
                text += f" *({language_marks[language]})*"
        return text

    blocks = [_block(part, speak) for part in parts if part.shown]
    return Cited(
        text="\n\n".join(blocks), claims=tuple(claims), citations=tuple(citations.values())
    )


def section_name(passage: Passage) -> str | None:
    """Return the path of headings as one line, or ``None`` above the first heading."""
    return SECTION_SEPARATOR.join(passage.section) or None


def _block(part: Part, speak: Callable[[Sequence[Shown]], str]) -> str:
    if part.layout == "prose":
        return "\n\n".join(speak(paragraph) for paragraph in _paragraphs(part.shown))
    lines: list[str] = []
    waiting: list[Shown] = []
    for shown in part.shown:
        waiting.append(shown)
        if shown.context:
            continue
        mark = f"{len(lines) + 1}." if part.layout == "steps" else "-"
        lines.append(f"{mark} {speak(waiting)}")
        waiting = []
    if waiting:
        lines.append(f"- {speak(waiting)}")
    return "\n".join(lines)


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


def _citation(marker: int, document: Document, shown: Shown) -> Citation:
    source, passage, sentence = document.source, shown.passage, shown.sentence
    return Citation(
        marker=marker,
        document_id=source.document_id,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        authority=source.authority,
        published=source.published,
        language=passage.language,
        origin="official translation" if source.translation_of else "original",
        section=section_name(passage),
        page=document.page_at(sentence.start),
        start=sentence.start,
        end=sentence.end,
        quote=shown.text,
        quote_sha256=sha256_of(shown.text),
        text_sha256=sha256_of(document.text),
        url=source.url,
    )
