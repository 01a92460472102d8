"""Find passages: lexical and dense search, fused, each hit with its reasons.

Scores are standardised over the passages searched and then summed, which keeps the margins that
reciprocal ranks throw away (docs/adr/0005-fusion-by-standardised-scores.md).
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from assistant.datatypes import Hit
from assistant.query import Query, both_stems
from assistant.reasons import Prior, Reason, Retriever
from assistant.search_space import SearchSpace, Vector
from ingest.lexical import LexicalIndex
from ingest.terms import words_of

LEXICAL_WEIGHT, SENTENCE_WEIGHT, DENSE_WEIGHT = 1.0, 1.0, 0.5
"""Tuned on the training topics (evals/data/topics-train.jsonl)."""

TELLING_IDF, FEWEST_TELLING = 2.0, 2
"""Tuned on the training topics."""

POSED_PRIOR = 3.0
"""Added for a passage that poses the very question, in standard deviations."""

HEADING_PRIOR = 1.5
"""Added for a passage under a heading that the question names, such as "Actielijn 3"."""

DENSE_LIMIT = 200
NAMED_PRIOR = 1.5
"""Added for a passage of a document that the question names, in standard deviations."""


def retrieve(
    space: SearchSpace,
    query: Query,
    documents: Collection[str],
    limit: int = 12,
    within: Collection[int] | None = None,
) -> tuple[tuple[Hit, ...], Vector]:
    """Return the best passages for a query, best first, and the query's vector.

    A passage is found by its own words or by those of its counterparts in the other language, and
    stands in the ranking once.

    Args:
        space: where to search.
        query: what to search.
        documents: ids of the documents to search in.
        limit: how many hits at most.
        within: the numbers of the passages that may be found; of these documents all without it.
    """
    passages = space.index.passages
    allowed = np.array([passage.document_id in documents for passage in passages], dtype=bool)
    vector: Vector = space.embedder.embed_queries([telling_text(query, space.lexical)])[0]
    if not allowed.any():
        return (), vector
    raw: dict[Retriever, Vector] = {
        "lexical": _folded(space.lexical.scores(query.weights), space.passage_pairs),
        "sentence": _best_sentences(space, vector),
        "dense": _folded(_dense(space, vector, allowed), space.passage_pairs),
    }
    weights = (LEXICAL_WEIGHT, SENTENCE_WEIGHT, DENSE_WEIGHT)
    fused = space.priors.copy()
    for weight, scores in zip(weights, raw.values(), strict=True):
        fused += np.float32(weight) * _standardised(scores, allowed)
    for added in boosts(space, query).values():
        fused += added
    if within is not None:
        allowed &= np.isin(np.arange(len(passages)), list(within))
    fused[~allowed] = -np.inf
    order = np.lexsort((np.arange(len(passages)), -fused))[: min(limit, int(allowed.sum()))]
    ranks = {name: _ranks(scores, allowed) for name, scores in raw.items()}
    hits = tuple(
        Hit(
            passage=passages[number],
            rank=rank,
            score=float(fused[number]),
            reasons=_reasons(int(number), raw, ranks),
        )
        for rank, number in enumerate(order, 1)
    )
    return hits, vector


def boosts(space: SearchSpace, query: Query) -> dict[Prior, Vector]:
    """Return, per thing that a question can name, what it adds to the score of each passage."""
    passages = space.index.passages
    named = np.array([passage.document_id in query.documents for passage in passages], dtype=bool)
    posed, headed = (np.zeros(len(passages), dtype=np.float32) for _ in range(2))
    asked = frozenset(query.words)
    for words, numbers in space.posed.items():
        if asked and asked <= words and len(words) <= 3 * len(asked):
            posed[list(numbers)] += np.float32(POSED_PRIOR * len(asked) / len(words))
    question = f" {' '.join(words_of(query.text))} "
    for heading, numbers in space.headings.items():
        if f" {heading} " in question:
            headed[list(numbers)] += np.float32(HEADING_PRIOR)
    return {
        "named document": named * np.float32(NAMED_PRIOR),
        "same question": posed,
        "named heading": headed,
    }


def telling_text(query: Query, lexical: LexicalIndex) -> str:
    """Return the query without the words that are everywhere in the documents, such as "mental".

    A mean of token vectors is drowned by them. Nothing is left out unless two rarer words remain.
    """
    rarity = {
        word: min(lexical.idf(term) for term in both_stems(word))
        for word in (*query.subjects, *query.words)
    }
    telling = [w for w, idf in rarity.items() if idf >= TELLING_IDF and w not in query.named]
    if len(telling) < FEWEST_TELLING:
        return query.text
    common = set(rarity) - set(telling)
    return " ".join(word for word in query.text.split() if not common.intersection(words_of(word)))


def sentence_cosines(space: SearchSpace, vector: Vector) -> Vector:
    """Return the cosine of each sentence, or of its best counterpart, with a vector."""
    cosines = np.asarray(space.index.sentence_vectors @ vector, dtype=np.float32)
    return _folded(cosines, space.sentence_pairs)


def _folded(scores: Vector, pairs: npt.NDArray[np.int64]) -> Vector:
    """Return the best of each score and those of its counterparts."""
    best = scores.copy()
    np.maximum.at(best, pairs[0], scores[pairs[1]])
    return best


def _best_sentences(space: SearchSpace, vector: Vector) -> Vector:
    cosines = sentence_cosines(space, vector)
    best = np.full(len(space.index.passages), -1.0, dtype=np.float32)
    np.maximum.at(best, space.sentence_passages, cosines)
    return best


def _dense(space: SearchSpace, vector: Vector, allowed: npt.NDArray[np.bool_]) -> Vector:
    """Return the cosine of each passage that may be found, or that speaks for one that may."""
    limit = min(DENSE_LIMIT, len(space.index.passages))
    searched = allowed.copy()
    searched[space.passage_pairs[1][allowed[space.passage_pairs[0]]]] = True
    documents = {space.index.passages[number].document_id for number in np.flatnonzero(searched)}
    found = space.index.nearest(vector, limit, documents)
    lowest = min((cosine for _, cosine in found), default=0.0)
    scores = np.full(len(space.index.passages), lowest, dtype=np.float32)
    for number, cosine in found:
        scores[number] = cosine
    return scores


def _standardised(scores: Vector, allowed: npt.NDArray[np.bool_]) -> Vector:
    considered = scores[allowed]
    spread = float(considered.std())
    if spread < 1e-9:
        return np.zeros_like(scores)
    return np.asarray((scores - considered.mean()) / spread, dtype=np.float32)


def _ranks(scores: Vector, allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    masked = np.where(allowed, scores, -np.inf)
    order = np.lexsort((np.arange(len(scores)), -masked))
    ranks = np.empty(len(scores), dtype=np.int64)
    ranks[order] = np.arange(1, len(scores) + 1)
    return ranks


def _reasons(
    number: int, raw: Mapping[Retriever, Vector], ranks: Mapping[Retriever, npt.NDArray[np.int64]]
) -> tuple[Reason, ...]:
    found = [
        Reason(retriever=name, rank=int(ranks[name][number]), score=round(float(scores[number]), 4))
        for name, scores in raw.items()
        if not (name == "lexical" and scores[number] <= 0)
    ]
    return tuple(sorted(found, key=lambda reason: reason.rank))


def best_first(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return hits by score, best first; ties in order of the text."""
    return tuple(
        sorted(hits, key=lambda hit: (-hit.score, hit.passage.document_id, hit.passage.start))
    )
