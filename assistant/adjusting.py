"""Say what was added to the score of a passage besides the search itself."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.datatypes import Hit
from assistant.query import Query
from assistant.reasons import Adjustment, Prior
from assistant.retrieval import boosts
from assistant.search_space import AUTHORITY_PRIORS, KIND_PRIORS, SearchSpace, Vector
from ingest.datatypes import Passage
from ingest.terms import words_of


def adjustments_of(
    space: SearchSpace, query: Query, hits: Sequence[Hit]
) -> list[tuple[Adjustment, ...]]:
    """Return, per hit, what was added to its score besides the search itself, in order."""
    added = boosts(space, query)
    numbers = {passage.passage_id: n for n, passage in enumerate(space.index.passages)}
    return [
        tuple(
            Adjustment(prior=prior, added=round(value, 4), name=name)
            for prior, value, name in _priors(space, query, hit.passage, added, numbers)
            if value
        )
        for hit in hits
    ]


def _priors(
    space: SearchSpace,
    query: Query,
    passage: Passage,
    added: Mapping[Prior, Vector],
    numbers: Mapping[str, int],
) -> Iterator[tuple[Prior, float, str]]:
    source = space.index.documents[passage.document_id].source
    authority = source.authority or ""
    names: Mapping[Prior, str] = {
        "named document": source.title,
        "named heading": next(iter(_named_headings(passage, query)), ""),
    }
    for prior, values in added.items():
        yield prior, float(values[numbers[passage.passage_id]]), names.get(prior, "")
    yield "kind", KIND_PRIORS.get(passage.kind, 0.0), passage.kind
    yield "authority", AUTHORITY_PRIORS.get(authority, 0.0), authority


def _named_headings(passage: Passage, query: Query) -> list[str]:
    """Return the headings above a passage that the question holds, the longest first."""
    question = f" {' '.join(words_of(query.text))} "
    headings = [text for text in passage.section if f" {' '.join(words_of(text))} " in question]
    return sorted(headings, key=len, reverse=True)
