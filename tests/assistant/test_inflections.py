import pytest

from assistant.inflections import is_form_of_known, is_inflection

KNOWN = frozenset(
    """mentaal muur huis brief plan measure school need policy bom zorg ouder gemeente jongeren
    sociale slechte werken financieren budgetten mens""".split()
)


@pytest.mark.parametrize(
    "word",
    """muren huizen brieven planned planning measuring schoolse needed policies bommen gemeentes
    zorgde verwerken sociaal slecht financiert financieer scholing""".split(),
)
def test_a_form_of_a_known_word_is_known(word: str) -> None:
    known = KNOWN | {"zorg", "schol"}

    assert is_form_of_known(word, known.__contains__)


@pytest.mark.parametrize("word", "mentaale muuren ouderren menssen werkgver xyz monitoor".split())
def test_what_breaks_the_rules_of_spelling_is_no_form(word: str) -> None:
    known = KNOWN | {"monitoren"}

    assert not is_form_of_known(word, known.__contains__)


@pytest.mark.parametrize(
    ("shorter", "longer", "expected"),
    [
        ("reader", "readers", True),
        ("slecht", "slechte", True),
        ("klachte", "klachten", True),
        ("gemeente", "gemeente", False),
        ("overtuigen", "overtuigenn", False),
        ("gezond", "gezondheid", False),
        ("plan", "draft", False),
    ],
)
def test_an_ending_makes_an_inflection_unless_it_only_doubles_a_letter(
    shorter: str, longer: str, expected: bool
) -> None:
    assert is_inflection(shorter, longer) is expected
