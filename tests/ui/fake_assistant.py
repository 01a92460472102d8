"""A small assistant that behaves: two documents, keyword search, every status of the contract."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.datatypes import Answer, Citation, Claim, IndexStamp, Related, Status, Turn
from assistant.readable import Readable, find_readable
from assistant.reasons import Considered, Explanation, Match, Reading, Reason, SearchTerm
from ingest.datatypes import (
    Block,
    BlockKind,
    Document,
    Language,
    Passage,
    Section,
    Sentence,
    Source,
    SourceLanguage,
    sha256_of,
)

STAMP = IndexStamp(generation="g1", corpus_sha256="0" * 64, embedding_model="fake")
Paragraphs = Sequence[tuple[BlockKind, str]]

SYMPOSIUM: Sequence[tuple[str, Paragraphs]] = (
    (
        "Hoe begin je?",
        (
            ("paragraph", "Begin klein met MHiAP. Sluit aan bij wat er al is in je gemeente."),
            ("paragraph", "Zo kun je beginnen:"),
            ("item", "Zoek één bondgenoot in een ander beleidsdomein."),
            ("item", "Maak mentale gezondheid zichtbaar in bestaande plannen."),
            ("item", "Spreek af wie de kartrekker is."),
        ),
    ),
    (
        "Den Haag",
        (
            (
                "paragraph",
                "Den Haag onderzoekt hoe het met studenten gaat. De gemeente werkt daarbij samen "
                "met onderwijs en welzijn.",
            ),
        ),
    ),
)
MENTOR: Sequence[tuple[str, Paragraphs]] = (
    (
        "RIVM role",
        (
            (
                "paragraph",
                "RIVM is leading a task to develop a methodology to support implementation of "
                "mental health in all policies. MENTOR brings together 43 partners from 20 "
                "countries.",
            ),
        ),
    ),
)


def make_document(
    document_id: str,
    title: str,
    language: SourceLanguage,
    sections: Sequence[tuple[str, Paragraphs]],
    *,
    url: str | None = None,
    published: str | None = None,
) -> Document:
    text, blocks, paths = "", [], []
    for number, (heading, paragraphs) in enumerate(sections):
        section_start = len(text)
        for kind, words in (("heading", heading), *paragraphs):
            start = len(text)
            text += words
            blocks.append(Block(kind=kind, start=start, end=len(text), section=number))
            text += "\n\n"
        paths.append(Section(path=(heading,), start=section_start, end=len(text)))
    source = Source(
        document_id=document_id,
        file=f"{document_id}.txt",
        title=title,
        language=language,
        sha256=sha256_of(text),
        publisher="Trimbos-instituut en RIVM",
        published=published,
        kind="symposium report",
        authority="symposium report",
        url=url,
    )
    return Document(
        source=source,
        text=text,
        page_starts=(0, 200) if language == "nl" else (),
        sections=tuple(paths),
        blocks=tuple(blocks),
    )


def passages_of(document: Document, language: Language) -> tuple[Passage, ...]:
    """One passage per section; the sentences are the blocks' sentences."""
    passages = []
    for number, section in enumerate(document.sections):
        blocks = [block for block in document.blocks if block.section == number]
        passages.append(
            Passage(
                passage_id=f"{document.source.document_id}-{number}",
                document_id=document.source.document_id,
                start=blocks[0].start,
                end=blocks[-1].end,
                kind="paragraph",
                section=section.path,
                lead=None,
                page=document.page_at(blocks[0].start),
                language=language,
                sentences=tuple(
                    Sentence(
                        start=block.start + found.start(),
                        end=block.start + found.end(),
                        role="item" if block.kind == "item" else "body",
                    )
                    for block in blocks
                    if block.kind != "heading"
                    for found in re.finditer(
                        r"\S[^.:]*[.:]", document.text[block.start : block.end]
                    )
                ),
            )
        )
    return tuple(passages)


def words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3)


class FakeAssistant:
    """Cites the sentences of the passage that shares most words with the question.

    "zelfdoding" or "suicide" gets support, "medicijn" out_of_scope, "kapot" raises; a question
    with no words in common is not_in_corpus. ``wait_seconds`` is how long an answer takes.
    """

    def __init__(self, documents: Sequence[Document] | None = None, wait_seconds: float = 0):
        made = documents or (
            make_document(
                "symposium",
                "Symposiumverslag MHiAP",
                "nl",
                SYMPOSIUM,
                published="2025-11-07",
            ),
            make_document(
                "mentor", "Joint Action MENTOR", "en", MENTOR, url="https://www.rivm.nl/mentor"
            ),
        )
        self.wait_seconds = wait_seconds
        self.histories: list[tuple[Turn, ...]] = []
        self._documents = {document.source.document_id: document for document in made}
        self._passages = {
            key: passages_of(document, "en" if document.source.language == "en" else "nl")
            for key, document in self._documents.items()
        }

    @property
    def documents(self) -> Mapping[str, Document]:
        return self._documents

    @property
    def readable(self) -> Mapping[str, Sequence[Readable]]:
        passages = [passage for own in self._passages.values() for passage in own]
        return find_readable(self._documents, passages)

    def invalid(
        self,
        question: str,
        reason: str,
        *,
        question_id: str | None = None,
        language: Language = "nl",
    ) -> Answer:
        return self._said(question, language, "invalid", reason)

    def starters(self, language: Language) -> tuple[str, ...]:
        if language == "en":
            return ("How do I start with mental health in all policies?", "What does RIVM do?")
        return ("Hoe begin ik met MHiAP?", "Wat doet Den Haag voor studenten?")

    def sentences(self, document_id: str) -> tuple[Sentence, ...]:
        return tuple(s for passage in self._passages[document_id] for s in passage.sentences)

    def passage_at(self, document_id: str, start: int) -> Passage:
        return next(
            passage
            for passage in self._passages[document_id]
            if passage.start <= start < passage.end
        )

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        documents: Sequence[str] | None = None,
        history: Sequence[Turn] = (),
        question_id: str | None = None,
        explain: bool = False,
    ) -> Answer:
        time.sleep(self.wait_seconds)
        self.histories.append(tuple(history))
        asked = words_of(question)
        spoken: Language = language or (
            "en" if asked & {"what", "which", "does", "start", "with", "suicide"} else "nl"
        )
        if "kapot" in asked:
            raise RuntimeError("the fake was asked to break")
        if not question.strip() or len(question) > 1000:
            return self._said(question, spoken, "invalid", "Maak je vraag korter of langer.")
        if asked & {"zelfdoding", "suicide"}:
            text = (
                "Bel 24/7 gratis en anoniem 113 (of 0800-0113) of chat op 113.nl.\n\n"
                "Is er direct levensgevaar: bel 112."
            )
            return self._said(question, spoken, "support", text)
        if asked & {"medicijn", "medicine"}:
            return self._said(question, spoken, "out_of_scope", "Daarvoor is je huisarts.")
        chosen = documents or list(self._documents)
        if not set(chosen) <= set(self._documents):
            return self._said(question, spoken, "invalid", "Die documenten ken ik niet.")
        passages = [passage for key in chosen for passage in self._passages[key]]
        best = max(passages, key=lambda p: len(asked & words_of(self._text(p))))
        if not asked & words_of(self._text(best)):
            return self._said(
                question, spoken, "not_in_corpus", "Dit staat niet in de documenten.", best
            )
        answer = replace(self._cited(question, spoken, best), id=question_id)
        if not explain:
            return answer
        others = [passage for passage in passages if passage is not best]
        return replace(answer, explanation=self._explain(answer, [best, *others]))

    def _explain(self, answer: Answer, passages: Sequence[Passage]) -> Explanation:
        asked = sorted(words_of(answer.question))
        reading = Reading(
            question=answer.question,
            kind="how_to",
            named=(),
            terms=tuple(
                SearchTerm(term=word, others=(), weight=1.0, known=True, earlier=False)
                for word in asked
            ),
            searched=len(passages),
            considered=tuple(
                self._consider(answer, passage, rank, asked)
                for rank, passage in enumerate(passages, start=1)
            ),
        )
        return Explanation(
            language=answer.language, corrections=(), earlier=None, readings=(reading,)
        )

    def _consider(
        self, answer: Answer, passage: Passage, rank: int, asked: Sequence[str]
    ) -> Considered:
        document = self._documents[passage.document_id]
        common = [word for word in asked if word in words_of(self._text(passage))]
        return Considered(
            rank=rank,
            score=1 / rank,
            document_id=passage.document_id,
            title=document.source.title,
            section=" › ".join(passage.section),
            page=passage.page,
            language=passage.language,
            start=passage.start,
            end=passage.end,
            quote=passage.sentences[0].of(document.text),
            reasons=(Reason(retriever="lexical", rank=rank, score=float(len(common))),),
            matches=tuple(
                Match(asked=word, found=(word,), way="word", place="text") for word in common
            ),
            adjustments=(),
            markers=tuple(c.marker for c in answer.citations) if rank == 1 else (),
        )

    def _text(self, passage: Passage) -> str:
        return passage.of(self._documents[passage.document_id].text)

    def _said(
        self,
        question: str,
        language: Language,
        status: Status,
        text: str,
        near: Passage | None = None,
    ) -> Answer:
        related: tuple[Related, ...] = ()
        if near is not None:
            sentence = near.sentences[0]
            related = (
                Related(
                    document_id=near.document_id,
                    section=near.section[-1] if near.section else None,
                    start=sentence.start,
                    end=sentence.end,
                    quote=sentence.of(self._documents[near.document_id].text),
                ),
            )
        return Answer(
            id=None,
            question=question,
            language=language,
            status=status,
            support="crisis" if status == "support" else None,
            mode="extractive",
            text=text,
            confidence=None,
            index=STAMP,
            seconds=0.01,
            related=related,
            suggestions=("Hoe begin ik met MHiAP?",) if status == "not_in_corpus" else (),
        )

    def _cited(self, question: str, language: Language, passage: Passage) -> Answer:
        document = self._documents[passage.document_id]
        citations, claims, lines = [], [], []
        for marker, sentence in enumerate(passage.sentences, start=1):
            quote = sentence.of(document.text)
            citations.append(
                Citation(
                    marker=marker,
                    document_id=passage.document_id,
                    title=document.source.title,
                    publisher=document.source.publisher,
                    kind=document.source.kind,
                    authority=document.source.authority,
                    published=document.source.published,
                    language=passage.language,
                    origin="original",
                    section=" › ".join(passage.section) or None,
                    page=document.page_at(sentence.start),
                    start=sentence.start,
                    end=sentence.end,
                    quote=quote,
                    quote_sha256=sha256_of(quote),
                    text_sha256=sha256_of(document.text),
                    url=document.source.url,
                )
            )
            claims.append(Claim(text=quote, markers=(marker,), verdict="verbatim"))
            dash = "- " if sentence.role == "item" else ""
            remark = "" if passage.language == language else " *(in het Engels)*"
            lines.append(f"{dash}{quote} [{marker}]{remark}")
        return Answer(
            id=None,
            question=question,
            language=language,
            status="answered",
            support=None,
            mode="extractive",
            text="\n".join(lines),
            confidence=0.9,
            index=STAMP,
            seconds=0.01,
            claims=tuple(claims),
            citations=tuple(citations),
            suggestions=("Wat doet Den Haag voor studenten?",),
        )
