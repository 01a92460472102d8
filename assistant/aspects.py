"""What a heading says is under it, and what a question asks of a part: aims, actions, partners.

The words are those that plans and reports in Dutch and English use for these.
"""

import re
from collections.abc import Mapping
from typing import Literal

from assistant.kinds import Kind
from assistant.numbering import cardinal
from assistant.query import content_words
from ingest.terms import fold, words_of

Aspect = Literal["title", "aims", "actions", "partners"]

_ASKED: Mapping[Aspect, frozenset[str]] = {
    "title": frozenset("heet heten naam titel called name named title titled".split()),
    "aims": frozenset(
        """doel doelen doelstelling doelstellingen ambitie ambities bereiken bereikt beoogt beoogd
        streeft streven achieve achieved aim aims aimed goal goals objective objectives ambition
        ambitions purpose""".split()
    ),
    "actions": frozenset(
        """actie acties activiteit activiteiten maatregel maatregelen gebeurt gebeuren gedaan
        onderneemt ondernemen ondernomen action actions activity activities measure measures happen
        happens""".split()
    ),
    "partners": frozenset(
        """partner partners partij partijen organisatie organisaties instantie instanties deelnemer
        deelnemers betrokken betrokkenen samenwerken samenwerkt samenwerking samenwerkingspartners
        meewerken meewerkt meedoen party parties organisation organisations organization
        organizations participant participants participate participates participating involved
        collaborate collaborates cooperate cooperates""".split()
    ),
}
_BESIDE: Mapping[Aspect, frozenset[str]] = {
    "title": frozenset(),
    "aims": frozenset(),
    "actions": frozenset("planned gepland plannen plans taken undertaken".split()),
    "partners": frozenset(
        "samen werkt werken work works working together take takes taking part join joins".split()
    ),
}
"""Words that ask this too, but only beside those above or after "who"."""

_PLAIN = frozenset("lijst opsomming genoemd staan list listed mentioned given name".split())

_OTHERWISE = frozenset({"when", "where", "why"})
"""Kinds of question about aims, actions or partners that these do not answer."""

_HEADED: Mapping[Aspect, re.Pattern[str]] = {
    "partners": re.compile(
        r"\b(?:partners?|betrokken(?:en)?|deelnemers?|participants?|samen met|samenwerking\w*|"
        r"met wie|wie (?:doen|doet|werken|werkt)|in (?:conjunction|collaboration|cooperation) with|"
        r"together with|with whom|involved)\b"
    ),
    "aims": re.compile(
        r"\b(?:doel(?:en|stelling(?:en)?)?|ambities?|bereiken|aims?|goals?|objectives?|ambitions?|"
        r"achieve)\b"
    ),
    "actions": re.compile(
        r"\b(?:acties|activiteiten|maatregelen|wat (?:gaan|doen|zullen) we|actions|activities|"
        r"measures|what (?:will|do|shall) we do|what we (?:will )?do)\b"
    ),
}


def heading_aspect(heading: str) -> Aspect | None:
    """Return what a heading says is under it, or ``None``."""
    folded = fold(heading)
    return next((aspect for aspect, pattern in _HEADED.items() if pattern.search(folded)), None)


def asked_aspects(rest: str, kind: Kind) -> frozenset[Aspect]:
    """Return what a question asks of a part; nothing when it asks something else besides.

    Args:
        rest: the question without the part that it names.
        kind: of the question; "who" without another subject asks for the partners.
    """
    words = frozenset(content_words(rest))
    if words <= _ASKED["title"] and _ASKED["title"].intersection(words_of(rest)):
        return frozenset({"title"})
    if kind in _OTHERWISE:
        return frozenset()
    words = frozenset(word for word in words - _PLAIN if cardinal(word) is None)
    asked = {aspect for aspect, own in _ASKED.items() if words & own}
    asked |= {"partners"} if kind == "who" else set()
    known = {word for aspect in asked for word in _ASKED[aspect] | _BESIDE[aspect]}
    return frozenset(asked) if words <= known else frozenset()
