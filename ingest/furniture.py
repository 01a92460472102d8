"""Running heads, running feet and page numbers, which no page's text needs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.reading import Line

_EDGE_LINES = 2
_PAGES = 3
_NUMBER_ALONE = "#"
_NUMBER_NAMED = "page #"
_NUMBER = re.compile(r"\d{1,4}")
_LONE_NUMBER = re.compile(
    r"[\s\-–—•|\[(]*(?P<named>(?:pagina|pag\.|p\.|blz\.|page)\s*)?(?P<number>\d{1,4})"
    r"(?:\s*(?:van|of|/)\s*\d{1,4})?[\s\-–—•|\])]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """What lines of several pages have in common.

    ``text`` has a number sign where the page number stands, and ``offset`` is what that number is
    more than the page; ``offset`` is ``None`` for lines that are the same in every letter.
    """

    text: str
    offset: int | None = None


def drop_page_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without running heads, running feet and page numbers.

    Only the first and last two lines of a page are looked at. One goes when it returns on at least
    three pages that are half of all pages or, as left and right pages may differ, a third of them
    and all even or all odd. A line that returns but for a number that counts along with the pages
    must be on two thirds of them ("Actielijn 1" to "Actielijn 5" on five pages are headings).
    A lone page number goes when it counts along with one on another page and they are on a third
    of the pages, or when it names its own page ("Pagina 2 van 9").

    Empty lines between what goes and the text go too, so that a paragraph that runs over the page
    is not cut. Lines without pages are returned as they are.
    """
    pages = _pages(lines)
    dropped = set(_furniture(lines, pages))
    for numbers in pages.values():
        dropped.update(_loose_gaps(lines, numbers, dropped))
        dropped.update(_loose_gaps(lines, numbers[::-1], dropped))
    return tuple(line for number, line in enumerate(lines) if number not in dropped)


def _pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Return the numbers of each page's lines."""
    pages: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.page is not None:
            pages[line.page].append(number)
    return pages


def _furniture(lines: Sequence[Line], pages: dict[int, list[int]]) -> Iterator[int]:
    seen: dict[_Pattern, set[int]] = defaultdict(set)
    edges: list[tuple[int, int]] = []
    for page, numbers in pages.items():
        written = [number for number in numbers if lines[number].text.strip()]
        for number in dict.fromkeys([*written[:_EDGE_LINES], *written[-_EDGE_LINES:]]):
            edges.append((page, number))
            for pattern in _patterns(lines[number].text, page):
                seen[pattern].add(page)
    for page, number in edges:
        if any(_returns(p, seen[p], len(pages)) for p in _patterns(lines[number].text, page)):
            yield number


def _patterns(line: str, page: int) -> Iterator[_Pattern]:
    words = " ".join(line.split())
    if lone := _LONE_NUMBER.fullmatch(words):
        text = _NUMBER_NAMED if lone.group("named") else _NUMBER_ALONE
        yield _Pattern(text=text, offset=int(lone.group("number")) - page)
        return
    yield _Pattern(text=words)
    for number in _NUMBER.finditer(words):
        template = f"{words[: number.start()]}#{words[number.end() :]}"
        yield _Pattern(text=template, offset=int(number.group()) - page)


def _returns(pattern: _Pattern, pages: set[int], of: int) -> bool:
    """Tell whether a pattern is on enough of the ``of`` pages to be furniture."""
    share = len(pages) / of
    if pattern.text in (_NUMBER_ALONE, _NUMBER_NAMED):
        names_its_page = pattern == _Pattern(text=_NUMBER_NAMED, offset=0)
        return names_its_page or (len(pages) >= 2 and share >= 1 / 3)
    if len(pages) < _PAGES:
        return False
    if len({page % 2 for page in pages}) == 1:
        return share >= 1 / 3
    return share >= (1 / 2 if pattern.offset is None else 2 / 3)


def _loose_gaps(lines: Sequence[Line], numbers: Sequence[int], dropped: set[int]) -> list[int]:
    """Return the empty lines between what is dropped at one end of a page and its text."""
    empty: list[int] = []
    found = False
    for number in numbers:
        if number in dropped:
            found = True
        elif lines[number].text.strip():
            break
        else:
            empty.append(number)
    return empty if found else []
