"""The notation in which ways of saying something are written as data, made searchable.

A form is a row of items with spaces between them. ``a|b`` is either word; ``{name}`` is any entry
of the word class ``name``; ``.`` is the start or end of a sentence or clause; a ``?`` at the end
makes an item optional; ``!`` in front says that what follows is not this; ``...`` is up to four
words; ``~`` is up to four words of which none is in the class ``stop``. No gap runs across the end
of a sentence. Entries of a class may be of several words; alternatives in a form are single words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.wording import COMMA, SENTENCE_END

MASK = "#"
GAP_WORDS = 4

_FIRST_CLASS_MARK = 0xE000  # private-use characters: none survives plain_words()
_REST = ":[^ ]* "
_SOFT = f"(?:{COMMA} )?"
_ANY_WORD = rf"[^ {SENTENCE_END}{COMMA}{MASK}]+ {_SOFT}"
_BOUNDARY = rf"(?<=[{SENTENCE_END}{COMMA}] )|(?=[{SENTENCE_END}{COMMA}] )"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """The word classes of one lexicon: makes patterns of forms, and texts ready for them.

    In a marked text every word carries a character for each class that it is in, so that a pattern
    names a class by one character and stays short.

    Attributes:
        classes: entries per class; an entry may be of several words.
        signs: the character of each class.
        marks: the characters of each word that is an entry.
    """

    classes: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, str]
    marks: Mapping[str, str]

    def mark(self, text: str) -> str:
        """Return ``text`` with its word classes marked: the form that the patterns search."""
        bare = (SENTENCE_END, COMMA)
        words = (w if w in bare else f"{w}:{self.marks.get(w, '')}" for w in text.split())
        return "".join(f"{word} " for word in words)

    def pattern(self, forms: Iterable[str]) -> re.Pattern[str]:
        """Return the pattern that finds any of ``forms`` in a marked text.

        Raises:
            KeyError: a form names a word class that does not exist.
        """
        either = "|".join("".join(self._items(form)) for form in forms)
        return re.compile(f"(?<![^ ])(?:{either})")

    def _items(self, form: str) -> Iterator[str]:
        for item in form.split():
            if item == "...":
                yield f"(?:{_ANY_WORD}){{0,{GAP_WORDS}}}?"
            elif item == "~":
                stop = "|".join(self._entries("stop"))
                yield f"(?:(?!{stop}){_ANY_WORD}){{0,{GAP_WORDS}}}?"
            else:
                bare = item.removeprefix("!").removesuffix("?")
                lead = "(?!" if item.startswith("!") else "(?:"
                either = "|".join(self._alternatives(bare))
                yield f"{lead}{either})" + ("?" if item.endswith("?") else "")

    def _alternatives(self, item: str) -> Iterator[str]:
        parts = item.split("|")
        words = [part for part in parts if part != "." and not part.startswith("{")]
        for part in parts:
            if part.startswith("{"):
                yield from self._entries(part.strip("{}"))
        if words:
            yield f"(?:{'|'.join(words)}){_REST}{_SOFT}"
        if "." in parts:
            yield _BOUNDARY

    def _entries(self, name: str) -> Iterator[str]:
        """Yield patterns for the entries of a class, those of several words first."""
        for entry in sorted(self.classes[name], key=len, reverse=True):
            if " " in entry:
                yield "".join(f"{word}{_REST}{_SOFT}" for word in entry.split())
        yield f"[^ :]+:[^ ]*{self.signs[name]}{_REST.removeprefix(':')}{_SOFT}"


def notation_of(classes: Mapping[str, tuple[str, ...]]) -> Notation:
    """Return the notation with these word classes."""
    signs = {name: chr(_FIRST_CLASS_MARK + number) for number, name in enumerate(classes)}
    marks: dict[str, str] = {}
    for name, entries in classes.items():
        for entry in entries:
            marks[entry] = marks.get(entry, "") + signs[name]
    return Notation(classes=classes, signs=signs, marks=marks)
