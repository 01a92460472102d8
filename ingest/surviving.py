"""What has to be the same in a sentence and its translation: numbers, dates, addresses, names."""

import re
from collections import Counter
from collections.abc import Collection, Container, Mapping

from ingest.terms import fold, words_of

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s()<>“”\"]+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|eu|int|net|nl|org)\b(?:/[^\s()<>“”\"]*)?"
)
_AROUND = ".,;:!?’'"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_BESIDE_NUMBER = re.compile(r"\d(?:e|st|nd|rd|th)?(?: of)? ([A-Za-z]+)|([A-Za-z]+)\.? (?=\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[\w,;:’”)] )[A-ZÀ-Þ][\w-]+")
_DUTCH = """
    januari februari maart april mei juni juli augustus september oktober november december
    jan feb mrt apr mei jun jul aug sep okt nov dec
"""
_ENGLISH = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
"""
MONTHS = {
    spelled: _ENGLISH.split()[place % 12]
    for words in (_DUTCH, _DUTCH.title(), _ENGLISH)
    for place, spelled in enumerate(words.split())
}
"""The English name of each month as it may be written; in English with a capital: may, march."""

FEWEST_LETTERS = 4
"""A name may be inflected or spelled otherwise behind its first letters: Trimbos-instituut."""


def lost_values(source: str, target: str) -> list[str]:
    """Return the numbers, months and addresses that one of two sentences has and the other has not.

    Marks between thousands and before decimals may differ. A month counts beside a number.
    """
    found = [(find(source), find(target)) for find in (_addresses, _numbers, _months)]
    return sorted(value for here, there in found for value in (here - there) + (there - here))


def lost_names(
    source: str, target: str, everyday: Container[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Return the names in a sentence that are not found in its translation.

    A person should look at them: a name may have another form in the other language.

    Args:
        source: the sentence.
        target: its translation.
        everyday: folded words that are no names although one may begin with a capital.
        known: for folded names, the folded forms that they may have in a translation.
    """
    if source.isupper():
        return []
    held = fold(target)
    months = {MONTHS[word] for word in _WORD.findall(target) if word in MONTHS}
    names = dict.fromkeys(_NAME.findall(_ADDRESS.sub(" ", source)))
    return [
        name
        for name in names
        if MONTHS.get(name) not in months
        and not any(part in everyday for part in (fold(name), *words_of(name)))
        and not any(
            form in held for form in (fold(name)[:FEWEST_LETTERS], *known.get(fold(name), ()))
        )
    ]


def _addresses(text: str) -> Counter[str]:
    return Counter(address.rstrip(_AROUND) for address in _ADDRESS.findall(text))


def _numbers(text: str) -> Counter[str]:
    found = _NUMBER.findall(_ADDRESS.sub(" ", text))
    return Counter(_GROUPED.sub("", number).replace(",", ".") for number in found)


def _months(text: str) -> Counter[str]:
    """Return each month that stands beside a number, once: "from June 3 to June 5"."""
    words = {after or before for after, before in _BESIDE_NUMBER.findall(_ADDRESS.sub(" ", text))}
    return Counter({MONTHS[word] for word in words if word in MONTHS})
