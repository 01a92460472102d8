"""Questions about a part by its number, in both languages, on the shipped corpus."""

from collections.abc import Sequence

import pytest

from assistant.answering import Assistant
from assistant.datatypes import Answer, Turn

PARTNERS_NL = {
    2: "VNG en gemeenten, kennisinstituten zoals het RIVM",
    3: "Jongeren zelf (incl. studentenbonden), Trimbos-instituut, Pharos, Gezonde School",
    4: "Werkenden en werkgevers zelf en met de partners van de BMS",
    5: "Jongeren zelf, het Netwerk Mediawijsheid, Kindertelefoon",
}
PARTNERS_EN = {
    2: "The Association of Netherlands Municipalities (VNG) and municipalities",
    3: "Young people themselves (incl. students unions), the Trimbos Institute, Pharos",
    4: "Employees and employers themselves",
    5: "Young people themselves, the Dutch media literacy network",
}
TITLES_NL = {
    1: "Mentaal gezonde maatschappij", 2: "Mentaal gezonde buurt", 3: "Mentaal gezond onderwijs",
    4: "Mentaal gezond aan het werk", 5: "Mentaal gezond online",
}  # fmt: skip
TITLES_EN = {
    1: "Mental well-being in society", 2: "Mental well-being in the community",
    3: "Mental well-being at school", 4: "Mental well-being at work", 5: "Mental well-being online",
}  # fmt: skip
AIM_NL = "Zoveel mogelijk jonge mensen kunnen zich optimaal ontwikkelen"
AIM_EN = "As many young people as possible can develop"


def ask(assistant: Assistant, question: str, *before: str) -> Answer:
    return assistant.ask(question, history=[Turn(question=earlier) for earlier in before])


def lines_of(answer: Answer) -> set[str]:
    """Return the outermost headings that an answer cites from, the numbered ones by their title."""
    sections = [(citation.section or "").split(" › ") for citation in answer.citations]
    return {path[1] if path[0].startswith("Actielijn") else path[0] for path in sections}


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        ("Wat is actielijn 3?", 3, AIM_NL),
        ("Wat is actielijn drie?", 3, AIM_NL),
        ("Wat houdt actielijn drie in?", 3, AIM_NL),
        ("Wat staat er in de derde actielijn?", 3, AIM_NL),
        ("Wat is de 3e actielijn?", 3, AIM_NL),
        ("Wat doet lijn 3 van het plan?", 3, AIM_NL),
        ("Vat actielijn 3 samen", 3, AIM_NL),
        ("Wat is de laatste actielijn?", 5, "Inwoners zijn mediawijs"),
        ("Wat is het doel van actielijn 4?", 4, "Werkenden voelen zich mentaal gezond"),
        ("Wat willen we bereiken met actielijn 1?", 1, "Inwoners zijn zich bewust"),
        ("Wat gaat actielijn 4 doen?", 4, "Brede Maatschappelijke Samenwerking"),
        ("Welke acties staan er in actielijn 5?", 5, "Op 31 maart jl."),
        ("Welke partners werken mee aan actielijn 3?", 3, PARTNERS_NL[3]),
        ("Wie werkt er mee aan actielijn 4?", 4, PARTNERS_NL[4]),
        ("Wie doet mee aan de tweede actielijn?", 2, PARTNERS_NL[2]),
        ("Met wie werkt actielijn 5 samen?", 5, PARTNERS_NL[5]),
        ("Wat zegt actielijn 2 over groen?", 2, "groen in de woonomgeving"),
        ("Wat doet actielijn 3 voor studenten?", 3, "studentenbonden"),
        ("Welk onderzoek wordt gedaan in actielijn 3?", 3, ""),
        ("Wat is de rol van Pharos in actielijn 3?", 3, "kennispartners"),
        ("Doet Trimbos mee aan actielijn 5?", 5, "Trimbos-instituut"),
        ("Hoe heet actielijn 2?", 2, TITLES_NL[2]),
    ],
)
def test_a_dutch_question_about_one_line_is_answered_from_that_line_alone(
    assistant: Assistant, question: str, number: int, said: str
) -> None:
    answer = ask(assistant, question)

    assert answer.status == "answered"
    assert said in answer.text
    assert lines_of(answer) == {TITLES_NL[number]}


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        ("What is action line 3?", 3, AIM_EN),
        ("What is the third line of action?", 3, AIM_EN),
        ("What does the third action line entail?", 3, AIM_EN),
        ("What does action line three do?", 3, "Healthy Schools"),
        ("Give me a summary of action line 5", 5, "Citizens are media-wise"),
        ("What is the aim of action line 4?", 4, "Employees feel mentally healthy"),
        ("What does action line 2 want to achieve?", 2, "easily accessible mental health support"),
        ("What will we do in action line 5?", 5, "Media Literacy Network"),
        ("Which partners take part in action line 3?", 3, PARTNERS_EN[3]),
        ("Who are the partners of action line 5?", 5, PARTNERS_EN[5]),
        ("Who takes part in the second action line?", 2, PARTNERS_EN[2]),
        ("What does action line 2 say about green spaces?", 2, "green spaces"),
        ("What is action line 4 called?", 4, TITLES_EN[4]),
    ],
)
def test_an_english_question_about_one_line_is_answered_from_that_line_alone(
    assistant: Assistant, question: str, number: int, said: str
) -> None:
    answer = ask(assistant, question)

    assert answer.status == "answered"
    assert said in answer.text
    assert lines_of(answer) == {TITLES_EN[number]}
    assert {citation.language for citation in answer.citations} == {"en"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wat houdt actielijn 7 in?", "5 actielijnen"),
        ("Wat is de zevende actielijn?", "5 actielijnen"),
        ("Wat is actielijn 0?", "5 actielijnen"),
        ("Welke partners heeft actielijn 9?", "5 actielijnen"),
        ("Wat is het verschil tussen actielijn 2 en actielijn 7?", "5 actielijnen"),
        ("What is action line 7?", "five action lines"),
        ("What is the seventh action line?", "five action lines"),
        ("Which partners take part in action line 6?", "five action lines"),
        ("Wat is deelsessie 5?", "drie deelsessies"),
    ],
)
def test_who_asks_for_a_part_that_is_not_there_reads_how_many_there_are_and_no_more(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = ask(assistant, question)

    assert answer.status == "answered"
    assert answer.notice
    assert said in answer.text
    assert not lines_of(answer) & {*TITLES_NL.values(), *TITLES_EN.values()}


@pytest.mark.parametrize(
    "question",
    [
        "Wat zegt actielijn 5 over groen?",
        "Wat doet actielijn 1 tegen eenzaamheid?",
        "Wie betaalt actielijn 2?",
        "Wat zegt het symposium over actielijn 3?",
        "What does action line 4 say about loneliness?",
    ],
)
def test_what_a_line_does_not_speak_of_is_not_answered_from_it(
    assistant: Assistant, question: str
) -> None:
    assert ask(assistant, question).status == "not_in_corpus"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel actielijnen zijn er?", "5 actielijnen"),
        ("Hoeveel actielijnen heeft het plan?", "5 actielijnen"),
        ("How many action lines are there?", "five action lines"),
        ("Hoeveel deelsessies waren er?", "drie deelsessies"),
    ],
)
def test_who_asks_how_many_parts_there_are_reads_the_sentence_that_counts_them(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = ask(assistant, question)

    assert said in answer.text
    assert answer.notice is None


@pytest.mark.parametrize("question", ["Wat zegt post 14?", "What does post 14 say?"])
def test_a_part_that_is_not_there_is_not_in_the_corpus_when_no_sentence_counts_them(
    assistant: Assistant, question: str
) -> None:
    assert ask(assistant, question).status == "not_in_corpus"


def test_a_part_of_a_document_that_is_not_searched_is_not_in_the_corpus(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Wat is actielijn 3?", documents=["mentor"])

    assert answer.status == "not_in_corpus"
    assert not answer.related


@pytest.mark.parametrize(
    ("question", "numbers", "titles"),
    [
        ("Wat zijn actielijnen 2 en 4?", (2, 4), TITLES_NL),
        ("Wat is het verschil tussen actielijn 1 en 2?", (1, 2), TITLES_NL),
        ("Welke partners hebben de eerste twee actielijnen?", (1, 2), TITLES_NL),
        ("Wat zijn actielijn 2 t/m 4?", (2, 3, 4), TITLES_NL),
        ("What are action lines 2 and 4?", (2, 4), TITLES_EN),
        ("What is the difference between action lines 1 and 2?", (1, 2), TITLES_EN),
        ("Which partners take part in action lines 3 to 5?", (3, 4, 5), TITLES_EN),
    ],
)
def test_a_question_about_several_lines_is_answered_from_each(
    assistant: Assistant, question: str, numbers: Sequence[int], titles: dict[int, str]
) -> None:
    answer = ask(assistant, question)

    assert lines_of(answer) == {titles[number] for number in numbers}
    places = [answer.text.index(titles[number]) for number in numbers]
    assert places == sorted(places)


ASKED_NL = "Welke partners werken mee aan actielijn 3?"
ASKED_EN = "Which partners take part in action line 3?"


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ([ASKED_NL], "En actielijn 5?", PARTNERS_NL[5]),
        ([ASKED_NL], "en de vierde?", PARTNERS_NL[4]),
        ([ASKED_NL], "En nummer 2?", PARTNERS_NL[2]),
        ([ASKED_NL], "en de laatste?", PARTNERS_NL[5]),
        (
            [ASKED_NL, "En actielijn 5?"],
            "en de vierde?",
            PARTNERS_NL[4],
        ),
        (["Wat is actielijn 3?"], "Welke partners werken mee?", PARTNERS_NL[3]),
        (["Wat is actielijn 3?"], "En wie zijn de partners van de vierde?", PARTNERS_NL[4]),
        ([ASKED_NL], "En wat is het doel?", AIM_NL),
        (["Welke vijf actielijnen heeft de landelijke aanpak?"], "Wat is de derde?", AIM_NL),
        ([ASKED_EN], "and number 2?", PARTNERS_EN[2]),
        ([ASKED_EN], "And the fifth?", PARTNERS_EN[5]),
        ([ASKED_EN], "What about action line 4?", PARTNERS_EN[4]),
        (["What are the five action lines?"], "And what is the third one?", AIM_EN),
    ],
)
def test_a_follow_up_that_names_another_number_asks_the_same_of_that_part(
    assistant: Assistant, before: list[str], question: str, said: str
) -> None:
    answer = ask(assistant, question, *before)

    assert said in answer.text
    assert len(lines_of(answer)) == 1


def test_a_follow_up_about_another_subject_is_not_kept_to_the_part(assistant: Assistant) -> None:
    answer = ask(assistant, "En MHiAP?", "Wat is actielijn 3?")

    assert "Mentaal gezond onderwijs" not in lines_of(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Welke actielijn gaat over werk?",
        "Which action line is about work?",
        "Heeft elke actielijn een eigen begroting?",
        "Wat doet de eerste lijn?",
        "Welke vijf actielijnen heeft de landelijke aanpak?",
        "Wat is MHiAP?",
    ],
)
def test_a_question_without_the_number_of_a_part_searches_everything(
    assistant: Assistant, question: str
) -> None:
    assert assistant.find(question)[0].within is None


def test_the_number_of_a_listed_heading_counts_under_a_heading_that_counts_them(
    assistant: Assistant,
) -> None:
    answer = ask(assistant, "Waar ging deelsessie 2 over?")

    assert answer.status == "answered"
    assert all("2. Verankeren en volhouden" in (c.section or "") for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is actielijn 3?",
        "Which partners take part in action lines 2 to 5?",
        "Wat houdt actielijn 7 in?",
        "Wat zegt post 14?",
    ],
)
def test_every_passage_that_is_cited_is_explained(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, explain=True)

    assert answer.explanation is not None
    explained = {
        marker
        for reading in answer.explanation.readings
        for considered in reading.considered
        for marker in considered.markers
    }
    assert explained == {citation.marker for citation in answer.citations}


def test_the_explanation_says_how_the_follow_up_was_read_and_how_little_was_searched(
    assistant: Assistant,
) -> None:
    history = [Turn(question="Welke partners werken mee aan actielijn 3?")]
    answer = assistant.ask("En actielijn 5?", history=history, explain=True)

    assert answer.explanation is not None
    assert answer.explanation.earlier == "Welke partners werken mee aan actielijn 3?"
    (reading,) = answer.explanation.readings
    assert reading.question == "Welke partners werken mee aan actielijn 5?"
    assert reading.searched < 20
