"""Put word borders where they belong: compounds typed apart, and words typed as one."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field

from ingest.terms import is_stopword

SHORTEST_PART, SHORTEST_LINKED, SHORTEST_PARTED = 3, 6, 4
QUESTION_WORDS = frozenset("wat hoe wie waarom welke what how who why which".split())
BEHIND_QUESTION_WORDS = frozenset("is zijn ik je we de het the are do".split())
LINKED = ("ing", "heid", "teit", "schap", "leid", "beid", "tijd", "ent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """Knows what is written as one word and what is not.

    Attributes:
        vocabulary: how often each folded word occurs in the documents and the glossary.
        dutch: how often each Dutch word is used; what is English too is not joined.
        english: how often each English word is used.
        apart: two words that the documents or the glossary write apart, with a space between and
            without hyphens.
        names: names of several words, by their letters without the spaces.
        double_names: of people and places, with a hyphen.
    """

    vocabulary: Mapping[str, int]
    dutch: Mapping[str, int] = field(default_factory=dict)
    english: Mapping[str, int] = field(default_factory=dict)
    apart: Set[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    double_names: Set[str] = frozenset()

    def joined(self, first: str, second: str) -> str | None:
        """Return the Dutch compound or the double name that two folded words are, or ``None``.

        *kar trekker* is one when the documents hold *kartrekker*; *beleids medewerker* always is.
        """
        if f"{first}-{second}" in self.double_names:
            return f"{first}-{second}"
        whole = first + second
        if min(len(first), len(second)) < SHORTEST_PART or f"{first} {second}" in self.apart:
            return None
        if is_stopword(first) or is_stopword(second):
            return None
        if whole in self.vocabulary:
            return None if first in self.english and second in self.english else whole
        linked = first.endswith("s") and first not in self.vocabulary and first not in self.english
        if linked and len(first) >= SHORTEST_LINKED and self._is_noun(first[:-1]):
            return whole if second in self.dutch or second in self.vocabulary else None
        return None

    def parted(self, word: str, is_right: Callable[[str], bool]) -> str | None:
        """Return the words that were typed as one unknown word, or ``None``.

        Args:
            word: folded.
            is_right: tells whether a folded word is right as it is.
        """
        if word in self.names:
            return self.names[word]
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if first in QUESTION_WORDS and (
                second in BEHIND_QUESTION_WORDS
                or (len(second) >= SHORTEST_PARTED and is_right(second))
            ):
                return f"{first} {second}"
        return None

    def _is_noun(self, word: str) -> bool:
        """Tell whether a word has an ending that Dutch links with an s: *beleid*, *ervaring*."""
        is_dutch = word in self.dutch or (word in self.vocabulary and word not in self.english)
        return is_dutch and word.endswith(LINKED)
