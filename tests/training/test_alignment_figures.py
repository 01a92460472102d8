import pytest

from training.alignment import Judged, kept, measure, short_lines, weights_text
from training.bead_fitting import Models
from training.pairs import Pair

ONE, TWO, MISSED = ((0,), (0,)), ((1, 2), (1,)), ((3,), (3,))
HALF = ((1,), (1,))


def test_beads_below_the_threshold_are_not_kept() -> None:
    judged = Judged(beads=((ONE, 0.9), (HALF, 0.4)), links=frozenset())

    assert kept(judged, 0.5) == [ONE]


def test_half_a_bead_is_a_right_link_but_no_right_bead() -> None:
    judged = Judged(beads=((ONE, 0.9), (HALF, 0.9)), links=frozenset({ONE, TWO, MISSED}))

    shares = {f.measure: (f.estimate.value, f.estimate.n) for f in measure([judged], 0)}

    assert shares == {
        "beads found that are exactly right": (0.5, 2),
        "those of 1-1": (0.5, 2),
        "links found that are right": (1.0, 2),
        "links that are found": (0.5, 4),
        "sentences that have their counterpart": (pytest.approx(4 / 7), 7),
    }


def test_short_lines_are_one_sentence_and_stand_once() -> None:
    pairs = [
        Pair(english="It rains.", dutch="Het regent."),
        Pair(english="It is raining.", dutch="Het regent."),
        Pair(english="Stop. Go now.", dutch="Stop nu."),
        Pair(english="Rain", dutch="Regen"),
    ]

    assert short_lines(pairs) == [Pair(english="It rains", dutch="Het regent")]


def test_weights_are_printed_as_the_aligner_holds_them() -> None:
    weights = {"bias": -1.23456}
    models = Models(likeness=weights, looks=(weights,), joining=weights, trust=weights)

    assert weights_text(models).startswith('LIKENESS\n    "bias": -1.235,\n\nLOOKS[0]')
