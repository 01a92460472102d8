"""Open the speller over the words of the documents and the glossary."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from assistant.phrase_repair import Phrase
from assistant.spelling import Speller
from assistant.word_borders import Borders
from assistant.word_lists import common_words, dutch_words, english_words, read_dictionary
from assistant.written import written_words
from ingest.glossary import Entry
from ingest.terms import words_of

SHORTEST_NAME = 4
_PARTICLES = "van|de|den|der|ter|ten|te|von|el|la|di"
_NAME = r"[A-ZÀ-Þ][^\W\d_]+(?:[’'-][^\W\d_]+)*"
_NAMES = re.compile(rf"{_NAME}(?: (?:{_PARTICLES}))*(?: {_NAME})+")


def open_speller(
    counts: Mapping[str, int], texts: Iterable[str], glossary: Iterable[Entry]
) -> Speller:
    """Return a speller.

    Args:
        counts: how often each folded word occurs in the documents.
        texts: of the documents, with their capitals.
        glossary: whose words count as words of the documents that occur once.
    """
    texts = list(texts)
    forms = [name for entry in glossary for names in entry.forms.values() for name in names]
    vocabulary = dict(counts)
    for word in (word for form in forms for word in words_of(form)):
        vocabulary.setdefault(word, 1)
    names = _names([*texts, *forms])
    for name in names:
        vocabulary.setdefault(name, 1)
    dutch, english = dutch_words(), english_words()
    spelled = {" ".join(words_of(form)) for form in forms}
    apart = {
        " ".join(pair)
        for text in (*texts, *spelled)
        for pair in pairwise(words_of(text.replace("-", "")))
        if "".join(pair) in vocabulary
    }
    return Speller(
        vocabulary=vocabulary,
        dictionary=read_dictionary(),
        common=common_words(),
        names=names,
        phrases=tuple(_phrases(texts, spelled, names)),
        borders=Borders(
            vocabulary=vocabulary,
            dutch=dutch,
            english=english,
            apart=apart,
            names={
                text.replace(" ", ""): text
                for text in sorted(spelled)
                if " " in text and text.replace(" ", "") not in vocabulary
            },
            double_names=frozenset(
                folded for folded, name in names.items() if "-" in name and name.istitle()
            ),
        ),
    )


def _names(texts: Iterable[str]) -> dict[str, str]:
    """Return the words that are never written without a capital, and the parts of double names."""
    written = defaultdict[str, Counter[str]](Counter)
    for form, folded in (pair for text in texts for pair in written_words(text)):
        written[folded][form] += 1
    known = {*dutch_words(), *english_words()}
    names = {
        folded: forms.most_common(1)[0][0]
        for folded, forms in written.items()
        if folded not in known and all(form != form.lower() for form in forms)
    }
    for folded, name in tuple(names.items()):
        for part, folded_part in zip(name.split("-"), folded.split("-"), strict=False):
            if "-" in folded and part.istitle() and len(part) >= SHORTEST_NAME:
                names.setdefault(folded_part, part)
    return names


def _phrases(
    texts: Iterable[str], spelled: Iterable[str], names: Mapping[str, str]
) -> Iterator[Phrase]:
    found = {tuple(words_of(name)) for text in texts for name in _NAMES.findall(text)}
    for words in sorted(found):
        if any(word in names for word in words):
            yield Phrase(words, is_proper=True)
    for form in sorted(spelled):
        words = tuple(form.split())
        if len(words) > 1:
            yield Phrase(words, is_proper=False)
