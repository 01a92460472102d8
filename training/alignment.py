"""Fit the weights of the aligner on documents made from news, and measure it on other news.

Run: ``python -m training.alignment --data ../shared/evaluation``. It prints the weights as they
stand in ``ingest/alignment_weights.py``, and then how well they do.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from scipy.special import expit

from ingest.embedding import load_embedder
from ingest.errors import IngestError
from ingest.likeness import weigh
from ingest.places import Embed
from ingest.sentences import split_sentences
from ingest.settings import PROJECT
from training.bead_fitting import Models, Sample, find_beads, fit_models, numbers, read_sample
from training.chapters import articles_of
from training.edition_text import Link
from training.editions import Editions, make_editions, strangers
from training.errors import TrainingError
from training.figures import Figure, figures_table
from training.pairs import Pair, read_published
from training.scoring import estimate_share
from training.sets import NTREX, TATOEBA

FITTED_ON, MEASURED_ON, UNRELATED = 60, 60, 12
"""Documents. Every other article of the news is fitted on, and the others are measured on."""
SIZES = (4, 8, 12, 16)
"""Articles of a document."""
SHORT_WORDS = range(2, 9)
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def main(
    data: Annotated[
        Path, typer.Option(help="Folder of the test sets.", show_default="../shared/evaluation")
    ] = PROJECT.parent / "shared" / "evaluation",
) -> None:
    """Print the weights, and precision and recall at several thresholds, each with n."""
    try:
        embed = load_embedder("nl-en").embed_passages
        articles = articles_of(read_published(data / NTREX))
        short = short_lines(read_published(data / TATOEBA))
    except (IngestError, TrainingError) as error:
        typer.echo(f"alignment: {error}", err=True)
        raise typer.Exit(2) from error
    fitted = list(make_documents(articles[::2], short[::2], range(FITTED_ON)))
    unseen = list(make_documents(articles[1::2], short[1::2], range(1000, 1000 + MEASURED_ON)))
    pairs = list(zip(fitted, unseen, strict=True))
    apart = [strangers(*pair) for pair in pairs[: 2 * UNRELATED]]
    models = fit_models(read_all(fitted, embed), read_all(apart[:UNRELATED], embed))
    console = Console()
    console.print(weights_text(models), highlight=False, soft_wrap=True)
    found = [judge(sample, models) for sample in read_all(unseen, embed)]
    unrelated = [judge(sample, models) for sample in read_all(apart[UNRELATED:], embed)]
    for threshold in THRESHOLDS:
        figures = list(measure(found, threshold))
        console.print(figures_table(figures, f"confidence at least {threshold}"))
        count = sum(len(kept(one, threshold)) for one in unrelated)
        console.print(f"beads in {len(unrelated)} pairs of unrelated documents: {count}\n")


def weights_text(models: Models) -> str:
    """Return the tables of ``ingest/alignment_weights.py``, to three decimals."""
    tables = {
        "LIKENESS": models.likeness,
        **{f"LOOKS[{number}]": weights for number, weights in enumerate(models.looks)},
        "JOINING": models.joining,
        "TRUST": models.trust,
    }
    return "\n".join(
        f"{name}\n" + "".join(f'    "{key}": {value:.3f},\n' for key, value in weights.items())
        for name, weights in tables.items()
    )


def short_lines(pairs: Sequence[Pair]) -> list[Pair]:
    """Return short everyday sentences without their full stop, each wording once."""
    chosen: dict[str, Pair] = {}
    seen: set[str] = set()
    for pair in pairs:
        texts = (pair.english, pair.dutch)
        fits = all(len(t.split()) in SHORT_WORDS and len(split_sentences(t)) == 1 for t in texts)
        if fits and not seen.intersection(texts):
            seen.update(texts)
            english, dutch = (text.rstrip(".") for text in texts)
            chosen[english] = Pair(english=english, dutch=dutch)
    lines = list(chosen.values())
    Random(0).shuffle(lines)
    return lines


def make_documents(
    articles: Sequence[Sequence[Pair]], short: Sequence[Pair], seeds: Sequence[int]
) -> Iterator[Editions]:
    """Yield a document per seed, about articles drawn with it."""
    for seed in seeds:
        random = Random(seed)
        count = min(random.choice(SIZES), len(articles))
        yield make_editions(random.sample(list(articles), count), short, seed)


def read_all(documents: Sequence[Editions], embed: Embed) -> list[Sample]:
    """Return the documents as the aligner reads them."""
    return [read_sample(editions, embed) for editions in documents]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the aligner finds in a document, each bead with its confidence, and what it should."""

    beads: tuple[tuple[Link, float], ...]
    links: frozenset[Link]


def judge(sample: Sample, models: Models) -> Judged:
    """Return every bead that is found, whatever its confidence."""
    found = find_beads(sample, models)
    odds = weigh(found.signals, models.trust) if found.beads else np.zeros(0)
    named = (numbers(bead) for bead in found.beads)
    return Judged(beads=tuple(zip(named, map(float, expit(odds)), strict=True)), links=sample.links)


def kept(judged: Judged, threshold: float) -> list[Link]:
    """Return the beads at or above a threshold."""
    return [bead for bead, confidence in judged.beads if confidence >= threshold]


def measure(documents: Sequence[Judged], threshold: float) -> Iterator[Figure]:
    """Yield precision and recall of beads, of links and of sentences, over all documents."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for document in documents:
        found = kept(document, threshold)
        ours, true = single_links(found), single_links(document.links)
        for rows, columns in found:
            right = (rows, columns) in document.links
            hits["beads found that are exactly right"].append(right)
            hits[f"those of {len(rows)}-{len(columns)}"].append(right)
        hits["links found that are right"] += [link in true for link in ours]
        hits["links that are found"] += [link in ours for link in true]
        for side in range(2):
            reached = {link[side] for link in ours & true}
            paired = {link[side] for link in true}
            hits["sentences that have their counterpart"] += [n in reached for n in paired]
    for name, values in hits.items():
        yield Figure(
            measured=f"{len(documents)} documents",
            measure=name,
            estimate=estimate_share(np.array(values, dtype=bool)),
        )


def single_links(beads: Iterable[Link]) -> set[tuple[int, int]]:
    """Return the pairs of sentences that beads join."""
    return {(row, column) for rows, columns in beads for row in rows for column in columns}


if __name__ == "__main__":
    typer.run(main)
