import pytest

from assistant.answer_types import (
    asks_contents,
    asks_money,
    expects_type,
    holds_money,
    holds_type,
    names_person,
)
from assistant.kinds import Kind


@pytest.mark.parametrize(
    ("kind", "sentence", "holds"),
    [
        ("when", "Het symposium was op 7 november 2025.", True),
        ("when", "The programme runs for three years.", True),
        ("when", "De week is in het najaar.", True),
        ("when", "Scholen doen mee.", False),
        ("how_many", "MENTOR heeft 43 partners.", True),
        ("how_many", "Een derde van de studenten is eenzaam.", True),
        ("how_many", "Five action lines.", True),
        ("how_many", "Veel scholen doen mee.", False),
        ("how_many", "Symposiumverslag, 7 november 2025", False),
        ("how_many", "The report of November 7, 2025.", False),
        ("how_many", "In 2025 deden 43 partners mee.", True),
        ("who", "De tool is van Faith Thompson.", True),
        ("who", "Het RIVM leidt een taak.", True),
        ("who", "De gemeente doet mee.", True),
        ("who", "Er is veel te doen.", False),
        ("where", "De bijeenkomst was in Den Haag.", True),
        ("where", "A pilot in six municipalities.", True),
        ("where", "Een bijeenkomst over wonen.", False),
        ("contact", "Mail naar info@example.org.", True),
        ("contact", "Kijk op https://example.org/mhiap.", True),
        ("contact", "Bel 030 274 9111.", True),
        ("contact", "Neem contact op.", False),
        ("why", "Dat komt doordat schotten knellen.", True),
        ("why", "This leads to fewer sick days.", True),
        ("why", "Er zijn vijf actielijnen.", False),
        ("definition", "Wat dan ook.", True),
        ("what_says", "", True),
    ],
)
def test_a_sentence_holds_what_the_kind_of_question_expects(
    kind: Kind, sentence: str, holds: bool
) -> None:
    assert holds_type(kind, sentence) is holds


def test_only_questions_for_a_value_expect_a_type() -> None:
    kinds: tuple[Kind, ...] = ("when", "how_many", "who", "where", "contact", "why", "definition")

    assert [kind for kind in kinds if expects_type(kind)] == list(kinds[:5])


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hoeveel geld gaat er naar MHiAP?", True),
        ("How much funding is there?", True),
        ("What is the return per euro?", True),
        ("Hoeveel partners zijn er?", False),
        ("Kan ik zonder budget beginnen?", False),
    ],
)
def test_a_question_for_an_amount_of_money_is_recognised(question: str, asks: bool) -> None:
    assert asks_money(question) is asks


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Er is € 5 miljoen.", True),
        ("It cost 1,5 million.", True),
        ("Het kost 300 euro.", True),
        ("Er zijn 300 scholen.", False),
        ("Extra budget is niet nodig.", False),
    ],
)
def test_an_amount_of_money_is_recognised(sentence: str, holds: bool) -> None:
    assert holds_money(sentence) is holds


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hoe heten de zes zones?", True),
        ("What did the IBO report conclude?", True),
        ("Wat waren de uitkomsten van de monitor?", True),
        ("Wat is MHiAP?", False),
        ("How do I start?", False),
    ],
)
def test_a_question_for_the_contents_of_something_is_recognised(question: str, asks: bool) -> None:
    assert asks_contents(question) is asks


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Lotte van Nierop (RIVM) begeleidde de gesprekken.", True),
        ("Laura Shields-Zeeman lichtte dit toe.", True),
        ("RIVM en scholen doen mee.", False),
    ],
)
def test_a_first_and_last_name_is_recognised(sentence: str, names: bool) -> None:
    assert names_person(sentence) is names
