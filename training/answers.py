"""Does a question find its answer: by words, by meaning, and by both as the product joins them?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.query import build_query
from assistant.retrieval import DENSE_WEIGHT, LEXICAL_WEIGHT, SENTENCE_WEIGHT, telling_text
from ingest.embedding import Embedder
from ingest.lexical import build_lexical
from ingest.sentences import split_sentences
from ingest.terms import is_stopword
from training.figures import Figure
from training.scoring import (
    Scores,
    cosines,
    estimate_mean,
    ndcg,
    ranks_of_own,
    reciprocal_ranks,
    standardised,
)
from training.sets import KAMERVRAGEN, Posed, read_posed

NOTE = (
    "Kamervragen: dense is question and whole answer; RRF joins the ranks of BM25 and dense. What "
    "has a * is weighed as the product does: nearest sentence, whole answer and, in z-sum, BM25."
)

ALONE, TOGETHER = ">= 0.66", ">= 0.78"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionScores:
    """The scores of every question (row) for every answer (column).

    Attributes:
        words: BM25.
        whole: cosine of the question as posed with the whole answer.
        dense: the same, of the question without the words that are everywhere.
        sentence: cosine of the latter with the nearest sentence of the answer.
    """

    words: Scores
    whole: Scores
    dense: Scores
    sentence: Scores

    def by_meaning(self) -> Scores:
        """Return what the product adds to the words: nearest sentence and whole answer."""
        sentence, dense = standardised(self.sentence), standardised(self.dense)
        return SENTENCE_WEIGHT * sentence + DENSE_WEIGHT * dense

    def together(self) -> Scores:
        """Return the sum of standardised scores with the weights of the product."""
        return LEXICAL_WEIGHT * standardised(self.words) + self.by_meaning()


def measure_kamervragen(embedder: Embedder, data: Path) -> Iterator[Figure]:
    """Yield nDCG@10 of each way to find the minister's answer among all answers."""
    yield from measure_posed(embedder, read_posed(data / KAMERVRAGEN), "Kamervragen")


def measure_posed(embedder: Embedder, posed: Sequence[Posed], name: str) -> Iterator[Figure]:
    """Yield nDCG@10 of each way to search, with the answer to each question as the one wanted."""
    scores = score_answers(embedder, posed)
    ranks = reciprocal_ranks(scores.words) + reciprocal_ranks(scores.whole)
    ways = (
        ("dense", scores.whole, ALONE),
        ("dense*", scores.by_meaning(), ALONE),
        ("BM25", scores.words, ""),
        ("RRF", ranks, TOGETHER),
        ("z-sum*", scores.together(), TOGETHER),
    )
    for way, matrix, target in ways:
        yield Figure(
            measured=f"{name}, {way}",
            measure="nDCG@10",
            estimate=estimate_mean(ndcg(ranks_of_own(matrix))),
            target=target,
        )


def score_answers(embedder: Embedder, posed: Sequence[Posed]) -> QuestionScores:
    """Return what the parts of the product's search say; each answer is one Dutch passage."""
    answers = [one.answer for one in posed]
    lexical = build_lexical(answers, ["nl"] * len(answers))
    vocabulary = frozenset(word for word in lexical.vocabulary if not is_stopword(word))
    queries = [build_query(one.question, vocabulary) for one in posed]
    passages = embedder.embed_passages(answers)
    told = embedder.embed_queries([telling_text(query, lexical) for query in queries])
    spans = [split_sentences(answer) or [(0, len(answer))] for answer in answers]
    sentences = embedder.embed_passages(
        [
            answer[start:end]
            for answer, found in zip(answers, spans, strict=True)
            for start, end in found
        ]
    )
    starts = np.cumsum([0, *(len(found) for found in spans[:-1])])
    return QuestionScores(
        words=np.array([lexical.scores(query.weights) for query in queries], dtype=np.float64),
        whole=cosines(embedder.embed_queries([one.question for one in posed]), passages),
        dense=cosines(told, passages),
        sentence=np.maximum.reduceat(cosines(told, sentences), starts, axis=1),
    )
