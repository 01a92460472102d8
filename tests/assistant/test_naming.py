import pytest

from assistant.answering import Assistant
from assistant.naming import Naming, find_named
from tests.assistant.small_passages import make_document

DOCUMENTS = {
    d.source.document_id: d
    for d in (
        make_document("plan-nl", "x", names="aanpak|plan|action plan"),
        make_document("plan-en", "x", names="aanpak|plan|action plan"),
        make_document("mentor", "x", names="mentor|joint action mentor"),
        make_document("talk", "x", names="symposium|symposium van 7 november"),
    )
}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Wat zegt de aanpak over groen?", {"plan-nl", "plan-en"}),
        ("What does the ACTION PLAN say about schools?", {"plan-nl", "plan-en"}),
        ("Who leads MENTOR?", {"mentor"}),
        ("Who leads Joint Action MENTOR?", {"mentor"}),
        ("Wat zei het symposium van 7 november over wonen?", {"talk"}),
        ("Wat zei het symposium over MENTOR en scholen?", {"talk", "mentor"}),
        ("Wat is MHiAP?", set()),
        ("Wat plant de gemeente?", set()),
        ("Which mentors are there?", set()),
        ("", set()),
    ],
)
def test_documents_are_named_by_whole_words(question: str, documents: set[str]) -> None:
    assert find_named(question, DOCUMENTS).documents == documents


def test_the_words_of_a_name_say_where_to_look() -> None:
    assert find_named("Wat zegt het symposium van 7 november over wonen?", DOCUMENTS) == Naming(
        documents=frozenset({"talk"}), words=frozenset({"symposium", "7", "november"})
    )


def test_a_name_that_is_all_there_is_to_a_question_is_searched() -> None:
    assert find_named("What is MENTOR?", DOCUMENTS) == Naming(
        documents=frozenset({"mentor"}), words=frozenset()
    )


def test_every_document_of_the_corpus_is_found_by_each_of_its_names(assistant: Assistant) -> None:
    lost = [
        (document_id, name)
        for document_id, document in assistant.documents.items()
        for name in document.source.names
        if document_id
        not in find_named(f"Wat zegt {name} over groen?", assistant.documents).documents
    ]

    assert lost == []
