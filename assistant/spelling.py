"""Read misspelt questions: correct the words that no document and no dictionary knows."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from assistant.phrase_repair import Phrase, Phrases
from assistant.word_borders import Borders
from assistant.word_reading import WordReader
from ingest.terms import fold

SHORTHAND: Mapping[str, str] = {
    "tgn": "tegen", "vd": "van de", "vh": "van het", "mbt": "met betrekking tot", "svp": "",
    "ivm": "in verband met", "ff": "even", "idd": "inderdaad", "wrm": "waarom", "waarm": "waarom",
    "vr": "voor", "wnr": "wanneer", "hvl": "hoeveel", "iig": "in ieder geval",
    "gem": "gemeente", "gemeentes": "gemeenten", "teh": "the", "waht": "what", "wat's": "wat is",
    "pls": "please", "plz": "please", "thx": "thanks", "abt": "about", "w/": "with",
    "ppl": "people", "govt": "government", "bdgt": "budget", "mgmt": "management",
    "mh": "mental health", "dont": "don't", "cant": "can't",
    "mhip": "mhiap", "mhiaps": "mhiap", "betekend": "betekent",
}  # fmt: skip
"""Telegram style and the misspellings of the subject itself."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|w/")


@dataclass(frozen=True, slots=True)
class Correction:
    """Words as typed, and as they were read; nothing for a word that was left out."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A text as it was read, with the corrections made in it, in order, each once."""

    text: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """One or more words of a text, as read."""

    start: int
    end: int
    read: str


@dataclass(frozen=True, slots=True)
class Speller:
    """Corrects words against the vocabulary of the documents.

    Attributes:
        vocabulary: how often each folded word occurs in the documents and the glossary.
        dictionary: other folded words that are right as they are.
        common: how often words are used elsewhere; a frequent one may be meant too.
        names: words that are always written with a capital, by their folded form.
        phrases: names of several words.
        borders: what is written as one word.
    """

    vocabulary: Mapping[str, int]
    dictionary: Set[str]
    common: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    borders: Borders = field(default_factory=lambda: Borders(vocabulary={}))
    _words: WordReader = field(init=False, compare=False, repr=False)
    _phrases: Phrases = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare the reading of words and phrases."""
        words = WordReader(
            self.vocabulary, self.dictionary, self.common, self.names.keys(), self.borders
        )
        phrases = Phrases(self.phrases, words.is_right, self.vocabulary.__contains__)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_phrases", phrases)

    def correct(self, text: str) -> str:
        """Return ``text`` as ``read`` reads it."""
        return self.read(text).text

    def read(self, text: str) -> Corrected:
        """Return ``text`` with unknown words replaced by the likeliest known ones.

        How unlike these may be is said in ``assistant.nearest``. Words that Dutch writes as one are
        joined, words typed as one are parted, and names of several words are repaired. Inside a
        sentence a word with a capital is a name. Capitals stay as they were typed.
        """
        tokens = [self._as_read(text, found) for found in _WORD.finditer(text)]
        tokens = self._joined(text, self._repaired(self._joined(text, tokens)))
        pieces: list[str] = []
        done = 0
        for token in tokens:
            pieces += [text[done : token.start], token.read]
            done = token.end
        changed = ((text[token.start : token.end], token.read) for token in tokens)
        made = dict.fromkeys(Correction(typed, read) for typed, read in changed if typed != read)
        return Corrected("".join([*pieces, text[done:]]), tuple(made))

    def _as_read(self, text: str, found: re.Match[str]) -> _Token:
        word = found.group()
        inside = found.start() > 0 and not text.isupper()
        return _Token(found.start(), found.end(), self._read_word(word, inside))

    def _read_word(self, word: str, inside: bool) -> str:
        folded = fold(word)
        if folded in SHORTHAND:
            return SHORTHAND[folded]
        if self._words.holds(folded):
            return word
        meant = self._words.meant(folded, is_name=inside and word[0].isupper())
        return self._as_typed(meant, word) if meant and meant != folded else word

    def _as_typed(self, meant: str, word: str) -> str:
        """Return a word with the capitals that were typed."""
        if len(word) > 1 and word.isupper():
            return meant.upper()
        if any(letter.isupper() for letter in word):
            return self.names.get(meant, meant[:1].upper() + meant[1:])
        return meant

    def _joined(self, text: str, tokens: list[_Token]) -> list[_Token]:
        joined: list[_Token] = []
        for token in tokens:
            before = joined[-1] if joined else None
            if (
                before
                and text[before.end : token.start] == " "
                and (whole := self.borders.joined(fold(before.read), fold(token.read)))
            ):
                read = self._as_typed(whole, text[before.start : before.end])
                joined[-1] = _Token(before.start, token.end, read)
            else:
                joined.append(token)
        return joined

    def _repaired(self, tokens: list[_Token]) -> list[_Token]:
        words = [fold(token.read) for token in tokens]
        repaired = list(tokens)
        for place, meant in self._phrases.repairs(words).items():
            token = tokens[place]
            repaired[place] = replace(token, read=self._as_typed(meant, token.read))
        return repaired
