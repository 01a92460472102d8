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
        other = shown.passage.language != reader
        mark = f" *({language_marks[shown.passage.language]})*" if other else ""
        return f"{shown.text} [{marker}]{mark}"

    blocks = [_block(part, say) for part in parts if part.shown]
    return Cited(text="\n\n".join(blocks), claims=tuple(claims), citations=tuple(citations.values()))


def section_name(passage: Passage) -> str | None:
    """Return the path of headings as one line, or ``None`` above the first heading."""
    return SECTION_SEPARATOR.join(passage.section) or None


def _block(part: Part, say: Callable[[Shown], str]) -> str:
    if part.layout == "prose":
        return _prose(part.shown, say)
    lines: list[str] = []
    waiting: list[str] = []
    number = 0
    for shown in part.shown:
        waiting.append(say(shown))
        if shown.context:
            continue
        number += 1
        mark = f"{number}." if part.layout == "steps" else "-"
        lines.append(f"{mark} {' '.join(waiting)}")
        waiting = []
    if waiting:
        lines.append(f"- {' '.join(waiting)}")
    return "\n".join(lines)


def _prose(shown: Sequence[Shown], say: Callable[[Shown], str]) -> str:
    """Return sentences as running text, a paragraph per passage; a heading has its own line."""
    paragraphs: list[str] = []
    before: Shown | None = None
    for item in shown:
        text = say(item)
        same = before is not None and before.passage.passage_id == item.passage.passage_id
        heading = before is not None and before.sentence.role == "heading"
        if same and not heading:
            paragraphs[-1] += f" {text}"
        else:
            paragraphs.append(text)
        before = item
    return "\n\n".join(paragraphs)


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
