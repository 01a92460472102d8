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
from assistant.datatypes import Answer, Citation, Related
from assistant.reasons import Considered, Explanation
from ui.answer_text import TextBlock, split_blocks
from ui.languages import TEXTS
from ui.reasons_in_words import (
    place_in_words,
    question_in_words,
    reading_in_words,
    reasons_in_words,
    shown_of,
)
from ui.texts import Texts, date_in_words

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
        for place, cited in groupby(answer.citations, key=lambda citation: _place(citation, texts)):
            yield Group(*place, _hanging(_quote(citation, texts) for citation in cited))
    if answer.related and not answer.citations:
        yield Group(
            Text(texts.related_heading, style="bold"), *(_near(one) for one in answer.related)
        )
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
        place += f" · {texts.cited_as} {' '.join(f'[{marker}]' for marker in one.markers)}"
    reasons = "; ".join(reasons_in_words(one, searched, texts))
    return Group(
        Text(one.title, style="bold"),
        Text(place, style="dim"),
        Text(f"{texts.found_because} {reasons}."),
    )


def _block(block: TextBlock) -> RenderableType:
    if block.tag == "p":
        return Text(block.lines[0])
    signs = (
        ["-"] * len(block.lines)
        if block.tag == "ul"
        else [f"{number}." for number in range(block.first, block.first + len(block.lines))]
    )
    return _hanging(zip(signs, map(Text, block.lines), strict=True))


def _place(citation: Citation, texts: Texts) -> tuple[Text, Text]:
    """Return the title, and a line that says where in the document and in which language."""
    place = [
        citation.section,
        texts.page.format(page=citation.page) if citation.page else None,
        date_in_words(citation.published, texts) if citation.published else None,
        f"{texts.origins[citation.origin]}, {texts.languages[citation.language]}",
    ]
    line = " · ".join(part for part in place if part)
    return Text(citation.title, style="bold"), Text(line, style="dim")


def _quote(citation: Citation, texts: Texts) -> tuple[str, Text]:
    quote = f"“{citation.quote}”"
    if citation.translation is not None:
        quote += f"\n{texts.translation_heading}: “{citation.translation.text}”"
    return f"[{citation.marker}]", Text(quote)


def _near(related: Related) -> Table:
    place = " · ".join(part for part in (related.document_id, related.section) if part)
    return _hanging([("-", Group(Text(f"“{related.quote}”"), Text(place, style="dim")))])


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
