"""Markdown, block by block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.errors import UnreadableFile
from ingest.readers.decoding import decode_text, read_text
from ingest.readers.reading import Line, Reading

_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_MARKS = (
    re.compile(r"^ {0,3}[-*+] +\S", re.MULTILINE),
    re.compile(r"\*\*[^\s*][^\n]*?\*\*"),
    re.compile(r"\[[^\]\n]+\]\([^)\s]*\)"),
)
_FRONT_MATTER = re.compile(r"\A---\n((?:\w[\w-]*:.*\n|[ \t-].*\n)+)---\n")
_FRONT_TITLE = re.compile(r"^title:[ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^(\d+)\]:[ \t]*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\]")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNSEEN_HTML = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|b|em|i|mark|small|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!?][^>]*>", re.IGNORECASE)
_LINE_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)


class MarkdownReader:
    """Reads Markdown: every heading, paragraph, list item and table row is one line."""

    def accepts(self, head: bytes) -> bool:
        """Tell whether a heading, or two of a list, bold text and a link, are among the bytes."""
        try:
            text = decode_text(head, whole=False)
        except UnreadableFile:
            return False
        return bool(_HEADING.search(text)) or sum(bool(m.search(text)) for m in _MARKS) >= 2

    def read(self, path: Path) -> Reading:
        """Return the blocks of the file, with marks, tags and images taken out.

        An ordered item keeps its number (``2. ``), a table row is ``cell | cell``, and a footnote
        starts with its mark (``¹ ``).

        Raises:
            UnreadableFile: when the file is not text.
        """
        text = read_text(path)
        title = None
        if front := _FRONT_MATTER.match(text):
            title = found.group(2) if (found := _FRONT_TITLE.search(front.group(1))) else None
            text = text[front.end() :]
        text = _UNSEEN_HTML.sub("", text)
        text = _FOOTNOTE.sub(lambda mark: f"\n{_superscript(mark)} ", text)
        text = _FOOTNOTE_MARK.sub(_superscript, text)
        # Indented text in a policy document is a paragraph, not a listing.
        parser = _Parser("commonmark", {"maxNesting": 100}).enable("table").disable("code")
        lines = tuple(_Blocks().lines_of(parser.parse(text)))
        return Reading(lines=lines, title=title or _first_title(lines))


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's own name
        """Take every address as one: addresses are not kept, and a refused link stays as marks."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    number: str
    texts: list[str] = field(default_factory=list)


class _Blocks:
    """Turns the tokens of a document into lines, with the list items that are still open."""

    def __init__(self) -> None:
        self._items: list[_Item] = []
        self._cells: list[str] = []

    def lines_of(self, tokens: Sequence[Token]) -> Iterator[Line]:
        for before, token in zip([None, *tokens], tokens, strict=False):
            match token.type:
                case "inline":
                    yield from self._text(_visible(token), before.tag if before else "p")
                case "html_block":
                    for line in _without_tags(token.content).split("\n"):
                        yield from self._text(line.strip(), "p")
                case "fence":
                    for line in token.content.split("\n"):
                        yield from self._text(line.strip(), "p")
                case "list_item_open":
                    number = f"{token.info}{token.markup} " if token.info else ""
                    self._items.append(_Item(number=number))
                case "list_item_close":
                    yield from self._open_item()
                    self._items.pop()
                case "bullet_list_open" | "ordered_list_open":
                    yield from self._open_item()
                case "tr_close":
                    row, self._cells = self._cells, []
                    if any(row):
                        yield Line(text=" | ".join(row), kind="paragraph")

    def _text(self, text: str, tag: str) -> Iterator[Line]:
        if tag in ("th", "td"):
            self._cells.append(text)
        elif not text:
            return
        elif tag.startswith("h"):
            yield from self._open_item()
            yield Line(text=text, kind="heading", level=int(tag[1]))
        elif self._items:
            self._items[-1].texts.append(text)
        else:
            yield Line(text=text, kind="paragraph")

    def _open_item(self) -> Iterator[Line]:
        """Give what the innermost open item holds so far: all its paragraphs as one line."""
        if self._items and self._items[-1].texts:
            item = self._items[-1]
            yield Line(text=item.number + " ".join(item.texts), kind="item")
            self._items[-1] = _Item(number="")  # what follows a nested list


def _visible(token: Token) -> str:
    pieces: list[str] = []
    for child in token.children or []:
        match child.type:
            case "text" | "code_inline":
                pieces.append(child.content)
            case "softbreak" | "hardbreak":
                pieces.append(" ")
            case "html_inline" if _LINE_BREAK_TAG.match(child.content):
                pieces.append(" ")
    return re.sub(" {2,}", " ", "".join(pieces)).strip(" ")


def _without_tags(html: str) -> str:
    return unescape(_TAG.sub("\n", " ".join(_INLINE_TAG.sub("", html).split())))


def _superscript(mark: re.Match[str]) -> str:
    return mark.group(1).translate(_SUPERSCRIPTS)


def _first_title(lines: Sequence[Line]) -> str | None:
    return next((line.text for line in lines if line.kind == "heading" and line.level == 1), None)
