"""Tell whether a word is another form of a known one, by the spelling rules of both languages."""

import re
from collections.abc import Callable, Iterator

ENDINGS = tuple("s t d e en ed er ers es ing ings ly or se te de ten den je jes ende end".split())
"""A known word with one of these behind it is known too."""

GROWN = ("s", "e")
"""A word is known too if one with one of these behind it is: *brick*, *slecht*."""

BEGINNINGS = tuple(
    """aan achter af binnen boven buiten door her in mede mee mis na niet om on onder ont op over
    samen tegen terug toe tussen uit ver voor voort vooruit weer""".split()
)
"""What Dutch puts before verbs and their kin: a known word of five letters behind it is known."""

SHORTEST, SHORTEST_REST, SHORTEST_GROWN = 3, 5, 5
_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprst]")
"""One short syllable: before an ending with e its last letter doubles, *kun* and *kunnen*."""

_HARD, _SOFT = {"v": "f", "z": "s"}, {"f": "v", "s": "z"}


def is_form_of_known(word: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a folded word is a form of one that ``is_known`` knows.

    *schoolse* is a form of *school*, *muren* of *muur*, *huizen* of *huis*, *planned* of *plan*,
    *measuring* of *measure*, *sociaal* of *sociale*; but *mentaale* is none of *mentaal*, which has
    *mentale*.
    """
    rests = (word.removeprefix(start) for start in BEGINNINGS if word.startswith(start))
    return any(len(form) >= SHORTEST and is_known(form) for form in _forms(word)) or any(
        len(rest) >= SHORTEST_REST and is_known(rest) for rest in rests
    )


def is_inflection(shorter: str, longer: str) -> bool:
    """Tell whether one folded word is another with an ending behind it."""
    ending = longer.removeprefix(shorter)
    return ending != longer and ending in {*ENDINGS, "n"} and ending != shorter[-1:]


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and stem:
            yield from _without(stem, ending)
    if word.endswith(("ies", "ied", "ier")):
        yield f"{word[:-3]}y"
    if word.endswith("t") and len(word) > SHORTEST_REST:
        yield f"{word[:-1]}en"
    if len(word) >= SHORTEST_GROWN:
        yield from (word + ending for ending in GROWN if not word.endswith("ie"))
        if word[-1] not in _VOWELS and word[-2] == word[-3] and word[-2] in _VOWELS:
            opened = f"{word[:-2]}{_SOFT.get(word[-1], word[-1])}e"
            yield from (opened, f"{opened}n") if word.endswith("eer") else (opened,)


def _without(stem: str, ending: str) -> Iterator[str]:
    """Yield the words that are ``stem`` before an ending; a syllable opens, letters double."""
    if _is_closed_twice(stem, ending):
        return
    if ending[0] != "e" or not _SHORT.fullmatch(stem):
        yield stem
    if ending[0] not in _VOWELS or stem[-1] in _VOWELS:
        return
    doubled = stem[-2:-1] == stem[-1] and stem[-3:-2] in _VOWELS
    if doubled and not (stem.endswith("err") and len(stem) > SHORTEST_REST):
        yield stem[:-1]
    if ending[0] == "e":
        hard = stem[:-1] + _HARD.get(stem[-1], stem[-1])
        yield hard
        if len(stem) > 1 and stem[-2] in _VOWELS and stem[-3:-2] not in _VOWELS:
            yield f"{hard[:-1]}{hard[-2]}{hard[-1]}"
    yield f"{stem}e"


def _is_closed_twice(stem: str, ending: str) -> bool:
    """Tell whether two vowels stand where Dutch writes one: *mentaal* before *-e*."""
    double = stem[-3:-1]
    return (
        len(double) == 2
        and double[0] == double[1]
        and stem[-1] not in _VOWELS
        and ending[0] in _VOWELS
        and (double in ("aa", "uu") or (double in ("ee", "oo") and ending in ("e", "en", "ende")))
    )
