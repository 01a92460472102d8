"""Which documents a question names: "the action plan", "het symposium", "MENTOR"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.datatypes import Document
from ingest.terms import is_stopword, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The documents that a question names, and the words it names them with.

    Attributes:
        words: folded content words; they say where to look, not what to look for.
    """

    documents: frozenset[str]
    words: frozenset[str]


def find_named(question: str, documents: Mapping[str, Document]) -> Naming:
    """Return the documents named in a question; the longest name that fits counts.

    A name that is all there is to a question ("What is MENTOR?") is its subject as well: its words
    are then left to be searched.
    """
    text = f" {' '.join(words_of(question))} "
    names = sorted(
        {
            (" ".join(words_of(name)), key)
            for key, d in documents.items()
            for name in d.source.names
        },
        key=lambda pair: (-len(pair[0]), pair),
    )
    found: set[str] = set()
    words: set[str] = set()
    taken: set[str] = set()
    for name, document_id in names:
        if f" {name} " in text or (name in taken):
            found.add(document_id)
            taken.add(name)
            words.update(word for word in name.split() if not is_stopword(word))
        for used in taken:
            text = text.replace(f" {used} ", " ") if used != name else text
    return Naming(
        documents=frozenset(found),
        words=frozenset(words) if _rest(question, words) else frozenset(),
    )


def _rest(question: str, words: Iterable[str]) -> bool:
    """Tell whether a question has content words besides those of the names."""
    named = set(words)
    return any(word not in named and not is_stopword(word) for word in words_of(question))
