from dataclasses import replace

import pytest

from assistant.reasons import Match, Reason
from tests.ui.explained import EXPLANATION, FIRST, LAST, READING
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.languages import TEXTS
from ui.reasons_in_words import (
    place_in_words,
    question_in_words,
    quote_in_words,
    ranks_in_words,
    reading_in_words,
    reasons_in_words,
    shown_of,
)
from ui.texts import Texts


def test_the_reasons_of_a_passage_are_said_in_dutch() -> None:
    assert reasons_in_words(FIRST, 138, DUTCH) == [
        "je noemt dit document",
        "je noemt de kop “Actielijn 3”",
        "de tekst stelt dezelfde vraag",
        "in de tekst staat: “werk”, “begin” (“beginnen”, “begint”)",
        "uit je eerdere vraag staat erin: “wonen”",
        "hetzelfde in andere woorden: MHiAP = mentale gezondheid in alle beleidsdomeinen",
        "deel van een samengesteld woord: studenten – studentenwelzijn",
        "in de kop erboven staat: “kartrekker” (“Kartrekkers”)",
        "dezelfde tekst in het Engels heeft: “schulden” (“debts”)",
        "deze zin ligt in betekenis dichter bij je vraag dan de meeste",
        "telt minder mee: voetnoot",
        "telt minder mee: sociale media",
    ]


def test_the_reasons_of_a_passage_are_said_in_english() -> None:
    assert reasons_in_words(FIRST, 138, ENGLISH) == [
        "you name this document",
        "you name the heading “Actielijn 3”",
        "the text asks the same question",
        "the text has: “werk”, “begin” (“beginnen”, “begint”)",
        "it has, from your earlier question: “wonen”",
        "the same in other words: MHiAP = mentale gezondheid in alle beleidsdomeinen",
        "part of a compound word: studenten – studentenwelzijn",
        "the heading above it has: “kartrekker” (“Kartrekkers”)",
        "the same text in English has: “schulden” (“debts”)",
        "this sentence is closer in meaning to your question than most",
        "counts less: footnote",
        "counts less: social media",
    ]


@pytest.mark.parametrize(
    ("sentence", "passage", "clause"),
    [
        (13, 13, DUTCH.found_meaning),
        (13, 14, DUTCH.found_meaning_of_sentence),
        (14, 13, DUTCH.found_meaning_of_passage),
        (14, 14, DUTCH.found_little),
    ],
)
def test_the_first_tenth_in_either_ranking_is_close_in_meaning(
    sentence: int, passage: int, clause: str
) -> None:
    ranks = (
        Reason(retriever="sentence", rank=sentence, score=0.2),
        Reason(retriever="dense", rank=passage, score=0.1),
    )

    assert reasons_in_words(replace(LAST, reasons=ranks), 138, DUTCH) == [clause]


def test_the_first_three_are_close_in_meaning_however_few_were_searched() -> None:
    third, fourth = (
        replace(LAST, reasons=(Reason(retriever="dense", rank=rank, score=0.1),)) for rank in (3, 4)
    )

    assert reasons_in_words(third, 8, DUTCH) == [DUTCH.found_meaning_of_passage]
    assert reasons_in_words(fourth, 8, DUTCH) == [DUTCH.found_little]


def test_a_part_of_a_term_is_a_reason_only_where_there_is_no_other() -> None:
    part = Match(
        asked="begin", found=("eerst",), way="glossary", place="text", meaning="eerste stap",
        whole=False,
    )  # fmt: skip
    near = Reason(retriever="sentence", rank=1, score=0.9)

    assert reasons_in_words(replace(LAST, matches=(part,)), 138, DUTCH) == [
        "alleen een deel van een begrip komt voor: “eerst” (eerste stap)"
    ]
    assert reasons_in_words(replace(LAST, matches=(part,), reasons=(near,)), 138, DUTCH) == [
        DUTCH.found_meaning_of_sentence
    ]


def test_every_ranking_is_told_apart() -> None:
    assert ranks_in_words(FIRST, 138, DUTCH) == (
        "Plaats van de 138 stukken: op woorden 14, op de beste zin 2, op het hele stuk 30"
    )
    assert ranks_in_words(LAST, 138, ENGLISH) == "Place among 138 passages: by whole passage 40"


def test_a_quote_in_translation_says_that_it_is_one_and_a_long_one_is_cut() -> None:
    assert quote_in_words(FIRST, DUTCH) == "“Begin klein met MHiAP.”"
    assert quote_in_words(LAST, DUTCH) == (
        "“MENTOR brengt 43 partners bijeen.” (Onofficiële vertaling, niet nagekeken)"
    )
    assert quote_in_words(replace(FIRST, quote="woord " * 100), DUTCH).endswith("woord …”")


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
    assert place_in_words(FIRST, DUTCH) == "Hoe begin je? · p. 2"
    assert place_in_words(LAST, ENGLISH) == ""


def test_the_best_eight_are_shown_and_those_that_are_cited() -> None:
    ranked = tuple(
        replace(LAST, rank=rank, markers=(1,) if rank == 11 else ()) for rank in range(1, 13)
    )

    shown = shown_of(replace(READING, considered=ranked))

    assert [one.rank for one in shown] == [1, 2, 3, 4, 5, 6, 7, 8, 11]
