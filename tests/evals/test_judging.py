import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.datatypes import Topic
from evals.judging import OKAY, VITAL, Judged, gain_of, holds, judge
from tests.evals.small_index import DOCUMENTS, LINES, PASSAGES, PLATFORM, asking

QUOTE = "de gemeente kiest een kartrekker en die werkt samen"


@pytest.mark.parametrize(
    "text",
    [
        "Dus: De gemeente kiest een\nkart-\nrekker, en die werkt samen!",
        "Eerst dit. De gemeente kiest een kartrekker",
        "een kartrekker en die werkt samen. Later meer.",
        "kiest een kartrekker en die",
    ],
    ids=["whole", "begins in it", "ends in it", "is cut on both sides"],
)
def test_a_text_with_the_quote_or_most_of_it_holds_it(text: str) -> None:
    assert holds(text, QUOTE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Eerst dit. De gemeente kiest",
        "De gemeente kiest een kartrekker, zegt men.",
        "een kartrekker en die werkt alleen",
        "werkt samen. Later meer.",
    ],
    ids=["nothing", "too little", "no edge runs through it", "other words", "too little behind"],
)
def test_a_text_with_less_does_not(text: str) -> None:
    assert not holds(text, QUOTE)


def test_a_short_quote_must_be_there_whole() -> None:
    assert not holds("Het zijn er vijf", "vijf actielijnen")
    assert not holds("Actielijnen zijn er", "vijf actielijnen")
    assert holds("Er zijn vijf actielijnen.", "vijf actielijnen")


def test_a_quote_of_marks_is_held_by_nothing() -> None:
    assert not holds("Alles. …", "…")


@given(st.lists(st.sampled_from("een twee drie vier".split()), min_size=5), st.data())
def test_one_of_two_neighbours_holds_a_quote_that_runs_over_their_edge(
    words: list[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(words)))
    first, second = " ".join(["voor", *words[:cut]]), " ".join([*words[cut:], "na"])

    assert holds(first, " ".join(words)) or holds(second, " ".join(words))


@given(st.text(), st.text(), st.text(alphabet="abc de", min_size=1))
def test_what_is_written_around_a_quote_changes_nothing(
    before: str, after: str, quote: str
) -> None:
    if holds(quote, quote):
        assert holds(f"{before}{quote}{after}", quote)


def test_a_vital_nugget_gains_more_than_another() -> None:
    vital = asking("a", "nl", LINES).nuggets
    okay = asking("a", "nl", PLATFORM, vital=False).nuggets

    both = "Vijf actielijnen. Een platform voor studenten."
    assert gain_of(both, "plan-nl", [*okay, *vital]) == VITAL
    assert gain_of(both, "report", [*okay, *vital]) == OKAY
    assert gain_of("Iets anders", "report", [*okay, *vital]) == 0


def test_words_count_only_in_the_document_they_are_quoted_from() -> None:
    assert gain_of("vijf actielijnen", "report", asking("a", "nl", LINES).nuggets) == 0


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        (asking("a", "nl", LINES), Judged(gains={"plan-nl:0": VITAL}, direction="nl>nl")),
        (asking("a", "en", LINES), Judged(gains={"plan-en:0": VITAL}, direction="en>en")),
        (asking("a", "en", LINES[:1]), Judged(gains={"plan-nl:0": VITAL}, direction="en>nl")),
        (asking("a", "nl", LINES[1:]), Judged(gains={"plan-en:0": VITAL}, direction="nl>en")),
        (asking("a", "en", PLATFORM), Judged(gains={"report:0": VITAL}, direction="en>nl")),
        (
            asking("a", "en", PLATFORM, LINES, vital=False),
            Judged(gains={"report:0": OKAY, "plan-en:0": OKAY}, direction="en>en"),
        ),
    ],
    ids=[
        *("both editions", "both in English", "Dutch edition only", "English edition only"),
        *("a document without editions", "evidence in both languages"),
    ],
)
def test_evidence_is_judged_in_the_edition_that_a_reader_gets(
    topic: Topic, expected: Judged
) -> None:
    assert judge(topic, PASSAGES, DOCUMENTS) == expected


def test_a_topic_without_evidence_is_not_judged() -> None:
    assert judge(asking("a", "nl"), PASSAGES, DOCUMENTS) is None
