import pytest

from assistant.nearest import Nearest

NEAREST = Nearest(
    {
        "gemeente": 20, "gezondheid": 90, "actielijnen": 12, "symposium": 5, "school": 9,
        "wonen": 7, "bestand": 1, "bestond": 4, "klachten": 9, "reader": 3, "organisation": 6,
        "achievement": 2, "lazeri": 3, "sveinsdottir": 2, "dale": 2, "paul": 1,
    },
    {"vertrek": 40, "zeldzame": 2, "welke": 900, "kaas": 60, "gezondheidt": 30},
    frozenset({"lazeri", "sveinsdottir", "dale", "paul"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gemeetne", "gemeente"),
        ("egmeente", "gemeente"),
        ("hemeente", None),
        ("gezzondhied", "gezondheid"),
        ("schofl", None),
        ("wonne", "wonen"),
        ("wxnen", None),
        ("klachte", "klachten"),
        ("readers", None),
        ("organization", None),
        ("acheivements", "achievements"),
        ("vetrrek", "vertrek"),
        ("vertrak", None),
        ("zeldzamme", None),
        ("wleke", "welke"),
        ("kasa", None),
        ("abc", None),
    ],
)
def test_the_likeliest_word_is_found_where_a_slip_is_small_for_its_length(
    typed: str, meant: str | None
) -> None:
    assert NEAREST.find(typed) == meant


def test_of_two_words_that_cost_as_much_the_more_frequent_one_is_meant() -> None:
    assert NEAREST.find("bestnd") == "bestond"


def test_a_word_of_the_documents_goes_before_another_that_costs_as_much() -> None:
    assert NEAREST.find("gezondheidtt") == "gezondheidt"
    assert NEAREST.find("gezondhedi") == "gezondheid"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lazerie", "lazeri"),
        ("lazerrie", None),
        ("sveinsdotir", "sveinsdottir"),
        ("daale", "dale"),
        ("daele", None),
        ("palu", "paul"),
        ("gemeetne", None),
    ],
)
def test_a_name_is_only_read_as_a_name_that_is_hardly_another(
    typed: str, meant: str | None
) -> None:
    assert NEAREST.find(typed, name=True) == meant
