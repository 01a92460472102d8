"""Does a question lean on the one before it, and what does it then mean?"""

import re
from collections.abc import Sequence

from assistant.datatypes import Turn
from assistant.query import content_words
from ingest.terms import words_of

POINTING_BACK = frozenset(
    """die dat dit deze daar daarvan daarmee daarvoor daarin daarover daarbij daaraan ervan ermee
    ervoor erover eraan er hij zij ze het hem haar hen hun zo'n zulke dezelfde
    it its that this those these they them their he she him her there one ones such same""".split()
)
GENERIC = frozenset(
    """werkt werken betekent betekenen bedoelt bedoel kost kosten duurt duren nodig handig goed
    meer verder anders precies ander welk land plan work works mean means meaning cost costs long
    needed ones one else further
    example voorbeeld leeftijden ages partijen gebeurt happens""".split()
)
"""Content words that do not name a subject by themselves."""

_OPENS = re.compile(r"^(?:en|and|maar|but|of|or|ook|also|dus|so)\b", re.IGNORECASE)
FEW_WORDS, POINTING_WORDS = 3, 5


def names_no_subject(question: str) -> bool:
    """Tell whether a question cannot be understood without an earlier one."""
    return all(word in GENERIC for word in content_words(question))


def leans_on_history(question: str) -> bool:
    """Tell whether a question probably continues the one before it."""
    words = content_words(question)
    own = [word for word in words if word not in GENERIC]
    points_back = any(word in POINTING_BACK for word in words_of(question))
    opens = _OPENS.match(question.strip()) is not None
    if not own:
        return True
    if points_back and len(own) <= POINTING_WORDS:
        return True
    return len(own) <= FEW_WORDS and (opens or len(own) == 1)


def earlier_question(question: str, history: Sequence[Turn]) -> str:
    """Return the earlier questions that give this one its subject, oldest first; else nothing."""
    if not history or not leans_on_history(question):
        return ""
    earlier: list[str] = []
    for turn in reversed(history[-3:]):
        earlier.insert(0, turn.question)
        if not leans_on_history(turn.question):
            break
    return " ".join(earlier)
