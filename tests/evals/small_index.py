"""Two editions of a plan and a Dutch report as an index holds them, and what asks for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.datatypes import Hit, Turn
from assistant.searching import Found
from evals.datatypes import Nugget, Quote, Topic
from ingest.datatypes import Document, Language, Passage
from tests.evals.scripted import TOPIC
from tests.ingest.small_corpus import make_document, split_document

PLAN_NL = ["We werken met vijf actielijnen in deze aanpak.", "De acties worden gevolgd."]
PLAN_EN = ["We work with five action lines in this plan.", "The actions will be monitored."]
REPORT = ["Den Haag heeft een platform voor studenten.", "Haarlem begint met wonen."]


def _translated(document: Document) -> Document:
    return replace(document, source=replace(document.source, translation_of="plan-nl"))


DOCUMENTS: Mapping[str, Document] = {
    "plan-nl": make_document("plan-nl", PLAN_NL, "nl"),
    "plan-en": _translated(make_document("plan-en", PLAN_EN, "en")),
    "report": make_document("report", REPORT, "nl"),
}
PASSAGES: Sequence[Passage] = tuple(
    passage
    for name, document in DOCUMENTS.items()
    for passage in split_document(document, "en" if name == "plan-en" else "nl")
)

LINES = (
    Quote(document_id="plan-nl", text="vijf actielijnen"),
    Quote(document_id="plan-en", text="five action lines"),
)
PLATFORM = (Quote(document_id="report", text="een platform voor studenten"),)


def asking(
    topic_id: str, language: Language, *nuggets: tuple[Quote, ...], vital: bool = True
) -> Topic:
    return replace(
        TOPIC,
        topic_id=topic_id,
        need=topic_id,
        language=language,
        question=topic_id,
        nuggets=tuple(Nugget(quotes=quotes, vital=vital) for quotes in nuggets),
    )


class Finder:
    """Finds for each question the passages it was told, per part of the question."""

    def __init__(self, found: Found, told: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self.found = found
        self.told = told
        self.asked: list[tuple[str, Sequence[Turn]]] = []

    def find(
        self, question: str, language: Language | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Found, ...]:
        self.asked.append((question, history))
        return tuple(
            replace(self.found, pool=replace(self.found.pool, hits=_hits(part)))
            for part in self.told[question]
        )


def _hits(passage_ids: Sequence[str]) -> tuple[Hit, ...]:
    by_id = {passage.passage_id: passage for passage in PASSAGES}
    return tuple(
        Hit(passage=by_id[passage_id], rank=rank, score=-float(rank), reasons=())
        for rank, passage_id in enumerate(passage_ids, start=1)
    )
