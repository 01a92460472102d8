import pytest

from assistant.evidence import OTHER_LANGUAGE_PENALTY, Pool
from assistant.searching import Found, Searcher
from ingest.datatypes import Language


def find(searcher: Searcher, question: str, reader: Language = "nl") -> Found:
    return searcher.find(question, reader, frozenset(searcher.space.index.documents))[0]


@pytest.fixture(scope="module")
def pool(searcher: Searcher) -> Pool:
    return find(searcher, "Wat doet Den Haag voor studenten?").pool


def test_evidence_is_every_sentence_of_the_hits_best_first(pool: Pool) -> None:
    keys = [item.key for item in pool.evidence]
    scores = [item.score for item in pool.evidence]

    assert len(keys) == len(set(keys)) == sum(len(hit.passage.sentences) for hit in pool.hits)
    assert scores == sorted(scores, reverse=True)


def test_evidence_knows_its_place_and_its_row(searcher: Searcher, pool: Pool) -> None:
    for item in pool.evidence:
        document = searcher.space.index.documents[item.passage.document_id]

        assert item.text == item.sentence.of(document.text)
        assert searcher.space.sentence_passages[item.row] == searcher.space.index.passages.index(
            item.passage
        )
        assert (
            item.row - searcher.space.first_sentences[searcher.space.sentence_passages[item.row]]
            == item.place
        )


def test_cosines_and_shares_stay_in_their_ranges(pool: Pool) -> None:
    assert all(-1.001 <= item.cosine <= 1.001 for item in pool.evidence)
    assert all(0 <= item.coverage <= 1.001 for item in pool.evidence)


def test_the_sentence_that_answers_comes_first(pool: Pool) -> None:
    assert "Den Haag" in pool.evidence[0].text


def test_the_pool_tells_how_much_of_the_question_a_text_covers(pool: Pool) -> None:
    assert pool.covers("Den Haag doet iets voor studenten") > pool.covers("Den Haag doet iets")
    assert pool.covers("") == 0


def test_a_sentence_in_the_readers_language_scores_higher(searcher: Searcher) -> None:
    question = "Wat is de rol van het RIVM in MENTOR?"
    by_key = {item.key: item.score for item in find(searcher, question, "nl").pool.evidence}
    others = {item.key: item for item in find(searcher, question, "en").pool.evidence}

    shared = by_key.keys() & others.keys()
    assert shared
    for key in shared:
        gain = others[key].score - by_key[key]
        assert gain == pytest.approx(
            OTHER_LANGUAGE_PENALTY * (1 if others[key].language == "en" else -1), abs=1e-6
        )


def test_without_hits_there_is_no_evidence(searcher: Searcher) -> None:
    found = searcher.find("Wat is MHiAP?", "nl", frozenset())[0]

    assert (found.pool.evidence, found.pool.hits, found.parts) == ((), (), ())
    assert 0 <= found.probability <= 1
