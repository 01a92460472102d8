"""A small corpus, answers that cite it rightly, and an assistant that gives what it was told."""

from dataclasses import dataclass, field, replace

from assistant.datatypes import Answer, Citation, Claim, IndexStamp, Status, SupportKind, Turn
from evals.datatypes import Nugget, Quote, Topic
from ingest.datatypes import Language, sha256_of

TEXTS = {
    "plan-nl": "Doelen\nWe werken met vijf actielijnen in deze aanpak. "
    "De acties zullen worden gemonitord met de partners.",
    "plan-en": "Objectives\nWe work with five action lines in this plan. "
    "The actions will be monitored together with the partners.",
}
LANGUAGES: dict[str, Language] = {"plan-nl": "nl", "plan-en": "en"}

STAMP = IndexStamp(generation="g1", corpus_sha256="c" * 64, embedding_model="tiny")


def cite(document_id: str, quote: str, marker: int = 1) -> Citation:
    text = TEXTS[document_id]
    start = text.index(quote)
    return Citation(
        marker=marker,
        document_id=document_id,
        title="Plan",
        publisher=None,
        kind=None,
        authority=None,
        published=None,
        language=LANGUAGES[document_id],
        origin="original",
        section=None,
        page=None,
        start=start,
        end=start + len(quote),
        quote=quote,
        quote_sha256=sha256_of(quote),
        text_sha256=sha256_of(text),
    )


def answer_citing(*citations: Citation, language: Language = "nl") -> Answer:
    claims = tuple(
        Claim(text=citation.quote, markers=(citation.marker,), verdict="verbatim")
        for citation in citations
    )
    lines = (f"{citation.quote} [{citation.marker}]" for citation in citations)
    return replace(
        refusal("not_in_corpus", language=language),
        status="answered",
        text="\n\n".join(lines),
        claims=claims,
        citations=citations,
    )


def refusal(
    status: Status,
    *,
    support: SupportKind | None = None,
    language: Language = "nl",
    text: str = "Dit staat niet in de documenten die ik ken.",
) -> Answer:
    return Answer(
        id=None,
        question="?",
        language=language,
        status=status,
        support=support,
        mode="extractive",
        text=text,
        confidence=0.5,
        index=STAMP,
        seconds=0.01,
    )


FIVE_LINES = Nugget(
    quotes=(
        Quote(document_id="plan-nl", text="vijf actielijnen"),
        Quote(document_id="plan-en", text="five action lines"),
    )
)
MONITORED = Nugget(
    quotes=(
        Quote(document_id="plan-nl", text="De acties zullen worden gemonitord"),
        Quote(document_id="plan-en", text="The actions will be monitored"),
    )
)

TOPIC = Topic(
    topic_id="t1",
    need="lines",
    language="nl",
    question="Welke actielijnen zijn er?",
    kind="list",
    status="answered",
    split="dev",
    author="test",
    nuggets=(FIVE_LINES, MONITORED),
)


def topic(
    topic_id: str = "t1",
    *,
    status: Status = "answered",
    support: SupportKind | None = None,
    need: str = "lines",
    language: str = "nl",
    question: str = "Welke actielijnen zijn er?",
    history: tuple[Turn, ...] = (),
    partial: bool = False,
) -> Topic:
    return replace(
        TOPIC,
        topic_id=topic_id,
        status=status,
        support=support,
        need=need,
        language=language,
        question=question,
        history=history,
        partial=partial,
        nuggets=TOPIC.nuggets if status == "answered" else (),
    )


@dataclass(slots=True)
class ScriptedAssistant:
    """Gives the answer written for a question, and remembers what it was asked."""

    answers: dict[str, Answer]
    otherwise: Answer = field(default_factory=lambda: refusal("not_in_corpus"))
    asked: list[tuple[str, tuple[Turn, ...]]] = field(default_factory=list)
    limits: list[tuple[str, ...] | None] = field(default_factory=list)

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        documents: tuple[str, ...] | None = None,
        history: tuple[Turn, ...] = (),
        question_id: str | None = None,
    ) -> Answer:
        self.asked.append((question, history))
        self.limits.append(documents)
        given = self.answers.get(question, self.otherwise)
        return replace(given, question=question, id=question_id, seconds=len(self.asked) / 1000)
