"""Every measure by its name, in the order of the report."""

from collections.abc import Sequence

from evals.errors import UnknownMeasure
from evals.measures.determinism import DETERMINISM
from evals.measures.fidelity import FIDELITY
from evals.measures.measure import Measure
from evals.measures.nuggets import ANY_NUGGET, VITAL_RECALL
from evals.measures.quotes import QUOTES
from evals.measures.refusals import FALSE_REFUSALS, PRECISION, RECALL
from evals.measures.status import MISSING, STATUS, SUPPORT

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        STATUS,
        SUPPORT,
        MISSING,
        ANY_NUGGET,
        VITAL_RECALL,
        PRECISION,
        RECALL,
        FALSE_REFUSALS,
        QUOTES,
        FIDELITY,
        DETERMINISM,
    )
}


def pick_measures(names: Sequence[str] | None) -> tuple[Measure, ...]:
    """Return the measures called ``names``, in that order, or all of them.

    Raises:
        UnknownMeasure: for the first name that is none.
    """
    if names is None:
        return tuple(MEASURES.values())
    for name in names:
        if name not in MEASURES:
            raise UnknownMeasure(f"there is no measure {name}; choose from {', '.join(MEASURES)}")
    return tuple(MEASURES[name] for name in dict.fromkeys(names))
