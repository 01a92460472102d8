"""Explanations of real answers, and what they are made of."""

from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.datatypes import Turn
from assistant.explaining import EXPLAINED
from assistant.reasons import Considered, Explanation
from assistant.searching import Searcher
from assistant.spelling import Correction

QUESTIONS = (
    "Hoe begin ik met MHiAP?",
    "What does The Hague do for student wellbeing?",
    "Give an overview of the symposium",
    "Wat is MHiAP en waarom is het nodig?",
    "Wat zegt de aanpak over kernenergie?",
)


def explain(assistant: Assistant, question: str, *history: str) -> Explanation:
    turns = [Turn(question=earlier) for earlier in history]
    explanation = assistant.ask(question, history=turns, explain=True).explanation
    assert explanation is not None
    return explanation


def considered(assistant: Assistant, question: str) -> list[Considered]:
    return [one for reading in explain(assistant, question).readings for one in reading.considered]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_same_with_and_without_its_explanation(
    assistant: Assistant, question: str
) -> None:
    plain, explained = assistant.ask(question), assistant.ask(question, explain=True)

    assert plain.explanation is None
    assert replace(explained, explanation=None, seconds=plain.seconds) == plain


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_gets_the_same_explanation(assistant: Assistant, question: str) -> None:
    assert explain(assistant, question) == explain(assistant, question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_best_passages_are_explained_and_every_cited_one(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, explain=True)
    assert answer.explanation is not None

    for reading in answer.explanation.readings:
        ranks = [one.rank for one in reading.considered]
        assert ranks[:EXPLAINED] == list(range(1, EXPLAINED + 1))
        assert ranks == sorted(ranks)
        assert all(one.markers for one in reading.considered[EXPLAINED:])
    explained = {
        marker
        for reading in answer.explanation.readings
        for one in reading.considered
        for marker in one.markers
    }
    assert explained == {citation.marker for citation in answer.citations}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_said_of_a_passage_holds_in_its_document(
    assistant: Assistant, question: str
) -> None:
    for one in considered(assistant, question):
        text = assistant.documents[one.document_id].text[one.start : one.end]

        assert one.quote in text
        assert assistant.passage_at(one.document_id, one.start).end == one.end
        assert assistant.documents[one.document_id].source.title == one.title
        published = assistant.passage_at(one.document_id, one.start)
        for match in one.matches if published.language == one.language else ():
            place = {"text": text, "heading": one.section or ""}.get(match.place)
            assert place is None or all(word.split()[0] in place for word in match.found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_passage_matches_in_words_if_and_only_if_the_words_found_it(
    assistant: Assistant, question: str
) -> None:
    for one in considered(assistant, question):
        by_words = "lexical" in {reason.retriever for reason in one.reasons}

        assert bool(one.matches) is by_words


def test_a_rank_is_out_of_the_passages_that_were_searched(assistant: Assistant) -> None:
    answer = assistant.ask("Wat doet MENTOR?", documents=["mentor"], explain=True)
    assert answer.explanation is not None

    (reading,) = answer.explanation.readings
    assert {one.document_id for one in reading.considered} == {"mentor"}
    assert len(reading.considered) == reading.searched
    assert all(1 <= r.rank <= reading.searched for one in reading.considered for r in one.reasons)


def test_a_named_document_is_named_and_counts_more(assistant: Assistant) -> None:
    (reading,) = explain(assistant, "Wat zegt de aanpak over kernenergie?").readings

    assert reading.named == ("Aanpak ‘Mentale gezondheid: van ons allemaal’",)
    named = [one for one in reading.considered if one.document_id == "plan-nl"]
    assert named
    for one in named:
        assert "named document" in {adjustment.prior for adjustment in one.adjustments}


def test_a_word_that_is_nowhere_is_said_to_be_unknown(assistant: Assistant) -> None:
    (reading,) = explain(assistant, "Wat zegt de aanpak over kernenergie?").readings

    assert {term.term for term in reading.terms if not term.known} == {"kernenergie"}


def test_a_misspelt_word_is_shown_as_it_was_read(assistant: Assistant) -> None:
    explanation = explain(assistant, "Wat doet de gemenete voor studenten?")

    assert explanation.corrections == (Correction(typed="gemenete", read="gemeente"),)
    assert "gemeente" in {term.term for term in explanation.readings[0].terms}


@pytest.mark.parametrize(
    ("question", "corrections"),
    [
        ("Wat doet de gemeente?", ()),
        ("wat doet “gemenete”, gemenete! svp", (("gemenete", "gemeente"), ("svp", ""))),
        ("mentale gezondheids beleid en hoebegin ik", (
            ("gezondheids beleid", "gezondheidsbeleid"), ("hoebegin", "hoe begin"),
        )),
        ("Wat zei Laura Sheilds-Zeeman?", (("Sheilds-Zeeman", "Shields-Zeeman"),)),
    ],
)  # fmt: skip
def test_the_corrections_shown_are_those_that_the_search_used(
    assistant: Assistant,
    searcher: Searcher,
    question: str,
    corrections: tuple[tuple[str, str], ...],
) -> None:
    shown = explain(assistant, question).corrections

    assert [(one.typed, one.read) for one in shown] == list(corrections)
    assert shown == searcher.speller.read(question).corrections


def test_a_passage_that_was_read_in_translation_is_shown_as_published_with_it(
    assistant: Assistant,
) -> None:
    found = considered(assistant, "What does The Hague do for student wellbeing?")[0]

    assert (found.document_id, found.language, found.reviewed) == ("symposium-2025", "en", False)
    assert found.quote in assistant.documents["symposium-2025"].text
    assert found.translation is not None
    assert "The Hague" in found.translation
    assert found.markers


def test_words_of_the_other_language_are_a_reason_where_those_of_the_question_are_not_there(
    assistant: Assistant,
) -> None:
    matches = [
        (match.asked, match.found)
        for one in considered(assistant, "What are the barriers to housing policy?")
        for match in one.matches
        if match.place == "other language"
    ]

    assert ("housing policy", ("wonen",)) in matches


def test_a_work_that_is_named_is_given_in_the_edition_that_was_searched(
    assistant: Assistant,
) -> None:
    (reading,) = explain(assistant, "What does the action plan say about loneliness?").readings

    assert reading.named == ("Action plan ‘Good Mental health for All’",)


def test_a_question_that_follows_up_says_on_what(assistant: Assistant) -> None:
    explanation = explain(assistant, "En waarom?", "Wat is OKO?")

    assert explanation.earlier == "Wat is OKO?"
    assert [term.term for term in explanation.readings[0].terms if term.earlier] == ["OKO"]
    assert explain(assistant, "Wat doet Den Haag voor studenten?", "Wat is OKO?").earlier is None


def test_a_question_in_two_parts_is_explained_in_two(assistant: Assistant) -> None:
    readings = explain(assistant, "Wat is MHiAP en waarom is het nodig?").readings

    assert [reading.kind for reading in readings] == ["definition", "why"]


def test_the_language_is_that_of_the_question_not_of_the_answer(assistant: Assistant) -> None:
    explanation = explain(assistant, "Wat is OKO? Answer in English please.")

    assert explanation.language == "nl"


@pytest.mark.parametrize("question", ["Hallo", "", "Ik wil dood", "En waarom?", "Moet ik pillen?"])
def test_what_is_not_looked_up_is_not_explained(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question, explain=True).explanation is None
