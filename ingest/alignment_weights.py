"""The weights of the aligner: logistic models, and how sure a bead must be.

Fitted by ``python -m training.alignment`` on 60 documents made of every other article of NTREX-128
news (Federmann, Kocmi and Xin, 2022), with headings, lists, boxes and sentences dropped, joined,
moved and freely translated. At the threshold, in 60 documents of the other articles, 98.8 % of the
12,956 beads are exactly right, and 97.9 % of the 27,279 sentences with a counterpart have it.
"""

from collections.abc import Mapping

Weights = Mapping[str, float]
"""By the name of the signal, and ``bias``."""

LIKENESS: Weights = {
    "bias": -2.067,
    "margin": 27.843,
    "length": -0.591,
    "marks": 4.200,
    "missing": -0.245,
    "heading": -2.825,
    "item": -1.300,
}

LOOKS: tuple[Weights, ...] = (
    {
        "bias": -4.387,
        "likely": 0.607,
        "lead": 1.028,
        "before": 4.427,
        "after": 5.196,
        "section": 5.354,
    },
    {
        "bias": -0.040,
        "likely": 0.858,
        "lead": 0.527,
        "before": -0.464,
        "after": -0.003,
        "section": 0.213,
    },
)

JOINING: Weights = {
    "bias": -0.595,
    "half": 7.468,
    "gain": 19.392,
    "closer": 0.474,
    "length": -0.475,
    "elsewhere": -0.471,
    "share": -3.874,
}

TRUST: Weights = {
    "bias": -4.037,
    "alone": 0.089,
    "likely": 0.627,
    "lead": -0.141,
    "joint": -4.782,
    "join": 2.324,
    "spare": -0.678,
    "previous": 0.678,
    "next": 0.667,
    "lonely": -1.240,
}

LEAST_CONFIDENCE = 0.6
