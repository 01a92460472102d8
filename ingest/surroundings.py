"""What the surroundings of two sentences say about whether they are each other's counterparts.

Whatever the order of sections, boxes and footnotes, the neighbours of a sentence and those of its
counterpart mostly belong together too, and a heading stands above the same text. So sentences that
choose each other are taken as anchors first, and every pair is judged again by the anchors near it.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from ingest.likeness import Signals
from ingest.places import Floats, Place

STEPS, PER_STEP = 3, 0.7
"""Sentences that may lie between neighbours, and what each leaves of their support."""
LEAST_ODDS, MOST_ODDS, LOWEST_RIVAL, CLEAREST_LEAD = -12.0, 6.0, -4.0, 3.0


def surroundings(ours: tuple[Place, ...], theirs: tuple[Place, ...], likely: Floats) -> Signals:
    """Return what stands around the sentences of two editions, each signal of shape (n, m).

    ``likely``: the log-odds so far; ``lead``: by how much they exceed those of the best rival of
    either sentence; ``before`` and ``after``: how sure an anchor their neighbours are;
    ``section``: of two headings, the share of what stands under them, or under the headings above
    them, that belongs together.

    Args:
        ours: n sentences in order.
        theirs: m sentences in order.
        likely: (n, m) log-odds.
    """
    anchors = find_anchors(likely)
    headings = np.outer([p.role == "heading" for p in ours], [p.role == "heading" for p in theirs])
    return {
        "likely": np.clip(likely, LEAST_ODDS, MOST_ODDS),
        "lead": lead(likely),
        "before": _beside(anchors, -1),
        "after": _beside(anchors, 1),
        "section": headings * _share_under(ours, theirs, anchors),
    }


def find_anchors(likely: Floats) -> Floats:
    """Return the probability of every pair that is more likely than not and chooses each other."""
    best_there, best_here = likely.argmax(axis=1), likely.argmax(axis=0)
    anchors = np.zeros_like(likely)
    for row, column in enumerate(best_there):
        if best_here[column] == row and likely[row, column] > 0:
            anchors[row, column] = 1 / (1 + np.exp(-likely[row, column]))
    return anchors


def lead(likely: Floats) -> Floats:
    """Return by how much each pair exceeds the likeliest other pair of either sentence."""
    floored = np.maximum(likely, LOWEST_RIVAL)
    rivals = np.maximum(best_other(floored, axis=0), best_other(floored, axis=1))
    return np.asarray(np.clip(floored - rivals, -MOST_ODDS, CLEAREST_LEAD))


def best_other(values: Floats, axis: int) -> Floats:
    """Return for each cell the highest value of the other cells along an axis."""
    if values.shape[axis] < 2:
        return np.full_like(values, LOWEST_RIVAL)
    ranked = np.sort(values, axis=axis)
    first, second = np.take(ranked, [-1], axis=axis), np.take(ranked, [-2], axis=axis)
    return np.where(values >= first, second, first)


def _beside(anchors: Floats, direction: int) -> Floats:
    """Return the strongest anchor among the next few sentences on both sides."""
    rows, columns = anchors.shape
    padded = np.pad(anchors, STEPS)
    strongest = np.zeros_like(anchors)
    for down in range(1, STEPS + 1):
        for right in range(1, STEPS + 1):
            top, left = STEPS + direction * down, STEPS + direction * right
            moved = padded[top : top + rows, left : left + columns]
            strongest = np.maximum(strongest, PER_STEP ** (down + right - 2) * moved)
    return strongest


def _share_under(ours: tuple[Place, ...], theirs: tuple[Place, ...], anchors: Floats) -> Floats:
    """Return the share of anchors in the sections of two sentences, or in those above them."""
    (first, *scopes), (second, *scopes_there) = _sections(ours), _sections(theirs)
    within = first @ anchors @ second.T
    sizes = first.sum(axis=1)[:, None] + second.sum(axis=1)[None, :]
    shares = []
    for rows, columns in product(scopes, scopes_there):
        cells = np.ix_(rows, columns)
        others = np.maximum(within[cells] - anchors, 0)
        shares.append(2 * others / np.maximum(sizes[cells] - 2, 2))
    return np.asarray(np.maximum.reduce(shares))


def _sections(places: tuple[Place, ...]) -> tuple[Floats, NDArray[np.intp], NDArray[np.intp]]:
    """Return the sentences in each section, and for each sentence its section and the one above.

    A heading opens a section even where the one before has the same name. Sentences above the first
    heading are in section 0, which counts as empty.
    """
    members: list[list[int]] = [[]]
    own: list[int] = []
    above: list[int] = []
    opened: list[tuple[str, int]] = []
    for number, place in enumerate(places):
        kept = 0
        while kept < min(len(opened), len(place.path)) and opened[kept][0] == place.path[kept]:
            kept += 1
        if place.role == "heading" and place.path and kept == len(place.path):
            kept -= 1
        del opened[kept:]
        for heading in place.path[kept:]:
            opened.append((heading, len(members)))
            members.append([])
        for _, section in opened:
            members[section].append(number)
        own.append(opened[-1][1] if opened else 0)
        above.append(opened[-2][1] if len(opened) > 1 else own[-1])
    inside = np.zeros((len(members), len(places)))
    for row, numbers in zip(inside, members, strict=True):
        row[numbers] = 1
    return inside, np.array(own, dtype=np.intp), np.array(above, dtype=np.intp)
