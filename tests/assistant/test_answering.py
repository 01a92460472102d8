"""The answers of the real assistant: every status, in both languages, and what they carry."""

import pytest

from assistant.answering import Assistant
from assistant.datatypes import Answer, Status, SupportKind, Turn
from assistant.fixed_texts import UNSUPPORTED_LANGUAGE, fixed_texts
from ingest.datatypes import Language

WITH_CLAIMS: tuple[tuple[str, Language], ...] = (
    ("Hoe begin ik met MHiAP?", "nl"),
    ("How do I start with MHiAP?", "en"),
    ("Wat doet Den Haag voor studentenwelzijn?", "nl"),
    ("What is RIVM's role in MENTOR?", "en"),
)


def documents_cited(answer: Answer) -> set[str]:
    return {citation.document_id for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "language", "status"),
    [
        *((question, language, "answered") for question, language in WITH_CLAIMS),
        ("Wat zegt de aanpak over kernenergie?", "nl", "not_in_corpus"),
        ("Hoeveel budget heeft MENTOR in totaal?", "nl", "not_in_corpus"),
        ("What did the IBO report conclude?", "en", "not_in_corpus"),
        ("eenzaamheidsbestrijding", "nl", "answered"),
        ("Wie betaalt het MENTOR-project?", "nl", "answered"),
        ("Wie betaalt het symposium?", "nl", "not_in_corpus"),
        ("Who funds MENTOR?", "en", "answered"),
        ("Wat kost een brood?", "nl", "out_of_scope"),
        ("What is the capital of Australia?", "en", "out_of_scope"),
        ("Moet ik antidepressiva slikken?", "nl", "out_of_scope"),
        ("Should I take antidepressants?", "en", "out_of_scope"),
        ("Wie ben je?", "nl", "about"),
        ("Are you human?", "en", "about"),
        ("Welke documenten gebruik je?", "nl", "about"),
        ("Which documents do you use?", "en", "about"),
        ("En waarom?", "nl", "clarify"),
        ("What does it cost?", "en", "clarify"),
    ],
)
def test_every_kind_of_question_gets_its_status_in_its_language(
    assistant: Assistant, question: str, language: Language, status: Status
) -> None:
    answer = assistant.ask(question)

    assert (answer.status, answer.language) == (status, language)
    assert answer.question == question
    assert answer.text.strip()
    assert bool(answer.claims) is (status == "answered")


@pytest.mark.parametrize(
    ("question", "language", "support"),
    [
        ("Ik wil dood", "nl", "crisis"),
        ("I want to die", "en", "crisis"),
        ("Mijn collega praat over zelfmoord", "nl", "worry_about_someone"),
        ("My colleague talks about suicide", "en", "worry_about_someone"),
        ("Ik zit tegen een burn-out aan", "nl", "strain"),
        ("I am close to a burnout myself", "en", "strain"),
    ],
)
def test_distress_gets_the_fixed_text_and_nothing_else(
    assistant: Assistant, question: str, language: Language, support: SupportKind
) -> None:
    answer = assistant.ask(question)

    assert (answer.status, answer.support, answer.language) == ("support", support, language)
    assert answer.text == fixed_texts(language).support[support]
    assert (answer.claims, answer.citations, answer.related, answer.suggestions) == ((),) * 4


@pytest.mark.parametrize(
    "question",
    [
        "Was sind die wichtigsten Ziele dieses Programms für die Städte?",
        "Belediyeler için ruh sağlığı programının amaçları nelerdir acaba?",
        "Comment puis-je commencer dans ma ville avec ce projet?",
        "メンタルヘルスの政策について教えてください",
    ],
)
def test_another_language_is_refused_in_both(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)

    assert (answer.status, answer.text) == ("unsupported_language", UNSUPPORTED_LANGUAGE)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("", "invalid_empty"),
        (" \n\t\u2003 ", "invalid_empty"),
        ("?!", "invalid_unreadable"),
        ("\x00\x01\x02ab", "invalid_unreadable"),
        ("\ud800", "invalid_unreadable"),
        ("\ufffd\ufffd ab", "invalid_unreadable"),
        ("😀😀😀", "invalid_unreadable"),
    ],
)
def test_what_is_no_question_is_told_what_to_do(
    assistant: Assistant, question: str, field: str, language: Language
) -> None:
    answer = assistant.ask(question, language=language)

    assert (answer.status, answer.confidence) == ("invalid", None)
    assert answer.text == getattr(fixed_texts(language), field)
    assert answer.question == question.replace("\ud800", "\ufffd")


@pytest.mark.parametrize(
    ("chars", "status"), [(1000, "answered"), (1001, "invalid"), (10_000, "invalid")]
)
def test_a_question_may_have_a_thousand_characters(
    assistant: Assistant, chars: int, status: Status
) -> None:
    question = "Wat doet Den Haag voor studentenwelzijn?".ljust(chars, "?")

    assert assistant.ask(question).status == status


def test_a_question_that_is_too_long_is_told_the_limit(assistant: Assistant) -> None:
    assert "1000" in assistant.ask("wat " * 2500).text


@pytest.mark.parametrize("documents", [["nope"], ["plan-nl", "nope"], []])
def test_unknown_documents_are_named_with_those_there_are(
    assistant: Assistant, documents: list[str]
) -> None:
    answer = assistant.ask("Wat is MHiAP?", documents=documents)

    assert answer.status == "invalid"
    assert all(document_id in answer.text for document_id in assistant.documents)
    assert all(document_id in answer.text for document_id in documents)


def test_invalid_input_from_elsewhere_gets_an_answer_too(assistant: Assistant) -> None:
    answer = assistant.invalid("x\ud800", "Give JSON.", question_id="7", language="en")

    assert (answer.status, answer.text, answer.id, answer.language) == (
        "invalid", "Give JSON.", "7", "en",
    )  # fmt: skip
    assert answer.question == "x\ufffd"


# What an answer carries


@pytest.mark.parametrize(("question", "language"), WITH_CLAIMS)
def test_an_answer_has_related_passages_that_it_does_not_cite(
    assistant: Assistant, question: str, language: Language
) -> None:
    answer = assistant.ask(question)
    cited = {(citation.document_id, citation.start) for citation in answer.citations}

    assert 1 <= len(answer.related) <= 3
    assert cited.isdisjoint((related.document_id, related.start) for related in answer.related)
    for related in answer.related:
        text = assistant.documents[related.document_id].text
        assert text[related.start : related.end] == related.quote


@pytest.mark.parametrize(("question", "language"), WITH_CLAIMS)
def test_suggestions_are_curated_questions_other_than_the_one_asked(
    assistant: Assistant, question: str, language: Language
) -> None:
    answer = assistant.ask(question)

    assert len(answer.suggestions) == 3
    assert question not in answer.suggestions
    assert all(assistant.ask(s).language == language for s in answer.suggestions)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_starter_is_answered(assistant: Assistant, language: Language) -> None:
    refused = [s for s in assistant.starters(language) if assistant.ask(s).status != "answered"]

    assert len(assistant.starters(language)) == 5
    assert refused == []


def test_a_suggestion_already_asked_is_not_made_again(assistant: Assistant) -> None:
    first = assistant.ask("Wat is OKO?")
    history = [Turn(question=s) for s in first.suggestions]

    assert set(assistant.ask("Wat is OKO?", history=history).suggestions).isdisjoint(
        first.suggestions
    )


def test_a_refusal_says_what_was_asked_and_what_comes_nearest(assistant: Assistant) -> None:
    answer = assistant.ask("What did the IBO report conclude?")

    assert answer.missing == ("What did the IBO report conclude?",)
    assert len(answer.related) == 3
    assert answer.confidence is not None
    assert answer.confidence > 0.5


def test_the_part_that_is_not_in_the_documents_is_missing(assistant: Assistant) -> None:
    answer = assistant.ask("What is RIVM's role in MENTOR and what did the IBO report conclude?")

    assert answer.status == "answered"
    assert answer.missing == ("what did the IBO report conclude?",)


def test_a_question_to_clarify_gets_three_questions_to_pick_from(assistant: Assistant) -> None:
    assert assistant.ask("Waarom?").suggestions == assistant.starters("nl")[:3]


def test_the_documents_are_named_in_the_readers_language(assistant: Assistant) -> None:
    dutch, english = (
        assistant.ask(q).text
        for q in ("Welke documenten gebruik je?", "Which documents do you use?")
    )

    assert "Symposiumverslag" in dutch
    assert "Report of the symposium" in english
    assert dutch.count("\n- ") == english.count("\n- ") == 5


def test_the_id_is_given_back(assistant: Assistant) -> None:
    assert assistant.ask("Wat is MHiAP?", question_id="q1").id == "q1"
    assert assistant.ask("", question_id="q2").id == "q2"


# Documents


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Wat is OKO?", ["plan-nl"]),
        ("What is OKO?", ["plan-nl"]),
        ("Wat is OKO?", ["symposium-2025"]),
        ("What is RIVM's role in MENTOR?", ["mentor"]),
        ("Welke vijf actielijnen heeft de landelijke aanpak?", ["plan-en"]),
    ],
)
def test_only_the_documents_asked_for_are_used(
    assistant: Assistant, question: str, documents: list[str]
) -> None:
    answer = assistant.ask(question, documents=documents)

    assert answer.status == "answered"
    assert documents_cited(answer) == set(documents)
    assert {related.document_id for related in answer.related} <= set(documents)


def test_of_two_editions_the_readers_own_is_cited(assistant: Assistant) -> None:
    both = ["plan-nl", "plan-en"]

    dutch = assistant.ask("Welke vijf actielijnen heeft de aanpak?", documents=both)
    english = assistant.ask("What are the five action lines of the plan?", documents=both)

    assert documents_cited(dutch) == {"plan-nl"}
    assert documents_cited(english) == {"plan-en"}
    assert {c.origin for c in dutch.citations} == {"original"}
    assert {c.origin for c in english.citations} == {"official translation"}


# Languages


@pytest.mark.parametrize(
    ("question", "stated", "language"),
    [
        ("Please answer in Dutch: what does The Hague do for student well-being?", None, "nl"),
        ("What is OKO? In Dutch please.", "en", "nl"),
        ("Wat doet Den Haag voor studenten? Antwoord graag in het Engels", None, "en"),
        ("Wat is OKO? Graag in het Engels.", "nl", "en"),
        ("What is OKO?", "nl", "nl"),
        ("Wat is OKO?", "en", "en"),
    ],
)
def test_a_wish_wins_over_the_stated_language_and_that_over_the_question(
    assistant: Assistant, question: str, stated: Language | None, language: Language
) -> None:
    answer = assistant.ask(question, language=stated)

    assert (answer.status, answer.language) == ("answered", language)


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("What is OKO?", " In Dutch please."),
        ("Wat is OKO?", " Antwoord graag in het Engels."),
    ],
)
def test_a_wish_about_language_does_not_change_what_is_searched(
    assistant: Assistant, question: str, wish: str
) -> None:
    asked = assistant.ask(f"{question}{wish}")
    plain = assistant.ask(question, language=asked.language)

    assert asked.citations == plain.citations


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_reader_is_told_when_sentences_stand_in_the_other_language(
    assistant: Assistant, language: Language
) -> None:
    texts = fixed_texts(language)
    edition = "plan-en" if language == "nl" else "plan-nl"
    other = assistant.ask("Wat is OKO?", language=language, documents=[edition])
    own = assistant.ask("Wat is OKO?", language=language, documents=[f"plan-{language}"])

    assert other.notice == texts.other_language_notice
    assert texts.language_marks["en" if language == "nl" else "nl"] in other.text
    assert own.notice is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is RIVM's role in MENTOR?", "nl"),
        ("Wat doet Den Haag voor studenten?", "en"),
        ("How do I start with MHiAP?", "en"),
        ("Wat zijn de doelen van MENTOR?", "nl"),
    ],
)
def test_what_has_no_official_edition_is_shown_in_a_marked_translation(
    assistant: Assistant, question: str, language: Language
) -> None:
    answer = assistant.ask(question, language=language)

    assert answer.notice is None
    assert fixed_texts(language).translation_marks[False] in answer.text
    for citation in answer.citations:
        assert citation.translation is not None
        assert citation.translation.language == language
        assert citation.language != language
        assert not citation.translation.reviewed


def test_of_an_official_translation_the_original_is_given_as_its_twin(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("What are the objectives of the action plan?")
    twins = [citation.twin for citation in answer.citations]

    assert {citation.document_id for citation in answer.citations} == {"plan-en"}
    assert any(twin is not None and twin.document_id == "plan-nl" for twin in twins)


# History


def test_a_follow_up_is_answered_from_the_subject_before_it(assistant: Assistant) -> None:
    history = [Turn(question="What is RIVM's role in MENTOR?", answer="...")]
    answer = assistant.ask("And how many partners are there?", history=history)

    assert answer.status == "answered"
    assert "43 partners" in answer.text


def test_only_the_last_ten_turns_count(assistant: Assistant) -> None:
    turns = [Turn(question="Wat doet Den Haag voor studentenwelzijn?")] * 10
    old = [Turn(question="What is RIVM's role in MENTOR?")] * 50

    assert (
        assistant.ask("En waarom?", history=[*old, *turns]).text
        == assistant.ask("En waarom?", history=turns).text
    )


# Looking things up


def test_the_passage_of_an_offset_is_found(assistant: Assistant) -> None:
    citation = assistant.ask("Wat doet Den Haag voor studentenwelzijn?").citations[0]
    passage = assistant.passage_at(citation.document_id, citation.start)

    assert passage.start <= citation.start < citation.end <= passage.end


@pytest.mark.parametrize(("document_id", "start"), [("nope", 0), ("mentor", 10**9)])
def test_an_offset_outside_every_passage_is_refused(
    assistant: Assistant, document_id: str, start: int
) -> None:
    with pytest.raises(KeyError, match=document_id):
        assistant.passage_at(document_id, start)


def test_searching_gives_passages_without_an_answer(assistant: Assistant) -> None:
    hits = assistant.search("What is RIVM's role in MENTOR?", limit=5)

    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert hits[0].passage.document_id == "mentor"
    assert "plan-nl" not in {hit.passage.document_id for hit in hits}


def test_finding_gives_the_features_of_the_decision(assistant: Assistant) -> None:
    (found,) = assistant.find("Wat doet Den Haag voor studentenwelzijn?")

    assert found.parts
    assert found.probability > 0.5
    assert found.features["answer_coverage"] > 0.5
