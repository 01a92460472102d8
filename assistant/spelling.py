"""Read misspelt questions: correct the words that no document and no dictionary knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from ingest.terms import fold

SHORTHAND: Mapping[str, str] = {
    "tgn": "tegen", "vd": "van de", "vh": "van het", "mbt": "met betrekking tot", "svp": "",
    "ivm": "in verband met", "ff": "even", "idd": "inderdaad", "wrm": "waarom", "waarm": "waarom",
    "nr": "naar", "vr": "voor", "wnr": "wanneer", "hvl": "hoeveel", "iig": "in ieder geval",
    "gem": "gemeente", "gemeentes": "gemeenten", "teh": "the", "waht": "what", "wat's": "wat is",
    "pls": "please", "plz": "please", "thx": "thanks", "u": "u", "abt": "about", "w/": "with",
    "ppl": "people", "govt": "government", "bdgt": "budget", "mgmt": "management",
    "mh": "mental health", "dont": "don't", "cant": "can't",
    "mhaip": "mhiap", "mhip": "mhiap", "mhiaps": "mhiap",
}  # fmt: skip
"""Telegram style and the misspellings of the subject itself."""

ENDINGS = tuple("s t d e en ed er ers es ing ly or te de ten den je jes".split())
"""Inflections: a known word with one of these behind it is known too."""

SHORTEST_CORRECTED = 4
LONG_WORD = 9
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

    def correct(self, text: str) -> str:
        """Return ``text`` with unknown words replaced by the nearest known one, if one is near.

        One edit is allowed (a letter too many, too few, wrong, or two swapped), two from nine
        letters on. The first letter may only change by a swap. Names keep their capitals.
        """
        return _WORD.sub(lambda match: self._correct_word(match.group()), text)

    def _correct_word(self, word: str) -> str:
        folded = fold(word)
        if folded in SHORTHAND:
            return SHORTHAND[folded]
        if (
            self._knows(folded)
            or len(folded) < SHORTEST_CORRECTED
            or "-" in folded
            or "'" in folded
        ):
            return word
        best = self._nearest(folded)
        return best if best else word

    def _knows(self, word: str) -> bool:
        if word in self.vocabulary or word in self.dictionary:
            return True
        stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
        return any(len(s) > 2 and (s in self.vocabulary or s in self.dictionary) for s in stems)

    def _nearest(self, word: str) -> str | None:
        allowed = 2 if len(word) >= LONG_WORD else 1
        best: tuple[int, int, str] | None = None
        for candidate, count in self.vocabulary.items():
            if abs(len(candidate) - len(word)) > allowed or len(candidate) < SHORTEST_CORRECTED:
                continue
            if candidate[0] != word[0] and candidate[:2] != word[1::-1]:
                continue
            distance = DamerauLevenshtein.distance(word, candidate, score_cutoff=allowed)
            if distance <= allowed and (best is None or (distance, -count, candidate) < best):
                best = (distance, -count, candidate)
        return best[2] if best else None
