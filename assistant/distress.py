"""Recognise that someone is in distress, before anything else is done with a question.

The forms in ``data/distress.toml`` decide, without index, model or history. This is engineering and
has no clinical validation: it errs on the side of offering support where the writer speaks of
themselves, and leaves questions about policy alone.
"""

import re
from typing import cast, get_args

from assistant.datatypes import SupportKind
from assistant.phrases import Phrasebook, read_phrasebook
from assistant.wording import plain_words

_QUOTED = re.compile("[\"“„«]([^\"”“„»]{3,})[\"”»]|(?<!\\w)['‘‚]([^'’‘]{3,})['’](?!\\w)")


def detect_support(question: str) -> SupportKind | None:
    """Return the support that ``question`` asks for, or ``None`` for an ordinary question.

    The order is fixed: a crisis of one's own, then worry about a person one knows, then strain.
    """
    book = read_phrasebook("distress")
    found = book.kinds(_without_cited_words(question, book))
    for kind in get_args(SupportKind):
        if kind in found:
            return cast(SupportKind, kind)
    return None


def _without_cited_words(question: str, book: Phrasebook) -> str:
    """Return the question without what stands in quotation marks, where it speaks of those words.

    That is so when a word like "slogan" or "citaat" stands outside the marks, or a word of policy
    does and nobody says "I" there.
    """
    outside = _QUOTED.sub(" ", question)
    if outside == question:
        return question
    speaks_of_self = {"ik", "i", "mij", "me"} & set(plain_words(outside))
    aside = book.says(outside, "subject_matter") and not speaks_of_self
    return outside if aside or book.says(outside, "speaking") else question
