"""Answer a question: decide what kind of answer it gets, and give it. Read ``ask`` from the top."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from assistant.citing import Marks, cite, section_name
from assistant.datatypes import Answer, Hit, IndexStamp, Related, Status, SupportKind, Turn
from assistant.distress import detect_support
from assistant.editions import readable_documents
from assistant.explaining import explain
from assistant.fixed_texts import UNSUPPORTED_LANGUAGE, FixedTexts, fixed_texts
from assistant.followups import names_no_subject
from assistant.language import AskedIn, is_unsupported, read_language, vote_language
from assistant.missing import missing_of
from assistant.originals import find_originals
from assistant.query import build_query
from assistant.readable import Readable, find_readable
from assistant.refusing import is_other_subject, must_be_refused
from assistant.retrieval import retrieve
from assistant.scope import ScopeVerdict, detect_scope
from assistant.searching import Found, Searcher, merge_parts
from assistant.suggestions import Suggester
from ingest.datatypes import Document, Language, Passage
from ingest.rendering import published_id
from ingest.terms import fold

RELATED = 3
MOST_TURNS = 10
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question on its way to an answer."""

    question: str
    question_id: str | None
    stated: Language | None
    documents: Collection[str] | None
    history: Sequence[Turn]
    explained: bool = False


class Assistant:
    """Answers questions from one index; it holds no conversation and may be shared by threads."""

    def __init__(
        self, searcher: Searcher, suggester: Suggester, stamp: IndexStamp, question_chars: int
    ) -> None:
        """Keep the opened parts; ``assistant.assembly.open_assistant`` opens them."""
        self._searcher = searcher
        self._suggester = suggester
        self._stamp = stamp
        self._question_chars = question_chars
        self._originals = find_originals(searcher.space.index)
        self._documents = {
            document_id: document
            for document_id, document in searcher.space.index.documents.items()
            if document.source.rendering_of is None
        }
        self._languages = find_readable(
            searcher.space.index.documents, searcher.space.index.passages
        )

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that may be cited, by id."""
        return self._documents

    @property
    def readable(self) -> Mapping[str, Sequence[Readable]]:
        """What each of those documents can be read in, by id."""
        return self._languages

    @property
    def stamp(self) -> IndexStamp:
        """The index that the answers are made with."""
        return self._stamp

    def starters(self, language: Language) -> tuple[str, ...]:
        """Return questions to start with."""
        return self._suggester.starters(language)

    def passage_at(self, document_id: str, start: int) -> Passage:
        """Return the passage of a document that holds an offset.

        Raises:
            KeyError: there is no such document, or no passage holds the offset.
        """
        for passage in self._searcher.space.index.passages:
            if passage.document_id == document_id and passage.start <= start < passage.end:
                return passage
        raise KeyError(f"no passage of {document_id!r} holds offset {start}")

    def search(self, question: str, limit: int = 8) -> tuple[Hit, ...]:
        """Return the passages nearest to a question, best first, without composing an answer."""
        language = vote_language(question)
        corrected = self._searcher.speller.correct(question)
        query = build_query(corrected, self._searcher.coverage.words, self._searcher.forms)
        space = self._searcher.space
        hits = retrieve(space, query, readable_documents(space.index, language), limit)[0]
        published = self._originals.passages
        return tuple(
            replace(hit, passage=published[published_id(hit.passage.passage_id)]) for hit in hits
        )

    def find(
        self, question: str, language: Language | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Found, ...]:
        """Return what would be composed, with the features of the decision; for evaluation."""
        asked_in = read_language(question, language, self._is_known)
        return self._searcher.find(
            asked_in.text, asked_in.language, self._readable(asked_in.language, None), history
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
        """Return the answer to a question; every status of the contract is possible.

        Args:
            question: as typed.
            language: of the answer; without it, that of the question. A wish in the question wins.
            documents: ids of the documents to answer from; all without it.
            history: earlier turns of the conversation, oldest first; the last ten count.
            question_id: given back as ``id``.
            explain: whether to say how the question was read and why each passage was found.
        """
        start = perf_counter()
        asked = _Asked(
            question=question,
            question_id=question_id,
            stated=language,
            documents=documents,
            history=tuple(history)[-MOST_TURNS:],
            explained=explain,
        )
        answer = self._answer(asked)
        return replace(answer, seconds=round(perf_counter() - start, 4))

    def invalid(
        self, question: str, reason: str, *, question_id: str | None = None,
        language: Language = "nl",
    ) -> Answer:  # fmt: skip
        """Return the answer for input that is no question; ``reason`` says what to do."""
        asked = _Asked(
            question=question, question_id=question_id, stated=None, documents=None, history=()
        )
        return self._fixed(asked, language, "invalid", reason)

    def _answer(self, asked: _Asked) -> Answer:
        guess = asked.stated or vote_language(asked.question[: self._question_chars])
        texts = fixed_texts(guess)
        if problem := self._problem(asked, texts):
            return self._fixed(asked, guess, "invalid", problem)
        support = detect_support(asked.question)
        if support:
            return self._fixed(asked, guess, "support", texts.support[support], support=support)
        question = _MARKUP.sub(" ", _printable(asked.question))
        read = read_language(question, asked.stated, self._is_known)
        texts = fixed_texts(read.language)
        scope = detect_scope(asked.question)
        if scope:
            return self._outside(asked, read.language, scope, texts)
        if not read.supported:
            return self._fixed(asked, read.language, "unsupported_language", UNSUPPORTED_LANGUAGE)
        if names_no_subject(read.text) and not asked.history:
            return replace(
                self._fixed(asked, read.language, "clarify", texts.clarify),
                suggestions=self.starters(read.language)[:3],
            )
        return self._from_documents(asked, read, texts)

    def _from_documents(self, asked: _Asked, read: AskedIn, texts: FixedTexts) -> Answer:
        documents = self._readable(read.language, asked.documents)
        found = self._searcher.find(read.text, read.language, documents, asked.history)
        answer = self._compose(asked, read, texts, found)
        if not asked.explained:
            return answer
        return replace(
            answer,
            explanation=explain(
                self._searcher,
                self._originals,
                read,
                asked.history,
                documents,
                found,
                answer.citations,
            ),
        )

    def _compose(
        self, asked: _Asked, read: AskedIn, texts: FixedTexts, found: Sequence[Found]
    ) -> Answer:
        reader = read.language
        threshold = self._searcher.abstention.threshold
        answered = [
            one
            for one in found
            if one.parts
            and one.probability >= threshold
            and not must_be_refused(one, self._searcher.coverage.words)
        ]
        vector = found[0].pool.vector
        questions = [turn.question for turn in asked.history] + [asked.question]
        suggestions = self._suggester.nearest(vector, reader, questions)
        if not answered:
            probability = max((one.probability for one in found), default=0.0)
            retrieved = any(one.pool.hits for one in found)
            if all(is_other_subject(one, self._searcher.coverage.words) for one in found):
                if is_unsupported(read.text, lambda word: False):
                    return self._fixed(asked, reader, "unsupported_language", UNSUPPORTED_LANGUAGE)
                fixed = self._fixed(
                    asked, reader, "out_of_scope", texts.out_of_scope["other_subject"]
                )
                return replace(fixed, suggestions=self.starters(reader)[:3])
            return replace(
                self._fixed(asked, reader, "not_in_corpus", texts.not_in_corpus),
                confidence=round(1 - probability, 4) if retrieved else None,
                missing=tuple(one.asked for one in found),
                related=self._related(found, ()),
                suggestions=suggestions,
            )
        marks = Marks(languages=texts.language_marks, translated=texts.translation_marks)
        cited = cite(merge_parts(answered), self._originals, reader, marks)
        others = any(c.language != reader and not c.translation for c in cited.citations)
        spans = tuple((c.document_id, c.start) for c in cited.citations)
        return replace(
            self._fixed(asked, reader, "answered", cited.text),
            claims=cited.claims,
            citations=cited.citations,
            confidence=round(min(one.probability for one in answered), 4),
            missing=missing_of(found, answered, reader),
            notice=self._notice(answered, others, texts),
            related=self._related(found, spans),
            suggestions=suggestions,
        )

    @staticmethod
    def _notice(answered: Sequence[Found], others: bool, texts: FixedTexts) -> str | None:
        """Return the line about the answer as a whole, or ``None``."""
        lines = [texts.corrected_notice] if any(one.corrected for one in answered) else []
        lines += [texts.other_language_notice] if others else []
        return " ".join(lines) or None

    def _outside(
        self, asked: _Asked, language: Language, scope: ScopeVerdict, texts: FixedTexts
    ) -> Answer:
        titles = [d.source.titles.get(language, d.source.title) for d in self.documents.values()]
        if scope.about:
            text = texts.about[scope.about].format(documents="\n".join(f"- {t}" for t in titles))
        else:
            text = texts.out_of_scope[scope.reason or "other_subject"]
        return replace(
            self._fixed(asked, language, scope.status, text),
            suggestions=self.starters(language)[:3],
        )

    def _problem(self, asked: _Asked, texts: FixedTexts) -> str | None:
        """Return what is wrong with the input and what to do about it, or ``None``."""
        text = asked.question
        if not text.strip():
            return texts.invalid_empty
        if len(text) > self._question_chars:
            return texts.invalid_too_long.format(limit=self._question_chars)
        strange = sum(
            1 for c in text if c == "\ufffd" or unicodedata.category(c) in {"Cc", "Cs", "Co"}
        )
        letters = sum(1 for c in text if c.isalnum())
        if letters < FEWEST_LETTERS or strange > len(text) / 4:
            return texts.invalid_unreadable
        unknown = sorted(set(asked.documents or ()) - set(self.documents))
        if unknown or (asked.documents is not None and not asked.documents):
            return texts.invalid_documents.format(
                unknown=", ".join(unknown) or "–", known=", ".join(self.documents)
            )
        return None

    def _readable(self, reader: Language, wanted: Collection[str] | None) -> frozenset[str]:
        return readable_documents(self._searcher.space.index, reader, wanted)

    def _is_known(self, word: str) -> bool:
        return fold(word) in self._searcher.speller.vocabulary

    def _related(
        self, found: Sequence[Found], cited: Sequence[tuple[str, int]]
    ) -> tuple[Related, ...]:
        """Return the nearest passages that the answer does not cite, by their best sentence."""
        related: dict[str, Related] = {}
        for one in found:
            for evidence in one.pool.evidence:
                if (
                    evidence.sentence.role in {"heading", "lead"}
                    or evidence.passage.kind == "title"
                ):
                    continue
                near = self._originals.of(evidence.passage, evidence.sentence)
                passage = near.passage
                used = any(
                    passage.document_id == document_id and passage.start <= start < passage.end
                    for document_id, start in cited
                )
                if used or passage.passage_id in related:
                    continue
                related[passage.passage_id] = Related(
                    document_id=passage.document_id,
                    section=section_name(passage),
                    start=near.span.start,
                    end=near.span.end,
                    quote=near.quote,
                    translation=near.translation,
                )
        return tuple(related.values())[:RELATED]

    def _fixed(
        self,
        asked: _Asked,
        language: Language,
        status: Status,
        text: str,
        support: SupportKind | None = None,
    ) -> Answer:
        return Answer(
            id=asked.question_id,
            question=_printable(asked.question),
            language=language,
            status=status,
            support=support,
            mode="extractive",
            text=text,
            confidence=None,
            index=self._stamp,
            seconds=0.0,
        )


def _printable(question: str) -> str:
    """Return a question that can be written as UTF-8; lone surrogates become U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", question)
