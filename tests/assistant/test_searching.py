from assistant.composition import Part, Shown
from assistant.datatypes import Turn
from assistant.searching import Found, Searcher, merge_parts
from tests.assistant.small_passages import make_passage

PASSAGE, TEXT = make_passage([("Scholen.", "body"), ("Wonen.", "body"), ("Werk.", "body")])
ONE, TWO, THREE = (Shown(passage=PASSAGE, sentence=s, text=s.of(TEXT)) for s in PASSAGE.sentences)


def found_with(searcher: Searcher, *parts: Part) -> Found:
    found = searcher.find("MHiAP", "nl", frozenset())[0]
    return Found(
        asked=found.asked,
        analysis=found.analysis,
        query=found.query,
        pool=found.pool,
        parts=parts,
        features=found.features,
        probability=found.probability,
    )


def test_misspellings_are_corrected_before_anything_else(searcher: Searcher) -> None:
    (one,) = searcher.understand("wat is de sympsoium", ())

    assert one.asked == "wat is de symposium"
    assert one.analysis.kind == "definition"
    assert one.query.documents == {"symposium-2025", "symposium-2025@en"}


def test_each_part_of_a_question_is_understood_with_those_before_it(searcher: Searcher) -> None:
    first, second = searcher.understand("Wat is OKO en waarom is het nodig?", ())

    assert (first.asked, second.asked) == ("Wat is OKO", "waarom is het nodig?")
    assert second.analysis.kind == "why"
    assert second.query.subjects == ("oko",)


def test_a_follow_up_is_searched_with_its_subject(searcher: Searcher) -> None:
    history = [Turn(question="Wat doet Den Haag voor studentenwelzijn?")]
    (one,) = searcher.understand("En waarom?", history)

    assert "studentenwelzijn" in one.query.subjects


def test_a_document_named_earlier_still_counts(searcher: Searcher) -> None:
    (one,) = searcher.understand("Why?", [Turn(question="What is MENTOR?")])

    assert one.query.documents == {"mentor", "mentor@nl"}


def test_one_answer_is_found_per_part_in_the_order_asked(searcher: Searcher) -> None:
    found = searcher.find("Wat is OKO en waarom is MHiAP nodig?", "nl", frozenset({"plan-nl"}))

    assert [one.asked for one in found] == ["Wat is OKO", "waarom is MHiAP nodig?"]


def test_merged_parts_show_a_sentence_once(searcher: Searcher) -> None:
    first = found_with(searcher, Part(layout="prose", shown=(ONE, TWO)))
    second = found_with(searcher, Part(layout="bullets", shown=(TWO, THREE)))

    assert merge_parts([first, second]) == (
        Part(layout="prose", shown=(ONE, TWO)),
        Part(layout="bullets", shown=(THREE,)),
    )
    assert merge_parts([first, first]) == first.parts
    assert merge_parts([]) == ()
