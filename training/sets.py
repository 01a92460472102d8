"""Public test sets as they are published; none of them is part of the product.

NTREX-128 (Federmann, Kocmi and Xin, 2022), the Tatoeba challenge (Tiedemann, 2020), the STS
benchmark (Cer et al., 2017) in Dutch (May, 2021), and questions of members of parliament with the
minister's answers.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pydantic import TypeAdapter, ValidationError

from training.errors import SetRefused
from training.pairs import Pair

NTREX = "sentences/ntrex_first_1000.en-nl.tsv"
TATOEBA = "sentences/tatoeba_test.en-nl.tsv"
STSB = "sentences/stsb-{language}-test.csv"
KAMERVRAGEN = "kamervragen/half.jsonl"

DRAWN, SEED = 1000, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedPair:
    """Two sentences and how alike people found them, from 0 to 5."""

    first: str
    second: str
    rating: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A question with the answer that was given to it."""

    question: str
    answer: str


_POSED = TypeAdapter(Posed)


def draw(pairs: Sequence[Pair], count: int = DRAWN, seed: int = SEED) -> tuple[Pair, ...]:
    """Return ``count`` pairs drawn without replacement, or all of them when there are fewer.

    The pairs of the file are drawn from as they stand, several of one sentence included.
    """
    return tuple(Random(seed).sample(pairs, min(count, len(pairs))))


def read_rated(path: Path) -> tuple[RatedPair, ...]:
    """Return the pairs of a file with two sentences and a rating on each line, in order.

    Raises:
        SetRefused: when the file is missing, empty, or a line is not like that.
    """
    pairs: list[RatedPair] = []
    for number, row in enumerate(csv.reader(_read(path).splitlines()), start=1):
        try:
            first, second, rating = row
            pairs.append(RatedPair(first=first, second=second, rating=float(rating)))
        except ValueError as error:
            raise SetRefused(f"{path}:{number} is not two sentences and a rating") from error
    return tuple(pairs)


def read_posed(path: Path) -> tuple[Posed, ...]:
    """Return the questions of a file with a JSON object a line, in order.

    Raises:
        SetRefused: when the file is missing, empty, or a line has no question or no answer.
    """
    posed: list[Posed] = []
    for number, line in enumerate(_read(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            posed.append(_POSED.validate_json(line))
        except ValidationError as error:
            raise SetRefused(f"{path}:{number} is not an object with question, answer") from error
    return tuple(posed)


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        advice = f"{path} cannot be read: name the folder of test sets with --data"
        raise SetRefused(advice) from error
    if not text.strip():
        raise SetRefused(f"{path} is empty: fetch the set anew")
    return text
