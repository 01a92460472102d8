"""Train the sentence model that the product ships.

Run: ``make model``, or ``python -m training.build --pairs FILE --teacher FOLDER --out FOLDER``
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ingest.embedding import SHIPPED, hash_model
from ingest.settings import PROJECT
from training.bags import Bags, train_tokenizer
from training.errors import TrainingError
from training.finishing import without_common_directions, write_model
from training.lexicon import find_lexicon, words_in
from training.pairs import CLEAN, Pair, read_pairs
from training.student import Recipe, learn
from training.teacher import find_teacher, teach

TOKENS = 32_000
COMMON_DIRECTIONS = 3
SHORTEST_WORD = 3
SAMPLE = 5
"""Every fifth Dutch sentence shows the common directions."""


def main(
    pairs: Annotated[
        Path,
        typer.Option(
            help="Parallel text, tab-separated.", show_default="../shared/parallel/pairs.tsv"
        ),
    ] = PROJECT.parent / "shared/parallel/pairs.tsv",
    licences: Annotated[
        str, typer.Option(help="Licence classes of the pairs to learn from, commas between.")
    ] = ",".join(sorted(CLEAN)),
    teacher: Annotated[
        Path | None, typer.Option(help="Folder of the English sentence model.")
    ] = None,
    out: Annotated[
        Path, typer.Option(help="Folder to write the model to.", show_default="ingest/models/nl-en")
    ] = SHIPPED / "nl-en",
    kept: Annotated[
        Path, typer.Option(help="Folder for the teacher's vectors.", show_default="var/training")
    ] = PROJECT / "var/training",
) -> None:
    """Train the model and write it; about 25 minutes on two cores, most of it the teacher."""
    started = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - started:7.0f} s  {text}", flush=True)

    try:
        folder = teacher or find_teacher(PROJECT / "var/peers/vanilla")
        read = read_pairs(pairs, licences.split(","))
        say(f"{len(read)} pairs read")
        learned_from = with_words(read)
        say(f"{len(learned_from) - len(read)} words added")
        targets = teach(folder, [pair.english for pair in learned_from], kept)
        say(f"teacher's vectors: {targets.shape[1]} dimensions")
    except TrainingError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from error
    tokenizer = train_tokenizer(
        [text for pair in read for text in (pair.english, pair.dutch)], TOKENS
    )
    vectors = learn(
        learned_from,
        targets,
        tokenizer,
        Recipe(),
        tell=lambda epoch, loss: say(f"epoch {epoch}: loss {loss:.4f}"),
    )
    sample = Bags(tokenizer, [pair.dutch for pair in read[::SAMPLE]])
    write_model(out, tokenizer, without_common_directions(vectors, sample, COMMON_DIRECTIONS))
    say(f"written to {out}: sha256 {hash_model(out)[:16]}")


def with_words(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return the pairs, then those of single words: translations, and English words as they are.

    An English word that is no word of the Dutch side as well stands for itself in both languages,
    as names and loan words do.
    """
    dutch = {word for pair in pairs for word in words_in(pair.dutch)}
    english = {word for pair in pairs for word in words_in(pair.english)}
    alone = sorted(word for word in english - dutch if len(word) >= SHORTEST_WORD)
    lexicon = [pair for pair in find_lexicon(pairs) if len(pair.english) >= SHORTEST_WORD]
    return (*pairs, *lexicon, *(Pair(word, word, "word") for word in alone))


if __name__ == "__main__":
    typer.run(main)
