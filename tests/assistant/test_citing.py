from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from assistant.citing import Cited, Marks, cite, section_name
from assistant.composition import Layout, Part, Shown
from assistant.datatypes import Claim, Translation, Twin
from assistant.originals import Originals
from ingest.datatypes import Bead, Document, Language, Passage, SentenceRole, Span, sha256_of
from ingest.rendering import render_documents
from tests.assistant.small_passages import make_document, make_originals, make_passage
from tests.ingest.small_translations import make_translation

MARKS = Marks(
    languages={"nl": "in het Nederlands", "en": "in het Engels"},
    translated={False: "vertaald, niet nagekeken", True: "vertaald"},
)
UNREVIEWED = "*(vertaald, niet nagekeken)*"


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
    return show(passage, text)


def show(passage: Passage, text: str) -> tuple[Shown, ...]:
    return tuple(Shown(passage=passage, sentence=s, text=s.of(text)) for s in passage.sentences)


DOCUMENTS = [make_document(name, "Scholen doen mee. Werkgevers ook.") for name in ("plan", "other")]


def cite_all(
    *parts: Part, documents: Sequence[Document] = DOCUMENTS, reader: Language = "nl"
) -> Cited:
    passages = [shown.passage for part in parts for shown in part.shown]
    return cite(parts, make_originals(documents, passages), reader, MARKS)


def text_of(layout: Layout, *shown: Shown, reader: Language = "nl") -> str:
    return cite_all(Part(layout=layout, shown=shown), reader=reader).text


def test_a_sentence_carries_its_marker_and_its_citation_where_it_stands() -> None:
    one, two = say("Scholen doen mee.", "Werkgevers ook.")
    cited = cite_all(Part(layout="prose", shown=(one, two)))

    assert cited.text == "Scholen doen mee. [1] Werkgevers ook. [2]"
    assert cited.claims == (
        Claim(text="Scholen doen mee.", markers=(1,), verdict="verbatim"),
        Claim(text="Werkgevers ook.", markers=(2,), verdict="verbatim"),
    )
    second = cited.citations[1]
    assert (second.marker, second.start, second.end) == (2, 18, 33)
    assert second.quote == "Werkgevers ook."
    assert second.quote_sha256 == sha256_of("Werkgevers ook.")
    assert second.text_sha256 == sha256_of(DOCUMENTS[0].text)
    assert second.section == "Deel › Paragraaf"
    assert second.page == 1
    assert second.origin == "original"
    assert (second.translation, second.twin) == (None, None)


def test_a_translated_edition_is_said_to_be_one() -> None:
    documents = [make_document("plan", "Schools.", translation_of="plan-nl")]
    cited = cite_all(Part(layout="prose", shown=say("Schools.")), documents=documents)

    assert cited.citations[0].origin == "official translation"


def test_the_same_sentence_has_one_citation() -> None:
    (one,) = say("Scholen doen mee.")
    cited = cite_all(*(Part(layout="prose", shown=(one,)),) * 2)

    assert [claim.markers for claim in cited.claims] == [(1,), (1,)]
    assert len(cited.citations) == 1


def test_sentences_of_another_passage_start_a_paragraph() -> None:
    (one,), (two,) = say("Scholen doen mee."), say("Werkgevers ook.", document_id="other")

    assert text_of("prose", one, two) == "Scholen doen mee. [1]\n\nWerkgevers ook. [2]"


def test_a_heading_has_its_own_line() -> None:
    passage, text = make_passage([("Scholen", "heading"), ("Werkgevers ook.", "body")])

    assert text_of("prose", *show(passage, text)) == "Scholen [1]\n\nWerkgevers ook. [2]"


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
    one = replace(one, context=True)

    assert text_of("steps", one, two) == "1. Scholen doen mee. [1] Dat helpt. [2]"


def test_an_empty_part_leaves_no_trace() -> None:
    empty = Part(layout="bullets", shown=())

    assert cite_all(empty, Part(layout="prose", shown=say("Ja."))).text == "Ja. [1]"


def test_text_above_the_first_heading_has_no_section() -> None:
    assert section_name(make_passage([("Ja.", "body")])[0]) is None


# In another language than the reader's


def test_the_language_mark_stands_behind_the_last_sentence_of_a_run() -> None:
    english = say("Schools take part.", "So do employers.", language="en")

    assert text_of("prose", *english) == (
        "Schools take part. [1] So do employers. [2] *(in het Engels)*"
    )
    assert text_of("bullets", *english) == (
        "- Schools take part. [1] *(in het Engels)*\n- So do employers. [2] *(in het Engels)*"
    )


def test_a_reader_in_the_language_of_the_document_sees_no_mark() -> None:
    english = say("Schools take part.", "So do employers.", language="en")

    assert text_of("prose", *english, reader="en") == "Schools take part. [1] So do employers. [2]"


# Unofficial translations

ENGLISH = ("Schools take part.", "So do employers.", "MENTOR")
TARGETS = {
    "Schools take part.": "Scholen doen mee.",
    "So do employers.": "Werkgevers ook.",
    "MENTOR": "MENTOR",
}


def translate(
    *, reviewed: bool = False, targets: Mapping[str, str] = TARGETS
) -> tuple[Originals, tuple[Shown, ...]]:
    """An English page and its sentences as a Dutch reader is shown them."""
    passage, text = make_passage([(words, "body") for words in ENGLISH], language="en")
    document = make_document("plan", text)
    (rendition,) = render_documents(
        [document], [passage], [make_translation("plan", "nl", targets, reviewed=reviewed)]
    )
    originals = make_originals([document, rendition.document], [passage, *rendition.passages])
    return originals, show(rendition.passages[0], rendition.document.text)


def cite_translated(layout: Layout, *places: int, reviewed: bool = False) -> Cited:
    originals, shown = translate(reviewed=reviewed)
    part = Part(layout=layout, shown=tuple(shown[place] for place in places))
    return cite((part,), originals, "nl", MARKS)


def test_a_translated_sentence_is_shown_and_the_published_one_is_cited() -> None:
    cited = cite_translated("prose", 1)

    assert cited.claims == (Claim(text="Werkgevers ook.", markers=(1,), verdict="verbatim"),)
    (citation,) = cited.citations
    assert (citation.document_id, citation.language, citation.origin) == ("plan", "en", "original")
    assert (citation.start, citation.end, citation.quote) == (19, 35, "So do employers.")
    assert citation.quote_sha256 == sha256_of("So do employers.")
    assert citation.text_sha256 == sha256_of(" ".join(ENGLISH))
    assert citation.page == 1
    assert citation.translation == Translation(
        language="nl", text="Werkgevers ook.", by="project", reviewed=False
    )


def test_the_mark_stands_once_behind_a_translated_run() -> None:
    assert cite_translated("prose", 0, 1).text == (
        f"Scholen doen mee. [1] Werkgevers ook. [2] {UNREVIEWED}"
    )


@pytest.mark.parametrize(
    ("layout", "points"),
    [
        ("bullets", "- Scholen doen mee. [1]\n- Werkgevers ook. [2]"),
        ("steps", "1. Scholen doen mee. [1]\n2. Werkgevers ook. [2]"),
    ],
)
def test_the_mark_stands_once_above_a_translated_list(layout: Layout, points: str) -> None:
    assert cite_translated(layout, 0, 1).text == f"{UNREVIEWED}\n{points}"


def test_a_translated_point_among_others_has_a_mark_of_its_own() -> None:
    originals, (first, *_) = translate()
    (other,) = say("Steden ook.", document_id="other")
    originals = replace(
        originals,
        documents={**originals.documents, "other": make_document("other", "Steden ook.")},
        passages={**originals.passages, other.passage.passage_id: other.passage},
    )
    cited = cite((Part(layout="bullets", shown=(first, other)),), originals, "nl", MARKS)

    assert cited.text == f"- Scholen doen mee. [1] {UNREVIEWED}\n- Steden ook. [2]"


def test_a_reviewed_translation_has_another_mark() -> None:
    cited = cite_translated("prose", 0, reviewed=True)

    assert cited.text == "Scholen doen mee. [1] *(vertaald)*"
    assert cited.citations[0].translation is not None
    assert cited.citations[0].translation.reviewed


def test_a_sentence_that_reads_the_same_in_both_languages_keeps_the_mark_of_its_own() -> None:
    cited = cite_translated("prose", 1, 2)

    assert cited.text == f"Werkgevers ook. [1] {UNREVIEWED} MENTOR [2] *(in het Engels)*"
    assert cited.citations[1].translation is None


def test_a_passage_without_translation_keeps_the_mark_of_its_language() -> None:
    other, text = make_passage([("So it is.", "body")], language="en")
    other = replace(other, passage_id="plan:1", start=50, end=59)
    originals, _ = translate()
    (shown,) = show(other, text)
    originals = replace(originals, passages={**originals.passages, "plan:1": other})

    assert cite((Part(layout="prose", shown=(shown,)),), originals, "nl", MARKS).text == (
        "So it is. [1] *(in het Engels)*"
    )


# Two editions


def test_a_sentence_of_an_edition_is_cited_with_its_twin() -> None:
    dutch, dutch_text = make_passage([("Scholen doen mee.", "body")], document_id="plan-nl")
    english, english_text = make_passage(
        [("Schools take part.", "body")], document_id="plan-en", language="en"
    )
    original = make_document("plan-nl", dutch_text)
    edition = make_document("plan-en", english_text, translation_of="plan-nl")
    bead = Bead(sources=(Span(start=0, end=17),), targets=(Span(start=0, end=18),), confidence=1.0)
    originals = make_originals(
        [original, edition], [dutch, english], {("plan-nl", "plan-en"): [bead]}
    )
    part = Part(layout="prose", shown=show(english, english_text))
    (citation,) = cite((part,), originals, "en", MARKS).citations

    assert (citation.document_id, citation.origin) == ("plan-en", "official translation")
    assert citation.twin == Twin(
        document_id="plan-nl",
        language="nl",
        start=0,
        end=17,
        quote="Scholen doen mee.",
        quote_sha256=sha256_of("Scholen doen mee."),
    )
