from dataclasses import replace

import pytest

from assistant.reasons import Reason
from tests.ui.explained import EXPLANATION, FIRST, LAST, READING
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.languages import TEXTS
from ui.reasons_in_words import (
    place_in_words,
    question_in_words,
    reading_in_words,
    reasons_in_words,
    shown_of,
)
from ui.texts import Texts


def test_the_reasons_of_a_passage_are_said_in_dutch() -> None:
    assert reasons_in_words(FIRST, 138, DUTCH) == [
        "in de tekst staat: “werk”, “begin” (“beginnen”, “begint”)",
        "uit je eerdere vraag staat erin: “wonen”",
        "hetzelfde in andere woorden: MHiAP = mentale gezondheid in alle beleidsdomeinen",
        "deel van een samengesteld woord: studenten – studentenwelzijn",
        "alleen een deel van het begrip: schulden – hulp",
        "in de kop erboven staat: “kartrekker” (“Kartrekkers”)",
        "nummer 14 van 138 op woorden",
        "lijkt in betekenis op je vraag (nummer 2 van 138)",
        "je noemt dit document",
        "je noemt de kop “Actielijn 3”",
        "de tekst stelt dezelfde vraag",
        "telt minder mee: voetnoot",
        "telt minder mee: sociale media",
    ]


def test_the_reasons_of_a_passage_are_said_in_english() -> None:
    assert reasons_in_words(FIRST, 138, ENGLISH) == [
        "the text has: “werk”, “begin” (“beginnen”, “begint”)",
        "it has, from your earlier question: “wonen”",
        "the same in other words: MHiAP = mentale gezondheid in alle beleidsdomeinen",
        "part of a compound word: studenten – studentenwelzijn",
        "only part of the term: schulden – hulp",
        "the heading above it has: “kartrekker” (“Kartrekkers”)",
        "number 14 of 138 by words",
        "close to your question in meaning (number 2 of 138)",
        "you name this document",
        "you name the heading “Actielijn 3”",
        "the text asks the same question",
        "counts less: footnote",
        "counts less: social media",
    ]


@pytest.mark.parametrize(
    ("rank", "searched", "near"),
    [(3, 8, True), (4, 8, False), (13, 138, True), (14, 138, False)],
)
def test_only_the_first_passages_are_close_in_meaning(rank: int, searched: int, near: bool) -> None:
    found = replace(LAST, reasons=(Reason(retriever="sentence", rank=rank, score=0.2),))

    (clause,) = reasons_in_words(found, searched, DUTCH)
    assert ("minder" not in clause) is near
    assert f"nummer {rank} van {searched}" in clause


@pytest.mark.parametrize("texts", TEXTS.values())
def test_every_passage_has_a_reason(texts: Texts) -> None:
    assert all(reasons_in_words(one, 138, texts) for one in READING.considered)


def test_how_a_question_was_read_is_said_as_labels_with_values() -> None:
    assert question_in_words(EXPLANATION, DUTCH) == [
        ("Taal van je vraag", "Nederlands"),
        ("Gelezen als", "“mhaip” → “MHiAP”, “svp” → weggelaten"),
        ("Vervolg op", "“Wat is OKO?”"),
    ]
    assert reading_in_words(READING, ENGLISH) == [
        ("You ask for", "how to do something"),
        ("You name", "Symposiumverslag MHiAP"),
        (
            "Searched for",
            "begin; MHiAP (also: mentale gezondheid in alle beleidsdomeinen, mental health in all "
            "policies, M-HiAP, MHiAP-aanpak …); kernenergie",
        ),
        ("Not found", "“kernenergie”"),
        ("Searched", "138 passages; the best are below"),
    ]


def test_what_there_is_nothing_to_say_of_has_no_label() -> None:
    plain = replace(EXPLANATION, corrections=(), earlier=None)

    assert question_in_words(plain, ENGLISH) == [("Language of your question", "Dutch")]


def test_a_place_is_said_as_far_as_it_is_known() -> None:
    assert place_in_words(FIRST, DUTCH) == "Hoe begin je? · p. 2 · score 9,3"
    assert place_in_words(LAST, ENGLISH) == "score -0.5"


def test_the_best_eight_are_shown_and_those_that_are_cited() -> None:
    ranked = tuple(
        replace(LAST, rank=rank, markers=(1,) if rank == 11 else ()) for rank in range(1, 13)
    )

    shown = shown_of(replace(READING, considered=ranked))

    assert [one.rank for one in shown] == [1, 2, 3, 4, 5, 6, 7, 8, 11]
