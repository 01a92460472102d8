"""Correct a count that a question takes for granted: "the seven action lines" of five.

Who asks about the seventh of five takes for granted that there are seven.
"""

import re
from collections.abc import Collection, Iterator

from assistant.evidence import Evidence, Pool
from assistant.kinds import NUMBER_WORDS
from assistant.numbered_parts import Series
from assistant.query import both_stems
from assistant.search_space import SearchSpace
from ingest.terms import fold, is_stopword, words_of

_ORDINALS = {
    "zesde": 6, "sixth": 6, "zevende": 7, "seventh": 7, "achtste": 8, "eighth": 8, "negende": 9,
    "ninth": 9, "tiende": 10, "tenth": 10,
}  # fmt: skip
_COUNTED = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join((*NUMBER_WORDS, *_ORDINALS))})\s+((?:[\w-]+\s+){{0,2}}[\w-]+)",
    re.IGNORECASE,
)
SMALLEST = 2


def counted_things(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield each count in a text with the stems of the two or three words behind it."""
    for found in _COUNTED.finditer(text):
        word = fold(found.group(1))
        number = int(word) if word.isdigit() else {**NUMBER_WORDS, **_ORDINALS}[word]
        things = [w for w in words_of(found.group(2)) if not is_stopword(w)]
        if number >= SMALLEST and things:
            yield number, frozenset(stem for thing in things for stem in both_stems(thing))


def find_correction(question: str, pool: Pool) -> Evidence | None:
    """Return the sentence that counts otherwise what the question counts, or ``None``.

    Nothing is corrected when some sentence agrees with the question.
    """
    correction: Evidence | None = None
    for asked, things in counted_things(question):
        for evidence in pool.evidence:
            for counted, others in counted_things(evidence.text):
                if len(things & others) < min(2, len(things)):
                    continue
                if counted == asked:
                    return None
                if correction is None or correction.sentence.role == "heading":
                    correction = evidence
    return correction


def find_count(
    space: SearchSpace, series: Series, documents: Collection[str]
) -> tuple[int, int] | None:
    """Return the passage, by number, and the place in it of the sentence that counts the parts.

    A sentence that stands alone goes before one that leads in a list, and that before a heading.
    """
    found: list[tuple[int, int, int]] = []
    for number, passage in enumerate(space.index.passages):
        parts = series.parts.get(passage.document_id)
        if parts is None or passage.document_id not in documents:
            continue
        text = space.index.documents[passage.document_id].text
        for place, sentence in enumerate(passage.sentences):
            words = sentence.of(text)
            if any(
                count == len(parts) and _names_them(series, things)
                for count, things in counted_things(words)
            ):
                worse = 2 if sentence.role == "heading" else int(words.endswith(":"))
                found.append((worse, number, place))
    return min(found)[1:] if found else None


def _names_them(series: Series, things: frozenset[str]) -> bool:
    return any(
        all(is_stopword(word) or stems & things for word, stems in name.spelled())
        for name in series.names
        if not name.partial
    )
