"""Find the known word that an unknown one is most likely a slip of the pen for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.inflections import is_inflection
from assistant.slips import MISSING, cost_of
from ingest.terms import is_stopword
from ingest.variants import british

SHORTEST, SHORTEST_COMMON, MOST_EDITS = 4, 5, 2
ALLOWED = ((4, 1.0), (6, 1.1), (7, 1.3), (99, 2.0))
"""What a slip may cost in a word of at most so many letters."""

ALLOWED_IN_NAMES = ((4, 0.8), (5, 1.0), (9, 1.3), (99, 2.0))
"""The same where a name is meant: names that look alike are often two."""

COMMON, ALLOWED_COMMON, ALLOWED_FUNCTION = 5, 0.8, 1.0
"""How often a word that the documents lack has to be used to be meant, and what a slip for it may
cost, and for a function word. Where it is the likeliest and costs more, nothing is near."""

SHORTEST_PLURAL = 8


@dataclass(frozen=True, slots=True)
class Nearest:
    """Finds the likeliest word; words of the documents go before others that cost as much.

    Attributes:
        vocabulary: how often each folded word occurs in the documents and the glossary.
        common: how often each folded word is used elsewhere.
        names: of the vocabulary.
    """

    vocabulary: Mapping[str, int]
    common: Mapping[str, int] = field(default_factory=dict)
    names: Set[str] = frozenset()
    _starts: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Group the words by their first letter."""
        starts = defaultdict[str, list[str]](list)
        frequent = (
            word
            for word, count in self.common.items()
            if count >= COMMON and len(word) >= SHORTEST_COMMON
        )
        for word in sorted({*self.vocabulary, *frequent}):
            if len(word) >= SHORTEST and word[0].isalpha():
                starts[word[0]].append(word)
        self._starts.update(starts)

    def find(self, typed: str, *, name: bool = False) -> str | None:
        """Return the likeliest word that was meant by a folded one, or ``None`` if none is near.

        Args:
            typed: a word that is not known.
            name: whether it is written as a name; then only names are near.
        """
        if len(typed) < SHORTEST:
            return None
        found = min(self._near(typed, name), default=None)
        if found:
            return found[-1] if found[0] <= self._allowed_for(found[-1]) else None
        if typed.endswith("s") and len(typed) >= SHORTEST_PLURAL and not name:
            one = min(self._near(typed[:-1], name), default=None)
            return f"{one[-1]}s" if one and one[0] <= MISSING else None
        return None

    def _near(self, typed: str, name: bool) -> Iterator[tuple[float, bool, int, str]]:
        for meant in self._within(typed):
            is_name = meant in self.names
            if name and not is_name:
                continue
            allowed = _allowed(typed, ALLOWED_IN_NAMES if is_name else ALLOWED)
            cost = cost_of(typed, meant)
            if cost <= allowed and not _is_other_form(typed, meant, is_name):
                count = self.vocabulary.get(meant, 0) or self.common.get(meant, 0)
                yield cost, meant not in self.vocabulary, -count, meant

    def _allowed_for(self, meant: str) -> float:
        if meant in self.vocabulary:
            return ALLOWED[-1][1]
        return ALLOWED_FUNCTION if is_stopword(meant) else ALLOWED_COMMON

    def _within(self, typed: str) -> Iterable[str]:
        """Return the words within two edits that begin alike; the first two may be swapped."""
        for start in {typed[0], typed[1]}:
            for meant, _, _ in process.extract(
                typed,
                self._starts.get(start, ()),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=MOST_EDITS,
                limit=None,
            ):
                if meant[0] == typed[0] or meant[:2] == typed[1::-1]:
                    yield meant


def _allowed(typed: str, limits: Iterable[tuple[int, float]]) -> float:
    return next(cost for letters, cost in limits if len(typed) <= letters)


def _is_other_form(typed: str, meant: str, is_name: bool) -> bool:
    """Tell whether only an ending or the variant differs, so that what was typed is a word too.

    *klachte* is none: Dutch plurals do not lose only their n. A name has no form with an e.
    """
    if typed.endswith("e") and (meant == f"{typed}n" or (is_name and typed == f"{meant}e")):
        return False
    forms = is_inflection(typed, meant) or is_inflection(meant, typed)
    return forms or british(typed) == british(meant)
