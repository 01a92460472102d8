"""How well compounds are split, on three lists that were split by hand first.

Run: ``python -m tests.ingest.compound_gold``; with ``--mistakes`` it names what went wrong.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.compounds import Splitter, splitter_over
from ingest.lexical import splitting_words
from ingest.pipeline import index_words
from ingest.stemming import stem
from tests.ingest.real_corpus import the_corpus

GOLDEN = Path(__file__).resolve().parent / "golden"
LISTS = ("of_the_corpus", "of_other_documents", "never_tuned_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of words; a split is right when the stems of its parts are those of the list."""

    right: int
    split: int
    split_compounds: int
    compounds: int
    words: int

    @property
    def precision(self) -> float:
        return self.right / self.split

    @property
    def recall(self) -> float:
        return self.right / self.compounds

    def __str__(self) -> str:
        return (
            f"n = {self.words}: precision {self.precision:.3f} ({self.right}/{self.split}), "
            f"recall {self.recall:.3f} ({self.right}/{self.compounds}), "
            f"of the words split {self.split_compounds}/{self.split} are compounds"
        )


def read_gold(name: str) -> dict[str, tuple[str, ...]]:
    lines = (GOLDEN / f"compounds_{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {word: tuple(parts.split()) for word, _, parts in pairs}


def corpus_splitter() -> Splitter:
    return splitter_over(splitting_words(index_words(the_corpus()).vocabulary))


def measure(splitter: Splitter, gold: dict[str, tuple[str, ...]]) -> Figures:
    split = {word for word in gold if splitter.split(word)}
    wrong = {word for word, _, _ in mistakes(splitter, gold)}
    return Figures(
        right=sum(bool(parts) and word not in wrong for word, parts in gold.items()),
        split=len(split),
        split_compounds=sum(bool(gold[word]) for word in split),
        compounds=sum(map(bool, gold.values())),
        words=len(gold),
    )


def mistakes(
    splitter: Splitter, gold: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for word, parts in gold.items():
        found = splitter.split(word)
        if [stem(part, "nl") for part in found] != [stem(part, "nl") for part in parts]:
            yield word, parts, found


def main() -> None:
    splitter = corpus_splitter()
    for name in LISTS:
        gold = read_gold(name)
        print(f"{name}: {measure(splitter, gold)}")
        for word, parts, found in mistakes(splitter, gold) if "--mistakes" in sys.argv else ():
            print(f"  {word}: {'|'.join(found) or 'whole'}, not {'|'.join(parts) or 'whole'}")


if __name__ == "__main__":
    main()
