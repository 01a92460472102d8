"""How likely one word is a slip of the pen for another: edits weighed by how they come about.

A noisy channel in the manner of Kernighan, Church and Gale (1990, "A Spelling Correction Program
Based on a Noisy Channel Model"), with costs set by hand in place of counts of errors.
"""

import re

DOUBLED, SWAPPED, MISSING, NEAR_KEY, EXTRA, OTHER = 0.8, 0.8, 1.0, 1.1, 1.3, 1.8
"""Costs: a letter doubled or halved, two swapped, one left out, a key beside it, one too many, and
a letter that neither the keyboard nor the sound explains."""

SOUNDS_ALIKE = 1.0
"""Most that words cost which are said the same: *sosiale*, *gezondheit*."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = "ae ei iy ck cs sz fv dt".split()


def _neighbours() -> frozenset[str]:
    beside = [row[place : place + 2] for row in _ROWS for place in range(len(row) - 1)]
    for above, below in (_ROWS[:2], _ROWS[1:]):
        for place, key in enumerate(below):
            beside += [key + near for near in above[place : place + 2]]
    return frozenset(pair for both in beside for pair in (both, both[::-1]))


_BESIDE = _neighbours()
_EASILY_WRONG = _BESIDE.union(_ALIKE, (both[::-1] for both in _ALIKE))
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ij|ei|y", "y"), ("ou|au", "w"), ("ch", "g"), ("ph|v", "f"), ("c(?=[eiy])|z", "s"),
        ("c|q", "k"), ("x", "ks"), ("th", "t"), ("dt?$", "t"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def cost_of(typed: str, meant: str) -> float:
    """Return what it costs to have typed one folded word for another; 0 for the same word."""
    rows = [[0.0] * (len(meant) + 1) for _ in range(len(typed) + 1)]
    for i in range(len(typed) + 1):
        for j in range(len(meant) + 1):
            ways = [0.0] if i == j == 0 else []
            if i:
                ways.append(rows[i - 1][j] + _extra(typed, i - 1))
            if j:
                doubled = meant[j - 2 : j - 1] == meant[j - 1]
                ways.append(rows[i][j - 1] + (DOUBLED if doubled else MISSING))
            if i and j:
                ways.append(rows[i - 1][j - 1] + _wrong(typed[i - 1], meant[j - 1]))
            if i > 1 and j > 1 and typed[i - 2 : i] == meant[j - 2 : j][::-1]:
                ways.append(rows[i - 2][j - 2] + SWAPPED)
            rows[i][j] = min(ways)
    edited = rows[-1][-1]
    return min(edited, SOUNDS_ALIKE) if _sound(typed) == _sound(meant) else edited


def _extra(typed: str, place: int) -> float:
    letter, around = typed[place], typed[max(0, place - 1) : place] + typed[place + 1 : place + 2]
    if letter in typed[max(0, place - 1) : place]:
        return DOUBLED
    return NEAR_KEY if any(letter + other in _BESIDE for other in around) else EXTRA


def _wrong(typed: str, meant: str) -> float:
    if typed == meant:
        return 0.0
    return NEAR_KEY if typed + meant in _EASILY_WRONG else OTHER


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
