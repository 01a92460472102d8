from dataclasses import replace

import pytest

from assistant.adjusting import adjustments_of
from assistant.query import build_query
from assistant.retrieval import retrieve
from assistant.search_space import KIND_PRIORS, SearchSpace
from assistant.searching import Searcher

ALL = frozenset({"plan-nl", "plan-en", "symposium-2025", "mentor", "hub"})


def test_what_is_added_is_what_the_search_added(space: SearchSpace, searcher: Searcher) -> None:
    words = searcher.coverage.words
    plain = build_query("Wat staat er in Actielijn 3 over scholen?", words)
    named = replace(plain, documents=frozenset({"plan-nl"}))
    count = len(space.index.passages)
    with_it, without = (
        {hit.passage.passage_id: hit for hit in retrieve(space, query, ALL, count)[0]}
        for query in (named, plain)
    )

    hits = list(with_it.values())
    for hit, added in zip(hits, adjustments_of(space, named, hits), strict=True):
        difference = hit.score - without[hit.passage.passage_id].score
        of_name = [one.added for one in added if one.prior == "named document"]
        assert sum(of_name) == pytest.approx(difference, abs=1e-3)


def test_headings_kinds_and_authority_are_named(space: SearchSpace, searcher: Searcher) -> None:
    query = build_query("Wat staat er in Actielijn 3 over scholen?", searcher.coverage.words)
    hits, _ = retrieve(space, query, ALL, len(space.index.passages))

    found = {
        (one.prior, one.name, one.added > 0)
        for added in adjustments_of(space, query, hits)
        for one in added
    }
    assert ("named heading", "Actielijn 3", True) in found
    assert ("authority", "social media", False) in found
    assert {(prior, name) for prior, name, _ in found if prior == "kind"} == {
        ("kind", kind) for kind in KIND_PRIORS
    }
