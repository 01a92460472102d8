"""Split a question that asks two things: "when is it and who organises it?"."""

import re

_SECOND = re.compile(
    r"[,;]?\s+(?:en|and|&)\s+(?=(?:(?:met|door|van|voor|aan|by|with|for|to|om|op|in)\s+)?"
    r"(?:wie|wat|waar(?!om|mee| nodig)|wanneer|hoe|hoeveel|waarom|welke?|who|what|where|when|how|why|which)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=\?)\s+(?=\S)")
FEWEST_WORDS = 2
MOST_PARTS = 3


def split_question(question: str) -> tuple[str, ...]:
    """Return the questions that a question consists of, in order; itself when it is one."""
    parts = [
        part.strip(" ,;")
        for sentence in _SENTENCE.split(question)
        for part in _SECOND.split(sentence)
    ]
    parts = [part for part in parts if part]
    if not 1 < len(parts) <= MOST_PARTS:
        return (question,)
    if any(len(part.split()) < FEWEST_WORDS for part in parts):
        return (question,)
    return tuple(parts)
