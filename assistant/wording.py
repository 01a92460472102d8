"""Bring a question as typed to plain lower-case words, and mend its spelling."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

SENTENCE_END = "|"
"""The word that stands for the end of a sentence; a question starts and ends with it."""

COMMA = ","

SHORTEST_MENDED = 4
LONG_WORD = 8
CANDIDATES = 5
WORDS_BETWEEN = 2

_CONTRACTIONS = (
    (r"\b(?:ca|can)n't\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"\bi'm\b", "i am"),
    (r"'(?:ve)\b", " have"),
    (r"'(?:ll)\b", " will"),
    (r"'(?:re)\b", " are"),
    (r"\b(he|she|it|that|there|here|what|who|how|where)'s\b", r"\1 is"),
    (r"(?<!\w)'t\b", " het "),
    (r"(?<!\w)'k\b", " ik "),
    (r"\b([mz])'n\b", r"\1ijn"),
    (r"'s\b", " s "),
)
_COMPILED = tuple((re.compile(pattern), new) for pattern, new in _CONTRACTIONS)
_BURNOUT = re.compile(r"\b(burn(?:ed|t)?)[\s-]+out")
_WORD = re.compile(r"[a-z0-9]+|[|,]")
_ANY_SCRIPT = re.compile(r"\w+")
_BARE_LETTERS = str.maketrans("łıøđ", "liod")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in lower case, without accents, marks or drawn-out letters.

    Contractions are written out ("don't" gives "do", "not"); the end of a sentence or line is the
    word ``|``, a comma is the word ``,``.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    kept = "".join(c for c in folded if not unicodedata.category(c).startswith(("M", "Cf")))
    kept = re.sub("[‘’´`ʼ]", "'", kept)
    for pattern, new in _COMPILED:
        kept = pattern.sub(new, kept)
    kept = _BURNOUT.sub(r"\1out", kept.replace("'", ""))
    kept = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", kept)
    kept = re.sub(r"([a-z])\1{2,}", r"\1\1", kept)
    kept = re.sub(r"[.?!;:\n\r…]+(?=\s|$)|\s[-–—]+\s", f" {SENTENCE_END} ", kept)
    kept = re.sub(r",(?=\d)", " ", kept)
    return tuple(_WORD.findall(kept))


def letters_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in any script, in lower case without accents."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_BARE_LETTERS)
    kept = "".join(c for c in folded if not unicodedata.category(c).startswith(("M", "Cf")))
    return tuple(_ANY_SCRIPT.findall(kept))


def says_words(words: Sequence[str], saying: Sequence[str]) -> bool:
    """Return whether ``words`` hold those of ``saying`` in order, up to two others between each.

    A word of four letters and more may be one edit away; one of four may not have another letter.
    """

    def reached(start: int, left: Sequence[str], gap: int) -> bool:
        if not left:
            return True
        return any(
            _is_word(words[at], left[0]) and reached(at + 1, left[1:], WORDS_BETWEEN)
            for at in range(start, min(start + gap + 1, len(words)))
        )

    return reached(0, saying, len(words))


def _is_word(typed: str, meant: str) -> bool:
    if typed == meant:
        return True
    near = len(meant) >= SHORTEST_MENDED and OSA.distance(typed, meant, score_cutoff=1) <= 1
    return near and _may_mean(typed, meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What short forms stand for, and the words that a misspelt word may be mended to.

    Attributes:
        forms: a word or words as typed to what they stand for ("k" to "ik", "dont" to "do not").
        vocabulary: words that others are mended to.
        known: words that are left alone: all of ``vocabulary``, and real words that look like one.
        shortest: letters of the shortest word that others are mended to.
    """

    forms: Mapping[str, str]
    vocabulary: tuple[str, ...]
    known: frozenset[str]
    shortest: int = SHORTEST_MENDED

    def mend(self, words: Iterable[str]) -> str:
        """Return the words as one string, each followed by a space, in standard spelling.

        A word is mended when it is one edit away from the vocabulary, or two when it is long; a
        word of four letters only when a letter moved, fell out or came in.
        """
        mended = " ".join(self._mend(word) for word in words)
        text = f"{SENTENCE_END} {mended} {SENTENCE_END} "
        for typed, meant in self.forms.items():
            if " " in typed:
                text = text.replace(f" {typed} ", f" {meant} ")
        return text

    def _mend(self, word: str) -> str:
        if word in self.forms:
            return self.forms[word]
        if len(word) < self.shortest - 1 or word in self.known:
            return word
        limit = 2 if len(word) >= LONG_WORD else 1
        near = process.extract(
            word, self.vocabulary, scorer=OSA.distance, score_cutoff=limit, limit=CANDIDATES
        )
        return next((found for found, *_ in near if _may_mean(word, found)), word)


def _may_mean(typed: str, meant: str) -> bool:
    """Return whether a word is near enough: a short one may not have another letter instead."""
    short = len(meant) <= SHORTEST_MENDED and len(meant) == len(typed)
    return not short or sorted(meant) == sorted(typed)
