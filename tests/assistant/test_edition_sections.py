from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.edition_sections import LEAST_LIKENESS, Vectors, match_in_order
from assistant.numbered_parts import NumberedParts
from assistant.search_space import SearchSpace

PLAN_EN = [
    "Mental well-being in society",
    "Mental well-being in the community",
    "Mental well-being at school",
    "Mental well-being at work",
    "Mental well-being online",
]


def at_angles(angles: list[float]) -> Vectors:
    return np.array([[np.cos(a), np.sin(a)] for a in angles], dtype=np.float32).reshape(-1, 2)


def test_the_sections_of_an_edition_without_numbers_take_those_of_its_original(
    numbered: NumberedParts, space: SearchSpace
) -> None:
    series = next(one for one in numbered.series if "plan-nl" in one.parts)
    sections = [
        {space.index.passages[number].section[0] for number in part}
        for part in series.parts["plan-en"]
    ]

    assert sections == [{title} for title in PLAN_EN]


def test_an_unofficial_translation_has_the_parts_of_its_original(
    numbered: NumberedParts, space: SearchSpace
) -> None:
    for series in numbered.series:
        for document_id, parts in series.parts.items():
            original = space.index.documents[document_id].source.rendering_of
            if original is not None:
                assert [len(part) for part in parts] == [len(p) for p in series.parts[original]]


angles = st.lists(st.floats(0, 1.2), min_size=0, max_size=5)


@given(angles, angles)
def test_the_best_match_in_order_is_found(ours: list[float], theirs: list[float]) -> None:
    one, other = at_angles(ours), at_angles(theirs)
    matched = match_in_order(one, other)
    cosines = one @ other.T
    best = max(
        (
            sum(cosines[row, column] for row, column in enumerate(columns))
            for columns in combinations(range(len(theirs)), len(ours))
        ),
        default=None,
    )

    if matched:
        assert list(matched) == sorted(set(matched))
        assert best is not None
        assert np.isclose(sum(cosines[r, c] for r, c in enumerate(matched)), best, atol=1e-4)
        assert all(cosines[r, c] >= LEAST_LIKENESS for r, c in enumerate(matched))
    elif ours and best is not None:
        assert cosines.min() < LEAST_LIKENESS


def test_nothing_is_matched_when_there_are_too_few_or_a_pair_is_not_alike() -> None:
    assert match_in_order(at_angles([0.0, 0.1]), at_angles([0.0])) == ()
    assert match_in_order(at_angles([0.0, 1.5]), at_angles([0.0, 0.0])) == ()
    assert match_in_order(at_angles([]), at_angles([0.3])) == ()
