"""Words that translate each other, found in parallel text.

IBM Model 1 (Brown et al., 1993, "The Mathematics of Statistical Machine Translation") in both
directions; a pair of words is kept when each is a likely translation of the other. Rare words get
in this way a sentence of their own, instead of only the company of the words around them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.pairs import Pair

ROUNDS = 6
LONGEST = 40
"""Words; longer sentences say little about which word translates which."""

LIKELY, BOTH_LIKELY, FEWEST = 0.15, 0.1, 2

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Every English word of a sentence with every Dutch word of its translation.

    Attributes:
        sentences, english, dutch: (n,) the numbers of the sentence and of the two words.
    """

    sentences: Numbers
    english: Numbers
    dutch: Numbers


def words_in(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, in order."""
    return WORD.findall(text.lower())


def find_lexicon(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return the pairs of words that translate each other, by English word, each once."""
    english = [list(dict.fromkeys(words_in(pair.english))) for pair in pairs]
    dutch = [list(dict.fromkeys(words_in(pair.dutch))) for pair in pairs]
    counts = [Counter(word for words in side for word in words) for side in (english, dutch)]
    vocabularies = [sorted(side) for side in counts]
    links = _links(english, dutch, vocabularies)
    if not len(links.sentences):
        return ()
    keys = links.english * len(vocabularies[1]) + links.dutch
    unique, kind = np.unique(keys, return_inverse=True)
    ends = (unique // len(vocabularies[1]), unique % len(vocabularies[1]))
    given_english = _estimate(links.sentences, links.dutch, kind, ends[0])
    given_dutch = _estimate(links.sentences, links.english, kind, ends[1])
    product = given_english * given_dutch
    likely = (given_english > LIKELY) & (given_dutch > LIKELY) & (product > BOTH_LIKELY)
    found = []
    for number in np.flatnonzero(likely):
        words = [vocabularies[side][int(ends[side][number])] for side in (0, 1)]
        if all(counts[side][words[side]] >= FEWEST for side in (0, 1)):
            found.append(Pair(words[0], words[1], "lexicon"))
    return tuple(found)


def _links(
    english: Sequence[Sequence[str]],
    dutch: Sequence[Sequence[str]],
    vocabularies: Sequence[Sequence[str]],
) -> Links:
    codes = [{word: code for code, word in enumerate(words)} for words in vocabularies]
    nothing = np.zeros(0, dtype=np.int64)
    parts: list[tuple[Numbers, Numbers, Numbers]] = [(nothing, nothing, nothing)]
    for sentence, (left, right) in enumerate(zip(english, dutch, strict=True)):
        if max(len(left), len(right)) > LONGEST:
            continue
        lefts = np.array([codes[0][word] for word in left], dtype=np.int64)
        rights = np.array([codes[1][word] for word in right], dtype=np.int64)
        size = len(left) * len(right)
        parts.append(
            (
                np.full(size, sentence, dtype=np.int64),
                np.repeat(lefts, len(right)),
                np.tile(rights, len(left)),
            )
        )
    sentences, lefts, rights = (np.concatenate(side) for side in zip(*parts, strict=True))
    return Links(sentences=sentences, english=lefts, dutch=rights)


def _estimate(sentences: Numbers, produced: Numbers, kind: Numbers, givens: Numbers) -> Shares:
    """Return, per kind of link, how likely its given word is to produce the other one.

    Args:
        sentences: (n,) of each link.
        produced: (n,) the word of each link that the given one may have produced.
        kind: (n,) which of the m different links it is.
        givens: (m,) the given word of each kind.
    """
    places = np.unique(sentences * (produced.max() + 1) + produced, return_inverse=True)[1]
    shares = np.ones(len(givens))
    for _ in range(ROUNDS):
        weights = shares[kind]
        weights /= np.bincount(places, weights)[places]
        counts = np.bincount(kind, weights, len(givens))
        shares = counts / np.bincount(givens, counts)[givens]
    return shares
