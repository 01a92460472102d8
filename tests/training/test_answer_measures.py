from pathlib import Path

import numpy as np
import pytest

from assistant.query import build_query
from assistant.retrieval import retrieve
from assistant.search_space import open_space
from ingest.building import build_index
from ingest.lexical import build_lexical
from ingest.opening import open_index
from ingest.settings import Settings
from ingest.terms import is_stopword
from tests.ingest.small_corpus import make_corpus
from tests.training.small_sets import POSED, Bilingual, write_sets
from training.answers import measure_kamervragen, score_answers
from training.sets import Posed

ANSWERS = [one.answer for one in POSED]


def test_each_way_to_search_is_measured_over_all_answers(tmp_path: Path) -> None:
    figures = list(measure_kamervragen(Bilingual(), write_sets(tmp_path)))

    assert [figure.measured for figure in figures] == [
        f"Kamervragen, {way}" for way in ("dense", "dense*", "BM25", "RRF", "z-sum*")
    ]
    assert all(figure.estimate.n == len(POSED) for figure in figures)
    assert all(0 < figure.estimate.value <= 1 for figure in figures)


def test_a_sentence_of_the_answer_counts_by_itself() -> None:
    posed = [
        Posed(question="groen", answer="Het regent de hele dag hard buiten. Groen."),
        Posed(question="slaap", answer="Nee."),
    ]

    scores = score_answers(Bilingual(dimensions=256), posed)

    assert scores.sentence[0, 0] > scores.whole[0, 0]
    assert scores.sentence.shape == scores.words.shape == (2, 2)


def test_an_answer_of_one_sentence_scores_alike_as_sentence_and_as_a_whole() -> None:
    scores = score_answers(Bilingual(), [Posed(question=a, answer="Groen plan.") for a in "ab"])

    assert scores.sentence == pytest.approx(scores.dense)


def test_the_product_ranks_the_answers_in_the_same_order(tmp_path: Path) -> None:
    model, settings = Bilingual(dimensions=64), Settings(index=tmp_path)
    documents, passages = make_corpus({f"d{n:02}": [a] for n, a in enumerate(ANSWERS)})
    lexical = build_lexical(ANSWERS, ["nl"] * len(ANSWERS))
    build_index(settings, documents, passages, lexical.save, model, lambda step, done, total: None)
    vocabulary = frozenset(word for word in lexical.vocabulary if not is_stopword(word))

    together = score_answers(model, POSED).together()

    with open_index(settings) as index:
        space = open_space(index, lexical, model)
        for one, ours in zip(POSED, together, strict=True):
            query = build_query(one.question, vocabulary)
            hits, _ = retrieve(space, query, frozenset(index.documents), len(ANSWERS))
            theirs = {hit.passage.document_id: hit.score for hit in hits}
            assert [theirs[name] for name in sorted(theirs)] == pytest.approx(ours, abs=1e-4)
    assert np.isfinite(together).all()
