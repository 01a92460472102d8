import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.contract import answer_to_json
from assistant.datatypes import Answer, Translation
from assistant.originals import Originals, find_originals
from assistant.search_space import SearchSpace
from assistant.verification import verify_answer
from ingest.datatypes import Bead, Document, Passage, Sentence, Span, sentences_of, sha256_of
from ingest.rendering import MARK, published_id, render_documents
from tests.assistant.small_passages import make_document, make_originals, make_passage
from tests.ingest.real_corpus import the_corpus
from tests.ingest.small_translations import make_translation

QUESTIONS = [
    "How do I start with MHiAP?",
    "Hoe begin ik met MHiAP?",
    "What does The Hague do for students?",
    "Wat doet Den Haag voor studenten?",
    "Wat is Joint Action MENTOR?",
    "What is Joint Action MENTOR?",
    "Welke rol heeft het RIVM in MENTOR?",
    "What were the lessons of the symposium?",
    "Wat doet de Dutch International Mental Health Hub?",
    "What does the hub say about Housing First?",
    "In welke taal is de Delphistudie uitgevoerd?",
    "What are the action lines of the plan?",
    "Welke actielijnen heeft het plan?",
    "What are the zones of the Target Tool called?",
]


def editions() -> tuple[Originals, Passage, Passage]:
    """A Dutch sentence that its English edition says in two, and one that has no counterpart."""
    dutch, dutch_text = make_passage(
        [("Scholen doen mee en steden ook.", "body"), ("Dat helpt.", "body")],
        document_id="plan-nl",
    )
    english, english_text = make_passage(
        [("Schools take part.", "body"), ("So do towns.", "body")],
        document_id="plan-en",
        language="en",
    )
    original, edition = make_document("plan-nl", dutch_text), make_document("plan-en", english_text)
    edition = replace(
        edition, source=replace(edition.source, translation_of="plan-nl", language="en")
    )
    bead = Bead(
        sources=(Span(start=0, end=31),),
        targets=(Span(start=0, end=18), Span(start=19, end=31)),
        confidence=0.9,
    )
    beads = {("plan-nl", "plan-en"): [bead]}
    return make_originals([original, edition], [dutch, english], beads), dutch, english


def test_a_published_sentence_is_its_own_original() -> None:
    originals, dutch, _ = editions()
    found = originals.of(dutch, dutch.sentences[1])

    assert (found.passage, found.document) == (dutch, originals.documents["plan-nl"])
    assert (found.quote, found.translation, found.twin) == ("Dat helpt.", None, None)


def test_the_twin_is_all_that_says_the_same_in_the_other_edition() -> None:
    originals, dutch, english = editions()
    there = originals.of(dutch, dutch.sentences[0]).twin
    back = originals.of(english, english.sentences[1]).twin

    assert there is not None
    assert back is not None
    assert (there.document_id, there.language, there.start, there.end) == ("plan-en", "en", 0, 31)
    assert there.quote == "Schools take part. So do towns."
    assert there.quote_sha256 == sha256_of(there.quote)
    assert (back.document_id, back.language) == ("plan-nl", "nl")
    assert back.quote == "Scholen doen mee en steden ook."


def rendered() -> tuple[Originals, Passage, tuple[Passage, ...]]:
    """An English list that was cut in two behind its first item, and its Dutch rendering."""
    whole, text = make_passage(
        [("They agreed to:", "lead"), ("meet online", "item"), ("these", "item")],
        document_id="page",
        language="en",
        lead=Span(start=0, end=15),
    )
    first = replace(whole, end=whole.sentences[1].end, sentences=whole.sentences[:2])
    second = replace(
        whole,
        passage_id="page:1",
        start=whole.sentences[2].start,
        sentences=whole.sentences[2:],
        page=2,
    )
    targets = {"They agreed to:": "Afspraak:", "meet online": "online afspreken", "these": "deze"}
    document = make_document("page", text)
    (rendition,) = render_documents(
        [document], [first, second], [make_translation("page", "nl", targets)]
    )
    passages = [first, second, *rendition.passages]
    return make_originals([document, rendition.document], passages), first, rendition.passages


def test_behind_a_rendered_sentence_stands_the_published_one_with_its_translation() -> None:
    originals, first, (passage, _) = rendered()
    found = originals.of(passage, passage.sentences[1])

    assert (found.passage, found.quote) == (first, "meet online")
    assert found.document.source.document_id == "page"
    assert found.translation == Translation(
        language="nl", text="online afspreken", by="project", reviewed=False
    )
    assert found.twin is None


@pytest.mark.parametrize("place", [0, 1])
def test_behind_the_lead_in_of_a_rendered_list_stands_the_published_one(place: int) -> None:
    originals, _, passages = rendered()
    lead = passages[place].lead
    assert lead is not None
    found = originals.of(passages[place], Sentence(start=lead.start, end=lead.end, role="lead"))

    assert found.quote == "They agreed to:"
    assert found.translation is not None
    assert found.translation.text == "Afspraak:"


def test_a_rendered_sentence_that_was_not_translated_has_no_translation() -> None:
    passage, text = make_passage([("MENTOR", "body"), ("It runs.", "body")], language="en")
    document = make_document("plan", text)
    targets = {"MENTOR": "MENTOR", "It runs.": "Het loopt."}
    (rendition,) = render_documents(
        [document], [passage], [make_translation("plan", "nl", targets)]
    )
    originals = make_originals([document, rendition.document], [passage, *rendition.passages])
    (shown,) = rendition.passages

    assert originals.of(shown, shown.sentences[0]).translation is None
    assert originals.of(shown, shown.sentences[0]).quote == "MENTOR"
    assert originals.of(shown, shown.sentences[1]).translation is not None


# Over the shipped corpus


def test_behind_every_sentence_of_the_index_stands_a_published_one(space: SearchSpace) -> None:
    originals, index = find_originals(space.index), space.index
    published = {document.source.document_id: document for document in the_corpus().documents}

    for number, sentence in sentences_of(index.passages):
        passage = index.passages[number]
        found = originals.of(passage, sentence)
        assert found.document == published[published_id(passage.document_id)]
        assert (found.span.start, found.span.end) in {
            (own.start, own.end) for own in found.passage.sentences
        }
        shown = sentence.of(index.documents[passage.document_id].text)
        assert shown == (found.translation.text if found.translation else found.quote)
        if found.twin is not None:
            twin = published[found.twin.document_id]
            assert twin.text[found.twin.start : found.twin.end] == found.twin.quote
            assert twin.source.language == found.twin.language != found.passage.language


def test_behind_every_lead_in_of_the_index_stands_a_published_one(space: SearchSpace) -> None:
    originals, index = find_originals(space.index), space.index

    for passage in index.passages:
        published = originals.passages[published_id(passage.passage_id)]
        if passage.lead is not None and published.lead is not None:
            lead = Sentence(start=passage.lead.start, end=passage.lead.end, role="lead")
            assert originals.of(passage, lead).span == published.lead


def rendering_ids() -> list[str]:
    return [rendition.document.source.document_id for rendition in the_corpus().renditions]


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    return [assistant.ask(question, explain=True) for question in QUESTIONS]


def texts_of(documents: Sequence[Document]) -> dict[str, str]:
    return {document.source.document_id: document.text for document in documents}


def test_every_answer_cites_published_text(answers: list[Answer]) -> None:
    texts = texts_of(the_corpus().documents)

    assert {answer.status for answer in answers} >= {"answered"}
    for answer in answers:
        assert verify_answer(answer, texts) == []


def test_what_is_shown_from_another_language_is_the_translation(answers: list[Answer]) -> None:
    translated = 0
    for answer in answers:
        claims = {marker: claim.text for claim in answer.claims for marker in claim.markers}
        for citation in answer.citations:
            translation = citation.translation
            if translation is not None:
                translated += 1
                assert citation.language != answer.language == translation.language
                assert claims[citation.marker] == translation.text != citation.quote
                assert (translation.by, translation.reviewed) == ("project", False)
            else:
                assert claims[citation.marker] == citation.quote

    assert translated > 10


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings_in(name)
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


@pytest.mark.parametrize("explained", [False, True])
def test_no_answer_names_a_rendering(answers: list[Answer], explained: bool) -> None:
    named = re.compile("|".join(map(re.escape, rendering_ids())))
    leaked = {
        text
        for answer in answers
        for text in strings_in(
            json.loads(answer_to_json(answer if explained else replace(answer, explanation=None)))
        )
        if named.search(text)
    }

    assert all(MARK in name for name in rendering_ids())
    assert leaked == set()


def test_the_documents_and_hits_of_the_assistant_are_published_ones(assistant: Assistant) -> None:
    assert list(assistant.documents) == ["plan-nl", "plan-en", "symposium-2025", "mentor", "hub"]
    for question in QUESTIONS:
        assert {hit.passage.document_id for hit in assistant.search(question)} <= set(
            assistant.documents
        )
