"""Repair names of several words of which one is misspelt, also where that is another word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.inflections import is_inflection
from assistant.slips import cost_of

SHORTEST, LONG_PHRASE = 4, 4
MOST_COST, MOST_COST_OF_WORD = 2.2, 1.0
"""What a slip may cost, and where what was typed is a word."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The folded words of a name.

    Attributes:
        is_proper: of a person or body; else it is a term of the glossary.
    """

    words: tuple[str, ...]
    is_proper: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names of several words, found by any of their words.

    Attributes:
        is_right: tells whether a folded word is right as it is.
        is_here: tells whether the documents hold it.
    """

    found: tuple[Phrase, ...]
    is_right: Callable[[str], bool]
    is_here: Callable[[str], bool]
    _with: dict[str, list[Phrase]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note in which phrases each word is."""
        for phrase in self.found:
            for word in dict.fromkeys(phrase.words):
                self._with.setdefault(word, []).append(phrase)

    def repairs(self, words: Sequence[str]) -> dict[int, str]:
        """Return the words that were meant in the place of misspelt ones, by that place.

        The other words of the phrase have to be there: *Ledia Lazerrie* is *Ledia Lazeri*, and
        *mental health in all polices* ends with *policies*, although *polices* is a word. Half of a
        term of four words or more may be misspelt. In the name of a person only a word that is not
        known is repaired, and in a short term only one that the documents lack.
        """
        found = [
            repair
            for place, word in enumerate(words)
            for phrase in self._with.get(word, ())
            for repair in self._repairs_at(words, place - phrase.words.index(word), phrase)
        ]
        return {place: meant for _, place, meant in sorted(found, reverse=True)}

    def _repairs_at(
        self, words: Sequence[str], start: int, phrase: Phrase
    ) -> list[tuple[float, int, str]]:
        """Return what each repair costs, where it is and what was meant; none where one fails."""
        size = len(phrase.words)
        if not 0 <= start <= len(words) - size:
            return []
        pairs = enumerate(zip(words[start : start + size], phrase.words, strict=True), start)
        wrong = [(place, typed, meant) for place, (typed, meant) in pairs if typed != meant]
        most = size // 2 if size >= LONG_PHRASE and not phrase.is_proper else 1
        if len(wrong) > most or not all(self._is_slip(t, m, phrase) for _, t, m in wrong):
            return []
        return [(cost_of(typed, meant), place, meant) for place, typed, meant in wrong]

    def _is_slip(self, typed: str, meant: str, phrase: Phrase) -> bool:
        if min(len(typed), len(meant)) < SHORTEST or typed[0] != meant[0]:
            return False
        if is_inflection(typed, meant) or is_inflection(meant, typed):
            return False
        if not self.is_right(typed):
            return cost_of(typed, meant) <= MOST_COST
        allowed = not phrase.is_proper and (
            len(phrase.words) >= LONG_PHRASE or not self.is_here(typed)
        )
        return allowed and cost_of(typed, meant) <= MOST_COST_OF_WORD
