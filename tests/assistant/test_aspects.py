import pytest

from assistant.aspects import Aspect, asked_aspects, heading_aspect
from assistant.kinds import Kind


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("Wat willen we bereiken?", "aims"),
        ("Doelen van de aanpak", "aims"),
        ("What do we want to achieve?", "aims"),
        ("Dit doen we in ieder geval samen met", "partners"),
        ("We will do this in conjunction with", "partners"),
        ("Betrokken organisaties", "partners"),
        ("Wat gaan we doen?", "actions"),
        ("What will we do?", "actions"),
        ("Maatregelen", "actions"),
        ("MediaMasters", None),
        ("", None),
    ],
)
def test_a_heading_announces_what_is_under_it(heading: str, aspect: Aspect | None) -> None:
    assert heading_aspect(heading) == aspect


@pytest.mark.parametrize(
    ("rest", "kind", "aspects"),
    [
        ("Welke partners werken mee aan?", "list", {"partners"}),
        ("Which organisations take part in?", "list", {"partners"}),
        ("Wie doet mee aan?", "who", {"partners"}),
        ("Met wie werkt samen?", "who", {"partners"}),
        ("Wat is het doel van?", "what_says", {"aims"}),
        ("What does want to achieve?", "what_says", {"aims"}),
        ("Wat zijn de doelen en acties van?", "definition", {"aims", "actions"}),
        ("Noem drie acties uit", "list", {"actions"}),
        ("Hoe heet?", "how_to", {"title"}),
        ("What is called?", "definition", {"title"}),
        ("Wat is?", "definition", set()),
        ("Wat werkt in?", "what_says", set()),
        ("Wie is de doelgroep van?", "who", set()),
        ("Welke gemeenten doen mee aan?", "list", set()),
        ("Wanneer zijn de acties van?", "when", set()),
    ],
)
def test_a_question_asks_an_aspect_when_it_asks_nothing_besides(
    rest: str, kind: Kind, aspects: set[Aspect]
) -> None:
    assert asked_aspects(rest, kind) == aspects
