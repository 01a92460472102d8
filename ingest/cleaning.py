"""Rules that turn the text of a file into prose: one function per rule, ``str`` to ``str``.

The order matters and is kept in ``clean_characters`` and ``clean_block``. Footnote marks are taken
out before any of these (``ingest.footnotes``), because folding would turn ``²`` into a plain 2.
"""

import re
import unicodedata

from ingest.addresses import replace_proxied_links

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
SYMBOL_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•"})
"""Where word processors put the bullets of the fonts Symbol and Wingdings."""

_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")
_NO_TEXT = frozenset({"Cc", "Cf", "Co", "Cs"})
_BUTTONS = re.compile(
    r"(?<!\S)(?:"
    r"Lees verder\s*>|Learn more\s*>|"
    r"Klik hier om [^.>\n]*?(?:vergroten|terug te gaan)|"
    r"Click here to (?:enlarge the infographic|go back)"
    r")(?:\s*➔)?(?!\w)",
    re.IGNORECASE,
)
_INVITATIONS = re.compile(
    r"(?:Doe je mee|Sluit je bij ons aan|Are you in|Are you with us)\?", re.IGNORECASE
)
_STRAY = re.compile(r"tekst|EU flag and text co-funded by the European Union|[•–-]")
_DOUBLED = re.compile(r"\b([A-Z]{2,})\s+([A-Z][\w ]{1,80}?)\s*\(\s*\2\s*\)")
_HASHTAGS = re.compile(r"(?:\s+#\w+)+\s*$")
_TAGS_AND_NAMES = re.compile(r"(?<=[.!?:”\"’'…)])\s+#\w(?:[^.!?]|\.(?!\s+[A-Z][a-z]+ [a-z]))*$")
_CLAUSE = re.compile(r"(?<!\S)[a-zà-ÿ]{2,} [a-zà-ÿ]{3,}\b")
_LONE = re.compile(r"(?<!\S)([bcdfghjklmnpqrstvwxz]) ([a-zà-ÿ]{2,})(?!\w)")


def fold_forms(text: str) -> str:
    """Compose accents (NFC), fold ligatures and mathematical letters; superscripts stay."""
    folded = _MATHEMATICAL.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    return unicodedata.normalize("NFC", folded.translate(LIGATURES))


def drop_invisible(text: str) -> str:
    """Remove soft hyphens, zero-width and control characters; every space becomes a plain one."""
    spaced = re.sub(r"[^\S\n]", " ", text.translate(SYMBOL_BULLETS))
    return "".join(
        c
        for c in spaced
        if c == "\n" or not (unicodedata.category(c) in _NO_TEXT or "\ufe00" <= c <= "\ufe0f")
    )


def clean_characters(text: str) -> str:
    """Return ``text`` with its characters, but not its words, cleaned."""
    return fold_forms(drop_invisible(text))


def drop_buttons(text: str) -> str:
    """Remove the words of buttons and links that only work on the original page."""
    text = _BUTTONS.sub(" ", text).strip()
    return "" if _INVITATIONS.fullmatch(text) else text


def drop_link_arrows(text: str) -> str:
    """Remove the arrow that ends a link: ``Objectives >`` becomes ``Objectives``."""
    return re.sub(r"\s+[>➔→]\s*$", "", text)


def drop_stray_marks(text: str) -> str:
    """Remove lines that are left over from the layout, and a lone bullet."""
    return "" if _STRAY.fullmatch(text.strip()) else text


def drop_pictographs(text: str) -> str:
    """Remove emoji and dingbats; signs such as © and ° stay."""
    return "".join(
        c for c in text if not (ord(c) >= 0x2190 and unicodedata.category(c) in {"So", "Sk"})
    )


def drop_closing_hashtags(text: str) -> str:
    """Remove the hashtags after the last sentence of a post, with the names tagged behind them."""
    found = _TAGS_AND_NAMES.search(text)
    if found and not _CLAUSE.search(found.group()):
        text = text[: found.start()]
    return _HASHTAGS.sub("", text)


def undouble_abbreviations(text: str) -> str:
    """``EU European Union (European Union )`` becomes ``EU (European Union)``."""
    return _DOUBLED.sub(r"\1 (\2)", text)


def close_up_spaces(text: str) -> str:
    """Leave one space between words and none before a comma, full stop or closing bracket."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" (?=[,;.)](?:\s|$))", "", text)
    text = re.sub(r"(?<!\.)\.\.(?=\s|$)", ".", text)
    return text.replace("( ", "(").strip()


def words_without_lone_consonants(text: str) -> frozenset[str]:
    """Return the lower-case words of ``text``, save a lone consonant and what stands behind it."""
    return frozenset(re.findall(r"\w+", _LONE.sub(" ", text).lower()))


def rejoin_lone_consonants(text: str, words: frozenset[str]) -> str:
    """Join a consonant that the layout split off: ``r ol`` becomes ``rol``.

    Only where the whole is one of ``words`` and the rest is not, so that ``hepatitis b en c`` stays
    as it is in a text that holds ``ben``. ``words`` are those of the whole document
    (``words_without_lone_consonants``).
    """

    def join(match: re.Match[str]) -> str:
        joined = match.group(1) + match.group(2)
        return joined if joined in words and match.group(2) not in words else match.group()

    return _LONE.sub(join, text)


def clean_block(text: str) -> str:
    """Return a whole paragraph, item or heading as it stands in the canonical text.

    The rules are applied until none of them changes anything, because one can uncover what another
    looks for.
    """
    before = None
    while text != before:
        before = text
        for rule in (
            replace_proxied_links,
            drop_pictographs,
            drop_buttons,
            drop_link_arrows,
            drop_stray_marks,
            undouble_abbreviations,
            close_up_spaces,
        ):
            text = rule(text)
    return text
