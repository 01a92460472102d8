"""The text of an answer to HTML: paragraphs, lists, markers, and sentences in another language.

The Markdown of an answer is this much and no more: paragraphs between blank lines, lists of lines
that begin with ``- `` or ``1. ``, markers ``[1]`` and remarks ``*(in het Engels)*``; a remark on
the line above a list is about the whole list. Anything else is shown as it stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from assistant.datatypes import Answer
from ingest.datatypes import Language
from ui.sources import source_id
from ui.texts import Texts

BlockTag = Literal["p", "ul", "ol"]

ITEM = re.compile(r"(?:(?P<bullet>-)|(?P<number>\d{1,3})\.)\s+(?P<text>\S.*)")
MARKER = re.compile(r"\[(\d{1,3})\]")
MARKED_OR_REMARK = re.compile(
    r"(?P<word>[^\s\[\]*]*)(?P<space> ?)(?P<markers>\[\d{1,3}\](?: ?\[\d{1,3}\])*)"
    r"|\*\((?P<remark>[^()*\n]+)\)\*"
)
REMARK = re.compile(r"\*\(([^()*\n]+)\)\*")
REMARK_NEXT = re.compile(r"\s*(?:\[\d{1,3}\]\s*)*\*\(")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A paragraph (one line) or a list (its items).

    Attributes:
        first: the number of the first item.
        remark: what is said of the whole list, without signs around it.
    """

    tag: BlockTag
    lines: tuple[str, ...]
    first: int = 1
    remark: str | None = None


def split_blocks(text: str) -> Iterator[TextBlock]:
    """Yield the paragraphs and lists of an answer's text, in order; nothing is lost."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        remark = None
        for tag, group in groupby(lines, key=_tag_of):
            block = _block(tag, list(group), remark)
            remark = _remark_above(block)
            if remark is None:
                yield block
        if remark is not None:
            yield block


def render_text(answer: Answer, turn: int, texts: Texts) -> Markup:
    """Return the answer's text; each marker is a button that names the source it opens."""
    line = _LineRenderer(
        turn=turn,
        markers=frozenset(citation.marker for citation in answer.citations),
        foreign=foreign_claims(answer),
        language=answer.language,
        texts=texts,
    )
    return Markup().join(
        _render_block(block, f"remark-{turn}-{number}", line)
        for number, block in enumerate(split_blocks(answer.text), start=1)
    )


def foreign_claims(answer: Answer) -> Mapping[str, Language]:
    """Return the claims that are shown in another language than the answer's, with that language.

    Those are verbatim sentences whose sources are all in the other language, untranslated.
    """
    cited = {citation.marker: citation for citation in answer.citations}
    foreign: dict[str, Language] = {}
    for claim in answer.claims:
        sources = [cited[marker] for marker in claim.markers if marker in cited]
        languages = {source.language for source in sources}
        if claim.verdict != "verbatim" or answer.language in languages or len(languages) != 1:
            continue
        if all(source.translation is None for source in sources):
            foreign[claim.text] = languages.pop()
    return foreign


def _tag_of(line: str) -> BlockTag:
    item = ITEM.fullmatch(line)
    if item is None:
        return "p"
    return "ul" if item["bullet"] else "ol"


def _remark_above(block: TextBlock) -> str | None:
    """Return the remark that a block is when it is nothing else."""
    found = REMARK.fullmatch(block.lines[0]) if block.tag == "p" else None
    return found[1] if found else None


def _block(tag: BlockTag, lines: list[str], remark: str | None) -> TextBlock:
    if tag == "p":
        return TextBlock(tag=tag, lines=(" ".join(lines),))
    items = [item for item in map(ITEM.fullmatch, lines) if item is not None]
    first = int(items[0]["number"] or 1)
    texts = tuple(item["text"] for item in items)
    return TextBlock(tag=tag, lines=texts, first=first, remark=remark)


def _render_block(block: TextBlock, remark_id: str, line: "_LineRenderer") -> Markup:
    if block.tag == "p":
        return Markup("<p>{}</p>").format(line.render(block.lines[0]))
    attributes = Markup(' start="{}"').format(block.first) if block.tag == "ol" else Markup()
    if block.remark:
        attributes += Markup(' aria-labelledby="{}"').format(remark_id)
    items = Markup().join(Markup("<li>{}</li>").format(line.render(text)) for text in block.lines)
    made = Markup("<{0}{1}>{2}</{0}>").format(block.tag, attributes, items)
    if not block.remark:
        return made
    return Markup('<div class="remarked"><p class="list-remark" id="{}">{}</p>{}</div>').format(
        remark_id, block.remark, made
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineRenderer:
    turn: int
    markers: frozenset[int]
    foreign: Mapping[str, Language]
    language: Language
    texts: Texts

    def render(self, line: str) -> Markup:
        if not self.foreign:
            return self._render_plain(line)
        claims = sorted(self.foreign, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, claims)))
        return Markup().join(self._render_foreign(line, pattern))

    def _render_foreign(self, line: str, claims: re.Pattern[str]) -> Iterable[Markup]:
        offset = 0
        for claim in claims.finditer(line):
            yield self._render_plain(line[offset : claim.start()])
            language = self.foreign[claim[0]]
            yield Markup('<span class="foreign" lang="{}">{}</span>').format(language, claim[0])
            offset = claim.end()
            if not REMARK_NEXT.match(line, offset):
                yield Markup(" ") + _remark(f"({self.texts.in_language[language]})")
        yield self._render_plain(line[offset:])

    def _render_plain(self, text: str) -> Markup:
        parts: list[Markup | str] = []
        offset = 0
        for found in MARKED_OR_REMARK.finditer(text):
            parts += [text[offset : found.start()], self._special(found)]
            offset = found.end()
        return Markup().join([*parts, text[offset:]])

    def _special(self, found: re.Match[str]) -> Markup | str:
        if found["remark"]:
            return _remark(f"({found['remark']})")
        buttons = Markup().join(
            part if number % 2 == 0 else self._marker(int(part))
            for number, part in enumerate(MARKER.split(found["markers"]))
        )
        return Markup('<span class="kept">{}{}{}</span>').format(
            found["word"], found["space"], buttons
        )

    def _marker(self, marker: int) -> Markup | str:
        return self._button(marker) if marker in self.markers else f"[{marker}]"

    def _button(self, marker: int) -> Markup:
        other = self.texts.language != self.language
        return Markup(
            '<button type="button" class="marker" data-source="{}" aria-label="{}"{}>[{}]</button>'
        ).format(
            source_id(self.turn, str(marker)),
            self.texts.marker_name.format(marker=marker),
            Markup(' lang="{}"').format(self.texts.language) if other else "",
            marker,
        )


def _remark(text: str) -> Markup:
    return Markup('<em class="remark">{}</em>').format(text)
