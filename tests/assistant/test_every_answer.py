"""What holds for every answer, whatever is asked: drawn questions over the real documents."""

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.contract import answer_from_json, answer_to_json
from assistant.datatypes import Answer, Citation, Turn
from assistant.fixed_texts import fixed_texts
from assistant.verification import markers_in, verify_answer
from ingest.datatypes import Language
from ingest.settings import PROJECT

TEXTS = {path.stem: path.read_text("utf-8") for path in (PROJECT / "corpus/text").glob("*.txt")}
WORDS = sorted({word for text in TEXTS.values() for word in re.findall(r"\S+", text)})
OPENINGS = (
    "", "Wat is ", "What is ", "Hoe begin ik met ", "How do I ", "Welke ", "How many ", "Wie ",
    "Schrijf een memo over ", "Give an overview of ", "Noem drie ", "Is er verschil tussen ",
)  # fmt: skip

real_words = st.builds(
    lambda opening, words, end: f"{opening}{' '.join(words)}{end}",
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=10),
    st.sampled_from(["", "?", " en waarom?", ". Answer in Dutch please."]),
)
questions = st.one_of(real_words, real_words, st.text(max_size=80))
FEW = settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def mark_of(answer: Answer, citation: Citation) -> str | None:
    """Return what a reader has to be told of the language of a cited sentence."""
    texts = fixed_texts(answer.language)
    if citation.translation is not None:
        return texts.translation_marks[citation.translation.reviewed]
    other = citation.language != answer.language
    return texts.language_marks[citation.language] if other else None


def marked_in_text(answer: Answer) -> bool:
    """Tell whether every run of sentences has its mark: behind it, or above its list."""
    needed = {citation.marker: mark_of(answer, citation) for citation in answer.citations}
    marks = "|".join(re.escape(mark) for mark in set(needed.values()) - {None} if mark)
    token = re.compile(rf"\[(\d+)\]|\*\(({marks or '$'})\)\*")
    above: str | None = None
    for line in answer.text.split("\n"):
        found = token.findall(line)
        if not any(marker for marker, _ in found):
            above = found[0][1] if found else None
            continue
        due: str | None = None
        for marker, mark in found:
            wanted = needed[int(marker)] if marker else None
            if due not in ({None, wanted} if marker else {mark}):
                return False
            due = wanted if wanted != above else None
        if due is not None:
            return False
    return True


@FEW
@given(questions, st.sampled_from([None, "nl", "en"]))
def test_every_answer_holds_against_the_texts(
    assistant: Assistant, question: str, language: Language | None
) -> None:
    answer = assistant.ask(question, language=language)

    assert verify_answer(answer, TEXTS) == []
    assert (answer.status == "answered") is bool(answer.claims) is bool(answer.citations)
    assert answer.text.strip()
    assert answer.language in {"nl", "en"}


@FEW
@given(real_words, st.sampled_from(["nl", "en"]))
def test_every_marker_has_one_citation_and_every_citation_is_used(
    assistant: Assistant, question: str, language: Language
) -> None:
    answer = assistant.ask(question, language=language)
    markers = [marker for claim in answer.claims for marker in claim.markers]

    assert [citation.marker for citation in answer.citations] == list(
        range(1, len(answer.citations) + 1)
    )
    assert set(markers) == {citation.marker for citation in answer.citations}
    if answer.status == "answered":
        assert list(markers_in(answer.text)) == markers
        assert marked_in_text(answer)


@FEW
@given(questions, st.lists(questions, max_size=2))
def test_the_same_question_gets_the_same_bytes(
    assistant: Assistant, question: str, earlier: list[str]
) -> None:
    history = [Turn(question=one) for one in earlier]
    first, second = (assistant.ask(question, history=history) for _ in range(2))

    assert answer_to_json(replace(first, seconds=0)) == answer_to_json(replace(second, seconds=0))


@FEW
@given(questions)
def test_an_answer_survives_json(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, question_id="x")

    assert answer_from_json(answer_to_json(answer)) == answer


@FEW
@given(real_words, st.sets(st.sampled_from(sorted(TEXTS)), min_size=1))
def test_no_other_document_is_used_than_asked_for(
    assistant: Assistant, question: str, documents: set[str]
) -> None:
    answer = assistant.ask(question, documents=sorted(documents))

    assert {citation.document_id for citation in answer.citations} <= documents
    assert {related.document_id for related in answer.related} <= documents


@FEW
@given(real_words)
def test_no_sentence_is_cited_in_both_editions(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    cited = {(citation.document_id, citation.start) for citation in answer.citations}
    twins = [citation.twin for citation in answer.citations if citation.twin]

    assert not cited & {(twin.document_id, twin.start) for twin in twins}


def test_the_texts_of_the_repository_are_those_that_are_cited(assistant: Assistant) -> None:
    assert {key: document.text for key, document in assistant.documents.items()} == TEXTS
