"""Read misspelt questions: correct the words that no document and no dictionary knows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.compounds import LINKS, Splitter, read_words, splitter_over
from ingest.stemming import stem
from ingest.terms import fold

WORDS = Path(__file__).resolve().parent / "data" / "spelling_words.txt"
"""Words of both languages that are right as they are; ``training/spelling_words.py`` writes it."""

SHORTHAND: Mapping[str, str] = {
    "tgn": "tegen", "vd": "van de", "vh": "van het", "mbt": "met betrekking tot", "svp": "",
    "ivm": "in verband met", "ff": "even", "idd": "inderdaad", "wrm": "waarom", "waarm": "waarom",
    "nr": "naar", "vr": "voor", "wnr": "wanneer", "hvl": "hoeveel", "iig": "in ieder geval",
    "gem": "gemeente", "gemeentes": "gemeenten", "teh": "the", "waht": "what", "wat's": "wat is",
    "pls": "please", "plz": "please", "thx": "thanks", "u": "u", "abt": "about", "w/": "with",
    "ppl": "people", "govt": "government", "bdgt": "budget", "mgmt": "management",
    "mh": "mental health", "dont": "don't", "cant": "can't",
    "mhip": "mhiap", "mhiaps": "mhiap",
}  # fmt: skip
"""Telegram style and the misspellings of the subject itself."""

ENDINGS = tuple("s t d e en ed er ers es ing ly or te de ten den je jes".split())
"""Inflections: a known word with one of these behind it is known too."""

BEGINNINGS = tuple(
    """aan achter af binnen boven buiten door her in mede mee mis na niet om on onder ont op over
    samen tegen terug toe tussen uit ver voor voort vooruit weer""".split()
)
"""What Dutch puts before verbs and their kin: a known word of five letters behind it is known."""

FEWEST = 2
"""A word that the texts hold once may be a slip of the pen."""

SHORTEST_CORRECTED, SHORT_WORD, MOVED_WORD, LONG_WORD = 4, 5, 7, 9
SHORTEST_REST, SHORTEST_HELD, SHORTEST_MENDED, SHORTEST_NAME = 5, 4, 6, 7
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|w/")


@dataclass(frozen=True, slots=True)
class Speller:
    """Corrects words against the vocabulary of the documents.

    Attributes:
        vocabulary: how often each folded word occurs in the documents and the glossary.
        dictionary: other folded words that are right as they are.
    """

    vocabulary: Mapping[str, int]
    dictionary: frozenset[str]
    _starts: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    _splitter: Splitter = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Group the words that others are corrected to by their first letter."""
        object.__setattr__(self, "_splitter", splitter_over(frozenset(self.vocabulary)))
        for word in self.vocabulary:
            if len(word) >= SHORTEST_CORRECTED and word[0].isalpha():
                self._starts.setdefault(word[0], []).append(word)

    def correct(self, text: str) -> str:
        """Return ``text`` with unknown words replaced by the nearest known one, if one is near.

        One edit is allowed (a letter too many, too few, wrong, or two swapped), a wrong letter from
        six letters on; two edits from nine letters on, or from seven when letters only moved. The
        first letter may only change by a swap. Where no word is near, the letters of one part of a
        compound are put in order: *schoolgezondhied*. Inside a sentence a short word with a capital
        is a name and stays.
        """
        return _WORD.sub(
            lambda match: (
                match.group()
                if match.start() and _is_short_name(match.group())
                else self._correct_word(match.group())
            ),
            text,
        )

    def _correct_word(self, word: str) -> str:
        folded = fold(word)
        if folded in SHORTHAND:
            return SHORTHAND[folded]
        if self._holds(folded) or len(folded) < SHORTEST_CORRECTED or not folded.isalpha():
            return word
        if folded.replace("y", "ij") in self.vocabulary:
            return folded.replace("y", "ij")
        near = self._nearest(folded)
        if self._knows(folded):
            return near if near and self._is_same(folded, near) else word
        return near or self._with_part_corrected(folded) or word

    def _knows(self, word: str) -> bool:
        stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
        rests = (word.removeprefix(start) for start in BEGINNINGS if word.startswith(start))
        if any(len(each) > 2 and self._holds(each) for each in stems) or any(
            len(each) >= SHORTEST_REST and self._holds(each) for each in rests
        ):
            return True
        if word.endswith("t") and len(word) > SHORTEST_REST and self._holds(f"{word[:-1]}en"):
            return True
        parts = self._splitter.split(word)
        return bool(parts) and all(self._holds(part) for part in parts)

    def _holds(self, word: str) -> bool:
        return word in self.vocabulary or word in self.dictionary

    def _is_same(self, typed: str, meant: str) -> bool:
        """Tell whether only an ending or a link is missing: *klachte*, *gezondheidzorg*."""
        parts = self._splitter.split(typed)
        cut_off = meant.startswith(typed) and stem(typed, "nl") == stem(meant, "nl")
        return cut_off or bool(parts and parts == self._splitter.split(meant))

    def _nearest(self, word: str) -> str | None:
        starts = {word[0], word[1]}
        near = [
            (*_unlikeness(word, candidate, int(distance)), -self.vocabulary[candidate], candidate)
            for start in starts
            for candidate, distance, _ in process.extract(
                word,
                self._starts.get(start, ()),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=2,
                limit=None,
            )
            if _may_mean(word, candidate, int(distance))
        ]
        return min(near)[-1] if near else None

    def _with_part_corrected(self, word: str) -> str | None:
        corrected = (
            first + link + last
            for known, link, other in _cut_in_two(word)
            for first, last in self._pairs(known, other)
        )
        return next(corrected, None)

    def _pairs(self, first: str, last: str) -> Iterator[tuple[str, str]]:
        if self._holds(first) and (near := self._moved(last)):
            yield first, near
        if self._holds(last) and (near := self._moved(first)):
            yield near, last

    def _moved(self, part: str) -> str | None:
        """Return the word that a part is with its letters in order; other edits are guesses."""
        near = self._nearest(part) if len(part) >= SHORTEST_MENDED else None
        return near if near and sorted(near) == sorted(part) else None


def _is_short_name(word: str) -> bool:
    """Tell whether a word inside a sentence is written as a name, such as *Mali*."""
    return len(word) < SHORTEST_NAME and word[0].isupper() and word[1:].islower()


def read_dictionary() -> frozenset[str]:
    """Return the words of both languages that are right although no document holds them."""
    counts, _ = read_words()
    common = (word for word, count in counts.items() if count >= FEWEST)
    return frozenset(WORDS.read_text(encoding="utf-8").split()).union(common)


def _may_mean(typed: str, meant: str, distance: int) -> bool:
    if meant[0] != typed[0] and meant[:2] != typed[1::-1]:
        return False
    other = (Counter(typed) - Counter(meant)).total()
    if distance == 1:
        return not other or len(typed) > SHORT_WORD or len(typed) != len(meant)
    if len(typed) == len(meant):
        return len(typed) >= (LONG_WORD if other == 1 else MOVED_WORD) and other <= 1
    return len(typed) >= LONG_WORD


def _unlikeness(typed: str, meant: str, distance: int) -> tuple[int, bool, bool]:
    """Return what to prefer the least of: fewest edits, then moved letters, then the same end."""
    return distance, sorted(typed) != sorted(meant), typed[-2:] != meant[-2:]


def _cut_in_two(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to cut a word in two, with what may link them."""
    for cut in range(SHORTEST_HELD, len(word) - SHORTEST_HELD + 1):
        for link in LINKS:
            if word.startswith(link, cut) and len(word) - cut - len(link) >= SHORTEST_HELD:
                yield word[:cut], link, word[cut + len(link) :]
