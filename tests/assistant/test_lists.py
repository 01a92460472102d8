import pytest

from assistant.editions import readable_documents
from assistant.lists import MOST_ITEMS, TextList, find_headed, find_list
from assistant.searching import Searcher
from ingest.datatypes import Language


def find(searcher: Searcher, question: str, reader: Language = "nl") -> TextList | None:
    documents = readable_documents(searcher.space.index, reader)
    found = searcher.find(question, reader, documents)[0]
    return find_list(searcher.space, found.pool, found.analysis)


@pytest.mark.parametrize(
    ("question", "reader", "first", "last", "count"),
    [
        ("Welke vijf actielijnen heeft de landelijke aanpak?", "nl",
         "Mentaal gezonde maatschappij", "Mentaal gezond online", 5),
        ("What are the five action lines of the action plan?", "en",
         "Mental well-being in society", "Mental well-being online", 5),
        ("What are the objectives of Joint Action MENTOR?", "en", "Support", "Prepare", 5),
    ],
)  # fmt: skip
def test_a_list_is_found_whole_and_in_order(
    searcher: Searcher, question: str, reader: Language, first: str, last: str, count: int
) -> None:
    found = find(searcher, question, reader)

    assert found is not None
    texts = [text for _, _, text in found.items]
    starts = [sentence.start for _, sentence, _ in found.items]
    assert len(texts) == count
    assert texts[0].startswith(first)
    assert texts[-1].startswith(last)
    assert starts == sorted(starts)


def test_every_stretch_of_a_list_stands_where_it_says(searcher: Searcher) -> None:
    found = find(searcher, "Welke vijf actielijnen heeft de landelijke aanpak?")

    assert found is not None
    for passage, sentence, text in (*found.lead, *found.items):
        assert sentence.of(searcher.space.index.documents[passage.document_id].text) == text


def test_a_question_that_no_list_answers_gets_none(searcher: Searcher) -> None:
    assert find(searcher, "Wat is kernenergie?") is None


def test_a_list_has_at_least_two_items_and_no_more_than_a_reader_reads(searcher: Searcher) -> None:
    questions = ["Welke partners doen mee?", "Noem de acties", "Welke doelen zijn er?"]
    found = [one for one in (find(searcher, question) for question in questions) if one]

    assert found
    assert all(2 <= len(one.items) <= MOST_ITEMS for one in found)


def test_a_heading_that_names_what_is_asked_gives_the_sentences_under_it(
    searcher: Searcher,
) -> None:
    documents = frozenset(searcher.space.index.documents) - {"plan-en"}
    found = searcher.find("Wat is kernenergie?", "nl", documents)[0]

    assert find_headed(searcher.space, found.pool) is None
