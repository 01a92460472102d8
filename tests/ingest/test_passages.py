import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cutting import LONGEST_ITEM_WORDS, LONGEST_PASSAGE_WORDS, count_words
from ingest.datatypes import Document, Passage, Source
from ingest.passages import split_passages
from ingest.posts import POSTS_KIND
from ingest.readers.reading import Line, Reading
from ingest.structure import build_document
from tests.ingest.real_corpus import document, passages_of, the_corpus

IDS = [d.source.document_id for d in the_corpus().documents]


def build(*texts: str, kind: str | None = None) -> Document:
    row = Source(
        document_id="d", file="d.txt", title="Titel", language="nl", sha256="0" * 64, kind=kind
    )
    return build_document(row, Reading(lines=tuple(Line(text=text) for text in texts)))


def shown(found: Document) -> list[tuple[str, list[str]]]:
    """Kind and sentences of each passage; the role stands before the sentence."""
    return [
        (p.kind, [f"{s.role}: {s.of(found.text)}" for s in p.sentences])
        for p in split_passages(found)
    ]


def sentence(word: str, words: int) -> str:
    return " ".join([word.capitalize(), *[word] * (words - 1)]) + "."


# Kinds and roles


def test_a_heading_is_the_first_sentence_of_the_passage_under_it() -> None:
    found = build("Inleiding", "", "Een zin. Nog een.", "", "De tweede alinea.")

    assert shown(found) == [
        (
            "paragraph",
            ["heading: Inleiding", "body: Een zin.", "body: Nog een.", "body: De tweede alinea."],
        )
    ]


def test_the_title_lines_are_a_passage() -> None:
    found = build("Verslag", "", "Titel", "", "Een zin.")

    assert shown(found) == [
        ("title", ["body: Verslag", "body: Titel"]),
        ("paragraph", ["body: Een zin."]),
    ]


def test_a_heading_without_text_under_it_is_a_passage() -> None:
    row = Source(document_id="d", file="d.md", title="", language="nl", sha256="0" * 64)
    lines = (Line(text="Doelen", kind="heading", level=1),)
    found = build_document(row, Reading(lines=lines))

    assert shown(found) == [("paragraph", ["heading: Doelen"])]


def test_an_item_of_two_sentences_has_a_continuation() -> None:
    found = build("Dit doen we:", "• Een plan. Dat helpt.", "• Een tweede.")

    assert shown(found) == [
        (
            "list",
            [
                "lead: Dit doen we:",
                "item: Een plan.",
                "continuation: Dat helpt.",
                "item: Een tweede.",
            ],
        )
    ]


def test_footnotes_are_passages_of_their_own() -> None:
    found = build("Een zin1.", "", "1 De verkenning", "", "https://www.rivm.nl/", "", "Nog een.")

    assert shown(found) == [
        ("paragraph", ["body: Een zin."]),
        ("footnote", ["body: De verkenning", "body: https://www.rivm.nl/"]),
        ("paragraph", ["body: Nog een."]),
    ]


def test_a_post_is_a_passage_of_its_kind() -> None:
    assert [kind for kind, _ in shown(build("Een post. Met een zin.", kind=POSTS_KIND))] == ["post"]


def test_the_kinds_of_the_corpus() -> None:
    kinds: dict[str, set[str]] = {document_id: set() for document_id in IDS}
    for passage in the_corpus().passages:
        kinds[passage.document_id].add(passage.kind)

    assert kinds == {
        "plan-nl": {"title", "paragraph", "list", "box", "footnote"},
        "plan-en": {"title", "paragraph", "list", "box", "footnote"},
        "symposium-2025": {"title", "paragraph", "list", "footnote"},
        "mentor": {"title", "paragraph", "list"},
        "hub": {"post"},
    }


# Length


def test_short_paragraphs_of_a_section_are_one_passage() -> None:
    found = build(sentence("een", 60), "", sentence("twee", 60), "", sentence("drie", 60))

    assert [count_words(p.of(found.text)) for p in split_passages(found)] == [120, 60]


def test_a_long_paragraph_is_cut_into_parts_of_about_equal_length() -> None:
    found = build(" ".join(sentence(word, 20) for word in "abcdefgh"))

    assert [count_words(p.of(found.text)) for p in split_passages(found)] == [80, 80]


def test_a_list_stays_whole_with_its_lead_in() -> None:
    intro = " ".join(sentence(word, 20) for word in "abcde")
    found = build(f"{intro} Dit doen we:", *(f"• {sentence(w, 20)}" for w in "vwx"))

    assert [len(p.sentences) for p in split_passages(found)] == [5, 4]


def test_every_part_of_a_split_list_has_the_same_lead() -> None:
    found = build("Dit doen we:", *(f"• {sentence(word, 30)}" for word in "abcdefg"))
    leads = {p.lead.of(found.text) if p.lead else None for p in split_passages(found)}

    assert len(split_passages(found)) == 2
    assert leads == {"Dit doen we:"}


def test_an_item_is_not_cut_unless_it_is_very_long() -> None:
    long = " ".join(sentence(word, 15) for word in "abcdefghij")
    longer = " ".join(sentence(word, 15) for word in "abcdefghijkl")

    assert len(split_passages(build("Dit:", f"• {long}"))) == 2
    assert [
        count_words(p.of(found.text))
        for found in [build("Kop", "", f"• {longer}")]
        for p in split_passages(found)
    ] == [92, 90]


def test_one_long_sentence_is_one_passage() -> None:
    found = build(sentence("lang", 300))

    assert [len(p.sentences) for p in split_passages(found)] == [1]


# Language and identity


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De gemeente maakt afspraken met scholen over het welzijn van alle leerlingen.", "nl"),
        ("The municipality makes agreements with schools about the well-being of pupils.", "en"),
        ("Mental Health in All Policies", "nl"),
    ],
)
def test_a_passage_has_its_own_language_when_that_is_sure(text: str, language: str) -> None:
    assert [p.language for p in split_passages(build(text))] == [language]


@pytest.mark.parametrize(
    ("document_id", "language"),
    [("plan-nl", "nl"), ("plan-en", "en"), ("symposium-2025", "nl"), ("mentor", "en")],
)
def test_the_passages_of_the_corpus_have_the_language_of_their_document(
    document_id: str, language: str
) -> None:
    others = [
        p.of(document(document_id).text) for p in passages_of(document_id) if p.language != language
    ]

    assert others == []


def test_the_same_passage_has_the_same_name_wherever_it_stands() -> None:
    before = split_passages(build("Een zin.", "", "Kop", "", "De zin die blijft."))
    after = split_passages(build("Kop", "", "De zin die blijft."))

    assert after[0].passage_id == before[1].passage_id


def test_equal_passages_have_names_of_their_own() -> None:
    repeated = ("Kop", "", "Een zin.", "")
    first, _, last = split_passages(build(*repeated, "Midden", "", "Iets anders.", "", *repeated))

    assert last.passage_id == f"{first.passage_id}-2"


# Invariants


def check(found: Document, passages: tuple[Passage, ...]) -> None:
    """Assert what holds for the passages and sentences of every document."""
    text = found.text
    ends = [0, *(passage.end for passage in passages)]
    assert text[ends[-1] :].strip() == ""
    for before, passage in zip(ends, passages, strict=False):
        assert before <= passage.start < passage.end <= len(text)
        assert text[before : passage.start].strip() == ""
        assert passage.of(text) == passage.of(text).strip() != ""
        assert passage.page == found.page_at(passage.start)
        check_sentences(found, passage)
    assert len({passage.passage_id for passage in passages}) == len(passages)


def check_sentences(found: Document, passage: Passage) -> None:
    text = found.text
    end = passage.start
    for sentence in passage.sentences:
        assert end <= sentence.start < sentence.end <= passage.end
        assert sentence.of(text) == sentence.of(text).strip()
        between = text[end : sentence.start].strip()
        assert between in {"", "•"} or between.removesuffix(".").isdigit()
        end = sentence.end
    assert end == passage.end
    roles = [sentence.role for sentence in passage.sentences]
    assert roles[: roles.count("heading")] == ["heading"] * roles.count("heading")
    if count_words(passage.of(text)) > LONGEST_PASSAGE_WORDS + len(roles):
        headless = [s for s in passage.sentences if s.role != "heading"]
        one_item = [s.role for s in headless[1:]] == ["continuation"] * (len(headless) - 1)
        assert len(headless) == 1 or one_item
        assert len(headless) == 1 or count_words(passage.of(text)) <= LONGEST_ITEM_WORDS + 30


def check_lists(found: Document, passages: tuple[Passage, ...]) -> None:
    """Assert that every part of a list has the list's lead, which stands before its items."""
    leads: dict[int, set[tuple[int, int] | None]] = {}
    for passage in passages:
        if passage.lead:
            assert passage.lead.of(found.text) == passage.lead.of(found.text).strip() != ""
        numbers = [
            block.list_number
            for block in found.blocks
            if block.list_number is not None
            and block.start < passage.end
            and block.end > passage.start
        ]
        for number in numbers[:1]:
            lead = (passage.lead.start, passage.lead.end) if passage.lead else None
            leads.setdefault(number, set()).add(lead)
            first = next(b for b in found.blocks if b.list_number == number)
            assert lead is None or lead[1] <= first.start
    assert [found for found in leads.values() if len(found) > 1] == []


@pytest.mark.parametrize("document_id", IDS)
def test_the_passages_of_the_corpus_cover_its_text(document_id: str) -> None:
    check(document(document_id), tuple(passages_of(document_id)))
    check_lists(document(document_id), tuple(passages_of(document_id)))


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "",
                "Inleiding",
                "Wat gaan we doen?",
                "Belangrijke punten:",
                "Een noot1 in een zin.",
                "1 De noot",
                "• Een punt.",
                "1. Eerste stap",
                "Titel",
            ]
        ),
        st.tuples(st.sampled_from(["", "• ", "  "]), st.integers(1, 70), st.integers(1, 4)).map(
            lambda drawn: drawn[0] + " ".join([sentence("woord", drawn[1])] * drawn[2])
        ),
    ),
    max_size=20,
)


@given(LINES, st.booleans())
def test_the_passages_of_any_text_cover_it(texts: list[str], posts: bool) -> None:
    found = build(*texts, kind=POSTS_KIND if posts else None)

    check(found, split_passages(found))
    check_lists(found, split_passages(found))


@given(LINES)
def test_a_heading_stands_in_the_passage_under_it(texts: list[str]) -> None:
    found = build(*texts)
    headings = [b.start for b in found.blocks if b.kind == "heading"]

    in_passages = [
        s.start for p in split_passages(found) for s in p.sentences if s.role == "heading"
    ]
    assert in_passages == headings


@given(LINES)
def test_splitting_twice_gives_the_same(texts: list[str]) -> None:
    assert split_passages(build(*texts)) == split_passages(build(*texts))
