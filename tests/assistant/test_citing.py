import pytest

from assistant.citing import cite, section_name
from assistant.composition import Layout, Part, Shown
from assistant.datatypes import Claim
from ingest.datatypes import Language, SentenceRole, sha256_of
from tests.assistant.small_passages import make_document, make_passage

MARKS: dict[Language, str] = {"nl": "in het Nederlands", "en": "in het Engels"}


def say(
    *sentences: str,
    language: Language = "nl",
    document_id: str = "plan",
    role: SentenceRole = "body",
) -> tuple[Shown, ...]:
    passage, text = make_passage(
        [(sentence, role) for sentence in sentences],
        document_id=document_id,
        language=language,
        section=("Deel", "Paragraaf"),
    )
    return tuple(Shown(passage=passage, sentence=s, text=s.of(text)) for s in passage.sentences)


DOCUMENTS = {
    name: make_document(name, "Scholen doen mee. Werkgevers ook.") for name in ("plan", "other")
}


def text_of(layout: Layout, *shown: Shown) -> str:
    return cite((Part(layout=layout, shown=shown),), DOCUMENTS, "nl", MARKS).text


def test_a_sentence_carries_its_marker_and_its_citation_where_it_stands() -> None:
    one, two = say("Scholen doen mee.", "Werkgevers ook.")
    cited = cite((Part(layout="prose", shown=(one, two)),), DOCUMENTS, "nl", MARKS)

    assert cited.text == "Scholen doen mee. [1] Werkgevers ook. [2]"
    assert cited.claims == (
        Claim(text="Scholen doen mee.", markers=(1,), verdict="verbatim"),
        Claim(text="Werkgevers ook.", markers=(2,), verdict="verbatim"),
    )
    second = cited.citations[1]
    assert (second.marker, second.start, second.end) == (2, 18, 33)
    assert second.quote == "Werkgevers ook."
    assert second.quote_sha256 == sha256_of("Werkgevers ook.")
    assert second.text_sha256 == sha256_of(DOCUMENTS["plan"].text)
    assert second.section == "Deel › Paragraaf"
    assert second.page == 1
    assert second.origin == "original"


def test_a_translated_edition_is_said_to_be_one() -> None:
    documents = {"plan": make_document("plan", "Schools.", translation_of="plan-nl")}
    cited = cite((Part(layout="prose", shown=say("Schools.")),), documents, "nl", MARKS)

    assert cited.citations[0].origin == "official translation"


def test_the_same_sentence_has_one_citation() -> None:
    (one,) = say("Scholen doen mee.")
    cited = cite((Part(layout="prose", shown=(one,)),) * 2, DOCUMENTS, "nl", MARKS)

    assert [claim.markers for claim in cited.claims] == [(1,), (1,)]
    assert len(cited.citations) == 1


def test_sentences_of_another_passage_start_a_paragraph() -> None:
    (one,), (two,) = say("Scholen doen mee."), say("Werkgevers ook.", document_id="other")
    two = Shown(
        passage=make_passage([("Werkgevers ook.", "body")], document_id="other")[0],
        sentence=two.sentence,
        text=two.text,
    )

    assert text_of("prose", one, two) == "Scholen doen mee. [1]\n\nWerkgevers ook. [2]"


def test_a_heading_has_its_own_line() -> None:
    passage, text = make_passage([("Scholen", "heading"), ("Werkgevers ook.", "body")])
    shown = [Shown(passage=passage, sentence=s, text=s.of(text)) for s in passage.sentences]

    assert text_of("prose", *shown) == "Scholen [1]\n\nWerkgevers ook. [2]"


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("steps", "1. Scholen doen mee. [1]\n2. Werkgevers ook. [2]"),
        ("bullets", "- Scholen doen mee. [1]\n- Werkgevers ook. [2]"),
    ],
)
def test_points_stand_on_their_own_lines(layout: Layout, text: str) -> None:
    assert text_of(layout, *say("Scholen doen mee.", "Werkgevers ook.")) == text


def test_a_point_holds_its_context() -> None:
    one, two = say("Scholen doen mee.", "Dat helpt.")
    one = Shown(passage=one.passage, sentence=one.sentence, text=one.text, context=True)

    assert text_of("steps", one, two) == "1. Scholen doen mee. [1] Dat helpt. [2]"


def test_the_language_mark_stands_behind_the_last_sentence_of_a_run() -> None:
    english = say("Schools take part.", "So do employers.", language="en")

    assert text_of("prose", *english) == (
        "Schools take part. [1] So do employers. [2] *(in het Engels)*"
    )
    assert text_of("bullets", *english) == (
        "- Schools take part. [1] *(in het Engels)*\n- So do employers. [2] *(in het Engels)*"
    )


def test_an_empty_part_leaves_no_trace() -> None:
    empty = Part(layout="bullets", shown=())
    cited = cite((empty, Part(layout="prose", shown=say("Ja."))), DOCUMENTS, "nl", MARKS)

    assert cited.text == "Ja. [1]"


def test_text_above_the_first_heading_has_no_section() -> None:
    assert section_name(make_passage([("Ja.", "body")])[0]) is None
