"""Make an unofficial translation a document that can be searched and read like any other.

Its passages are those of the original, sentence by sentence, and every sentence knows the span of
the original that it stands for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.datatypes import (
    Document,
    Language,
    Passage,
    Rendered,
    Sentence,
    Span,
    sentences_of,
)
from ingest.translations import TranslatedDocument, TranslatedSentence, has_edition

MARK = "@"
"""Between the id of a document and the language of its rendering; no manifest id can hold it."""

Rows = Mapping[str, TranslatedSentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A document as it reads in another language, with its passages."""

    document: Document
    passages: tuple[Passage, ...]


def rendering_id(document_id: str, language: Language) -> str:
    """Return the id of the unofficial translation of a document."""
    return f"{document_id}{MARK}{language}"


def published_id(passage_id: str) -> str:
    """Return the id of the published passage that a passage renders, or the id itself."""
    document_id, separator, rest = passage_id.partition(":")
    return document_id.partition(MARK)[0] + separator + rest


def render_documents(
    documents: Sequence[Document],
    passages: Sequence[Passage],
    translations: Sequence[TranslatedDocument],
) -> tuple[Rendition, ...]:
    """Return the documents that the unofficial translations make, in the order given.

    Of a document with an official edition in that language, only the sentences with a translation
    are rendered: those that the edition leaves out. Translations that nothing of a document can be
    shown in make no document.
    """
    by_id = {document.source.document_id: document for document in documents}
    rendered = []
    for translation in translations:
        document = by_id[translation.document_id]
        own = [p for p in passages if p.document_id == translation.document_id]
        partly = has_edition(document, translation.language, documents)
        rendition = _render(document, own, translation, partly=partly)
        if any(s.rendered and s.rendered.by for _, s in sentences_of(rendition.passages)):
            rendered.append(rendition)
    return tuple(rendered)


def _render(
    document: Document,
    passages: Sequence[Passage],
    translation: TranslatedDocument,
    *,
    partly: bool,
) -> Rendition:
    text = ""
    spans: dict[int, Span] = {}
    placed: list[tuple[Passage, tuple[Sentence, ...]]] = []
    before = 0
    for passage in passages:
        rows = _rows_for(document, passage, translation, partly=partly)
        sentences = []
        for sentence in passage.sentences:
            own = sentence.of(document.text)
            if partly and own not in rows:
                continue
            text += "\n" * bool(text) if partly else document.text[before : sentence.start]
            row = rows.get(own)
            shown = row.target if row else own
            span = Span(start=len(text), end=len(text) + len(shown))
            spans[sentence.start] = span
            sentences.append(_sentence(sentence, span, row if shown != own else None))
            text += shown
            before = sentence.end
        if sentences:
            placed.append((passage, tuple(sentences)))
    name = rendering_id(document.source.document_id, translation.language)
    return Rendition(
        document=Document(
            source=replace(
                document.source,
                document_id=name,
                language=translation.language,
                translation_of=None,
                rendering_of=document.source.document_id,
                boxes={},
            ),
            text=text,
            page_starts=(),
            sections=(),
            blocks=(),
        ),
        passages=tuple(
            _passage(passage, sentences, name, translation, spans, partly=partly)
            for passage, sentences in placed
        ),
    )


def _rows_for(
    document: Document, passage: Passage, translation: TranslatedDocument, *, partly: bool
) -> Rows:
    """Return the rows to use in a passage, which is translated whole or stays as it is."""
    if passage.language == translation.language:
        return {}
    texts = {sentence.of(document.text) for sentence in passage.sentences}
    rows = {text: translation.rows[text] for text in texts if text in translation.rows}
    return rows if partly or rows.keys() == texts else {}


def _sentence(original: Sentence, span: Span, row: TranslatedSentence | None) -> Sentence:
    return Sentence(
        start=span.start,
        end=span.end,
        role=original.role,
        rendered=Rendered(
            start=original.start,
            end=original.end,
            by=row.by if row else None,
            reviewed=row.reviewed if row else False,
        ),
    )


def _passage(
    passage: Passage,
    sentences: tuple[Sentence, ...],
    name: str,
    translation: TranslatedDocument,
    spans: Mapping[int, Span],
    *,
    partly: bool,
) -> Passage:
    translated = any(s.rendered is not None and s.rendered.by for s in sentences)
    return replace(
        passage,
        passage_id=name + passage.passage_id.removeprefix(passage.document_id),
        document_id=name,
        start=sentences[0].start - (0 if partly else passage.sentences[0].start - passage.start),
        end=sentences[-1].end,
        section=tuple(_translated(heading, translation) for heading in passage.section),
        lead=spans.get(passage.lead.start) if passage.lead else None,
        page=None,
        language=translation.language if translated else passage.language,
        sentences=sentences,
    )


def _translated(heading: str, translation: TranslatedDocument) -> str:
    row = translation.rows.get(heading)
    return row.target if row else heading
