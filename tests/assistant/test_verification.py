from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from assistant.datatypes import Answer, Citation, Claim, Related, Translation, Twin
from assistant.verification import markers_in, verify_answer
from ingest.datatypes import sha256_of
from ingest.translations import TranslatedSentence
from tests.evals.scripted import TEXTS, answer_citing, cite, refusal

LINES = "We werken met vijf actielijnen in deze aanpak."
ACTIONS = "De acties zullen worden gemonitord met de partners."
ENGLISH = "We work with five action lines in this plan."

GOOD = answer_citing(cite("plan-nl", LINES), cite("plan-nl", ACTIONS, 2))


def english_twin() -> Twin:
    found = cite("plan-en", ENGLISH)
    return Twin(
        document_id="plan-en",
        language="en",
        start=found.start,
        end=found.end,
        quote=found.quote,
        quote_sha256=found.quote_sha256,
    )


def with_first(change: Callable[[Citation], Citation]) -> Answer:
    return replace(GOOD, citations=(change(GOOD.citations[0]), *GOOD.citations[1:]))


def with_claim(**fields: object) -> Answer:
    changed = replace(GOOD.claims[0], **fields)  # type: ignore[arg-type]
    return replace(GOOD, claims=(changed, *GOOD.claims[1:]))


def test_an_answer_that_cites_rightly_has_no_problems() -> None:
    assert verify_answer(GOOD, TEXTS) == []


def test_a_refusal_has_no_problems() -> None:
    assert verify_answer(refusal("not_in_corpus"), TEXTS) == []


def test_a_twin_that_stands_where_it_says_has_no_problems() -> None:
    assert verify_answer(with_first(lambda c: replace(c, twin=english_twin())), TEXTS) == []


def test_a_verbatim_claim_may_equal_the_translation() -> None:
    translation = Translation(language="en", text="Five lines.", by="us", reviewed=False)
    cited = replace(cite("plan-nl", LINES), translation=translation)
    claim = Claim(text="Five lines.", markers=(1,), verdict="verbatim")
    answer = replace(answer_citing(cited, language="en"), text="Five lines. [1]", claims=(claim,))

    assert verify_answer(answer, TEXTS) == []


ROW = TranslatedSentence(source=LINES, target="Five lines.", by="us", reviewed=False)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({}, None),
        ({"text": "Ten lines."}, "the translation is not that of the documents, “Five lines.”"),
        ({"reviewed": True}, "it is not true who made the translation"),
        ({"by": "Jan"}, "it is not true who made the translation"),
        ({"language": "nl"}, "the translation is in the language of the quote"),
    ],
)
def test_a_translation_is_held_against_those_of_the_corpus(
    changed: dict[str, str | bool], problem: str | None
) -> None:
    fields = {"language": "en", "text": "Five lines.", "by": "us", "reviewed": False, **changed}
    translation = TypeAdapter(Translation).validate_python(fields)
    cited = replace(cite("plan-nl", LINES), translation=translation)
    found = verify_answer(answer_citing(cited), TEXTS, {("plan-nl", "en"): {LINES: ROW}})

    assert any(problem in one for one in found) if problem else found == []


def test_a_translation_that_the_corpus_lacks_is_named() -> None:
    translation = Translation(language="en", text="Five lines.", by="us", reviewed=False)
    cited = replace(cite("plan-nl", LINES), translation=translation)

    assert verify_answer(answer_citing(cited), TEXTS, {}) == [
        "citation 1: there is no translation of the quote into en"
    ]


def test_escaped_marks_and_markers_inside_a_sentence_do_not_hide_a_claim() -> None:
    claim = Claim(text="A *b* c, and more.", markers=(1, 2), verdict="supported")
    answer = replace(GOOD, claims=(claim,), text="1. A \\*b\\* c [1], and more [2].")

    assert verify_answer(answer, TEXTS) == []


WRONG: dict[str, tuple[Answer, str]] = {
    "quote changed": (
        with_first(lambda c: replace(c, quote="We werken met zeven actielijnen.")),
        "citation 1: quote_sha256 is not the hash of the quote",
    ),
    "quote and hash changed": (
        with_first(lambda c: replace(c, quote="Zeven.", quote_sha256=sha256_of("Zeven."))),
        f"citation 1: plan-nl 7-53 holds “{LINES}”, not the quote",
    ),
    "span moved": (
        with_first(lambda c: replace(c, start=c.start + 1, end=c.end + 1)),
        f"citation 1: plan-nl 8-54 holds “{LINES[1:]} ”, not the quote",
    ),
    "span beyond the text": (
        with_first(lambda c: replace(c, end=10_000)),
        "citation 1: the span 7-10000 does not lie in plan-nl",
    ),
    "negative span": (
        with_first(lambda c: replace(c, start=-5, end=-1)),
        "citation 1: the span -5--1 does not lie in plan-nl",
    ),
    "unknown document": (
        with_first(lambda c: replace(c, document_id="plan-fr")),
        "citation 1: there is no document plan-fr",
    ),
    "other version": (
        with_first(lambda c: replace(c, text_sha256="0" * 64)),
        "citation 1: other version of the text of plan-nl",
    ),
    "wrong twin span": (
        with_first(lambda c: replace(c, twin=replace(english_twin(), start=0))),
        f"citation 1, twin: plan-en 0-55 holds “Objectives\n{ENGLISH}”, not the quote",
    ),
    "wrong twin hash": (
        with_first(lambda c: replace(c, twin=replace(english_twin(), quote_sha256="0"))),
        "citation 1, twin: quote_sha256 is not the hash of the quote",
    ),
    "wrong related passage": (
        replace(
            GOOD,
            related=(Related(document_id="plan-nl", section=None, start=0, end=3, quote="Lijn"),),
        ),
        "related passage: plan-nl 0-3 holds “Doe”, not the quote",
    ),
    "marker without citation": (
        replace(GOOD, text=GOOD.text + " [3]"),
        "marker 3 has 0 citations",
    ),
    "marker with two citations": (
        replace(GOOD, citations=(*GOOD.citations, GOOD.citations[0])),
        "marker 1 has 2 citations",
    ),
    "citation not used": (
        replace(GOOD, citations=(*GOOD.citations, cite("plan-en", ENGLISH, 3))),
        "citation 3 is not used in the text",
    ),
    "marker of no claim": (
        replace(
            GOOD,
            text=GOOD.text + " [3]",
            citations=(*GOOD.citations, cite("plan-en", ENGLISH, 3)),
        ),
        "marker 3 belongs to no claim",
    ),
    "claim with a marker that is not there": (
        with_claim(markers=(1, 9)),
        "claim 1: its marker 9 has no citation",
    ),
    "claim that cites nothing": (with_claim(markers=()), "claim 1: it cites nothing"),
    "verbatim claim that is not": (
        with_claim(text="We werken."),
        "claim 1: “We werken.” is called verbatim and equals none of its quotes",
    ),
    "unsupported claim": (
        with_claim(verdict="unsupported"),
        "claim 1: an unsupported claim is shown",
    ),
    "claim that is not shown": (
        replace(GOOD, text="Iets anders [1] [2]"),
        "claim 1: it is not shown in the text, or not in its place",
    ),
    "claims in another order": (
        replace(GOOD, claims=GOOD.claims[::-1]),
        "claim 2: it is not shown in the text, or not in its place",
    ),
    "refusal with claims": (
        replace(GOOD, status="out_of_scope"),
        "the status is out_of_scope and there are 2 claims",
    ),
    "answered with nothing": (
        refusal("answered"),
        "the status is answered and there are 0 claims",
    ),
    "support without a kind": (
        refusal("support"),
        "support has a kind if, and only if, the status is support",
    ),
    "confidence above one": (
        replace(GOOD, confidence=1.5),
        "the confidence 1.5 is not a probability",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_hold_is_named(name: str) -> None:
    answer, problem = WRONG[name]

    assert problem in verify_answer(answer, TEXTS)


def test_another_version_of_the_text_is_the_one_thing_said_about_a_moved_text() -> None:
    moved = TEXTS | {"plan-nl": "Nieuw. " + TEXTS["plan-nl"]}

    assert verify_answer(GOOD, moved) == [
        "citation 1: other version of the text of plan-nl",
        "citation 2: other version of the text of plan-nl",
    ]


@given(st.integers(-3, 3), st.integers(-3, 3))
def test_no_span_but_the_right_one_passes(left: int, right: int) -> None:
    answer = with_first(lambda c: replace(c, start=c.start + left, end=c.end + right))

    assert (verify_answer(answer, TEXTS) == []) == (left == 0 and right == 0)


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("Een [1][2]. Twee [12]", (1, 2, 12)),
        ("Niet \\[1\\], niet [a], niet [1, 2]", ()),
        ("", ()),
    ],
)
def test_markers_are_numbers_in_brackets_that_are_not_escaped(
    text: str, markers: tuple[int, ...]
) -> None:
    assert markers_in(text) == markers
