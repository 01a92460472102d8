"""Read which numbered parts a text names: "action line 3", "de tweede en vierde actielijn".

A text becomes a line of letters, one per word, and the patterns are over those letters: ``K`` a
name, ``P`` a name in the plural, ``Q`` the end of a name, ``N`` a number, ``E`` the word "een",
``O`` an ordinal, ``F`` the first or the last, ``L`` "number", ``C`` "and", ``R`` "up to", ``D``
"the", ``I`` "is", ``U`` "one" behind an ordinal, ``S`` another function word, ``X`` any other
word, ``.`` punctuation.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.numbering import ARTICLE, LAST, cardinal, ordinal
from assistant.query import both_stems
from ingest.terms import fold, is_stopword, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What the parts of a document are called, in one form.

    Attributes:
        text: folded, with spaces between its words.
        stems: of each word.
        partial: whether it is the end of a compound, such as "lijn" of "actielijn". That names a
            part only with a number behind it: the "eerste lijn" is primary care.
    """

    text: str
    stems: tuple[frozenset[str], ...]
    partial: bool = False

    def spelled(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each word with its stems."""
        yield from zip(self.text.split(), self.stems, strict=True)


def name_of(text: str, *, partial: bool = False) -> Name:
    """Return a name by its text."""
    words = words_of(text)
    stems = tuple(frozenset(both_stems(word)) for word in words)
    return Name(text=" ".join(words), stems=stems, partial=partial)


_LETTERS: Mapping[str, frozenset[str]] = {
    "L": frozenset("nummer nr no number #".split()),
    "C": frozenset("en and of or versus vs plus & , /".split()),
    "R": frozenset(["t/m", "tot en met", "tot", "to", "through", "-", "–"]),
    "D": frozenset("de het the".split()),
    "I": frozenset("is was".split()),
}
_PIECE = re.compile(r"t/m|tot en met|[^\W_]+|[^\w\s]", re.IGNORECASE)

_ONE = r"(?:N|E(?=[.C]|$))"
_LABEL = r"(?:L\.?)?"
_MORE = rf"(?:C+D?{_LABEL}|R+){_ONE}"
_NAMED = re.compile(
    rf"(?P<first>FN[KP])|(?P<before>[OF](?:C+D?[OF])*X?[KP](?!R?{_LABEL}N))"
    rf"|(?P<said>[KP]I(?:D?[OF]|L\.?N))|PR?{_LABEL}{_ONE}(?:{_MORE})*|[KQ]R?{_LABEL}{_ONE}(?:{_MORE}(?![XKPQ]))*"
)
_BARE = re.compile(rf"(?:D?[OF](?:C+D?[OF])*|D?L\.?{_ONE}|^C?{_ONE})U?S*\.*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The numbers of some parts, as a text names them.

    Attributes:
        start: of the mention, in characters of the text.
        end: behind it.
        name: in the singular; empty where the text leaves it out.
        numbers: in the order named; ``LAST`` and below count from the end.
    """

    start: int
    end: int
    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    start: int
    end: int
    letter: str
    number: int = 0
    name: str = ""


def read_mentions(text: str, names: Collection[Name]) -> tuple[Mention, ...]:
    """Return the mentions of numbered parts with one of these names, in order."""
    pieces = _pieces(text, names)
    letters = "".join(piece.letter for piece in pieces)
    return tuple(
        _mention(pieces[found.start() : found.end()], from_first=found.lastgroup == "first")
        for found in _NAMED.finditer(letters)
    )


def read_bare_mention(text: str) -> Mention | None:
    """Return the number that a question ends on without a name: "and the fourth?", "en nr 2?"."""
    pieces = _pieces(text, ())
    found = _BARE.search("".join(piece.letter for piece in pieces))
    if found is None:
        return None
    inside = list(pieces[found.start() : found.end()])
    while inside[-1].letter in "S.":
        inside.pop()
    if inside[0].letter == "C":
        inside.pop(0)
    return _mention(inside)


def holds_name(text: str, names: Collection[Name]) -> str:
    """Return the first of these names that a text holds whole, in the singular; else nothing."""
    return next((piece.name for piece in _pieces(text, names) if piece.letter in "KP"), "")


def _mention(pieces: list[_Piece], *, from_first: bool = False) -> Mention:
    numbers: list[int] = []
    reaches = False
    for piece in pieces:
        if piece.letter == "R":
            reaches = bool(numbers)
        elif piece.letter in "NEOF":
            start = numbers[-1] + 1 if reaches else piece.number
            numbers += range(start, piece.number) if reaches else ()
            numbers.append(piece.number)
            reaches = False
    if from_first:
        end, count = numbers
        numbers = list(range(1, count + 1) if end != LAST else range(-count, 0))
    return Mention(
        start=pieces[0].start,
        end=pieces[-1].end,
        name=next((piece.name for piece in pieces if piece.name), ""),
        numbers=tuple(dict.fromkeys(numbers)),
    )


def _pieces(text: str, names: Collection[Name]) -> list[_Piece]:
    found = list(_PIECE.finditer(text))
    words = [fold(match.group()) for match in found]
    stems = [both_stems(word) for word in words] if names else []
    pieces: list[_Piece] = []
    place = 0
    while place < len(found):
        here = [name for name in names if _stands_at(name, stems, place)]
        name = min(here, key=lambda name: (-len(name.stems), len(name.text)), default=None)
        size = len(name.stems) if name else 1
        start, end = found[place].start(), found[place + size - 1].end()
        if name:
            letter = "P" if len(" ".join(words[place : place + size])) > len(name.text) else "K"
            letter = "Q" if name.partial else letter
            pieces.append(_Piece(start=start, end=end, letter=letter, name=name.text))
        else:
            before = pieces[-1].letter if pieces else ""
            pieces.append(_plain(start, end, text[start:end].lower(), before))
        place += size
    return pieces


def _stands_at(name: Name, stems: list[set[str]], place: int) -> bool:
    return len(name.stems) <= len(stems) - place and all(
        one & other for one, other in zip(name.stems, stems[place:], strict=False)
    )


def _plain(start: int, end: int, typed: str, before: str) -> _Piece:
    """Return the piece for a word that is no name; ``before`` is the letter in front of it."""
    word = fold(typed)
    number = cardinal(word)
    letter = next((letter for letter, words in _LETTERS.items() if word in words), "")
    if word in {"one", "ones"} and before and before in "OF":
        letter, number = "U", 0
    elif number is not None:
        letter = "E" if typed == ARTICLE else "N"
    elif (number := ordinal(word)) is not None:
        letter = "F" if number in {1, LAST} else "O"
    elif not letter:
        letter = "." if not word[0].isalnum() else "S" if is_stopword(word) else "X"
    return _Piece(start=start, end=end, letter=letter, number=number or 0)
