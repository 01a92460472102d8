"""What was asked and is not in the documents, in words for the reader."""

import re
from collections.abc import Mapping, Sequence

from assistant.answer_types import expects_type, holds_type
from assistant.kinds import Kind
from assistant.searching import Found
from ingest.datatypes import Language

VALUES: Mapping[Language, Mapping[Kind, str]] = {
    "nl": {
        "when": "een datum of periode",
        "how_many": "een aantal of bedrag",
        "who": "een naam",
        "where": "een plaats",
        "contact": "contactgegevens",
        "definition": "een definitie in één zin",
    },
    "en": {
        "when": "a date or period",
        "how_many": "a number or amount",
        "who": "a name",
        "where": "a place",
        "contact": "contact details",
        "definition": "a definition in one sentence",
    },
}


_NAME = re.compile(r"\b[A-ZÀ-Þ]\w+|\b\w*[A-Z]{2,}\w*")

DEFINING = (
    "is|are|zijn|een|a|an|betekent|means|heeft|has|gedefinieerd|defined|staat|stands|gekenmerkt"
)
"""Words that say, close behind a name, what it is."""

NEAREST, SHORTEST_NAME = 5, 2


def missing_of(
    found: Sequence[Found], answered: Sequence[Found], reader: Language
) -> tuple[str, ...]:
    """Return the parts of a question without an answer, and the values that were not found."""
    missing: list[str] = []
    for one in found:
        if one not in answered:
            if not _answered_along(one, answered):
                missing.append(one.asked)
            continue
        texts = [item.text for part in one.parts for item in part.shown]
        near = [item.text for item in one.pool.evidence if item.hit.rank <= NEAREST]
        kinds = [kind for kind in one.analysis.kinds if expects_type(kind)]
        missing += [
            VALUES[reader][kind]
            for kind in kinds[:1]
            if not any(holds_type(kind, text) for text in near)
        ]
        if one.analysis.kind == "definition" and _lacks_definition(one, texts):
            missing.append(VALUES[reader]["definition"])
        missing += sorted(unknown_names(one))
    return tuple(dict.fromkeys(missing))


def _answered_along(one: Found, answered: Sequence[Found]) -> bool:
    """Tell whether the answer to another part holds the value that this part asks for."""
    kinds = [kind for kind in one.analysis.kinds if expects_type(kind)]
    texts = [item.text for other in answered for part in other.parts for item in part.shown]
    return any(holds_type(kind, text) for kind in kinds for text in texts)


def unknown_names(one: Found) -> set[str]:
    """Return the names in a question that neither the documents nor the glossary know."""
    return {
        name
        for name in one.query.names
        if len(name) > SHORTEST_NAME and not one.pool.matches.get(name)
    }


def _lacks_definition(one: Found, texts: Sequence[str]) -> bool:
    """Tell whether one thing is asked to be defined by name and no sentence says what it is."""
    subject = one.query.words[0] if len(one.query.words) == 1 else ""
    if not subject or not _NAME.search(one.asked[1:]):
        return False
    defining = re.compile(
        rf"\b{re.escape(subject)}\b[”’'\")]*(?:\W+\w+){{0,2}}?\W+(?:{DEFINING})\b", re.IGNORECASE
    )
    return not any(defining.search(text) for text in texts)
