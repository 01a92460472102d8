"""Split Dutch and English text into sentences, as spans."""

import re

ABBREVIATIONS = frozenset(
    """a.h.v. a.u.b. aanw. afb. afd. art. b.v. bijl. bijv. blz. bv. ca. c.a. c.q. cf. circa dhr. div.
    d.d. d.m.v. dr. drs. e.a. e.d. e.g. e.o. enz. e.v. ev. evt. excl. fig. hfdst. i.c. i.e. i.h.b.
    i.o. i.p.v. i.s.m. i.t.t. i.v.m. incl. ing. ir. jl. jr. max. m.b.t. m.b.v. m.i.v. m.n. m.u.v.
    mevr. min. mr. mrs. ms. mw. n.a.v. n.b. nl. no. nos. nr. nrs. o.a. o.b.v. o.i.d. o.l.v. o.m.
    o.v.v. p. par. pp. prof. r.k. red. resp. sr. st. st. t.a.v. t.b.v. t.g.v. t/m t.o.v. t.w. u.s.
    vgl. viz. vol. vs. w.o. z.g. zgn. ph.d. b.sc. m.sc. approx. dept. est. gov. inc. ltd.""".split()
)
"""Lower case, with the full stop. ``etc.`` is not here: a capital after it opens a sentence."""

NEVER_LAST = frozenset(
    "art. blz. bijv. bv. c.q. ca. dhr. dr. drs. e.g. fig. i.e. ing. ir. mevr. mr. mrs. ms. mw. nr. "
    "nrs. no. o.a. prof. pp. resp. st. vgl. vs. m.n. zgn. t.w. incl. excl. i.c. m.b.t. i.v.m.".split()
)
"""Abbreviations that never close a sentence, even before a capital."""

_STOP = re.compile(r"[.!?…]+[)\]”’\"'»]*(?=\s+)")
_OPENING = re.compile(r"\s+[\"'“‘«(\[#@–—-]*([A-ZÀ-ÖØ-Þ0-9])")
_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$")
_WORD = re.compile(r"(\S+)$")


def split_sentences(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` spans of the sentences of a paragraph, in order.

    The spans do not overlap, hold no white space at either end, and leave only white space out.

    Args:
        text: a paragraph, list item or heading.
        offset: added to every start and end.
    """
    cuts = [0]
    for stop in _STOP.finditer(text):
        if _closes(text, stop):
            cuts.append(stop.end())
    cuts.append(len(text))
    spans: list[tuple[int, int]] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            first = start + len(part) - len(part.lstrip())
            spans.append((offset + first, offset + first + len(stripped)))
    return spans


def _closes(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop, question mark or exclamation mark closes a sentence."""
    opening = _OPENING.match(text, stop.end())
    if not opening:
        return False
    mark = stop.group()
    if not mark.startswith("."):
        return True
    found = _WORD.search(text[: stop.start() + 1])
    word = found.group(1).lstrip("(\"'“‘[").lower() if found else ""
    if word in NEVER_LAST or _INITIAL.search(text[: stop.start() + 1]):
        return False
    # "op 31 maart jl. Heeft" closes; "nr. 164" and "d.d. 3 mei" run on.
    return not (word in ABBREVIATIONS and opening.group(1).isdigit())
