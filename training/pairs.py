"""Read parallel text: an English and a Dutch sentence a line, with where they come from."""

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
    source: str


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
