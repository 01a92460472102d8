"""Write the words that the speller leaves alone, read off both sides of parallel text.

Run: ``python -m training.spelling_words ../shared/parallel/pairs.tsv``
"""

import textwrap
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from assistant.spelling import WORDS
from ingest.compounds import read_words, splitter_over
from ingest.terms import fold
from training.word_frequencies import LICENCES, WORD

FEWEST, SHORTEST, WIDTH = 2, 3, 100


def read_spellings(path: Path) -> list[str]:
    """Return the folded words of both languages, names too, in order of the alphabet.

    Left out are the words of ``ingest/data/dutch_words.txt`` and what compounds make of them.
    """
    english: Counter[str] = Counter()
    dutch: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            source, target, _, licence = line.rstrip("\n").split("\t")
            if licence in LICENCES:
                english.update(_spelled(source))
                dutch.update(_spelled(target))
    counts, _ = read_words()
    splitter = splitter_over(frozenset())
    words = {word for word, count in english.items() if count >= FEWEST}
    words |= {word for word, count in dutch.items() if count >= FEWEST and not splitter.split(word)}
    return sorted(words - counts.keys())


def _spelled(text: str) -> list[str]:
    words = (fold(word) for word in WORD.findall(text))
    return [word for word in words if word.isalpha() and len(word) >= SHORTEST]


def main(pairs: Annotated[Path, typer.Argument(help="pairs.tsv")], target: Path = WORDS) -> None:
    """Write the list of words."""
    words = read_spellings(pairs)
    target.write_text(textwrap.fill(" ".join(words), WIDTH) + "\n", encoding="utf-8")
    print(f"{len(words):,} words in {target}")


if __name__ == "__main__":
    typer.run(main)
