import pytest

from assistant.standing import draws_conclusion, needed_before, needs_predecessor
from ingest.datatypes import Sentence, SentenceRole, Span
from tests.assistant.small_passages import make_passage

REPEATED: list[tuple[str, SentenceRole]] = [("Dat helpt.", "body")] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit vraagt om samenwerking.",
        "Deze monitor loopt nog.",
        "Zij benadrukte dat alles telt.",
        "Hij noemde drie voorbeelden.",
        "Hierbij helpt de wethouder.",
        "Daarnaar wordt gekeken.",
        "Maar dat is niet genoeg.",
        "Bijvoorbeeld scholen doen mee.",
        "In deze sessie maakten deelnemers kennis.",
        "“Dat vraagt lef.”",
        "(Deze cijfers zijn oud.)",
        "Het programma loopt tot 2025.",
        "This calls for cooperation.",
        "They work together.",
        "It runs until 2025.",
        "Its aim is prevention.",
        "But schools take part.",
        "Therefore schools take part.",
        "In this context, schools matter.",
        "The programme ends in 2025.",
        "For example, schools take part.",
    ],
)
def test_a_sentence_that_points_back_needs_the_one_before(sentence: str) -> None:
    assert needs_predecessor(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gemeente Den Haag werkt met een platform.",
        "Scholen en werkgevers doen mee.",
        "Het is belangrijk dat scholen meedoen.",
        "Er zijn meerdere werkgroepen.",
        "De wethouder noemt dit vaak.",
        "Diederik de Vries vertelde over wonen.",
        "Zomerscholen helpen leerlingen.",
        "Enkele gemeenten lopen voor.",
        "MENTOR brings together 43 partners.",
        "There are five action lines.",
        "It is important that schools take part.",
        "Theme days help pupils.",
        "Item one is housing.",
        "Hereford is not in it.",
        "",
    ],
)
def test_a_sentence_that_names_its_subject_stands_alone(sentence: str) -> None:
    assert not needs_predecessor(sentence)


@pytest.mark.parametrize(
    ("sentence", "concludes"),
    [
        ("Conclusie: begin klein.", True),
        ("Daarom doen scholen mee.", True),
        ("Therefore schools take part.", True),
        ("As a result, fewer pupils drop out.", True),
        ("Scholen doen daarom mee.", False),
        ("Conclusions were drawn.", False),
    ],
)
def test_a_conclusion_is_recognised_by_its_opening(sentence: str, concludes: bool) -> None:
    assert draws_conclusion(sentence) is concludes


def test_a_sentence_that_stands_alone_needs_nothing() -> None:
    passage, text = make_passage([("Scholen doen mee.", "body"), ("Werkgevers ook.", "body")])

    assert needed_before(passage, 1, text) == ()


def test_a_chain_of_two_is_given_in_order() -> None:
    passage, text = make_passage(
        [("Scholen doen mee.", "body"), ("Dat helpt.", "body"), ("Zij leren ervan.", "body")]
    )

    assert needed_before(passage, 2, text) == passage.sentences[:2]


def test_a_longer_chain_is_too_long() -> None:
    passage, text = make_passage([("Scholen doen mee.", "body"), *REPEATED])

    assert needed_before(passage, 3, text) is None


def test_a_heading_ends_the_chain() -> None:
    passage, text = make_passage([("De tool", "heading"), ("Deze heeft zes zones.", "body")])

    assert needed_before(passage, 1, text) == passage.sentences[:1]


def test_the_first_sentence_of_a_passage_has_nothing_to_point_to() -> None:
    passage, text = make_passage([("Dat helpt.", "body")])

    assert needed_before(passage, 0, text) is None


def test_an_item_needs_the_sentence_that_leads_in_its_list() -> None:
    passage, text = make_passage(
        [("Wat helpt:", "lead"), ("Deze tool.", "item"), ("Scholen.", "item")],
        lead=Span(start=0, end=10),
    )

    assert needed_before(passage, 1, text) == (Sentence(start=0, end=10, role="lead"),)
    assert needed_before(passage, 2, text) == ()


def test_an_item_without_a_lead_in_that_points_back_cannot_be_shown() -> None:
    passage, text = make_passage([("Scholen.", "item"), ("Deze tool.", "item")])

    assert needed_before(passage, 1, text) is None
