"""Split Dutch compounds into the words they are made of (Koehn and Knight 2003).

Tuned on the compounds of the corpus (``tests/ingest/golden/compounds_of_the_corpus.txt``).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log
from pathlib import Path

from ingest.stemming import stem

DATA = Path(__file__).resolve().parent / "data"
WORDS, POLICY_WORDS = DATA / "dutch_words.txt", DATA / "policy_words.toml"

LINKS = ("", "s", "en", "e", "n")
"""Sounds that Dutch may put behind a part: *gezondheid-s-zorg*, *student-en-welzijn*."""

SHORTEST_COMPOUND, LONGEST_COMPOUND, SHORTEST_PART = 7, 60, 3
SHORT_PART_COUNT = 20
"""A part of three letters has to be used more than this."""

PART_COST = 2.0
"""Taken off the mean log count for each part after the second; parts are split again anyway, and
*net-werk-borrel* is first of all *netwerk-borrel*."""

POLICY_COUNT, TEXT_COUNT = 30, 3
"""What a word of the hand-written list, and one of the texts themselves, counts at least."""

SHORTEST_UNKNOWN, SHORTEST_HEAD, HEAD_COUNT = 5, 7, 5
"""An unknown first part (*sprinkler*) is cut from a head of this length that is used this often."""

MOST_REMEMBERED = 200_000
"""Words whose parts are remembered, so that questions cannot fill the memory."""

BARRED = frozenset(
    """
    aan achter af als bij bijeen binnen boven buiten daar dan dat de der des deze die dit door dus
    een eens er ge geen haar hard heen hem hen her het hier hij hoe hun ik in is ja je jij jou kan
    langs maar mag me mee meer mede men met mij mis moet na naar nee neer niet nog nooit nu of om on
    onder ons ont ook ooit op over overal overeen per rond samen sinds tegen ten ter terug toe tot
    tussen uit uiteen uw van vast ver vol voor voort vooruit want wat weer weg wel wie wij zal ze
    zich zij zo zou alle alles ander andere anders mijn zijn waar was ben bent had heb hebt heeft
    kon kun kunt wil doe doet ga gaat gaf ging gingen kwam lag nam weet zag zat zie ziet aten
    aal achtig age air ant aties atie baar der dom eel en end ende ene eren erij erd erig ging heden
    heid iek ieke ing ingen isch ische isme ist isten iteit lijk lijke lijken lijks ling lingen loos
    loze matig matige schap schappen sche ste tal tie ties ting ving waarts zaam zame
    gen den ken len men nen pen ren sen
    """.split()
)
"""Function words, prefixes and endings: never a part, although texts hold them as words."""

_UNFIT = re.compile(
    r".*(?:aan|achter|af|auto|be|binnen|boven|buiten|con|contra|de|dis|door|ex|extra|ge|her|hyper"
    r"|in|infra|inter|intra|macro|mede|mee|micro|mini|mis|mono|multi|na|neuro|non|om|on|onder|ont"
    r"|op|over|pre|pro|psycho|re|samen|socio|sub|super|tegen|tele|toe|trans|uit|ver|voor|weer)"
)
"""What an unknown first part does not end with: prefixes belong to the word behind them."""

_CUED = re.compile(r"([a-z]{2,}(?:ing|heid|teit|schap))s([a-z]{4,})")
"""Behind these endings a linking s parts, whatever stands on its sides: *zonering-s-eisen*."""


@dataclass(frozen=True, slots=True)
class Splitter:
    """Splits compounds over known words; results are remembered.

    Attributes:
        counts: how often each folded word is used.
        whole: stems of words that look like compounds and are not to be split, such as *oorzaak*.
    """

    counts: Mapping[str, int]
    whole: frozenset[str]
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word in order, without what links them; none for a whole.

        Of all ways to cut it the one whose parts have the highest geometric mean of counts wins,
        unless the word itself is used more; its parts are split further in the same way. Hyphens
        always part, whether the parts are known or not: *mbo-raad*.
        """
        found = self._found.get(word)
        if found is None:
            found = tuple(leaf for part in self._cut(word) for leaf in self.split(part) or (part,))
            if len(self._found) < MOST_REMEMBERED:
                self._found[word] = found
        return found

    def _cut(self, word: str) -> tuple[str, ...]:
        if not SHORTEST_PART < len(word) <= LONGEST_COMPOUND or stem(word, "nl") in self.whole:
            return ()
        if "-" in word:
            return self._hyphenated(word)
        if len(word) < SHORTEST_COMPOUND:
            return ()
        used = self.counts.get(word, 0)
        means = [
            (total / len(parts) - PART_COST * (len(parts) - 2), total / len(parts), parts)
            for total, parts in self._ways(word).values()
            if len(parts) > 1
        ]
        _, mean, parts = max(means, default=(0.0, 0.0, ()))
        if mean > log(used + 1):
            return parts
        return self._guess(word) if used <= TEXT_COUNT else ()

    def _hyphenated(self, word: str) -> tuple[str, ...]:
        for cut in range(len(word) - SHORTEST_PART, word.index("-") + 1, -1):
            if "-" in word[:cut] and stem(word[:cut], "nl") in self.whole:
                return (word[:cut], word[cut:].lstrip("-"))
        return tuple(part for part in word.partition("-")[::2] if part)

    def _ways(self, word: str) -> dict[int, tuple[float, tuple[str, ...]]]:
        """Return, per number of parts, the way to cut a word with the highest sum of log counts."""
        ends: list[dict[int, tuple[float, tuple[str, ...]]]] = [{} for _ in range(len(word) + 1)]
        ends[0][0] = (0.0, ())
        for start in range(len(word) - SHORTEST_PART + 1):
            for end in range(start + SHORTEST_PART, len(word) + 1) if ends[start] else ():
                part = word[start:end]
                if not self._is_part(part):
                    continue
                weight = log(self.counts[part] + 1)
                for link in LINKS:
                    if word.startswith(link, end) and (not link or end + len(link) < len(word)):
                        reached = ends[end + len(link)]
                        for number, (total, parts) in ends[start].items():
                            way = (total + weight, (*parts, part))
                            reached[number + 1] = max(way, reached.get(number + 1, way))
        return ends[-1]

    def _is_part(self, part: str) -> bool:
        least = SHORT_PART_COUNT if len(part) == SHORTEST_PART else 0
        return self.counts.get(part, 0) > least and part not in BARRED

    def _guess(self, word: str) -> tuple[str, ...]:
        """Return the two parts of a word that is not all known, or none."""
        if cued := _CUED.fullmatch(word):
            return cued.groups()
        for cut in range(SHORTEST_UNKNOWN, len(word) - SHORTEST_HEAD + 1):
            first, head = word[:cut], word[cut:]
            if self.counts.get(head, 0) >= HEAD_COUNT and not _UNFIT.fullmatch(first):
                return (first, head)
        return ()


@cache
def read_words() -> tuple[Mapping[str, int], frozenset[str]]:
    """Return how often each Dutch word is used, and the stems of words never split."""
    counts: dict[str, int] = {}
    whole: set[str] = set()
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, count, *marks = line.split()
            counts[word] = int(count)
            whole.update([word] if marks else [])
    policy = tomllib.loads(POLICY_WORDS.read_text(encoding="utf-8"))
    whole.update(policy["whole"].split())
    for word in f"{policy['parts']} {policy['whole']}".split():
        counts[word] = max(POLICY_COUNT, counts.get(word, 0))
    _add_derived(counts, tuple(counts))
    return counts, frozenset(stem(word, "nl") for word in whole)


@lru_cache(maxsize=8)
def splitter_over(vocabulary: frozenset[str]) -> Splitter:
    """Return a splitter over the shipped words and the folded words of some texts."""
    counts, whole = read_words()
    known = dict(counts)
    for word in vocabulary:
        known.setdefault(word, TEXT_COUNT)
    _add_derived(known, vocabulary)
    return Splitter(known, whole)


def _add_derived(counts: dict[str, int], words: Iterable[str]) -> None:
    """Add what compounds make of verbs: *stimuleren* is in *stimulering-s-gelden*."""
    for word in words:
        if word.endswith("en") and len(word) > SHORTEST_COMPOUND:
            count = (counts[word] + 1) // 2
            counts.setdefault(f"{word[:-2]}ing", count)
            if word.endswith(("eren", "elen", "enen")):
                counts.setdefault(word[:-2], count)
