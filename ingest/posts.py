"""Read a page of social-media posts: a line is a post, and every post is a section."""

import re
from collections.abc import Sequence

from ingest.cleaning import clean_characters, drop_closing_hashtags, drop_pictographs
from ingest.lines import ends_sentence
from ingest.outline import Placed
from ingest.reflow import RawBlock, RawKind
from ingest.sentences import split_sentences

POSTS_KIND = "social media posts"
"""The ``kind`` in the manifest that makes a document a page of posts."""

LONGEST_NAME_CHARS = 40
LONGEST_POINTER_WORDS = 6

_PICTOGRAPH = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
_ITEM_SIGNS = re.compile(r"\s*[✅🔹⭐▪]\ufe0f?\s*(?=\S)")
_PARAGRAPH_SIGN = re.compile(rf"\s+{_PICTOGRAPH}\s+(?=[^\W\d_a-zà-ÿ])")
_POINTERS = re.compile(r"\s*[👉➡⬇]\ufe0f?\s*:?\s*(?:(?:[A-ZÀ-Ý][\w’'-]+\s+){1,4}(?=#)|(?=#|$))")
_REMOVED_LINK = re.compile(rf"\s*\(\s*(?={_PICTOGRAPH}|$)|\s+[-–]\s*$")
_BOLD = re.compile(r"[\U0001d400-\U0001d7ff](?:[^.!?]*[\U0001d400-\U0001d7ff])?[?!.]?")
_CAPITALS = re.compile(r"^((?:[A-ZÀ-Ý’'-]+\s+){3,}[A-ZÀ-Ý’'-]+)\s+(?=[^a-z]*[A-Z][a-z])")


def is_profile_headline(text: str) -> bool:
    """Tell whether a line is the self-description of an account, not a post."""
    return " | " in text and not ends_sentence(text)


def split_post(post: str) -> list[tuple[RawKind, str]]:
    """Return the heading, paragraphs and items of a post as ``(kind, text)``.

    Mathematical bold letters or a run of capitals at the start are its heading, bold letters
    further on a paragraph of their own. Text after a sign such as ✅ is an item, and a sign such as
    📅 before a capital starts a paragraph. What is left of a link that was removed (``See more:``)
    goes.
    """
    post = drop_closing_hashtags(_POINTERS.sub(" ", _REMOVED_LINK.sub(" ", post)).strip())
    pieces: list[tuple[RawKind, str]] = []
    if capitals := _CAPITALS.match(post):
        pieces.append(("heading", capitals.group(1)))
        post = post[capitals.end() :]
    done = 0
    for bold in _BOLD.finditer(post):
        pieces += _split_items(post[done : bold.start()])
        pieces.append(("paragraph" if post[: bold.start()].strip() else "heading", bold.group()))
        done = bold.end()
    return _without_pointer([*pieces, *_split_items(post[done:])])


def _split_items(text: str) -> list[tuple[RawKind, str]]:
    """Return the paragraphs and items of a text.

    The signs do not say where an item ends. Where most others are one sentence, so is an item, and
    what follows it is a paragraph again.
    """
    first, *rest = _ITEM_SIGNS.split(text)
    pieces = _paragraphs(first)
    items = [[_clean(part) for part in _PARAGRAPH_SIGN.split(item)] for item in rest]
    counts = [len(split_sentences(item)) for item, *_ in items]
    for item, *paragraphs in items:
        spans = split_sentences(item)
        others = counts.count(1) - (len(spans) == 1)
        end = spans[0][1] if spans and 2 * others > len(items) - 1 else len(item)
        pieces.append(("item", item[:end]))
        pieces += [("paragraph", part) for part in (item[end:], *paragraphs)]
    return pieces


def _paragraphs(text: str) -> list[tuple[RawKind, str]]:
    return [("paragraph", part) for part in _PARAGRAPH_SIGN.split(text)]


def _without_pointer(pieces: Sequence[tuple[RawKind, str]]) -> list[tuple[RawKind, str]]:
    """Return the cleaned pieces without the words that only led to a link at the end."""
    cleaned = [(kind, _clean(text)) for kind, text in pieces]
    filled = [(kind, text) for kind, text in cleaned if text]
    if not filled:
        return []
    kind, text = filled[-1]
    spans = split_sentences(text)
    start, end = spans[-1]
    if text.endswith(":") and len(text[start:end].split()) <= LONGEST_POINTER_WORDS:
        text = text[:start].rstrip()
    return [*filled[:-1], (kind, text)] if text else filled[:-1]


def _clean(text: str) -> str:
    return drop_pictographs(clean_characters(text)).strip()


def place_posts(lines: Sequence[str]) -> list[Placed]:
    """Return the blocks of a page of posts, each under its own section.

    A short line without a full stop names the text on the next line; other posts are numbered in
    the order of the page.
    """
    placed: list[Placed] = []
    name, number = "", 0
    for place, line in enumerate(lines):
        text = line.strip()
        if not text or is_profile_headline(text):
            continue
        if len(text) < LONGEST_NAME_CHARS and not ends_sentence(text) and place + 1 < len(lines):
            name = text
            heading = RawBlock(kind="heading", text=text, first_line=place)
            placed.append(Placed(block=heading, path=(name,)))
            continue
        if name:
            path: tuple[str, ...] = (name,)
            name = ""
        else:
            number += 1
            path = (f"Post {number}",)
        for kind, piece in split_post(text):
            path = (path[0], piece) if kind == "heading" else path
            placed.append(
                Placed(block=RawBlock(kind=kind, text=piece, first_line=place), path=path)
            )
    return placed
