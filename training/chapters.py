"""The outline of a document about news articles: chapters, sections, lists, boxes and footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from ingest.datatypes import BlockKind
from ingest.sentences import split_sentences
from training.pairs import Pair

REPEATED = (
    Pair(english="What will we do?", dutch="Wat gaan we doen?"),
    Pair(english="Who joins in?", dutch="Wie doen er mee?"),
    Pair(english="Why is this needed?", dutch="Waarom is dit nodig?"),
)
"""Headings that stand under several others."""
LONGEST_TITLE_WORDS = 16
CHAPTER, INTRODUCED, SUBHEADED, LISTED = 0.4, 0.5, 0.6, 0.4
SECTION_MOVED, ASIDE_MOVED, SWAPPED = 0.35, 0.4, 0.015
"""Shares: of chapters and sections of which one moves, of boxes and footnotes, of sentences."""


@dataclass(slots=True, kw_only=True)
class Group:
    """Sentences that make a block, as numbers of pairs."""

    kind: BlockKind
    pairs: list[int]
    box: bool = False


@dataclass(slots=True, kw_only=True)
class Part:
    """A heading, as the number of its pair, and what stands under it."""

    heading: int
    groups: list[Group] = field(default_factory=list)
    parts: "list[Part]" = field(default_factory=list)


def articles_of(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return news sentences article by article: one begins with a line without a full stop.

    Lines with several sentences on both sides are left out: which belong together is not known.
    """
    articles: list[list[Pair]] = [[]]
    for pair in pairs:
        counts = sorted((len(split_sentences(pair.english)), len(split_sentences(pair.dutch))))
        if counts[0] > 1 or counts[1] > 2:
            continue
        if pair.english[-1].isalnum() and _is_title(pair) and len(articles[-1]) > 2:
            articles.append([])
        articles[-1].append(pair)
    return articles


class Outline:
    """Chapters about some articles, with the pairs that their numbers stand for."""

    def __init__(
        self, articles: Sequence[Sequence[Pair]], short: Sequence[Pair], random: Random
    ) -> None:
        """Lay the articles out; ``short`` lines are other headings and items of lists."""
        self.pairs: list[Pair] = []
        self._short = short
        self._random = random
        self.chapters: list[Part] = []
        for article in articles:
            if not self.chapters or random.random() < CHAPTER:
                self.chapters.append(Part(heading=self._lines(1)[0]))
                if random.random() < INTRODUCED:
                    self._open(self.chapters[-1], "paragraph", self._lines(1))
            self.chapters[-1].parts.append(self._section(article))

    def moved(self, parts: Sequence[Part]) -> list[Part]:
        """Return the same parts with sections, boxes, footnotes and sentences elsewhere."""
        random = self._random
        result = [
            Part(
                heading=part.heading,
                groups=self._rearranged(part.groups),
                parts=self.moved(part.parts),
            )
            for part in parts
        ]
        if len(result) > 1 and random.random() < SECTION_MOVED:
            result.insert(random.randrange(len(result)), result.pop(random.randrange(len(result))))
        return result

    def groups(self, parts: Sequence[Part] | None = None) -> Iterator[Group]:
        """Yield every block of the outline."""
        for part in self.chapters if parts is None else parts:
            yield from part.groups
            yield from self.groups(part.parts)

    def _section(self, article: Sequence[Pair]) -> Part:
        random = self._random
        titled = _is_title(article[0])
        section = Part(heading=self._add(article[0]) if titled else self._lines(1)[0])
        rest = [self._add(pair) for pair in article[1 if titled else 0 :]]
        subheadings = random.sample(REPEATED, random.choice((0, 1, 2, 2)))
        opened = section
        while rest:
            size = random.choice((1, 2, 3, 3, 4, 5))
            self._fill(opened, rest[:size])
            rest = rest[size:]
            if subheadings and random.random() < SUBHEADED:
                opened = Part(heading=self._add(subheadings.pop()))
                section.parts.append(opened)
                for line in self._lines(3) if random.random() < LISTED else ():
                    self._open(opened, "item", [line])
        return section

    def _fill(self, part: Part, pairs: list[int]) -> None:
        kinds = ("paragraph", "list", "box", "footnote")
        kind = self._random.choices(kinds, (12, 4, 2, 1))[0]
        if kind == "list":
            self._open(part, "paragraph", pairs[:1])
            for item in [*pairs[1:], *self._lines(self._random.choice((0, 2, 4)))]:
                self._open(part, "item", [item])
        elif kind == "footnote":
            self._open(part, "footnote", pairs[:1])
            self._open(part, "paragraph", pairs[1:])
        else:
            self._open(part, "paragraph", pairs, box=kind == "box")

    def _open(self, part: Part, kind: BlockKind, pairs: list[int], *, box: bool = False) -> None:
        if pairs:
            part.groups.append(Group(kind=kind, pairs=pairs, box=box))

    def _rearranged(self, groups: Sequence[Group]) -> list[Group]:
        random = self._random
        copies = [Group(kind=g.kind, pairs=list(g.pairs), box=g.box) for g in groups]
        for group in [g for g in copies if g.box or g.kind == "footnote"]:
            if random.random() < ASIDE_MOVED:
                copies.remove(group)
                copies.insert(random.randint(0, len(copies)), group)
        for group in copies:
            if len(group.pairs) > 1 and random.random() < SWAPPED * len(group.pairs):
                place = random.randrange(len(group.pairs) - 1)
                group.pairs.insert(place, group.pairs.pop(place + 1))
        return copies

    def _add(self, pair: Pair) -> int:
        self.pairs.append(pair)
        return len(self.pairs) - 1

    def _lines(self, count: int) -> list[int]:
        return [self._add(pair) for pair in self._random.sample(self._short, count)]


def _is_title(pair: Pair) -> bool:
    return len(pair.english.split()) <= LONGEST_TITLE_WORDS
