"""Search: runs of beads, each in order on both sides, likeliest run first."""

from dataclasses import dataclass

import numpy as np

from ingest.places import Floats

SKIPPED = 0.3
"""What a sentence without a counterpart inside a run costs, in log-odds."""
MOST_GAINED = 8.0
NEVER = -1e3
EVEN = 1e-9

_STOP, _UP, _LEFT, _ONE_ONE, _ONE_TWO, _TWO_ONE = range(6)
_MOVES = {_UP: (1, 0), _LEFT: (0, 1), _ONE_ONE: (1, 1), _ONE_TWO: (1, 2), _TWO_ONE: (2, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``rows`` sentences from number ``row`` on, and ``columns`` from number ``column`` on."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Log-odds of beads, by the first sentence on each side.

    Attributes:
        one_one: (n, m).
        one_two: (n, m - 1).
        two_one: (n - 1, m).
    """

    one_one: Floats
    one_two: Floats
    two_one: Floats


def find_runs(scores: Scores) -> list[list[Link]]:
    """Return runs of beads, best first; no sentence is in two of them.

    A run is in order on both sides and skips what has no counterpart. What stands elsewhere in one
    edition is found by later runs among the sentences that are left: the local alignment of Smith
    and Waterman (1981), over and over as Waterman and Eggert (1987) did.
    """
    left = Scores(
        one_one=np.minimum(scores.one_one, MOST_GAINED),
        one_two=np.minimum(scores.one_two, MOST_GAINED),
        two_one=np.minimum(scores.two_one, MOST_GAINED),
    )
    runs: list[list[Link]] = []
    while run := _best_run(left):
        runs.append(run)
        for link in run:
            _forbid(left, link)
    return runs


def _best_run(scores: Scores) -> list[Link]:
    """Return the run with the highest sum of scores, in order; empty when none is above zero."""
    rows, columns = scores.one_one.shape
    best = np.zeros((rows + 1, columns + 1))
    moves = np.zeros((rows + 1, columns + 1), dtype=np.int8)
    slope = SKIPPED * np.arange(columns + 1)
    options = np.full((6, columns + 1), NEVER)
    options[_STOP] = 0
    for row in range(1, rows + 1):
        options[_UP] = best[row - 1] - SKIPPED
        options[_ONE_ONE, 1:] = best[row - 1, :-1] + scores.one_one[row - 1]
        options[_ONE_TWO, 2:] = best[row - 1, :-2] + scores.one_two[row - 1]
        if row > 1:
            options[_TWO_ONE, 1:] = best[row - 2, :-1] + scores.two_one[row - 2]
        moves[row] = options.argmax(axis=0)
        reached = options.max(axis=0)
        best[row] = np.maximum.accumulate(reached + slope) - slope
        moves[row, best[row] > reached + EVEN] = _LEFT
    row, column = (int(end) for end in np.unravel_index(best.argmax(), best.shape))
    run: list[Link] = []
    while move := int(moves[row, column]):
        down, right = _MOVES[move]
        row, column = row - down, column - right
        if down and right:
            run.append(Link(row=row, column=column, rows=down, columns=right))
    return run[::-1]


def _forbid(scores: Scores, link: Link) -> None:
    """Take every bead out of the scores that shares a sentence with ``link``."""
    rows = slice(link.row, link.row + link.rows)
    columns = slice(link.column, link.column + link.columns)
    before, left = max(0, link.row - 1), max(0, link.column - 1)
    scores.one_one[rows] = scores.one_one[:, columns] = NEVER
    scores.one_two[rows] = scores.one_two[:, left : columns.stop] = NEVER
    scores.two_one[before : rows.stop] = scores.two_one[:, columns] = NEVER
