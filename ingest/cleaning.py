"""Rules that turn the text of a file into prose: one function per rule, ``str`` to ``str``.

The order matters and is kept in ``clean_characters`` and ``clean_block``. Footnote marks are taken
out before any of these (``ingest.footnotes``), because folding would turn ``²`` into a plain 2.
"""

import re
import unicodedata
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u200a\u202f\t\u000b"}

_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")
_BUTTONS = re.compile(
    r"(?:^|\s)(?:"
    r"Lees verder\s*>|Learn more\s*>|"
    r"Klik hier om [^.>\n]*?(?:vergroten|terug te gaan)|"
    r"Click here to (?:enlarge the infographic|go back)|"
    r"^(?:Doe je mee|Sluit je bij ons aan|Are you in|Are you with us)\?$"
    r")\s*(?:➔\s*)?",
    re.IGNORECASE,
)
_STRAY = re.compile(r"^(?:tekst|EU flag and text co-funded by the European Union)$")
_DOUBLED = re.compile(r"\b([A-Z]{2,})\s+([A-Z][\w ]+?)\s*\(\s*\2\s*\)")
_ADDRESS = re.compile(r"https?://\S+|mailto:\S+")
_PROXIES = (".mcas.ms", ".safelinks.protection.outlook.com")
_HASHTAGS = re.compile(r"(?:\s+#\w+)+\s*$")
_TAIL = re.compile(r"(?<=[.!?:”\"’'…)])\s+#\w[^.!?]*(?:[.,](?!\s+[A-Z][a-z]+ [a-z])[^.!?]*)*$")


def fold_forms(text: str) -> str:
    """Compose accents (NFC), fold ligatures and mathematical letters; superscripts stay."""
    folded = _MATHEMATICAL.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    for ligature, letters in LIGATURES.items():
        folded = folded.replace(ligature, letters)
    return unicodedata.normalize("NFC", folded)


def drop_invisible(text: str) -> str:
    """Remove soft hyphens and zero-width characters; make every kind of space a plain one."""
    return text.translate(INVISIBLE).translate(SPACES)


def drop_controls(text: str) -> str:
    """Remove control and direction characters, which no policy text needs."""
    return "".join(
        c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Co"}
    )


def clean_characters(text: str) -> str:
    """Return ``text`` with its characters, but not its words, cleaned."""
    return drop_controls(drop_invisible(fold_forms(text)))


def drop_buttons(text: str) -> str:
    """Remove the words of buttons and links that only work on the original page."""
    return _BUTTONS.sub(" ", text).strip()


def drop_link_arrows(text: str) -> str:
    """Remove the arrow that ends a link: ``Objectives >`` becomes ``Objectives``."""
    return re.sub(r"\s+[>➔→]\s*$", "", text)


def drop_stray_marks(text: str) -> str:
    """Remove lines that are left over from the layout, and a lone bullet."""
    return "" if _STRAY.match(text.strip()) or text.strip() in {"•", "-", "–"} else text


def drop_pictographs(text: str) -> str:
    """Remove emoji and dingbats; signs such as © and ° stay."""
    return "".join(
        c for c in text if not (ord(c) >= 0x2190 and unicodedata.category(c) in {"So", "Sk"})
    )


def drop_closing_hashtags(text: str) -> str:
    """Remove the hashtags after the last sentence of a post, with the names tagged behind them."""
    return _HASHTAGS.sub("", _TAIL.sub("", text))


def undouble_abbreviations(text: str) -> str:
    """``EU European Union (European Union )`` becomes ``EU (European Union)``."""
    return _DOUBLED.sub(r"\1 (\2)", text)


def close_up_spaces(text: str) -> str:
    """Leave one space between words and none before a comma, full stop or closing bracket."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" ([,;.)](?:\s|$))", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?=\s|$)", ".", text)
    return re.sub(r"\( ", "(", text).strip()


def real_address(address: str) -> str:
    """Return the address behind a proxied link, without the proxy, its host and its tokens.

    An address that is not proxied comes back unchanged.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    wrapped = parse_qs(parts.query)
    inner = wrapped.get("originalUrl") or wrapped.get("url")
    if inner and (host.endswith(_PROXIES) or "proxy" in host):
        return real_address(unquote(inner[0]))
    if host.endswith(".mcas.ms"):
        return urlunsplit((parts.scheme, host.removesuffix(".mcas.ms"), parts.path, "", ""))
    return address


def replace_proxied_links(text: str) -> str:
    """Replace each proxied link in ``text`` by its real address."""
    return _ADDRESS.sub(lambda m: real_address(m.group()), text)


def is_address(text: str) -> bool:
    """Tell whether a line is nothing but a web or mail address."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def rejoin_lone_consonants(text: str, words: frozenset[str]) -> str:
    """Join a consonant that the layout split off: ``r ol`` becomes ``rol`` when ``rol`` is a word.

    ``words`` are the lower-case words of the whole document.
    """

    def join(match: re.Match[str]) -> str:
        joined = match.group(1) + match.group(2)
        return joined if joined.lower() in words else match.group()

    return re.sub(r"(?<!\S)([bcdfghjklmnpqrstvwxz]) ([a-zà-ÿ]{2,})(?!\S)", join, text)


def clean_block(text: str) -> str:
    """Return a whole paragraph, item or heading as it stands in the canonical text."""
    for rule in (
        replace_proxied_links,
        drop_buttons,
        drop_link_arrows,
        drop_stray_marks,
        drop_pictographs,
        undouble_abbreviations,
        close_up_spaces,
    ):
        text = rule(text)
    return text
