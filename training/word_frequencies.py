"""Write the words that Dutch compounds are split into, counted in parallel text.

Run: ``python -m training.word_frequencies ../shared/parallel/pairs.tsv``

What a word is counted from, which words stay whole, and under which licences the text may be used,
is said in ``ingest/data/README.md``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ingest.compounds import WORDS, Splitter
from ingest.stemming import stem
from ingest.terms import fold, words_of
from training.pairs import Pair, read_pairs

FEWEST, FEWEST_WHOLE = 1, 3
"""A word that is used once is often a slip of the pen."""

TRANSLATIONS, FEWEST_TOGETHER = 6, 2
LOW_SUPPORT = 0.25
"""A compound stays whole when each part is translated beside it in fewer of its sentences."""

SHORTEST_ENGLISH, ENGLISH_COUNT = 4, 5
MOST_SENTENCES = 3000

WORD = re.compile(r"[^\W_]+(?:[’'.&@+/-][^\W_]+)*")
_HEADER = """\
# Dutch words with their counts in 108,910 Dutch sentences; "=" marks words that are never split.
# Written by training/word_frequencies.py; README.md says from what.
"""

Sentence = tuple[frozenset[str], frozenset[str]]
"""The folded Dutch words of a sentence and the stems of its English translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The parallel text, as far as it is needed.

    Attributes:
        counts: how often each folded Dutch word is used in small letters, so that names count not.
        english: how often each English stem is used.
    """

    counts: Counter[str]
    english: Counter[str]
    sentences: tuple[Sentence, ...]


def count_words(pairs: Iterable[Pair]) -> Text:
    """Return the words of parallel text with their counts."""
    counts: Counter[str] = Counter()
    english: Counter[str] = Counter()
    sentences: list[Sentence] = []
    for pair in pairs:
        found = WORD.findall(pair.dutch)
        words = [fold(word) for word in found if word.isalpha() and word[0].islower()]
        stems = frozenset(stem(word, "en") for word in words_of(pair.english))
        counts.update(words)
        english.update(stems)
        sentences.append((frozenset(words), stems))
    return Text(counts=counts, english=english, sentences=tuple(sentences))


def find_whole(text: Text, splits: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the words whose parts their translations do not bear out.

    The second method of Koehn and Knight (2003): *oor* is an ear and *zaak* a matter, but where
    *oorzaak* stands the English says "cause".
    """
    parts = {stem(part, "nl") for found in splits.values() for part in found}
    translations = _translations(text, parts)
    beside: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words, stems in text.sentences:
        for word in words & splits.keys():
            beside[word].append(stems)
    common = {
        word
        for word, count in text.english.items()
        if count >= ENGLISH_COUNT and len(word) >= SHORTEST_ENGLISH
    }

    def support(word: str, part: str) -> float:
        known = translations[stem(part, "nl")]
        return sum(_holds(stems, known, common) for stems in beside[word]) / len(beside[word])

    return frozenset(
        word
        for word, found in splits.items()
        if text.counts[word] >= FEWEST_WHOLE
        and max(support(word, part) for part in found) < LOW_SUPPORT
    )


def _translations(text: Text, parts: set[str]) -> dict[str, list[str]]:
    """Return the English stems that stand beside each Dutch stem most, by Dice coefficient."""
    used: Counter[str] = Counter()
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for words, stems in text.sentences:
        for part in {stem(word, "nl") for word in words} & parts:
            if used[part] < MOST_SENTENCES:
                used[part] += 1
                together[part].update(stems)
    return {
        part: sorted(
            (word for word, count in together[part].items() if count >= FEWEST_TOGETHER),
            key=lambda word: (-together[part][word] / (used[part] + text.english[word]), word),
        )[:TRANSLATIONS]
        for part in sorted(parts)
    }


def _holds(stems: Iterable[str], translations: Iterable[str], common: set[str]) -> bool:
    """Tell whether a sentence holds a translation, also as a part of a word: work in workplace."""
    return any(
        word == known
        or (word.startswith(known) and word[len(known) :] in common)
        or (word.endswith(known) and word[: -len(known)] in common)
        for word in stems
        for known in translations
    )


def choose_words(text: Text) -> Iterator[tuple[str, int, bool]]:
    """Yield the words to keep in order: those that are no compounds, and those kept whole."""
    counts = {word: count for word, count in text.counts.items() if count >= FEWEST}
    splitter = Splitter(counts, frozenset())
    splits = {word: parts for word in counts if (parts := splitter.split(word))}
    whole = find_whole(text, splits)
    for word in sorted(counts):
        if word in whole or word not in splits:
            yield word, counts[word], word in whole


def main(pairs: Annotated[Path, typer.Argument(help="pairs.tsv")], target: Path = WORDS) -> None:
    """Write the list of words."""
    lines = [
        f"{word} {count}{' =' if is_whole else ''}\n"
        for word, count, is_whole in choose_words(count_words(read_pairs(pairs)))
    ]
    target.write_text(_HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines):,} words in {target}")


if __name__ == "__main__":
    typer.run(main)
