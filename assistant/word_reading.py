"""Read one word: right as it is, or a slip of the pen for another."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from assistant.inflections import is_form_of_known
from assistant.nearest import Nearest
from assistant.word_borders import Borders
from ingest.compounds import LINKS, Splitter, splitter_over
from ingest.terms import is_stopword
from ingest.variants import british

SHORTEST_HELD, SHORTEST_MENDED = 4, 7


@dataclass(frozen=True, slots=True)
class WordReader:
    """Knows which words are right, and which one an unknown word stands for.

    Attributes:
        vocabulary: how often each folded word occurs in the documents and the glossary.
        dictionary: other folded words that are right as they are.
        common: how often words are used elsewhere; a frequent one may be meant too.
        names: folded words that are names.
        borders: what is written as one word.
    """

    vocabulary: Mapping[str, int]
    dictionary: Set[str]
    common: Mapping[str, int]
    names: Set[str]
    borders: Borders
    _splitter: Splitter = field(init=False, compare=False, repr=False)
    _nearest: Nearest = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare the search for near words."""
        nearest = Nearest(self.vocabulary, self.common, self.names)
        object.__setattr__(self, "_splitter", splitter_over(frozenset(self.vocabulary)))
        object.__setattr__(self, "_nearest", nearest)

    def holds(self, word: str) -> bool:
        """Tell whether a folded word is listed, in its American or its British spelling."""
        return is_stopword(word) or any(
            each in self.vocabulary or each in self.dictionary for each in (word, british(word))
        )

    def is_right(self, word: str) -> bool:
        """Tell whether a folded word is listed, a form of such a word, or a compound of such."""
        if self.holds(word) or is_form_of_known(word, self.holds):
            return True
        parts = self._splitter.split(word)
        return bool(parts) and all(part in self.vocabulary or part in self.common for part in parts)

    def meant(self, folded: str, *, is_name: bool) -> str | None:
        """Return what was meant by a folded word that is not listed; ``None`` for what it says.

        Where no word is near, the letters of one part of a compound are put in order:
        *schoolgezondhied*. For what is written as a name only another name is meant.
        """
        if not folded.isalpha():
            return self._in_parts(folded, is_name)
        if (spelled := folded.replace("y", "ij")) != folded and spelled in self.vocabulary:
            return spelled
        if parted := self.borders.parted(folded, self.holds):
            return parted
        if is_name:
            return self._nearest.find(folded, name=True)
        near = self._nearest.find(folded)
        if self.is_right(folded):
            return near if near and self._is_same(folded, near) else None
        return near or self._with_part_mended(folded)

    def _in_parts(self, folded: str, is_name: bool) -> str | None:
        """Return a word with hyphens: as a whole, or with each part as it was meant."""
        parts = folded.split("-")
        if len(parts) == 1 or not all(part.isalpha() for part in parts):
            return None
        if all(len(part) < SHORTEST_HELD or self.is_right(part) for part in parts):
            return None
        near = self._nearest.find(folded, name=is_name)
        return near or "-".join(
            part if self.is_right(part) else self.meant(part, is_name=is_name) or part
            for part in parts
        )

    def _is_same(self, typed: str, meant: str) -> bool:
        """Tell whether only an n or a link is missing: *klachte*, *gezondheidzorg*."""
        parts = self._splitter.split(typed)
        return meant == f"{typed}n" or bool(parts and parts == self._splitter.split(meant))

    def _with_part_mended(self, word: str) -> str | None:
        mended = (
            first + link + last
            for known, link, other in _cut_in_two(word)
            for first, last in self._pairs(known, other)
        )
        return next(mended, None)

    def _pairs(self, first: str, last: str) -> Iterator[tuple[str, str]]:
        if self.holds(first) and (near := self._moved(last)):
            yield first, near
        if self.holds(last) and (near := self._moved(first)):
            yield near, last

    def _moved(self, part: str) -> str | None:
        """Return the word that a part is with its letters in order; other edits are guesses."""
        if len(part) < SHORTEST_MENDED or self.is_right(part):
            return None
        near = self._nearest.find(part)
        return near if near and sorted(near) == sorted(part) else None


def _cut_in_two(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to cut a word in two, with what may link them."""
    for cut in range(SHORTEST_HELD, len(word) - SHORTEST_HELD + 1):
        for link in LINKS:
            if word.startswith(link, cut) and len(word) - cut - len(link) >= SHORTEST_HELD:
                yield word[:cut], link, word[cut + len(link) :]
