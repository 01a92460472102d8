"""Split Dutch and English text into sentences, as spans."""

import re
from itertools import pairwise

_WITH_STOP = """
    a.h.v. a.u.b. aanw. afb. afd. art. b.v. bijl. bijv. blz. bv. ca. c.a. c.q. cf. circa dhr. div.
    d.d. d.m.v. dr. drs. e.a. e.d. e.g. e.o. enz. e.v. ev. evt. excl. fig. hfdst. i.c. i.e. i.h.b.
    i.o. i.p.v. i.s.m. i.t.t. i.v.m. incl. ing. ir. jl. jr. max. m.b.t. m.b.v. m.i.v. m.n. m.u.v.
    mevr. min. mr. mrs. ms. mw. n.a.v. n.b. nl. no. nos. nr. nrs. o.a. o.b.v. o.i.d. o.l.v. o.m.
    o.v.v. p. par. pp. prof. r.k. red. resp. sr. st. t.a.v. t.b.v. t.g.v. t.o.v. t.w. u.s. vgl.
    viz. vol. vs. w.o. z.g. zgn. ph.d. b.sc. m.sc. approx. dept. est. gov. inc. ltd. al. a.m. p.m.
    jan. feb. mrt. mar. apr. jun. jul. aug. sep. sept. okt. oct. nov. dec.
"""
ABBREVIATIONS = frozenset(_WITH_STOP.split())
"""Lower case, with the full stop. ``etc.`` is not here: a capital after it opens a sentence."""

_RUNNING_ON = """
    a.h.v. art. b.v. bijv. blz. bv. c.q. ca. d.d. d.m.v. dhr. dr. drs. e.g. excl. fig. i.c. i.e.
    i.h.b. i.p.v. i.s.m. i.t.t. i.v.m. incl. ing. ir. m.b.t. m.b.v. m.i.v. m.n. m.u.v. mevr. mr.
    mrs. ms. mw. n.a.v. no. nr. nrs. o.a. o.b.v. o.l.v. pp. prof. resp. st. t.a.v. t.b.v. t.g.v.
    t.o.v. t.w. vgl. viz. vs. zgn.
"""
NEVER_LAST = frozenset(_RUNNING_ON.split())
"""Abbreviations that never close a sentence, even before a capital."""

LONGEST_ABBREVIATION_CHARS = 20

_STOP = re.compile(r"[.!?…]+[)\]”’\"'»]*(?=\s+)")
_OPENING = re.compile(r"\s+[\"'“‘«(\[#@–—-]*(\w)")
_INITIAL = re.compile(r"(?:^|[\s(])(?:[A-Z]\.)+$")
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
    for start, end in pairwise(cuts):
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            first = start + len(part) - len(part.lstrip())
            spans.append((offset + first, offset + first + len(stripped)))
    return spans


def _closes(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop, question mark or exclamation mark closes a sentence."""
    opening = _OPENING.match(text, stop.end())
    if not opening or not (opening.group(1).isupper() or opening.group(1).isdigit()):
        return False
    mark = stop.group()
    if not mark.startswith("."):
        return True
    before = text[max(0, stop.start() + 1 - LONGEST_ABBREVIATION_CHARS) : stop.start() + 1]
    found = _WORD.search(before)
    word = found.group(1).lstrip("(\"'“‘[").lower() if found else ""
    if word in NEVER_LAST or _INITIAL.search(before):
        return False
    # "op 31 maart jl. Heeft" closes; "nr. 164" and "d.d. 3 mei" run on.
    return not (word in ABBREVIATIONS and opening.group(1).isdigit())
