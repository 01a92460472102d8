"""How far a bead can be trusted, seen with all beads that were found."""

from collections.abc import Sequence

import numpy as np

from ingest.likeness import Signals
from ingest.places import Floats
from ingest.runs import NEVER, Link, Scores
from ingest.surroundings import LEAST_ODDS, MOST_ODDS, lead

LEAST_JOIN, MOST_JOIN = -6.0, 4.0


def trust(runs: Sequence[Sequence[Link]], alone: Floats, likely: Floats, scores: Scores) -> Signals:
    """Return what speaks for each bead, run after run, each signal of shape (beads,).

    ``alone`` and ``likely``: log-odds of its likeliest two sentences by themselves and in their
    surroundings; ``lead``: of the latter over the best rival; ``joint``: whether it has two
    sentences on a side, ``join``: the log-odds of that, and ``spare``: of a sentence beside it,
    left over, that would join; ``previous`` and ``next``: whether a bead touches it on both sides;
    ``lonely``: whether it is a run by itself.

    Args:
        runs: what the search found.
        alone: (n, m) log-odds of likeness.
        likely: (n, m) log-odds with the surroundings.
        scores: what was searched.
    """
    links = [link for run in runs for link in run]
    starts = {(link.row, link.column) for link in links}
    ends = {(link.row + link.rows, link.column + link.columns) for link in links}
    taken = (
        {link.row + n for link in links for n in range(link.rows)},
        {link.column + n for link in links for n in range(link.columns)},
    )
    leads = lead(likely)
    cells = [_likeliest(link, likely) for link in links]
    joins = [
        _score(scores, link) - likely[cell] if link.rows + link.columns > 2 else 0.0
        for link, cell in zip(links, cells, strict=True)
    ]
    spares = [_spare(link, likely, scores, taken) for link in links]
    found = {
        "alone": np.clip([alone[cell] for cell in cells], LEAST_ODDS, MOST_ODDS),
        "likely": np.clip([likely[cell] for cell in cells], LEAST_ODDS, MOST_ODDS),
        "lead": np.array([leads[cell] for cell in cells]),
        "joint": np.array([link.rows + link.columns > 2 for link in links]),
        "join": np.clip(joins, LEAST_JOIN, MOST_JOIN),
        "spare": np.clip(spares, LEAST_JOIN, MOST_JOIN),
        "previous": np.array([(link.row, link.column) in ends for link in links]),
        "next": np.array(
            [(link.row + link.rows, link.column + link.columns) in starts for link in links]
        ),
        "lonely": np.array([len(run) == 1 for run in runs for _ in run]),
    }
    return {name: np.asarray(values, dtype=np.float64) for name, values in found.items()}


def _likeliest(link: Link, likely: Floats) -> tuple[int, int]:
    rows = range(link.row, link.row + link.rows)
    columns = range(link.column, link.column + link.columns)
    return max(((r, c) for r in rows for c in columns), key=lambda cell: likely[cell])


def _score(scores: Scores, link: Link) -> float:
    one_side = scores.one_two if link.columns > 1 else scores.two_one
    return float(one_side[link.row, link.column])


def _spare(link: Link, likely: Floats, scores: Scores, taken: tuple[set[int], set[int]]) -> float:
    """Return the best log-odds of joining a bead of two with a sentence that is left over."""
    if link.rows + link.columns > 2:
        return LEAST_JOIN
    row, column = link.row, link.column
    rows, columns = likely.shape
    joins = [NEVER]
    for beside, start in ((column - 1, column - 1), (column + 1, column)):
        if 0 <= beside < columns and beside not in taken[1]:
            joins.append(float(scores.one_two[row, start] - likely[row, column]))
    for beside, start in ((row - 1, row - 1), (row + 1, row)):
        if 0 <= beside < rows and beside not in taken[0]:
            joins.append(float(scores.two_one[start, column] - likely[row, column]))
    return max(joins)
