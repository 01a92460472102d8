"""Search the words of a question in the other language too, by a list of word translations.

Dictionary-based query translation (Pirkola, 1998, "The Effects of Query Structure and Dictionary
Setups in Dictionary-Based Cross-Language Information Retrieval"): the more translations a word has,
the less each counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from assistant.query import Query, both_stems
from ingest.terms import is_stopword
from ingest.variants import british

TRANSLATIONS = Path(__file__).parent / "data" / "translations.txt"
WEIGHT = 0.8
"""Of the one translation of a word; tuned on the training topics."""

Translations = Mapping[str, tuple[str, ...]]
"""Folded words of either language, each with its translations in order of the alphabet."""


@cache
def read_translations() -> Translations:
    """Return the translations of the shipped list, from Dutch and from English."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in TRANSLATIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            dutch, english = line.split("\t")
            found[dutch].add(english)
            for spelling in {english, british(english)}:
                found[spelling].add(dutch)
    return MappingProxyType({word: tuple(sorted(others)) for word, others in found.items()})


def translated(words: Iterable[str], translations: Translations) -> dict[str, tuple[str, ...]]:
    """Return the translations of each word, of its British spelling or its stem, that has any.

    Function words have none.
    """
    found = {}
    for word in (word for word in words if not is_stopword(word)):
        forms = (word, british(word), *sorted(both_stems(word)))
        listed = next((form for form in forms if form in translations), None)
        if listed is not None:
            found[word] = translations[listed]
    return found


def with_translations(query: Query, translations: Translations) -> Query:
    """Return the query with the translations of its own words among its terms.

    Names of documents are left as they are, and a term never loses weight.
    """
    weights = dict(query.weights)
    own = (word for word in query.words if word not in query.named | query.names)
    for others in translated(own, translations).values():
        weight = WEIGHT / len(others) ** 0.5
        for term in (term for other in others for term in both_stems(other)):
            weights[term] = max(weight, weights.get(term, 0.0))
    return replace(query, weights=weights)
