"""Measure a sentence model on public sets: one table, one line a figure.

Run: ``python -m training.measure --model nl-en --data ../shared/evaluation``
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ingest.embedding import Embedder, load_embedder
from ingest.errors import IngestError
from ingest.pipeline import read_corpus
from ingest.settings import PROJECT
from training.answers import NOTE as ANSWERS_NOTE
from training.answers import measure_kamervragen
from training.errors import TrainingError
from training.figures import Figure, figures_json, figures_table
from training.sentences import measure_ntrex, measure_stsb, measure_tatoeba
from training.sets import SEED
from training.timing import measure_time

SETS: Mapping[str, Callable[[Embedder, Path], Iterator[Figure]]] = {
    "ntrex": measure_ntrex,
    "tatoeba": measure_tatoeba,
    "stsb": measure_stsb,
    "kamervragen": measure_kamervragen,
}
NOTES = (
    f"Tatoeba: drawn with seed {SEED} from all pairs of the test set.",
    ANSWERS_NOTE,
    "The intervals of times span the 5th to the 95th percentile of the rounds.",
)


def main(
    model: Annotated[str, typer.Option(help="Folder or name of the model.")] = "nl-en",
    sets: Annotated[str, typer.Option(help="Names with commas between.")] = ",".join(SETS),
    data: Annotated[
        Path, typer.Option(help="Folder of the test sets.", show_default="../shared/evaluation")
    ] = PROJECT.parent / "shared" / "evaluation",
    times: Annotated[bool, typer.Option(help="Measure the time it takes too.")] = True,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="File to write the figures to.")
    ] = None,
) -> None:
    """Print the figures of a model, each with n, a 95 % interval and its target."""
    names = [name.strip() for name in sets.split(",") if name.strip()]
    unknown = [name for name in names if name not in SETS]
    if unknown:
        raise typer.BadParameter(f"no set {', '.join(unknown)}; choose from {', '.join(SETS)}")
    console = Console()
    try:
        embedder = load_embedder(model)
        figures = [figure for name in names for figure in SETS[name](embedder, data)]
        if times:
            figures += measure_time(embedder, read_corpus(PROJECT / "corpus"))
    except (IngestError, TrainingError) as error:
        typer.echo(f"measure: {error}", err=True)
        raise typer.Exit(2) from error
    torch = "torch" in sys.modules
    title = f"{model}, {embedder.dimensions} dimensions, {embedder.sha256[:12]}"
    console.print(figures_table(figures, title))
    console.print(*NOTES, f"torch was {'' if torch else 'not '}imported.", sep="\n")
    if json_file is not None:
        content = {
            "model": model,
            "sha256": embedder.sha256,
            "dimensions": embedder.dimensions,
            "torch_imported": torch,
            "figures": figures_json(figures),
        }
        text = json.dumps(content, ensure_ascii=False, indent=2)
        json_file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
