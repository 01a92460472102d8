"""The numbered parts of the documents, such as "Actielijn 1" to "Actielijn 5", and what asks them.

They are read from the headings. A translation without such headings takes over the numbers of its
original, section by section.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.edition_sections import Parts, parts_in_translations
from assistant.mentions import Mention, Name, holds_name, read_mentions
from assistant.numbered_headings import names_of_parts, read_heading
from assistant.query import Form
from assistant.translating import Translations
from ingest.searching import Index

FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The numbered parts of one kind.

    Attributes:
        names: what they are called, in both languages.
        parts: per document, the passages under each part, by their numbers in the index; the first
            part is number 1.
    """

    names: tuple[Name, ...]
    parts: Mapping[str, Parts]

    def counted(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return numbers as they count from the first part, each once; ``LAST`` is the last."""
        last = max(len(parts) for parts in self.parts.values())
        return tuple(dict.fromkeys(n if n >= 0 else last + 1 + n for n in numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The parts of one series that a question is about; ``numbers`` counts from 1."""

    series: Series
    numbers: tuple[int, ...]

    def passages(self, documents: Collection[str]) -> Parts:
        """Return, per part, the passages of these documents under it; none for one there is not."""
        return tuple(
            frozenset(
                passage
                for document_id, parts in self.series.parts.items()
                if document_id in documents and 1 <= number <= len(parts)
                for passage in parts[number - 1]
            )
            for number in self.numbers
        )


@dataclass(frozen=True, slots=True)
class NumberedParts:
    """All the series of the documents."""

    series: tuple[Series, ...] = ()

    def mentions(self, text: str) -> Iterator[tuple[Series, Mention]]:
        """Yield each place where a text names parts by number, with their series."""
        for series in self.series:
            for mention in read_mentions(text, series.names):
                yield series, mention

    def wanted(self, text: str) -> Wanted | None:
        """Return the parts that a text names by number, of the first series that it names."""
        found = list(self.mentions(text))
        if not found:
            return None
        series = found[0][0]
        numbers = (n for other, mention in found if other is series for n in mention.numbers)
        return Wanted(series=series, numbers=series.counted(numbers))

    def without_mentions(self, text: str) -> str:
        """Return a text without the numbered parts that it names."""
        for start, end in sorted(((m.start, m.end) for _, m in self.mentions(text)), reverse=True):
            text = f"{text[:start]} {text[end:]}"
        return re.sub(r"\s+(?=[\s?.!,;:]|$)", "", text).strip()

    def named_in(self, text: str) -> tuple[Series, str] | None:
        """Return the series that a text names, with or without a number, and its name there."""
        with_number = ((series, mention.name) for series, mention in self.mentions(text))
        without = ((series, holds_name(text, series.names)) for series in self.series)
        return next((found for found in chain(with_number, without) if found[1]), None)


def open_numbered_parts(
    index: Index, forms: Sequence[Form], translations: Translations, vocabulary: frozenset[str]
) -> NumberedParts:
    """Return the numbered parts of the documents of an index.

    Args:
        index: the opened index.
        forms: of the glossary; these name the parts in the other language, and so do
        translations: of single words.
        vocabulary: the words of the documents; a compound is named by its end too.
    """
    kinds: list[tuple[dict[str, Name], dict[str, tuple[Parts, int]]]] = []
    for (document_id, called), found in _numbered(index).items():
        names = {
            name.text: name for name in names_of_parts(called, forms, translations, vocabulary)
        }
        same = next(
            (kind for kind in kinds if _share_a_name(kind[0].values(), names.values())), None
        )
        if same is None:
            same = ({}, {})
            kinds.append(same)
        same[0].update(names)
        same[1][document_id] = found
    return NumberedParts(
        tuple(
            Series(names=tuple(names.values()), parts=_with_translations(index, own))
            for names, own in kinds
        )
    )


def _with_translations(index: Index, own: Mapping[str, tuple[Parts, int]]) -> dict[str, Parts]:
    """Return the parts of each document, and of each translation that has no numbers itself."""
    every: dict[str, Parts] = {}
    for document_id, (parts, depth) in own.items():
        every |= parts_in_translations(index, document_id, parts, depth)
    return every | {document_id: parts for document_id, (parts, _) in own.items()}


def _numbered(index: Index) -> dict[tuple[str, str], tuple[Parts, int]]:
    """Return the numbered parts, by document and by what their headings call them.

    Each with the depth of its first heading. Unofficial translations are left out: they have the
    parts of their original.
    """
    found: defaultdict[tuple[str, str], dict[int, set[int]]] = defaultdict(dict)
    depths: dict[tuple[str, str], int] = {}
    for place, passage in enumerate(index.passages):
        if index.documents[passage.document_id].source.rendering_of is not None:
            continue
        innermost: dict[str, int] = {}
        for depth, heading in enumerate(passage.section):
            read = read_heading(heading, passage.section[depth - 1] if depth else "")
            if read is not None:
                innermost[read[0]] = read[1]
                depths.setdefault((passage.document_id, read[0]), depth)
        for called, number in innermost.items():
            found[passage.document_id, called].setdefault(number, set()).add(place)
    return {
        key: (tuple(frozenset(parts[number]) for number in sorted(parts)), depths[key])
        for key, parts in found.items()
        if len(parts) >= FEWEST_PARTS and set(parts) == set(range(1, len(parts) + 1))
    }


def _share_a_name(some: Iterable[Name], others: Iterable[Name]) -> bool:
    return bool(
        {name.stems for name in some if not name.partial}
        & {name.stems for name in others if not name.partial}
    )
