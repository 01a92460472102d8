"""Does a sentence lie by its translation, and do cosines rank likeness as people do?"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from ingest.embedding import Embedder
from training.figures import Figure
from training.pairs import Pair, read_published
from training.scoring import cosines, estimate_share, estimate_spearman, first_is_own
from training.sets import DRAWN, NTREX, STSB, TATOEBA, RatedPair, draw, read_rated


def measure_ntrex(embedder: Embedder, data: Path) -> Iterator[Figure]:
    """Yield how often a news sentence finds its translation, in both directions."""
    yield from measure_pairs(embedder, read_published(data / NTREX), "NTREX", ">= 0.980")


def measure_tatoeba(embedder: Embedder, data: Path) -> Iterator[Figure]:
    """Yield how often a drawn Dutch sentence finds its English translation."""
    drawn = draw(read_published(data / TATOEBA))
    yield next(measure_pairs(embedder, drawn, f"Tatoeba, {DRAWN} drawn", ">= 0.96"))


def measure_pairs(
    embedder: Embedder, pairs: Sequence[Pair], name: str, target: str
) -> Iterator[Figure]:
    """Yield accuracy at 1 by cosine among all sentences of the other language, nl>en and en>nl."""
    dutch, english = [pair.dutch for pair in pairs], [pair.english for pair in pairs]
    scores = cosines(embedder.embed_passages(dutch), embedder.embed_passages(english))
    for direction, matrix, texts in (("nl>en", scores, english), ("en>nl", scores.T, dutch)):
        yield Figure(
            measured=f"{name}, {direction}",
            measure="accuracy@1",
            estimate=estimate_share(first_is_own(matrix, texts)),
            target=target,
        )


def measure_stsb(embedder: Embedder, data: Path) -> Iterator[Figure]:
    """Yield the rank correlation of cosines with ratings, in each language and across them."""
    dutch = read_rated(data / STSB.format(language="nl"))
    english = read_rated(data / STSB.format(language="en"))
    yield measure_rated(embedder, dutch, dutch, "nl", ">= 0.745")
    yield measure_rated(embedder, english, english, "en")
    yield measure_rated(embedder, dutch, english, "nl-en")
    yield measure_rated(embedder, english, dutch, "en-nl")


def measure_rated(
    embedder: Embedder,
    first: Sequence[RatedPair],
    second: Sequence[RatedPair],
    name: str,
    target: str = "",
) -> Figure:
    """Return the rank correlation for the first sentences of one file, the second of another.

    The files hold the same pairs in the same order, each in its language.
    """
    one = embedder.embed_passages([pair.first for pair in first])
    other = embedder.embed_passages([pair.second for pair in second])
    found = np.einsum("ij,ij->i", one.astype(np.float64), other.astype(np.float64))
    return Figure(
        measured=f"STSb test, {name}",
        measure="Spearman",
        estimate=estimate_spearman(found, np.array([pair.rating for pair in first])),
        target=target,
    )
