"""How long a model takes, on texts of the shipped corpus."""

from collections.abc import Callable, Sequence
from itertools import cycle, islice
from time import perf_counter

import numpy as np

from ingest.datatypes import sentences_of
from ingest.embedding import Embedder
from ingest.pipeline import Corpus
from ingest.static_embedding import Matrix
from training.figures import Figure
from training.scoring import Estimate

QUERIES, PASSAGES, ROUNDS = 200, 1000, 5
MIDDLE = "5th to 95th percentile"


def measure_time(embedder: Embedder, corpus: Corpus) -> tuple[Figure, Figure]:
    """Return the milliseconds a query takes, and the seconds that 1,000 passages take.

    The interval spans the 5th to the 95th percentile of the rounds. Sentences of the corpus stand
    for queries; its passages are repeated until there are 1,000.
    """
    texts = {document.source.document_id: document.text for document in corpus.documents}
    passages = [passage.of(texts[passage.document_id]) for passage in corpus.passages]
    sentences = [
        sentence.of(texts[corpus.passages[number].document_id])
        for number, sentence in sentences_of(corpus.passages)
    ]
    many = list(islice(cycle(passages), PASSAGES))
    embedder.embed_queries(sentences[:1])
    one_by_one = [
        _seconds(embedder.embed_queries, [text]) for text in islice(cycle(sentences), QUERIES)
    ]
    at_once = [_seconds(embedder.embed_passages, many) for _ in range(ROUNDS)]
    return (
        Figure(
            measured="corpus, one query",
            measure="milliseconds",
            estimate=_median([1000 * seconds for seconds in one_by_one]),
            target="< 1",
        ),
        Figure(
            measured=f"corpus, {PASSAGES} passages",
            measure="seconds",
            estimate=_median(at_once),
            target="< 1",
        ),
    )


def _seconds(embed: Callable[[Sequence[str]], Matrix], texts: Sequence[str]) -> float:
    start = perf_counter()
    embed(texts)
    return perf_counter() - start


def _median(values: Sequence[float]) -> Estimate:
    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return Estimate(
        value=float(middle), low=float(low), high=float(high), n=len(values), method=MIDDLE
    )
