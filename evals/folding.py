"""One way to compare quotes: blind to case, white space, punctuation and ligatures."""

import unicodedata


def fold(text: str) -> str:
    """Return ``text`` in lower case without white space, punctuation or invisible characters.

    Compatibility forms are unified first (NFKC), so that a ligature equals its letters. Line
    breaks, hyphenation and Markdown marks therefore never keep two quotes apart.
    """
    lowered = unicodedata.normalize("NFKC", text).lower()
    return "".join(mark for mark in lowered if unicodedata.category(mark)[0] not in "ZPC")
