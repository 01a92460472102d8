import pytest

from assistant.composition import SHAPES, Part, Shown, with_context
from assistant.search_space import SearchSpace
from assistant.searching import Searcher
from assistant.standing import needs_predecessor
from ingest.datatypes import Language

QUESTIONS: tuple[tuple[Language, str], ...] = (
    ("nl", "Hoe begin ik met MHiAP?"),
    ("nl", "Wat is de Target Tool?"),
    ("nl", "Welke vijf actielijnen heeft de landelijke aanpak?"),
    ("nl", "Wie organiseerde het symposium?"),
    ("nl", "Waarom is MHiAP nodig?"),
    ("nl", "Geef een overzicht van het symposium"),
    ("en", "How do I start with MHiAP?"),
    ("en", "What is RIVM's role in MENTOR?"),
    ("en", "Summarise the action plan"),
    ("en", "How many partners does MENTOR have?"),
)


def compose(searcher: Searcher, question: str, reader: Language) -> tuple[Part, ...]:
    documents = frozenset(searcher.space.index.documents) - {
        "plan-en" if reader == "nl" else "plan-nl"
    }
    return searcher.find(question, reader, documents)[0].parts


@pytest.mark.parametrize(("reader", "question"), QUESTIONS)
def test_a_sentence_is_shown_as_it_stands_and_once(
    searcher: Searcher, reader: Language, question: str
) -> None:
    shown = [item for part in compose(searcher, question, reader) for item in part.shown]

    assert shown
    assert len({item.key for item in shown}) == len(shown)
    for item in shown:
        document = searcher.space.index.documents[item.passage.document_id]
        assert item.text == item.sentence.of(document.text)


@pytest.mark.parametrize(("reader", "question"), QUESTIONS)
def test_no_sentence_points_back_to_something_that_is_not_shown(
    searcher: Searcher, reader: Language, question: str
) -> None:
    for part in compose(searcher, question, reader):
        before: Shown | None = None
        for item in part.shown:
            if needs_predecessor(item.text):
                assert before is not None
                assert before.passage.document_id == item.passage.document_id
                assert before.sentence.start < item.sentence.start
            before = item


@pytest.mark.parametrize(("reader", "question"), QUESTIONS)
def test_context_never_ends_a_list(searcher: Searcher, reader: Language, question: str) -> None:
    parts = compose(searcher, question, reader)

    assert all(not part.shown[-1].context for part in parts if part.layout != "prose")


@pytest.mark.parametrize(
    ("question", "layout", "points"),
    [
        ("Hoe begin ik met MHiAP?", "steps", range(2, 7)),
        ("Geef een overzicht van het symposium", "bullets", range(2, 7)),
        ("Schrijf een memo over MHiAP", "bullets", range(2, 6)),
        ("Wat doet Den Haag voor studentenwelzijn?", "prose", range(1, 5)),
        ("Wie organiseerde het symposium?", "prose", range(1, 3)),
    ],
)
def test_the_kind_of_question_decides_the_shape(
    searcher: Searcher, question: str, layout: str, points: range
) -> None:
    parts = compose(searcher, question, "nl")

    assert [part.layout for part in parts] == [layout]
    assert sum(not item.context for item in parts[0].shown) in points


def test_a_list_follows_its_lead_in(searcher: Searcher) -> None:
    lead, items = compose(searcher, "Welke vijf actielijnen heeft de landelijke aanpak?", "nl")

    assert lead.layout == "prose"
    assert all(item.context for item in lead.shown)
    assert items.layout in {"steps", "bullets"}
    assert len(items.shown) == 5


def test_a_short_answer_is_shorter(searcher: Searcher) -> None:
    whole = compose(searcher, "Hoe begin ik met MHiAP?", "nl")
    short = compose(searcher, "Hoe begin ik met MHiAP, in het kort?", "nl")

    assert len(short[0].shown) <= 3 < len(whole[0].shown)


def test_there_is_a_shape_for_every_kind_and_none_is_empty() -> None:
    assert all(shape.most >= 1 and shape.passages >= 1 for shape in SHAPES.values())
    assert all(0 < shape.share <= 1 for shape in SHAPES.values())


def test_a_sentence_brings_what_it_points_back_to(space: SearchSpace) -> None:
    passage = next(
        p
        for p in space.index.passages
        if "Dit stond centraal" in p.of(space.index.documents[p.document_id].text)
    )
    text = space.index.documents[passage.document_id].text
    place = next(
        n for n, s in enumerate(passage.sentences) if s.of(text).startswith("Dit stond centraal")
    )
    shown = with_context(space, passage, place)

    assert shown[-1].text.startswith("Dit stond centraal")
    assert [item.context for item in shown] == [True] * (len(shown) - 1) + [False]
    assert len(shown) > 1
