"""Utterances to try the detectors on, and the ways in which people misspell them.

Rows carry the round in which they were written. Those of a round were written before the lexicon
was widened for them; the first round came before the lexicon itself.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    text: str
    expected: str | None
    explicit: bool


def read_probes(name: str, field: str) -> tuple[Probe, ...]:
    lines = (HERE / f"{name}_probes.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return tuple(
        Probe(text=row["text"], expected=row[field], explicit=row.get("explicit", False))
        for row in rows
    )


def recall(probes: Iterable[Probe], detect: Callable[[str], str | None]) -> dict[str, float]:
    """Return the share that is detected as expected, per expectation; ``""`` is for none."""
    probes = tuple(probes)
    total = Counter(probe.expected or "" for probe in probes)
    right = Counter(
        probe.expected or "" for probe in probes if detect(probe.text) == probe.expected
    )
    return {key: right[key] / count for key, count in total.items()}


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def with_typos(text: str, random: Random, rate: float) -> str:
    """Swap two letters in, or drop one from, ``rate`` of the words of four letters and more."""
    return " ".join(
        _mistyped(word, random) if _is_long(word) and random.random() < rate else word
        for word in text.split(" ")
    )


def _is_long(word: str) -> bool:
    return len(word) >= 4 and word.isalpha()


def _mistyped(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    if random.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]
