from dataclasses import replace

import pytest

from assistant.composition import Part, Shown
from assistant.missing import VALUES, missing_of
from assistant.searching import Found, Searcher
from ingest.datatypes import Language
from tests.assistant.small_passages import make_passage


def answered_with(searcher: Searcher, question: str, sentence: str) -> Found:
    """Return what was found for a question when this sentence is all there is."""
    found = searcher.find(question, "nl", frozenset({"plan-nl", "symposium-2025"}))[0]
    passage, text = make_passage([(sentence, "body")])
    shown = Shown(passage=passage, sentence=passage.sentences[0], text=text)
    best = found.pool.evidence[0]
    alone = replace(best, hit=replace(best.hit, passage=passage, rank=1), place=0, text=text)
    return replace(
        found,
        asked=question,
        pool=replace(found.pool, evidence=(alone,)),
        parts=(Part(layout="prose", shown=(shown,)),),
    )


@pytest.mark.parametrize(
    ("question", "sentence", "reader", "missing"),
    [
        ("Wanneer begint OKO?", "OKO begint in 2025.", "nl", ()),
        ("Wanneer begint OKO?", "OKO begint snel.", "nl", ("een datum of periode",)),
        ("Wanneer begint OKO?", "OKO begint snel.", "en", ("a date or period",)),
        ("Hoeveel scholen doen mee?", "Veel doen mee.", "nl", ("een aantal of bedrag",)),
        ("Who leads OKO?", "Er is leiding.", "en", ("a name",)),
        ("Where is OKO?", "Er is veel.", "en", ("a place",)),
        ("Wat is OKO?", "OKO is een aanpak.", "nl", ()),
        ("Wat is OKO?", "Scholen doen mee aan OKO.", "nl", ("een definitie in één zin",)),
        ("What is OKO?", "Schools join OKO.", "en", ("a definition in one sentence",)),
        ("Waarom OKO?", "OKO doet mee.", "nl", ()),
    ],
)
def test_a_value_that_was_asked_and_not_found_is_named(
    searcher: Searcher, question: str, sentence: str, reader: Language, missing: tuple[str, ...]
) -> None:
    found = answered_with(searcher, question, sentence)

    assert missing_of([found], [found], reader) == missing


def test_a_part_without_an_answer_is_named_as_it_was_asked(searcher: Searcher) -> None:
    one = answered_with(searcher, "Wat is OKO?", "OKO is een aanpak.")
    other = answered_with(searcher, "Wat kost OKO?", "Ja.")

    assert missing_of([one, other], [one], "nl") == ("Wat kost OKO?",)


def test_what_is_missing_is_named_once(searcher: Searcher) -> None:
    found = answered_with(searcher, "Wanneer begint OKO?", "OKO begint snel.")

    assert missing_of([found, found], [found], "nl") == ("een datum of periode",)


def test_both_languages_have_words_for_the_same_values() -> None:
    assert VALUES["nl"].keys() == VALUES["en"].keys()
