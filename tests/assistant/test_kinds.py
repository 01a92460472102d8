import pytest

from assistant.kinds import Kind, analyse, without_request


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat is MHiAP?", "definition"),
        ("What is MHiAP?", "definition"),
        ("What does GGD stand for?", "definition"),
        ("Waar staat OKO voor?", "definition"),
        ("Hoe begin ik met MHiAP?", "how_to"),
        ("How do I start with MHiAP?", "how_to"),
        ("En hoe pak ik dat aan?", "how_to"),
        ("How to start?", "how_to"),
        ("Waar begin ik?", "how_to"),
        ("Welke vijf actielijnen heeft de aanpak?", "list"),
        ("What are the five action lines?", "list"),
        ("Noem de partners van MENTOR", "list"),
        ("List the objectives of MENTOR", "list"),
        ("Wie organiseerde het symposium?", "who"),
        ("Who organised the symposium?", "who"),
        ("With whom does RIVM work?", "who"),
        ("Wanneer was het symposium?", "when"),
        ("When was the symposium?", "when"),
        ("In welk jaar begon OKO?", "when"),
        ("Waar was het symposium?", "where"),
        ("Where was the symposium held?", "where"),
        ("In welke gemeente loopt OKO?", "where"),
        ("Hoeveel partners heeft MENTOR?", "how_many"),
        ("How many countries take part?", "how_many"),
        ("What percentage of students is lonely?", "how_many"),
        ("Waarom is MHiAP belangrijk?", "why"),
        ("Why is MHiAP needed?", "why"),
        ("Wat is het nut van MHiAP?", "why"),
        ("Wat is het verschil tussen HiAP en MHiAP?", "compare"),
        ("What is the difference between HiAP and MHiAP?", "compare"),
        ("Geef een overzicht van het symposium", "overview"),
        ("Summarise the symposium", "overview"),
        ("Waar gaat de aanpak over?", "overview"),
        ("Wat is het mailadres van het RIVM?", "contact"),
        ("Hoe kan ik contact opnemen met het RIVM?", "contact"),
        ("Schrijf een memo voor mijn wethouder over MHiAP", "draft"),
        ("Can you draft a note on MHiAP?", "draft"),
        ("Give me three talking points", "draft"),
        ("Is MHiAP verplicht?", "yes_no"),
        ("Does MENTOR include Iceland?", "yes_no"),
        ("Wat zegt de aanpak over groen?", "what_says"),
        ("What does the plan say about green spaces?", "what_says"),
        ("groen", "what_says"),
        ("", "what_says"),
    ],
)
def test_the_words_of_a_question_tell_its_kind(question: str, kind: Kind) -> None:
    assert analyse(question).kind == kind


@pytest.mark.parametrize("question", ["Wat is MHiAP?", "How do I start with MHiAP?"])
@pytest.mark.parametrize("greeting", ["", "Hoi, ", "Hello! ", "Beste ", "Goedemorgen, "])
def test_a_greeting_and_capitals_do_not_change_the_kind(greeting: str, question: str) -> None:
    expected = analyse(question)

    assert analyse(f"{greeting}{question}") == expected
    assert analyse(f"{greeting}{question}".upper()) == expected
    assert analyse(f"  {greeting}{question.replace(' ', '   ')}  ") == expected


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Noem drie tips", 3),
        ("Give me 5 reasons", 5),
        ("A ten-point summary", 10),
        ("Noem twee korte voorbeelden", 2),
        ("Noem tips", None),
        ("Wat gebeurt er in drie jaar?", None),
    ],
)
def test_the_number_of_points_asked_for_is_read(question: str, wanted: int | None) -> None:
    assert analyse(question).wanted == wanted


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Uit welke vier componenten bestaat mentale gezondheid?", 4),
        ("What are the five action lines?", 5),
        ("Welke 5 actielijnen zijn er?", 5),
        ("Which four components are there?", 4),
        ("Wat verandert er in drie jaar?", None),
        ("What happened on 7 november?", None),
        ("Welk deel is 20 procent?", None),
    ],
)
def test_a_number_of_things_is_read_and_a_period_is_not(question: str, count: int | None) -> None:
    assert analyse(question).count == count


@pytest.mark.parametrize(
    "question",
    ["Wat is MHiAP in het kort?", "Briefly, what is MHiAP?", "Leg MHiAP uit in één zin"],
)
def test_a_wish_for_a_short_answer_is_read(question: str) -> None:
    assert analyse(question).short
    assert not analyse("Wat is MHiAP?").short


def test_every_kind_that_matches_is_kept_most_specific_first() -> None:
    assert analyse("When did it start and why?").kinds[:2] == ("when", "why")


@pytest.mark.parametrize(
    ("question", "kind", "subject"),
    [
        ("Write a memo for my alderman: why does MHiAP pay?", "draft", "why does MHiAP pay?"),
        ("Hoe begin ik met MHiAP in mijn gemeente?", "how_to", "Hoe begin ik met MHiAP?"),
        ("Wat is MHiAP?", "yes_no", "Wat is MHiAP?"),
        ("Wat is MHiAP precies, kort graag", "definition", "Wat is MHiAP precies"),
        ("MHiAP, what is it?", "definition", "MHiAP, what is it?"),
    ],
)
def test_the_subject_of_a_request_is_what_remains(question: str, kind: Kind, subject: str) -> None:
    assert without_request(question, kind) == subject


def test_a_request_without_a_colon_loses_the_words_of_asking() -> None:
    subject = without_request("Geef een overzicht van het symposium", "overview")

    assert subject.split() == ["symposium"]
