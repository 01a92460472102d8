"""Whether two neighbouring sentences of one edition stand together for one of the other."""

import numpy as np
from numpy.typing import NDArray

from ingest.likeness import Signals, length_gap, margins
from ingest.places import Edition, Floats
from ingest.surroundings import best_other

LEAST_GAIN = -0.3
LEAST_ELSEWHERE, MOST_ELSEWHERE = -6.0, 4.0


def joining(first: Edition, second: Edition, likely: Floats) -> Signals:
    """Return what speaks for a pair of neighbours in ``second``, each signal of shape (n, m - 1).

    The likelier of the two is there anyway, the other would join it. ``half``: margin of the other;
    ``gain``: by how much the cosine rises when it joins, ``closer``: by how many standard
    deviations the lengths come closer, and ``length``: how far apart they still are;
    ``elsewhere``: log-odds of the best other counterpart of the one that would join; ``share``: its
    share of the length.

    Args:
        first: n sentences.
        second: m sentences.
        likely: (n, m) log-odds that two sentences belong together.
    """
    there = likely[:, :-1] >= likely[:, 1:]
    margin, cosine = margins(first.vectors, second.vectors), first.vectors @ second.vectors.T
    ours, theirs = first.lengths[:, None], second.lengths[None, :]
    gap = length_gap(ours, theirs)
    gap_together = length_gap(ours, theirs[:, :-1] + theirs[:, 1:])
    kept, added = _ends(np.broadcast_to(theirs, likely.shape), there)
    gain = first.vectors @ second.joined.T - _ends(cosine, there)[0]
    elsewhere = _ends(best_other(likely, axis=0), there)[1]
    return {
        "half": _ends(margin, there)[1],
        "gain": np.maximum(gain, LEAST_GAIN),
        "closer": _ends(gap, there)[0] - gap_together,
        "length": gap_together,
        "elsewhere": np.clip(elsewhere, LEAST_ELSEWHERE, MOST_ELSEWHERE),
        "share": added / (kept + added),
    }


def _ends(values: Floats, there: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return the values of the neighbour that is there, and those of the one that would join."""
    one, next_ = values[:, :-1], values[:, 1:]
    return np.where(there, one, next_), np.where(there, next_, one)
