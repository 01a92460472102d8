"""What a line looks like: a heading, an item, the middle of a sentence. And how two lines join."""

import re
from collections.abc import Iterable

from ingest.readers.reading import Line

BULLET = re.compile(r"^[•◦▪●‣–*·-]\s+(?=\S)")
NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
CONJUNCTIONS = frozenset({"en", "of", "and", "or", "tot", "noch"})
LONGEST_HEADING_CHARS = 90
LONGEST_HEADING_WORDS = 13
LONGEST_LABEL_CHARS = 60

_END = re.compile(r"[.?!…][)”’\"']*$")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))


def ends_sentence(text: str) -> bool:
    """Tell whether a line closes a sentence or leads in what follows."""
    text = text.rstrip()
    return text.endswith(":") or _END.search(text) is not None


def looks_like_heading(text: str) -> bool:
    """Tell whether a line could be a heading: short, opens with a capital, no full stop."""
    text = text.strip()
    if not 2 < len(text) <= LONGEST_HEADING_CHARS or len(text.split()) > LONGEST_HEADING_WORDS:
        return False
    if text[-1] in ".,;:-–" or any(text.count(a) != text.count(b) for a, b in _PAIRS):
        return False
    return NUMBER.match(text) is not None or text.lstrip("‘“'\"")[:1].isupper()


def is_numbered_heading(text: str, after: str) -> bool:
    """Tell a numbered heading from a numbered item: a capital opens the line after it."""
    return (
        NUMBER.match(text) is not None
        and looks_like_heading(text)
        and after[:1].isupper()
        and not NUMBER.match(after)
    )


def is_item(text: str, after: str) -> bool:
    """Tell whether a line opens a list item; ``after`` is the next line that is not empty."""
    if BULLET.match(text):
        return True
    return NUMBER.match(text) is not None and not is_numbered_heading(text, after)


def is_label(text: str, after: str) -> bool:
    """Tell whether a bullet names the paragraph after it, such as ``• Den Haag – studenten``."""
    found = BULLET.match(text)
    if not found or BULLET.match(after) or not after[:1].isupper():
        return False
    name = text[found.end() :]
    return len(name) < LONGEST_LABEL_CHARS and looks_like_heading(name)


def runs_on(before: str, after: str) -> bool:
    """Tell whether a sentence runs on from one line to the next, whatever stands between them."""
    before, after = before.rstrip(), after.strip()
    if not before or not after or ends_sentence(before):
        return False
    if BULLET.match(after):
        return False
    return after[0].islower() or (after[0] == "(" and after[1:2].islower())


def hyphenated_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the lower-case words that stand with a hyphen inside a line."""
    return frozenset(
        word.lower()
        for line in lines
        for word in re.findall(r"(?<!\S)[^\W\d_]+-[^\W\d_]+\b", line.text)
    )


def join_lines(before: str, after: str, hyphenated: frozenset[str] = frozenset()) -> str:
    """Return two pieces of a sentence as one, undoing the hyphen of a line end.

    ``before`` keeps its trailing spaces: ``evidence -`` is the hyphen of ``evidence-based``,
    ``studies - `` a dash. A word in ``hyphenated`` keeps its hyphen, and so does one that has a
    capital on either side of it (``IBO-rapport``, ``NOC-NSF``).
    """
    loose = before.endswith(" -")
    before, after = before.rstrip(), after.strip()
    if loose and after[:1].islower():
        stem = before[:-2]
        suspended = "".join(stem.split()[-1:]).lower() in CONJUNCTIONS
        return f"{before}{after}" if suspended else f"{stem}-{after}"
    if re.search(r"[^\W\d_]-$", before) and after:
        first, rest = before[:-1].split()[-1], after.split()[0].strip(",.;:)")
        if rest.lower() in CONJUNCTIONS:
            return f"{before} {after}"
        capital = rest[:1].isupper() or first[-1].isupper()
        if capital or f"{first}-{rest}".lower() in hyphenated:
            return f"{before}{after}"
        return f"{before[:-1]}{after}"
    return f"{before} {after}"
