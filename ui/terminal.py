"""An answer for a terminal: its text, then the numbered sources with what they say."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.contract import answer_to_json
from assistant.datatypes import Answer
from assistant.reasons import Considered, Explanation
from ui.answer_text import REMARK, TextBlock, split_blocks
from ui.languages import TEXTS
from ui.reasons_in_words import (
    place_in_words,
    question_in_words,
    quote_in_words,
    ranks_in_words,
    reading_in_words,
    reasons_in_words,
    shown_of,
)
from ui.source_lines import near_place, near_quote, place_line, quote_lines
from ui.texts import Texts

MOST_COLUMNS = 100


def open_console(*, errors: bool = False) -> Console:
    """Return a console on standard output or error, at most 100 columns wide."""
    console = Console(stderr=errors, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, MOST_COLUMNS) if console.is_terminal else MOST_COLUMNS
    return console


def print_answer(
    answer: Answer, *, as_json: bool, heading: str = "", explained: bool = False
) -> None:
    """Print an answer on standard output, for people or as one line of JSON.

    Args:
        answer: of any status.
        as_json: JSON is UTF-8 whatever the locale says.
        heading: a line above an answer for people; none when empty.
        explained: whether an explanation was asked for; an answer without one then says why.
    """
    if as_json:
        sys.stdout.flush()
        sys.stdout.buffer.write(answer_to_json(answer).encode() + b"\n")
        sys.stdout.buffer.flush()
        return
    console = open_console()
    if heading:
        console.print()
        console.rule(heading)
    print_plainly(console, render_answer(answer))
    if explained and answer.explanation is None and answer.status != "support":
        texts = TEXTS[answer.language]
        print_plainly(console, Text(f"\n{texts.not_searched}", style="dim"))


def print_plainly(console: Console, content: RenderableType) -> None:
    """Print without the spaces that a layout leaves at the end of its lines."""
    with console.capture() as captured:
        console.print(content)
    console.file.write(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE))


def render_answer(answer: Answer) -> Group:
    """Return the answer for reading: text, sources, what is missing, what else could be asked."""
    return Group(*_with_blank_lines(_parts(answer, TEXTS[answer.language])))


def _parts(answer: Answer, texts: Texts) -> Iterator[RenderableType]:
    for block in split_blocks(answer.text):
        yield _block(block)
    if answer.notice:
        yield Text(answer.notice, style="italic")
    if answer.missing:
        yield _list(texts.missing, answer.missing)
    if answer.citations:
        yield Text(texts.sources_heading, style="bold")
        for (title, place), cited in groupby(
            answer.citations, key=lambda one: (one.title, place_line(one, texts))
        ):
            quotes = [(f"[{one.marker}]", Text(quote_lines(one, texts))) for one in cited]
            yield Group(Text(title, style="bold"), Text(place, style="dim"), _hanging(quotes))
    if answer.related and not answer.citations:
        near = [
            ("-", Group(Text(near_quote(one, texts)), Text(near_place(one), style="dim")))
            for one in answer.related
        ]
        yield Group(Text(texts.related_heading, style="bold"), _hanging(near))
    if answer.suggestions:
        yield _list(texts.suggestions_heading, answer.suggestions)
    if answer.explanation is not None:
        heading = texts.why_sources if answer.citations else texts.why_refused
        yield Text(heading, style="bold")
        yield from _explanation(answer.explanation, texts)


def _explanation(explanation: Explanation, texts: Texts) -> Iterator[RenderableType]:
    whole = question_in_words(explanation, texts)
    if len(explanation.readings) > 1:
        yield _labelled(whole)
    for reading in explanation.readings:
        rows = reading_in_words(reading, texts)
        if len(explanation.readings) > 1:
            yield Text(f"“{reading.question}”", style="bold")
            yield _labelled(rows)
        else:
            yield _labelled([*whole, *rows])
        yield _hanging(
            (f"{one.rank}.", _considered(one, reading.searched, texts)) for one in shown_of(reading)
        )


def _labelled(rows: Iterable[tuple[str, str]]) -> Table:
    return _hanging((f"{label}:", Text(value)) for label, value in rows)


def _considered(one: Considered, searched: int, texts: Texts) -> Group:
    place = place_in_words(one, texts)
    if one.markers:
        cited = f"{texts.cited_as} {' '.join(f'[{marker}]' for marker in one.markers)}"
        place = f"{place} · {cited}" if place else cited
    reasons = "; ".join(reasons_in_words(one, searched, texts))
    return Group(
        Text(one.title, style="bold"),
        *([Text(place, style="dim")] if place else []),
        Text(f"{quote_in_words(one, texts)}\n{texts.found_because} {reasons}."),
        Text(f"{ranks_in_words(one, searched, texts)}.", style="dim"),
    )


def _block(block: TextBlock) -> RenderableType:
    if block.tag == "p":
        return _line(block.lines[0])
    signs = (
        ["-"] * len(block.lines)
        if block.tag == "ul"
        else [f"{number}." for number in range(block.first, block.first + len(block.lines))]
    )
    rows = _hanging(zip(signs, map(_line, block.lines), strict=True))
    return Group(_remark(block.remark), rows) if block.remark else rows


def _line(line: str) -> Text:
    """Return a line with its remarks in italics instead of between asterisks."""
    parts = REMARK.split(line)
    return Text.assemble(
        *(_remark(part) if place % 2 else part for place, part in enumerate(parts))
    )


def _remark(words: str) -> Text:
    return Text(f"({words})", style="italic")


def _list(heading: str, lines: Iterable[str]) -> Group:
    return Group(Text(heading, style="bold"), _hanging(("-", Text(line)) for line in lines))


def _hanging(rows: Iterable[tuple[str, RenderableType]]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for sign, content in rows:
        table.add_row(Text(sign), content)
    return table


def _with_blank_lines(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for number, part in enumerate(parts):
        yield Padding(part, (1 if number else 0, 0, 0, 0))
