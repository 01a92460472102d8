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
    " is een ", " is a ", " is an ", " is the ", " zijn ", " are ", "gedefinieerd", "defined",
    "een aanpak", "an approach", ": een ", ": a ", " betekent ", " means ", "gekenmerkt",
    "characterised", " staat voor ", " stands for ", "visualiseert",
)  # fmt: skip
"""Words that say in a sentence what something is."""


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
        kinds = [kind for kind in one.analysis.kinds if expects_type(kind)]
        missing += [
            VALUES[reader][kind]
            for kind in kinds[:1]
            if not any(holds_type(kind, text) for text in texts)
        ]
        named = _NAME.search(one.asked[1:]) is not None
        if one.analysis.kind == "definition" and named and not _defines(one, texts):
            missing.append(VALUES[reader]["definition"])
    return tuple(dict.fromkeys(missing))


def _answered_along(one: Found, answered: Sequence[Found]) -> bool:
    """Tell whether the answer to another part holds the value that this part asks for."""
    kinds = [kind for kind in one.analysis.kinds if expects_type(kind)]
    texts = [item.text for other in answered for part in other.parts for item in part.shown]
    return any(holds_type(kind, text) for kind in kinds for text in texts)


def _defines(one: Found, texts: Sequence[str]) -> bool:
    """Tell whether some sentence says what the subject is, in so many words."""
    subject = [word for word in one.query.words if len(word) > 2]
    if any(text.lower().startswith(tuple(subject)) for text in texts):
        return True
    return any(
        cue in text and any(word in text.lower() for word in subject)
        for text in texts
        for cue in DEFINING
    )
