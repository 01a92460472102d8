"""Trace where the search terms of a query come from: which words of the question, and how."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.numbering import numbers_in
from assistant.query import Form, Query, both_stems, content_words, matching_forms
from assistant.reasons import Way
from assistant.translating import Translations, translated
from assistant.written import Words, written_words
from ingest.terms import joined_words, split_compound, words_of
from ingest.variants import british


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A form of the glossary that a question holds, folded, with what was searched for it too.

    Attributes:
        others: the other forms of its entry, as the glossary writes them.
    """

    text: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What of the question led to a search term; see ``Match``."""

    asked: str
    way: Way
    meaning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where the search terms of a query come from.

    Attributes:
        question: the words of the question as it was read, and of those before it.
        own: the folded words of the question itself, as the British spell them, and its numbers in
            digits.
        names: of the glossary, in the question.
        part_names: of the glossary, that are a part of a compound in the question.
        origins: per search term.
        vocabulary: the words that compounds were split into.
    """

    query: Query
    question: Words
    own: frozenset[str]
    names: tuple[Name, ...]
    part_names: tuple[Name, ...]
    origins: Mapping[str, Origin]
    vocabulary: frozenset[str]

    def is_asked_now(self, text: str) -> bool:
        """Tell whether folded words are the question's own, not those of an earlier one."""
        return self.own.issuperset(map(british, text.split()))


def trace(
    query: Query,
    typed: str,
    read: str,
    forms: Sequence[Form],
    vocabulary: frozenset[str],
    translations: Translations,
) -> Trace:
    """Return where the search terms of a query come from.

    Args:
        query: what was searched.
        typed: the question before its spelling was corrected.
        read: the question, or the part of it, that the query was made for.
        forms: of the glossary.
        vocabulary: the words of the documents.
        translations: of words, that were searched too.
    """
    asked = list(dict.fromkeys([*content_words(read), *content_words(typed)]))
    parts = {
        part: word
        for word in reversed([*asked, *query.words, *query.subjects])
        for part in split_compound(word, vocabulary)
    }
    names = _names(matching_forms(query.text, forms), forms)
    part_names = _names([form for form in forms if form.text in parts], forms)
    origins: dict[str, Origin] = {}

    def note(word: str, origin: Origin, number: str = "") -> None:
        for stemmed in both_stems(word):
            if (term := stemmed + number) in query.weights:
                origins.setdefault(term, origin)

    for word in asked:
        note(word, Origin(asked=word, way="word"))
    for pair in pairwise(words_of(f"{read} {typed}")):
        for joined in joined_words(" ".join(pair), vocabulary):
            note(joined, Origin(asked=" ".join(pair), way="word"))
    for word, number in numbers_in(read):
        note(word, Origin(asked=f"{word} {number}", way="word"), f" {number}")
    for word in query.subjects:
        note(word, Origin(asked=word, way="earlier"))
    for name in (*names, *part_names):
        for other in name.others:
            for word in content_words(other):
                note(word, Origin(asked=name.text, way="glossary", meaning=other))
    for word, others in translated(query.words, translations).items():
        for other in others:
            note(other, Origin(asked=word, way="glossary", meaning=other))
    for part, word in parts.items():
        note(part, Origin(asked=word, way="part"))
    for word in query.words:
        note(word, Origin(asked=word, way="word"))
    for term in sorted(query.weights.keys() - origins.keys()):
        if " " in term:
            origins[term] = _numbered(term, origins)
    return Trace(
        query=query,
        question=written_words(f"{read}\n{query.text}"),
        own=frozenset(map(british, words_of(read))) | {number for _, number in numbers_in(read)},
        names=names,
        part_names=part_names,
        origins=origins,
        vocabulary=vocabulary,
    )


def _numbered(term: str, origins: Mapping[str, Origin]) -> Origin:
    """Return where another name with a number, "action line 3", comes from: where its name does."""
    name, _, number = term.rpartition(" ")
    origin = origins.get(name, Origin(asked=name, way="word"))
    meaning = origin.meaning and f"{origin.meaning} {number}"
    return replace(origin, asked=f"{origin.asked} {number}", meaning=meaning)


def _names(found: Iterable[Form], forms: Sequence[Form]) -> tuple[Name, ...]:
    spelled: dict[tuple[str, ...], str] = {}
    for form in forms:
        spelled.setdefault(form.words, form.name or form.text)
    return tuple(
        Name(
            text=form.text,
            others=tuple(spelled.get(other, " ".join(other)) for other in form.others),
        )
        for form in found
    )
