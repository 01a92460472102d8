"""Recognise fixed ways of saying something, written as data, in questions as people type them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.forms import MASK, Notation, notation_of
from assistant.wording import SHORTEST_MENDED, Spelling, letters_of, plain_words, says_words

WORD = re.compile("[a-z0-9]")
DATA = Path(__file__).resolve().parent / "data"


class Rule(BaseModel):
    """Forms that mean ``kind``, where all contexts of ``needs`` and none of ``unless`` are said.

    With ``whole``, the forms and the class ``filler`` must be all that the question says.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    forms: tuple[str, ...]
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    whole: bool = False


class Sayings(BaseModel):
    """Sentences of any language that mean ``kind`` as they stand, in order but not side by side."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    says: tuple[str, ...]


class Lexicon(BaseModel):
    """A lexicon file, as written; the notation of its forms is explained in ``forms.py``.

    Attributes:
        shortest_mended: letters of the shortest word that others are mended to.
        spelling: a word as typed to the words it stands for.
        words: word classes by name.
        contexts: forms by name, that ``needs`` and ``unless`` refer to.
        exact: names of word classes that no misspelt word is mended to.
        asides: words without which the forms are looked for as well.
        sayings: sentences of languages that the forms do not cover.
        masks: rules whose finds are taken out before ``rules`` are tried.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    shortest_mended: int = SHORTEST_MENDED
    exact: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    sayings: tuple[Sayings, ...] = ()
    spelling: dict[str, str] = {}
    words: dict[str, tuple[str, ...]] = {}
    contexts: dict[str, tuple[str, ...]] = {}
    masks: tuple[Rule, ...] = ()
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A rule made ready to search with."""

    kind: str
    search: re.Pattern[str]
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    filler: re.Pattern[str] | None

    def applies(self, said: frozenset[str]) -> bool:
        """Return whether the contexts that are ``said`` let this rule be tried."""
        return said.issuperset(self.needs) and said.isdisjoint(self.unless)

    def found_in(self, text: str) -> bool:
        """Return whether the marked ``text`` says this, and where it must, nothing else."""
        if not self.search.search(text):
            return False
        return self.filler is None or not WORD.search(
            self.filler.sub("", self.search.sub("", text))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """Ways of saying something, ready to be looked for."""

    spelling: Spelling
    notation: Notation
    asides: re.Pattern[str]
    sayings: tuple[tuple[str, tuple[str, ...]], ...]
    contexts: Mapping[str, re.Pattern[str]]
    masks: tuple[Pattern, ...]
    rules: tuple[Pattern, ...]

    def kinds(self, question: str) -> tuple[str, ...]:
        """Return the kinds that ``question`` says, each once, in the order of the rules."""
        text = self._marked(question)
        said = frozenset(name for name, search in self.contexts.items() if search.search(text))
        for mask in self.masks:
            if mask.applies(said):
                text = mask.search.sub(f"{MASK} ", text)
        texts = {text, self.asides.sub(" ", text)}
        found = (
            rule.kind
            for rule in self.rules
            if rule.applies(said) and any(rule.found_in(each) for each in texts)
        )
        return tuple(dict.fromkeys((*self._sayings_in(question), *found)))

    def _sayings_in(self, question: str) -> Iterator[str]:
        words = letters_of(question)
        return (kind for kind, saying in self.sayings if says_words(words, saying))

    def says(self, question: str, context: str) -> bool:
        """Return whether ``question`` holds a form of the named context."""
        return bool(self.contexts[context].search(self._marked(question)))

    def _marked(self, question: str) -> str:
        return self.notation.mark(self.spelling.mend(plain_words(question)))


@cache
def read_phrasebook(name: str) -> Phrasebook:
    """Return the phrasebook of ``data/<name>.toml``."""
    lexicon = Lexicon.model_validate(tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")))
    notation = notation_of(lexicon.words)
    vocabulary = _vocabulary(lexicon)
    exact = (
        word for each in lexicon.exact for entry in lexicon.words[each] for word in entry.split()
    )
    look_alikes = (DATA / "known_words.txt").read_text("utf-8").split()

    def patterns(rules: tuple[Rule, ...]) -> tuple[Pattern, ...]:
        return tuple(
            Pattern(
                kind=rule.kind,
                search=notation.pattern(rule.forms),
                needs=rule.needs,
                unless=rule.unless,
                filler=notation.pattern(("{filler}",)) if rule.whole else None,
            )
            for rule in rules
        )

    return Phrasebook(
        spelling=Spelling(
            forms=lexicon.spelling,
            vocabulary=tuple(sorted(vocabulary)),
            known=vocabulary.union(look_alikes, exact),
            shortest=lexicon.shortest_mended,
        ),
        notation=notation,
        asides=_asides(lexicon.asides),
        sayings=tuple(
            (sayings.kind, letters_of(saying))
            for sayings in lexicon.sayings
            for saying in sayings.says
        ),
        contexts={name: notation.pattern(forms) for name, forms in lexicon.contexts.items()},
        masks=patterns(lexicon.masks),
        rules=patterns(lexicon.rules),
    )


def _asides(asides: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of these words in a marked text; of nothing where there are none."""
    marked = (r":\S* ".join(aside.split()) for aside in sorted(asides, key=len, reverse=True))
    either = "|".join(marked) or "(?!)"
    return re.compile(f" (?:(?:{either}):\\S* )+")


def _vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a misspelt word may be mended to: those that the rules look for."""
    forms = " ".join(form for rule in lexicon.rules for form in rule.forms)
    classes = set(re.findall(r"(?<!!)\{(\w+)\}", forms)).difference(lexicon.exact)
    entries = (entry for name in classes for entry in lexicon.words[name])
    written = " ".join([re.sub(r"!\S+|\{\w+\}", " ", forms), *entries])
    return frozenset(w for w in re.findall(r"[a-z]+", written) if len(w) >= lexicon.shortest_mended)
