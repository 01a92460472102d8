"""From a sentence as a reader sees it to the published sentence that it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.datatypes import Translation, Twin
from ingest.counterparts import Key, Place
from ingest.datatypes import (
    Document,
    Passage,
    Rendered,
    Sentence,
    Span,
    sentences_of,
    sha256_of,
)
from ingest.rendering import published_id
from ingest.searching import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A sentence of a published document.

    Attributes:
        passage: of that document.
        span: of the sentence in its text.
        translation: the unofficial translation that the reader was shown, if it was one.
        twin: the same sentence in the other official edition, if one is aligned.
    """

    document: Document
    passage: Passage
    span: Span
    translation: Translation | None
    twin: Twin | None

    @property
    def quote(self) -> str:
        """The sentence as published."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """Finds the published sentences behind those that are searched and shown.

    Attributes:
        documents: by id, unofficial translations among them.
        passages: by id.
        rendered: for the sentences of unofficial translations, what they stand for.
        twins: for sentences of an official edition, their span in the other one.
    """

    documents: Mapping[str, Document]
    passages: Mapping[str, Passage]
    rendered: Mapping[Key, Rendered]
    twins: Mapping[Key, Place]

    def of(self, passage: Passage, sentence: Sentence) -> Original:
        """Return the published sentence behind a sentence of any passage, or behind its lead."""
        published = self.passages[published_id(passage.passage_id)]
        rendered = self.rendered.get((passage.document_id, sentence.start))
        place = rendered or sentence
        span = Span(start=place.start, end=place.end)
        translation = None
        if rendered is not None and rendered.by is not None:
            translation = Translation(
                language=passage.language,
                text=sentence.of(self.documents[passage.document_id].text),
                by=rendered.by,
                reviewed=rendered.reviewed,
            )
        return Original(
            document=self.documents[published.document_id],
            passage=published,
            span=span,
            translation=translation,
            twin=self._twin(published, span),
        )

    def _twin(self, passage: Passage, span: Span) -> Twin | None:
        place = self.twins.get((passage.document_id, span.start))
        if place is None:
            return None
        document = self.documents[place.document_id]
        quote = place.span.of(document.text)
        return Twin(
            document_id=place.document_id,
            language="en" if document.source.language == "en" else "nl",
            start=place.span.start,
            end=place.span.end,
            quote=quote,
            quote_sha256=sha256_of(quote),
        )


def find_originals(index: Index) -> Originals:
    """Return the published sentences of an open index."""
    return Originals(
        documents=index.documents,
        passages={passage.passage_id: passage for passage in index.passages},
        rendered={
            (index.passages[number].document_id, sentence.start): sentence.rendered
            for number, sentence in sentences_of(index.passages)
            if sentence.rendered is not None
        },
        twins=index.counterparts.twins,
    )
