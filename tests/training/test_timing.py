from ingest.pipeline import Corpus
from tests.ingest.small_corpus import TEXTS, WordModel, make_corpus
from training.timing import PASSAGES, QUERIES, ROUNDS, measure_time


def test_a_query_and_a_thousand_passages_are_timed() -> None:
    documents, passages = make_corpus(TEXTS)
    corpus = Corpus(documents=documents, passages=passages, files=())
    model = WordModel()

    query, many = measure_time(model, corpus)

    assert (query.measure, query.estimate.n) == ("milliseconds", QUERIES)
    assert (many.measure, many.estimate.n) == ("seconds", ROUNDS)
    assert 0 < query.estimate.low <= query.estimate.value <= query.estimate.high
    assert len(model.embedded) == PASSAGES * ROUNDS
