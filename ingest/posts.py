"""Read a page of social-media posts: a line is a post, and every post is a section."""

import re
from collections.abc import Sequence

from ingest.cleaning import clean_characters, drop_closing_hashtags, drop_pictographs
from ingest.lines import ends_sentence
from ingest.outline import Placed
from ingest.reflow import RawBlock, RawKind

POSTS_KIND = "social media posts"
"""The ``kind`` in the manifest that makes a document a page of posts."""

LONGEST_NAME_CHARS = 40

_ITEM_SIGNS = re.compile(r"\s*[✅🔹⭐▪]\s*(?=\S)")
_POINTERS = re.compile(r"\s*[👉➡⬇]\ufe0f?\s*:?\s*(?=#|$)")
_REMOVED_LINK = re.compile(r"\s*\(\s*(?=[\U0001f300-\U0001faff]|$)")
_BOLD = re.compile(r"[\U0001d400-\U0001d7ff](?:[^.!?]*[\U0001d400-\U0001d7ff])?[?!.]?")
_CAPITALS = re.compile(r"^((?:[A-ZÀ-Ý’'-]+\s+){3,}[A-ZÀ-Ý’'-]+)\s+(?=[^a-z]*[A-Z][a-z])")


def is_profile_headline(text: str) -> bool:
    """Tell whether a line is the self-description of an account, not a post."""
    return " | " in text and not ends_sentence(text)


def split_post(post: str) -> list[tuple[RawKind, str]]:
    """Return the heading, paragraphs and items of a post as ``(kind, text)``.

    Mathematical bold letters or a run of capitals at the start are its heading, bold letters
    further on a paragraph of their own, and text after a sign such as ✅ is an item.
    """
    post = drop_closing_hashtags(_POINTERS.sub(" ", _REMOVED_LINK.sub(" ", post)))
    pieces: list[tuple[RawKind, str]] = []
    if capitals := _CAPITALS.match(post):
        pieces.append(("heading", capitals.group(1)))
        post = post[capitals.end() :]
    done = 0
    for bold in _BOLD.finditer(post):
        pieces += _split_items(post[done : bold.start()])
        pieces.append(("paragraph" if post[: bold.start()].strip() else "heading", bold.group()))
        done = bold.end()
    return _cleaned([*pieces, *_split_items(post[done:])])


def _split_items(text: str) -> list[tuple[RawKind, str]]:
    first, *items = _ITEM_SIGNS.split(text)
    return [("paragraph", first), *(("item", item) for item in items)]


def _cleaned(pieces: Sequence[tuple[RawKind, str]]) -> list[tuple[RawKind, str]]:
    cleaned = [(kind, drop_pictographs(clean_characters(text)).strip()) for kind, text in pieces]
    return [(kind, text) for kind, text in cleaned if text]


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
