"""Does a question lean on the one before it, and what does it then mean?"""

import re
from collections.abc import Sequence

from assistant.datatypes import Turn
from assistant.mentions import read_bare_mention
from assistant.numbered_parts import NumberedParts
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

CONNECTING = frozenset(
    """en maar of ook dan nu hoe zit het dat met wat betreft bij voor van in over aan op
    and but or also then now how about what for to of in on at with the from""".split()
)
"""A follow-up of these words and a number asks the same of another part."""

_OPENS = re.compile(r"^(?:en|and|maar|but|of|or|ook|also|dus|so)\b", re.IGNORECASE)
FEW_WORDS, POINTING_WORDS = 3, 5
TURNS = 3
"""How many questions back the subject of a question may lie."""


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
    for turn in reversed(history[-TURNS:]):
        earlier.insert(0, turn.question)
        if not leans_on_history(turn.question):
            break
    return " ".join(earlier)


def in_context(question: str, history: Sequence[Turn], numbered: NumberedParts) -> tuple[str, str]:
    """Return what a question means after earlier ones, and the earlier questions it leans on.

    "And the fourth?" means the earlier question, about the fourth part instead of the third.
    """
    turns: list[Turn] = []
    for turn in history:
        turns.append(Turn(question=_with_number(turn.question, turns, numbered)))
    meant = _with_number(question, turns, numbered)
    return meant, earlier_question(meant, turns)


def _with_number(question: str, turns: Sequence[Turn], numbered: NumberedParts) -> str:
    """Return a question with the part spelled out that it names by a number alone."""
    said = next((t.question for t in reversed(turns[-TURNS:]) if numbered.named_in(t.question)), "")
    named = numbered.named_in(said)
    bare = None if numbered.named_in(question) else read_bare_mention(question)
    if named and bare:
        series, name = named
        numbers = ", ".join(map(str, series.counted(bare.numbers)))
        question = f"{question[: bare.start]}{name} {numbers}{question[bare.end :]}"
    own, before = list(numbered.mentions(question)), list(numbered.mentions(said))
    if len(own) != 1 or [series for series, _ in own] != [series for series, _ in before]:
        return question
    (_, mention), (_, other) = own[0], before[0]
    if set(words_of(numbered.without_mentions(question))) <= CONNECTING:
        number = question[mention.start : mention.end]
        return f"{said[: other.start]}{number}{said[other.end :]}"
    return question
