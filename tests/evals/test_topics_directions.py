"""The held-out topics in four directions: question language > language of the evidence."""

from collections import Counter, defaultdict
from functools import cache

import pytest

from evals.datatypes import Quote, Topic
from evals.folding import fold
from evals.topics import DATA, load_topics, topic_files
from ingest.datatypes import Language, Passage
from ingest.pipeline import read_texts
from tests.ingest.real_corpus import CORPUS, the_corpus

FILE = DATA / "topics-directions.jsonl"
DIRECTIONS = ("nl>nl", "en>en", "en>nl", "nl>en")
OTHER: dict[str, Language] = {"nl": "en", "en": "nl"}
EDITIONS = {"plan-nl", "plan-en"}


@cache
def topics() -> tuple[Topic, ...]:
    return load_topics(read_texts(CORPUS), files=[FILE])


@cache
def sentences() -> tuple[tuple[Passage, str], ...]:
    """Every sentence of the corpus, folded, with its passage."""
    corpus = the_corpus()
    texts = {document.source.document_id: document.text for document in corpus.documents}
    return tuple(
        (passage, fold(sentence.of(texts[passage.document_id])))
        for passage in corpus.passages
        for sentence in passage.sentences
    )


@cache
def holders(quote: Quote) -> tuple[Passage, ...]:
    """The passages that hold ``quote`` within one sentence."""
    words = fold(quote.text)
    return tuple(
        passage
        for passage, sentence in sentences()
        if passage.document_id == quote.document_id and words in sentence
    )


def quotes_of(topic: Topic) -> list[Quote]:
    return [quote for nugget in topic.nuggets for quote in nugget.quotes]


def evidence_languages(topic: Topic) -> set[str]:
    return {passage.language for quote in quotes_of(topic) for passage in holders(quote)}


def direction(topic: Topic) -> str:
    """The question's language first: evidence in that language wins where both hold it."""
    own = topic.language in evidence_languages(topic)
    return f"{topic.language}>{topic.language if own else OTHER[topic.language]}"


def of_direction(wanted: str) -> list[Topic]:
    return [topic for topic in topics() if direction(topic) == wanted]


def test_they_load_together_with_all_other_topics() -> None:
    loaded = load_topics(read_texts(CORPUS), files=topic_files())

    assert set(topics()) <= set(loaded)


def test_they_are_only_measured_and_all_answerable() -> None:
    assert {topic.status for topic in topics()} == {"answered"}
    assert {topic.split for topic in topics()} == {"train", "directions"}


@pytest.mark.parametrize("wanted", DIRECTIONS)
def test_every_direction_has_at_least_48_topics(wanted: str) -> None:
    assert len(of_direction(wanted)) >= 48
    assert sum(topic.split == "directions" for topic in of_direction(wanted)) >= 40


def test_the_id_names_the_direction() -> None:
    wrong = [t.topic_id for t in topics() if t.topic_id[:5].replace("-", ">") != direction(t)]

    assert wrong == []


def test_every_quote_stands_within_one_sentence() -> None:
    lost = [
        (topic.topic_id, quote.text)
        for topic in topics()
        for quote in quotes_of(topic)
        if not holders(quote)
    ]

    assert lost == []


def test_evidence_in_the_other_language_only_has_no_quote_in_the_language_of_the_question() -> None:
    crossing = [*of_direction("en>nl"), *of_direction("nl>en")]

    assert [t.topic_id for t in crossing if evidence_languages(t) != {OTHER[t.language]}] == []


def test_a_fact_of_the_plan_is_quoted_from_both_editions_unless_only_one_has_it() -> None:
    halves = [
        topic.topic_id
        for topic in (*of_direction("nl>nl"), *of_direction("en>en"))
        for nugget in topic.nuggets
        if len(EDITIONS & {quote.document_id for quote in nugget.quotes}) == 1
    ]

    assert halves == []


def test_every_document_is_asked_about() -> None:
    cited = {quote.document_id for topic in topics() for quote in quotes_of(topic)}

    assert cited == set(read_texts(CORPUS))


def test_no_question_is_asked_twice_or_stands_in_another_topics_file() -> None:
    others = [path for path in topic_files() if path != FILE]
    elsewhere = {fold(topic.question) for topic in load_topics(read_texts(CORPUS), files=others)}
    asked = Counter(fold(topic.question) for topic in topics())

    assert [question for question, times in asked.items() if times > 1] == []
    assert elsewhere & asked.keys() == set()


def test_at_least_40_needs_are_asked_in_both_languages() -> None:
    languages = defaultdict(set)
    for topic in topics():
        languages[topic.need].add(topic.language)

    assert sum(asked == {"nl", "en"} for asked in languages.values()) >= 40


def test_the_wordings_of_a_need_have_the_same_evidence() -> None:
    evidence = defaultdict(set)
    for topic in topics():
        evidence[topic.need].add(topic.nuggets)

    assert [need for need, found in evidence.items() if len(found) > 1] == []


@pytest.mark.parametrize("wanted", DIRECTIONS)
def test_every_direction_has_misspelt_questions_and_questions_without_capitals(wanted: str) -> None:
    found = of_direction(wanted)
    careless = [t for t in found if t.kind == "typo" or t.question == t.question.lower()]

    assert sum(topic.kind == "typo" for topic in found) >= 3
    assert len(careless) >= len(found) * 0.1


@pytest.mark.parametrize("wanted", DIRECTIONS)
def test_every_direction_has_every_kind_of_question(wanted: str) -> None:
    kinds = {topic.kind for topic in of_direction(wanted)}

    assert kinds >= {
        *("factoid", "list", "who", "when", "how_to", "why", "yes_no", "compare", "keywords")
    }
