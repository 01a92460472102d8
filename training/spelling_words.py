"""Write the words that the speller leaves alone, read off both sides of parallel text.

Run: ``python -m training.spelling_words ../shared/parallel/pairs.tsv``
"""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.word_lists import ENGLISH_WORDS, FEWEST, OTHER_WORDS
from ingest.compounds import read_words, splitter_over
from ingest.terms import fold
from training.pairs import Pair, read_pairs
from training.word_frequencies import WORD

SHORTEST, WIDTH = 3, 100
SHORTEST_SLIP, OFTEN = 5, 20
"""A word used once, one letter away from a word used this often, may be a slip of the pen."""

_HEADER = """\
# English words with their counts in 108,910 English sentences.
# Written by training/spelling_words.py; ingest/data/README.md says from what.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """Folded words that are right as they are.

    Attributes:
        english: how often each is used in small letters.
        others: names, and Dutch words that ``ingest/data/dutch_words.txt`` holds once or leaves
            out, in order of the alphabet; without what compounds make of others.
    """

    english: Mapping[str, int]
    others: tuple[str, ...]


def find_spellings(pairs: Iterable[Pair]) -> Spellings:
    """Return the words of both languages; slips of the pen are left out where they show."""
    english, dutch, names = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs:
        for text, used in ((pair.english, english), (pair.dutch, dutch)):
            for word, folded in _spelled(text):
                (used if word[0].islower() else names)[folded] += 1
    kept = {word: english[word] for word in sorted(_without_slips(english))}
    counts, _ = read_words()
    splitter = splitter_over(frozenset())
    others = {word for word in _without_slips(dutch) if not splitter.split(word)}
    others |= {word for word, count in names.items() if count >= FEWEST}
    known = kept.keys() | {word for word, count in counts.items() if count >= FEWEST}
    return Spellings(english=kept, others=tuple(sorted(others - known)))


def _without_slips(counts: Mapping[str, int]) -> Iterator[str]:
    often: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= OFTEN:
            often[word[0]].append(word)
    for word, count in counts.items():
        near = process.extract(
            word, often[word[0]], scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None
        )
        slips = [other for other, _, _ in near if not _is_form_of(word, other)]
        if count >= FEWEST or len(word) < SHORTEST_SLIP or not slips:
            yield word


def _is_form_of(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)


def _spelled(text: str) -> Iterator[tuple[str, str]]:
    for word in WORD.findall(text):
        folded = fold(word)
        if folded.isalpha() and len(folded) >= SHORTEST:
            yield word, folded


def main(
    pairs: Annotated[Path, typer.Argument(help="pairs.tsv")],
    english: Path = ENGLISH_WORDS,
    others: Path = OTHER_WORDS,
) -> None:
    """Write both lists of words."""
    found = find_spellings(read_pairs(pairs))
    lines = "".join(f"{word} {count}\n" for word, count in found.english.items())
    english.write_text(_HEADER + lines, encoding="utf-8")
    others.write_text(textwrap.fill(" ".join(found.others), WIDTH) + "\n", encoding="utf-8")
    print(f"{len(found.english):,} words in {english}, {len(found.others):,} in {others}")


if __name__ == "__main__":
    typer.run(main)
