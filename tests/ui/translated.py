"""An assistant over a plan in two editions and a page with an unofficial translation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.datatypes import Answer, Citation, Related, Translation, Turn, Twin
from assistant.readable import Readable
from ingest.datatypes import Document, Language, sha256_of
from ingest.storage import origin_of
from tests.ui.fake_assistant import FakeAssistant, make_document

PLAN_NL = "We werken met vijf actielijnen in deze aanpak."
PLAN_EN = "We work with five action lines in this plan."
PAGE_EN = "RIVM leads a task on policies."
PAGE_NL = "Het RIVM leidt een taak over beleid."

TRANSLATION = Translation(language="nl", text=PAGE_NL, by="project", reviewed=False)
TRANSLATED_SENTENCE = "Wat doet RIVM, leads task policies?"
BOTH_EDITIONS = "Welke actielijnen, vijf, zijn er?"


def published(document: Document, **known: str) -> Document:
    source = replace(document.source, translation_of=known.get("translation_of"))
    return replace(document, source=source)


DOCUMENTS = (
    make_document("plan-nl", "Aanpak", "nl", [("Doelen", [("paragraph", PLAN_NL)])]),
    published(
        make_document("plan-en", "Action plan", "en", [("Objectives", [("paragraph", PLAN_EN)])]),
        translation_of="plan-nl",
    ),
    make_document("page", "Project page", "en", [("Role", [("paragraph", PAGE_EN)])]),
)
TWINS = {"plan-nl": ("plan-en", PLAN_EN), "plan-en": ("plan-nl", PLAN_NL)}
UNOFFICIAL = Readable(language="nl", origin="unofficial translation", whole=True, reviewed=False)


class TranslatingAssistant(FakeAssistant):
    """Cites a sentence of the plan with its twin, one of the page in a translation."""

    def __init__(self) -> None:
        super().__init__(DOCUMENTS)

    @property
    def readable(self) -> Mapping[str, Sequence[Readable]]:
        found = super().readable
        return {**found, "page": (*found["page"], UNOFFICIAL)}

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
        answer = super().ask(question, language=language, documents=documents, history=history)
        translated = {c.quote for c in answer.citations if c.document_id == "page"}
        return replace(
            answer,
            text=answer.text.replace(PAGE_EN, PAGE_NL).replace(
                "in het Engels", "onofficiële vertaling, niet nagekeken"
            ),
            claims=tuple(
                replace(claim, text=PAGE_NL) if claim.text in translated else claim
                for claim in answer.claims
            ),
            citations=tuple(map(self._with_the_other_text, answer.citations)),
            related=tuple(map(self._with_translation, answer.related)),
        )

    def _with_the_other_text(self, citation: Citation) -> Citation:
        origin = origin_of(self.documents[citation.document_id].source)
        if citation.document_id == "page":
            return replace(citation, origin=origin, translation=TRANSLATION)
        document_id, quote = TWINS[citation.document_id]
        document = self.documents[document_id]
        start = document.text.index(quote)
        twin = Twin(
            document_id=document_id,
            language="en" if document_id == "plan-en" else "nl",
            start=start,
            end=start + len(quote),
            quote=quote,
            quote_sha256=sha256_of(quote),
        )
        return replace(citation, origin=origin, twin=twin)

    def _with_translation(self, related: Related) -> Related:
        if related.document_id != "page":
            return related
        return replace(related, translation=TRANSLATION)
