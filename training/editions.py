"""Two editions of a document, made from translated sentences, with the beads that join them.

The editions differ as those of a policy plan do: sentences are left out of one, or joined in one;
the translation is freer here and there; sections stand in another order, boxes and footnotes at
another place; one has headings that the other lacks, and the same heading under several others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from ingest.datatypes import BlockKind, Document, Language, Passage
from ingest.sentences import split_sentences
from training.chapters import Group, Outline, Part
from training.edition_text import Line, Link, assemble, find_links
from training.pairs import Pair

DROPPED, BLOCK_DROPPED, JOINED = 0.05, 0.03, 0.12
FREER, MOST_LEFT_OUT, SHORTEST_FREER = 0.35, 0.3, 6
"""Of the translated sentences from six words on, a third loses up to three tenths of its words,
but no name and no number."""
UNMARKED_HEADING, EXTRA_HEADING, OTHER_SHAPE = 0.04, 0.3, 0.06
EXTRA_LABELS = ("Actielijn", "Theme", "Deel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """A document, its translation, the passages of both, and which sentences belong together."""

    original: Document
    original_passages: tuple[Passage, ...]
    translation: Document
    translation_passages: tuple[Passage, ...]
    links: tuple[Link, ...]


def make_editions(articles: Sequence[Sequence[Pair]], short: Sequence[Pair], seed: int) -> Editions:
    """Return two editions of a document about these articles, the same for the same seed.

    Args:
        articles: sentences in order; a short first one heads its section.
        short: short lines, for other headings and for lists.
        seed: of every choice, the language of the original among them.
    """
    random = Random(seed)
    outline = Outline(articles, short, random)
    joined = _draw_joined(outline, random)
    languages: tuple[Language, Language] = random.choice((("nl", "en"), ("en", "nl")))
    labelled = random.randrange(3)
    first, second = (
        _Edition(outline, joined[side], languages[side], random, labels=side == labelled)
        for side in range(2)
    )
    original, passages, said = assemble(list(first.lines(outline.chapters)), languages[0], None)
    translation, others, said_there = assemble(
        list(second.lines(outline.moved(outline.chapters), free=True)), languages[1], "original"
    )
    return Editions(
        original=original,
        original_passages=passages,
        translation=translation,
        translation_passages=others,
        links=find_links(said, said_there),
    )


def strangers(first: Editions, second: Editions) -> Editions:
    """Return the original of one document and the translation of another; no sentences belong."""
    return replace(
        first,
        translation=second.translation,
        translation_passages=second.translation_passages,
        links=(),
    )


def _draw_joined(outline: Outline, random: Random) -> tuple[dict[int, int], dict[int, int]]:
    """Return for each edition the pairs that share a sentence with the next one in their block."""
    joined: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for group in outline.groups():
        for one, next_ in zip(group.pairs[::2], group.pairs[1::2], strict=False):
            whole = all(_is_sentence(outline.pairs[number]) for number in (one, next_))
            if whole and random.random() < JOINED:
                joined[random.randrange(2)][one] = next_
    return joined


def _is_sentence(pair: Pair) -> bool:
    texts = (pair.english, pair.dutch)
    return all(len(split_sentences(text)) == 1 for text in texts) and pair.english[-1] in ".?!"


class _Edition:
    """Writes an outline down in one language."""

    def __init__(
        self,
        outline: Outline,
        joined: dict[int, int],
        language: Language,
        random: Random,
        *,
        labels: bool,
    ) -> None:
        self._pairs = outline.pairs
        self._joined = joined
        self._dutch = language == "nl"
        self._random = random
        self._labels = labels

    def lines(
        self, parts: Sequence[Part], above: tuple[str, ...] = (), *, free: bool = False
    ) -> Iterator[Line]:
        for part in parts:
            path = above
            if self._labels and len(above) < 2 and self._chance(EXTRA_HEADING):
                label = f"{self._random.choice(EXTRA_LABELS)} {self._random.randint(1, 9)}"
                path = (*path, label)
                yield Line(kind="heading", path=path, sentences=[(label, ())])
            if not self._chance(DROPPED):
                heading = self._text(part.heading, free)
                marked = not self._chance(UNMARKED_HEADING)
                path = (*path, heading) if marked else path
                kind: BlockKind = "heading" if marked else "paragraph"
                yield Line(kind=kind, path=path, sentences=[(heading, (part.heading,))])
            for group in part.groups:
                if not self._chance(BLOCK_DROPPED) and (sentences := self._said(group, free)):
                    kind = self._kind(group)
                    yield Line(kind=kind, path=path, box=group.box, sentences=sentences)
            yield from self.lines(part.parts, path, free=free)

    def _kind(self, group: Group) -> BlockKind:
        if group.kind in {"item", "paragraph"} and self._chance(OTHER_SHAPE):
            return "paragraph" if group.kind == "item" else "item"
        return group.kind

    def _said(self, group: Group, free: bool) -> list[tuple[str, tuple[int, ...]]]:
        said: list[tuple[str, tuple[int, ...]]] = []
        for number in group.pairs:
            if self._chance(DROPPED):
                continue
            text = self._text(number, free)
            before, numbers = said[-1] if said else ("", ())
            if numbers and self._joined.get(numbers[-1]) == number:
                mark = self._random.choice(("; ", ", "))
                joined = before.rstrip(".") + mark + text[0].lower() + text[1:]
                said[-1] = (joined, (*numbers, number))
            else:
                said.append((text, (number,)))
        return said

    def _text(self, number: int, free: bool) -> str:
        pair = self._pairs[number]
        text = pair.dutch if self._dutch else pair.english
        words = text.split()
        if not free or len(words) < SHORTEST_FREER or not self._chance(FREER):
            return text
        share = self._random.random() * MOST_LEFT_OUT
        kept = [word for word in words[:-1] if not word.islower() or not self._chance(share)]
        return " ".join([*kept, words[-1]])

    def _chance(self, share: float) -> bool:
        return self._random.random() < share
