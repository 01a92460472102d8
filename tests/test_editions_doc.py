"""The page on the two editions quotes them to the letter, or one of these fails."""

import json
import re
from dataclasses import dataclass

import pytest

from ingest.settings import PROJECT

PAGE = (PROJECT / "docs" / "editions.md").read_text(encoding="utf-8")
GOLD = PROJECT / "evals" / "data" / "alignment-gold.jsonl"
TEXTS = {
    name: (PROJECT / "corpus" / "text" / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("plan-nl", "plan-en")
}
SPAN = re.compile(r"`(plan-nl|plan-en) (\d+)-(\d+)`")
HEADER = "| Dutch | Span | English | Span | What differs |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    dutch: Quote | None
    english: Quote | None
    differs: str


def read_quote(text: str, span: str, document: str) -> Quote | None:
    if (text, span) == ("no counterpart", "none"):
        return None
    found = SPAN.fullmatch(span)
    assert found is not None, f"not a span: {span}"
    assert found[1] == document
    return Quote(document=document, start=int(found[2]), end=int(found[3]), text=text)


def read_row(line: str) -> Row:
    dutch, dutch_span, english, english_span, differs = line.strip("| ").split(" | ")
    return Row(
        dutch=read_quote(dutch, dutch_span, "plan-nl"),
        english=read_quote(english, english_span, "plan-en"),
        differs=differs,
    )


ROWS = [
    read_row(line)
    for line in PAGE.splitlines()
    if line.startswith("|") and line != HEADER and not line.startswith("|---")
]
BEADS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def beads_of(side: str, quote: Quote | None) -> set[int]:
    """The beads that have the quote inside one sentence of that side, or an empty side for none."""
    if quote is None:
        return {number for number, bead in enumerate(BEADS) if not bead[side]}
    return {
        number
        for number, bead in enumerate(BEADS)
        for sentence in bead[side]
        if sentence["start"] <= quote.start < quote.end <= sentence["end"]
    }


def name_of(row: Row) -> str:
    quote = row.dutch or row.english
    assert quote is not None
    return f"{quote.document} {quote.start}"


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_every_quote_stands_at_its_span(row: Row) -> None:
    for quote in filter(None, (row.dutch, row.english)):
        assert TEXTS[quote.document][quote.start : quote.end] == quote.text
        assert "…" not in quote.text


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_both_quotes_of_a_row_lie_in_one_bead(row: Row) -> None:
    shared = beads_of("source", row.dutch) & beads_of("target", row.english)

    assert len(shared) == 1


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_every_row_says_what_differs(row: Row) -> None:
    assert row.differs.endswith(".")


def test_no_difference_is_listed_twice() -> None:
    spans = [(row.dutch, row.english) for row in ROWS]

    assert len(spans) == len(set(spans))


def test_the_page_counts_its_rows_and_the_beads() -> None:
    rows = re.search(r"lists (\d+) places", PAGE)
    beads = re.search(r"all (\d+) beads", PAGE)

    assert rows is not None
    assert beads is not None
    assert (int(rows[1]), int(beads[1])) == (len(ROWS), len(BEADS))


def test_every_span_of_the_page_belongs_to_a_row_that_is_read() -> None:
    quotes = [quote for row in ROWS for quote in (row.dutch, row.english) if quote is not None]

    assert len(SPAN.findall(PAGE)) == len(quotes)
