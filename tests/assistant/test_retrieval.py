from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from assistant.datatypes import Hit
from assistant.query import Form, Query, build_query
from assistant.retrieval import best_first, retrieve, telling_text
from assistant.search_space import SearchSpace

ALL = frozenset({"plan-nl", "plan-en", "symposium-2025", "mentor", "hub"})


def query_for(space: SearchSpace, text: str, forms: Sequence[Form] = ()) -> Query:
    return build_query(text, frozenset(space.lexical.vocabulary), forms)


def find(
    space: SearchSpace, text: str, documents: frozenset[str] = ALL, limit: int = 12
) -> tuple[Hit, ...]:
    return retrieve(space, query_for(space, text), documents, limit)[0]


@pytest.mark.parametrize("question", ["Wat zegt de aanpak over groen?", "students", "xyzzy", "?"])
def test_hits_are_ranked_from_one_by_falling_score(space: SearchSpace, question: str) -> None:
    hits = find(space, question)

    assert [hit.rank for hit in hits] == list(range(1, 13))
    assert all(one.score >= other.score for one, other in pairwise(hits))
    assert len({hit.passage.passage_id for hit in hits}) == len(hits)


def test_every_hit_says_which_retriever_found_it_best_rank_first(space: SearchSpace) -> None:
    for hit in find(space, "Wat doet Den Haag voor studenten?"):
        ranks = [reason.rank for reason in hit.reasons]

        assert {reason.retriever for reason in hit.reasons} >= {"dense", "sentence"}
        assert ranks == sorted(ranks)
        assert min(ranks) >= 1


def test_a_passage_without_a_word_of_the_question_has_no_lexical_reason(space: SearchSpace) -> None:
    for hit in find(space, "xyzzy"):
        assert "lexical" not in {reason.retriever for reason in hit.reasons}


@pytest.mark.parametrize("documents", [{"mentor"}, {"hub", "mentor"}])
def test_only_the_given_documents_are_searched(space: SearchSpace, documents: set[str]) -> None:
    hits = find(space, "Wat zegt de aanpak over groen?", frozenset(documents), limit=500)

    assert {hit.passage.document_id for hit in hits} == documents
    assert len(hits) == sum(p.document_id in documents for p in space.index.passages)


def test_without_documents_nothing_is_found_and_the_vector_is_still_given(
    space: SearchSpace,
) -> None:
    hits, vector = retrieve(space, query_for(space, "groen"), frozenset())

    assert hits == ()
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)


def test_only_the_passages_asked_for_are_found_and_their_scores_are_the_same(
    space: SearchSpace,
) -> None:
    query = query_for(space, "Wat zegt de aanpak over groen?")
    within = frozenset(range(0, len(space.index.passages), 7))
    everything, _ = retrieve(space, query, ALL, 500)
    hits, _ = retrieve(space, query, ALL, 500, within)
    numbers = {passage.passage_id: n for n, passage in enumerate(space.index.passages)}

    assert [(hit.passage, hit.score) for hit in hits] == [
        (hit.passage, hit.score) for hit in everything if numbers[hit.passage.passage_id] in within
    ]
    assert retrieve(space, query, ALL, 500, frozenset())[0] == ()


def test_the_same_question_finds_the_same_with_the_same_scores(space: SearchSpace) -> None:
    assert find(space, "Hoe begin ik met MHiAP?") == find(space, "Hoe begin ik met MHiAP?")


@pytest.mark.parametrize(
    ("question", "document_id", "words"),
    [
        ("Wat doet Den Haag voor studenten?", "symposium-2025", "Gemeente Den Haag werkt met"),
        ("What is RIVM's role in MENTOR?", "mentor", "RIVM is the Netherlands"),
        ("Over kartrekkers", "symposium-2025", "kartrekkers essentieel"),
    ],
)
def test_the_passage_that_answers_is_among_the_first(
    space: SearchSpace, question: str, document_id: str, words: str
) -> None:
    text = space.index.documents[document_id].text
    best = [
        h.passage for h in find(space, question, limit=3) if h.passage.document_id == document_id
    ]

    assert any(words in passage.of(text) for passage in best)


def test_a_document_that_the_question_names_comes_forward(space: SearchSpace) -> None:
    query = query_for(space, "groen in de wijk")
    named = replace(query, documents=frozenset({"hub"}))

    def best_rank(asked: Query) -> int:
        hits, _ = retrieve(space, asked, ALL, 500)
        return next(hit.rank for hit in hits if hit.passage.document_id == "hub")

    assert best_rank(named) < best_rank(query)


def test_words_that_are_everywhere_are_left_out_when_two_rarer_ones_remain(
    space: SearchSpace,
) -> None:
    asked = query_for(space, "mentale gezondheid van studenten in Haarlem")

    assert "gezondheid" not in telling_text(asked, space.lexical)
    assert "studenten" in telling_text(asked, space.lexical)
    assert "Haarlem" in telling_text(asked, space.lexical)
    common = query_for(space, "mentale gezondheid")
    assert telling_text(common, space.lexical) == "mentale gezondheid"


def test_best_first_sorts_by_score_and_then_by_place(space: SearchSpace) -> None:
    hits = find(space, "groen", ALL - {"plan-en"}, limit=4)
    level = tuple(replace(hit, score=1.0) for hit in hits)

    assert best_first(hits[::-1]) == hits
    assert [hit.passage.start for hit in best_first(level[::-1])] == [
        hit.passage.start
        for hit in sorted(level, key=lambda h: (h.passage.document_id, h.passage.start))
    ]
