import pytest

from assistant.phrase_repair import Phrase, Phrases

KNOWN = frozenset(
    """mental health heath in all policies polices police peter van laura dale action line
    lime""".split()
)
PHRASES = Phrases(
    (
        Phrase(("mental", "health", "in", "all", "policies"), is_proper=False),
        Phrase(("mental", "health"), is_proper=False),
        Phrase(("action", "line"), is_proper=False),
        Phrase(("peter", "van", "dijken"), is_proper=True),
        Phrase(("ledia", "lazeri"), is_proper=True),
        Phrase(("laura", "dale"), is_proper=True),
    ),
    KNOWN.__contains__,
    {"lime"}.__contains__,
)


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("ledia lazerrie", "ledia lazeri"),
        ("mental heath", "mental health"),
        ("mental heath in all polices", "mental health in all policies"),
        ("mental health in all police", "mental health in all police"),
        ("peter van dijke", "peter van dijke"),
        ("peter van daele", "peter van daele"),
        ("peter van dijkken", "peter van dijken"),
        ("laura dales", "laura dales"),
        ("action lime", "action lime"),
        ("ledia", "ledia"),
        ("lazeri ledja", "lazeri ledja"),
        ("", ""),
    ],
)
def test_a_misspelt_word_of_a_name_is_repaired_where_the_others_stand_beside_it(
    text: str, repaired: str
) -> None:
    words = text.split()

    found = PHRASES.repairs(words)
    assert " ".join(found.get(place, word) for place, word in enumerate(words)) == repaired
