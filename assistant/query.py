"""What is searched: the weighted terms and the sentence behind a question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.naming import Naming
from ingest.datatypes import Language
from ingest.glossary import Entry
from ingest.terms import fold, is_stopword, split_compound, stem, words_of

PART_WEIGHT = 0.6
GLOSSARY_WEIGHT = 0.7
HISTORY_WEIGHT = 0.45
NAMED_WEIGHT = 0.25
_NAME = re.compile(r"(?<=[a-zà-ÿ,;0-9] )[A-ZÀ-Þ][\w’'-]+")

SHORTEST_FORM, LONG_NAME = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question made searchable.

    Attributes:
        text: the sentence that is embedded.
        weights: search terms (stems) with their weight in (0, 1].
        words: the folded content words of the question itself, in order, without duplicates.
        subjects: the folded content words that an earlier question adds.
        expansions: per content word, the folded words that mean the same by the glossary.
        documents: ids of the documents that the question names; these are preferred.
        named: the words it names them with, which count little.
        names: content words written as names; these match only literally or by the glossary.
        in_field: whether the question holds a term of the glossary or names a document.
    """

    text: str
    weights: Mapping[str, float]
    words: tuple[str, ...]
    subjects: tuple[str, ...] = ()
    expansions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    in_field: bool = False
    names: frozenset[str] = frozenset()


def content_words(text: str) -> list[str]:
    """Return the folded words that carry a subject, in order, each once."""
    return list(dict.fromkeys(word for word in words_of(text) if not is_stopword(word)))


def names_in(text: str) -> set[str]:
    """Return the folded words that are written as names: a capital inside a sentence."""
    return {word for found in _NAME.findall(text) for word in words_of(found)}


def both_stems(word: str) -> set[str]:
    """Return the Dutch and the English stem of a folded word."""
    return {stem(word, "nl"), stem(word, "en")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a glossary entry, ready to be looked for.

    Attributes:
        text: its folded words with spaces between them.
        words: its content words.
        others: the content words of each other form of the entry, in both languages.
    """

    text: str
    words: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]


def glossary_forms(glossary: Iterable[Entry]) -> tuple[Form, ...]:
    """Return every form of every entry, the longest first."""
    forms: list[Form] = []
    for entry in glossary:
        names = [name for names in entry.forms.values() for name in names]
        contents = dict.fromkeys(tuple(content_words(name)) for name in names)
        for name in names:
            own = tuple(content_words(name))
            others = tuple(other for other in contents if other and other != own)
            text = " ".join(words_of(name))
            if len(text) >= SHORTEST_FORM:
                forms.append(Form(text=text, words=own, others=others))
    return tuple(sorted(forms, key=lambda form: (-len(form.text), form.text)))


def matching_forms(text: str, forms: Iterable[Form]) -> list[Form]:
    """Return the forms that occur in ``text``.

    Longer forms win: within "mental health in all policies" the entry for "mental health" does not
    count again.
    """
    padded = f" {' '.join(words_of(text))} "
    found: list[Form] = []
    for form in forms:
        if f" {form.text} " in padded:
            padded = padded.replace(f" {form.text} ", "  ")
            found.append(form)
    return found


def build_query(
    text: str,
    vocabulary: frozenset[str],
    forms: Iterable[Form] = (),
    earlier: str = "",
    original: str = "",
    naming: Naming | None = None,
) -> Query:
    """Return the query for a question.

    Args:
        text: the question, spelling corrected.
        vocabulary: folded content words of the documents; compounds are split into these.
        forms: of the glossary; what they mean is searched in both languages.
        earlier: the question that this one follows up, or nothing.
        original: the question as typed; its words are searched too, in case a correction is wrong.
        naming: the documents that the question names.
    """
    matching = matching_forms(f"{text} {earlier}", forms)
    words = _abbreviated(content_words(text), text, matching, vocabulary)
    subjects = [word for word in content_words(earlier) if word not in words]
    weights: dict[str, float] = {}

    def add(word: str, weight: float) -> None:
        for term in both_stems(word):
            weights[term] = max(weight, weights.get(term, 0.0))

    for group, factor in ((words, 1.0), (content_words(original), 1.0), (subjects, HISTORY_WEIGHT)):
        for word in group:
            add(word, factor)
            for part in split_compound(word, vocabulary):
                add(part, factor * PART_WEIGHT)
    named = naming.words if naming else frozenset()
    for word in named:
        for term in both_stems(word):
            weights[term] = min(NAMED_WEIGHT, weights.get(term, NAMED_WEIGHT))
    expansions: dict[str, frozenset[str]] = {}
    for form in matching:
        asked = any(word in words for word in form.words)
        for other in form.others:
            for word in other:
                weight = GLOSSARY_WEIGHT / len(other)
                add(word, weight if asked else weight * HISTORY_WEIGHT)
        single = frozenset(other[0] for other in form.others if len(other) == 1)
        for word in form.words if len(form.words) == 1 else ():
            expansions[word] = expansions.get(word, frozenset()) | single
    known = {word for form in matching for word in form.words}
    return Query(
        text=f"{earlier} {text}".strip(),
        weights=weights,
        words=tuple(words),
        subjects=tuple(subjects),
        expansions=expansions,
        documents=naming.documents if naming else frozenset(),
        named=named,
        in_field=bool(matching or (naming and naming.documents)),
        names=frozenset((names_in(original or text) & set(words)) - known),
    )


def _abbreviated(
    words: list[str], text: str, matching: Iterable[Form], vocabulary: frozenset[str]
) -> list[str]:
    """Return the words with each long name replaced by its abbreviation, when texts use that."""
    spelled = f" {' '.join(words_of(text))} "
    for form in matching:
        short = next((o[0] for o in form.others if len(o) == 1 and o[0] in vocabulary), None)
        if short is None or len(form.text.split()) < LONG_NAME or f" {form.text} " not in spelled:
            continue
        rest = set(words_of(spelled.replace(f" {form.text} ", " ")))
        words = [word for word in words if word not in form.words or word in rest]
        words = words if short in words else [short, *words]
    return words


def languages_first(reader: Language) -> tuple[Language, Language]:
    """Return both languages, the reader's own first."""
    return ("nl", "en") if reader == "nl" else ("en", "nl")


def folded_key(text: str) -> str:
    """Return the letters and digits of ``text``, folded, to compare wordings."""
    return "".join(character for character in fold(text) if character.isalnum())
