"""Read parallel text: the one reader of sentences that stand beside their translation."""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from training.errors import PairsRefused

CLEAN = frozenset({"permissive", "permissive_attribution"})
"""Licence classes that ask at most for attribution."""

COLUMNS = ("en", "nl", "source", "licence_class")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence, phrase or word in both languages, and the name of what it was taken from."""

    english: str
    dutch: str
    source: str = ""


def read_pairs(path: Path, licences: Collection[str] = CLEAN) -> tuple[Pair, ...]:
    """Return the pairs of a tab-separated file whose licence class is one of ``licences``.

    Raises:
        PairsRefused: when the file is missing, lacks a column, or holds no such pair.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                raise PairsRefused(f"{path} needs a first line with {', '.join(COLUMNS)}")
            pairs = tuple(
                Pair(row["en"], row["nl"], row["source"])
                for row in rows
                if row["licence_class"] in licences
            )
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PairsRefused(f"{path} cannot be read: name the file with --pairs") from error
    if not pairs:
        raise PairsRefused(f"{path} holds no pair of the classes {', '.join(sorted(licences))}")
    return pairs


def read_published(path: Path) -> tuple[Pair, ...]:
    """Return the pairs of a test set: English, a tab and Dutch on each line, in order.

    Raises:
        PairsRefused: when the file is missing, empty, or a line has another number of parts.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        advice = f"{path} cannot be read: name the folder of test sets with --data"
        raise PairsRefused(advice) from error
    pairs: list[Pair] = []
    for number, parts in enumerate((line.split("\t") for line in lines), start=1):
        if parts != [""] and len(parts) != 2:
            raise PairsRefused(f"{path}:{number} has {len(parts)} parts: English, a tab and Dutch")
        if parts != [""]:
            pairs.append(Pair(*parts))
    if not pairs:
        raise PairsRefused(f"{path} is empty: fetch the set anew")
    return tuple(pairs)
