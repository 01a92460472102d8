from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.datatypes import (
    Document,
    Language,
    Passage,
    Rendered,
    Sentence,
    SentenceRole,
    Span,
    sentences_of,
)
from ingest.pipeline import read_corpus
from ingest.rendering import Rendition, published_id, render_documents, rendering_id
from ingest.translations import TranslatedDocument, has_edition, read_translations
from tests.ingest.real_corpus import CORPUS, the_corpus
from tests.ingest.small_corpus import make_corpus, make_document, split_document
from tests.ingest.small_translations import make_translation

TEXT = "1. Kies een thema.\n2. Zoek een partner. Vraag ook scholen.\n\n• Begin klein:\n• Ga door.\n"


def one(
    document: Document,
    passages: Sequence[Passage],
    translation: TranslatedDocument,
    *others: Document,
) -> Rendition:
    (rendition,) = render_documents([document, *others], passages, [translation])
    return rendition


def shown(rendition: Rendition) -> list[str]:
    return [s.of(rendition.document.text) for _, s in sentences_of(rendition.passages)]


def listed() -> tuple[Document, list[Passage]]:
    """A document with a numbered list and one with bullets, led in by its first sentence."""
    document = replace(make_document("report", [TEXT], "nl"), blocks=())

    def sentence(words: str, role: SentenceRole = "item") -> Sentence:
        start = TEXT.index(words)
        return Sentence(start=start, end=start + len(words), role=role)

    numbered = (
        sentence("Kies een thema."),
        sentence("Zoek een partner."),
        sentence("Vraag ook scholen.", "continuation"),
    )
    bullets = (sentence("Begin klein:", "lead"), sentence("Ga door."))
    passage = split_document(make_document("report", [TEXT], "nl"), "nl")[0]
    first = replace(
        passage,
        kind="list",
        section=("Aan de slag", "Stappen"),
        end=numbered[-1].end,
        sentences=numbered,
        page=3,
    )
    second = replace(
        first,
        passage_id="report:1",
        start=TEXT.index("• Begin"),
        end=bullets[-1].end,
        sentences=bullets,
        lead=Span(start=bullets[0].start, end=bullets[0].end),
    )
    return document, [first, second]


TARGETS = {
    "Kies een thema.": "Choose a theme.",
    "Zoek een partner.": "Look for someone to work with.",
    "Vraag ook scholen.": "Ask schools too.",
    "Begin klein:": "Start small:",
    "Ga door.": "Go on.",
    "Stappen": "Steps",
}


def test_all_but_the_sentences_stays_as_it_was() -> None:
    rendition = one(*listed(), make_translation("report", "en", TARGETS))

    assert rendition.document.text == (
        "1. Choose a theme.\n2. Look for someone to work with. Ask schools too.\n\n"
        "• Start small:\n• Go on."
    )
    assert [p.of(rendition.document.text) for p in rendition.passages] == [
        "1. Choose a theme.\n2. Look for someone to work with. Ask schools too.",
        "• Start small:\n• Go on.",
    ]


def test_a_sentence_says_which_span_it_renders_who_made_it_and_whether_it_was_reviewed() -> None:
    document, passages = listed()
    rendition = one(document, passages, make_translation("report", "en", TARGETS, reviewed=True))

    first = rendition.passages[0].sentences[0]
    assert first.of(rendition.document.text) == "Choose a theme."
    assert first.role == "item"
    assert first.rendered == Rendered(start=3, end=18, by="project", reviewed=True)
    assert document.text[3:18] == "Kies een thema."


def test_a_rendering_has_its_own_ids_its_own_language_and_no_pages() -> None:
    rendition = one(*listed(), make_translation("report", "en", TARGETS))

    source = rendition.document.source
    assert (source.document_id, source.language) == ("report@en", "en")
    assert (source.rendering_of, source.translation_of) == ("report", None)
    assert [p.passage_id for p in rendition.passages] == ["report@en:0", "report@en:1"]
    assert {p.document_id for p in rendition.passages} == {"report@en"}
    assert {p.language for p in rendition.passages} == {"en"}
    assert {p.page for p in rendition.passages} == {None}


def test_the_lead_in_of_a_list_is_that_of_the_rendering() -> None:
    rendition = one(*listed(), make_translation("report", "en", TARGETS))

    _, second = rendition.passages
    assert second.lead is not None
    assert second.lead.of(rendition.document.text) == "Start small:"


def test_a_heading_above_a_passage_is_translated_where_it_has_a_translation() -> None:
    rendition = one(*listed(), make_translation("report", "en", TARGETS))

    assert {p.section for p in rendition.passages} == {("Aan de slag", "Steps")}


@pytest.mark.parametrize("missing", ["Kies een thema.", "Vraag ook scholen."])
def test_a_passage_is_translated_whole_or_stays_as_it_is(missing: str) -> None:
    targets = {source: target for source, target in TARGETS.items() if source != missing}
    rendition = one(*listed(), make_translation("report", "en", targets))

    first, second = rendition.passages
    assert first.of(rendition.document.text) == (
        "1. Kies een thema.\n2. Zoek een partner. Vraag ook scholen."
    )
    assert (first.language, second.language) == ("nl", "en")
    assert {s.rendered.by for s in first.sentences if s.rendered} == {None}


def test_what_is_in_the_language_already_stays_as_it_is() -> None:
    document = make_document("hub", ["Over ons.", "We share."], "nl")
    dutch, english = split_document(document, "nl")
    targets = {"Over ons.": "About us.", "We share.": "Wij delen."}

    rendition = one(
        document, [dutch, replace(english, language="en")], make_translation("hub", "en", targets)
    )

    assert shown(rendition) == ["About us.", "We share."]
    assert {p.language for p in rendition.passages} == {"en"}


def test_a_sentence_that_reads_the_same_in_both_languages_is_no_translation() -> None:
    documents, passages = make_corpus({"page": ["Joint Action MENTOR. Het RIVM doet mee."]}, "nl")
    same = {"Joint Action MENTOR.": "Joint Action MENTOR.", "Het RIVM doet mee.": "RIVM joins in."}

    rendition = one(documents[0], passages, make_translation("page", "en", same))

    assert [s.rendered.by for _, s in sentences_of(rendition.passages) if s.rendered] == [
        None,
        "project",
    ]


@pytest.mark.parametrize(
    ("language", "targets"),
    [
        ("en", {}),
        ("en", {"Een andere zin.": "Another sentence."}),
        ("en", {"Zoek een partner.": "Look for someone."}),
        ("nl", TARGETS),
    ],
)
def test_translations_of_which_nothing_can_be_shown_make_no_document(
    language: Language, targets: dict[str, str]
) -> None:
    document, passages = listed()

    translation = make_translation("report", language, targets)

    assert render_documents([document], passages, [translation]) == ()


# A document with an official edition


def english_edition() -> tuple[Document, list[Passage], Document]:
    english = make_document("plan-en", ["Schools take part. It was in Dutch.", "The end."], "en")
    english = replace(english, source=replace(english.source, translation_of="plan-nl"))
    return english, split_document(english, "en"), make_document("plan-nl", ["Scholen."], "nl")


def test_beside_an_official_edition_only_sentences_with_a_translation_are_rendered() -> None:
    english, passages, dutch = english_edition()
    targets = {"It was in Dutch.": "Het was in het Nederlands."}

    rendition = one(english, passages, make_translation("plan-en", "nl", targets), dutch)

    (passage,) = rendition.passages
    assert rendition.document.text == "Het was in het Nederlands."
    assert (passage.passage_id, passage.start, passage.end) == ("plan-en@nl:0", 0, 26)
    assert passage.sentences[0].rendered == Rendered(start=19, end=35, by="project", reviewed=False)


def test_without_that_edition_the_same_document_is_rendered_as_any_other() -> None:
    english, passages, _ = english_edition()

    rendition = one(english, passages, make_translation("plan-en", "nl", {"The end.": "Het eind."}))

    assert rendition.document.text == "Schools take part. It was in Dutch.\n\nHet eind."


# Ids


@pytest.mark.parametrize(
    ("passage_id", "published"),
    [("mentor@nl:ab12-2", "mentor:ab12-2"), ("mentor:ab12", "mentor:ab12"), ("plan", "plan")],
)
def test_the_published_id_of_a_passage(passage_id: str, published: str) -> None:
    assert published_id(passage_id) == published
    assert published_id(rendering_id("mentor", "nl")) == "mentor"


# Over the shipped corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rendering of the shipped corpus beside its original."""

    rendition: Rendition
    original: Document
    passages: list[Passage]
    translation: TranslatedDocument
    partly: bool


@cache
def shipped_translations() -> tuple[TranslatedDocument, ...]:
    return read_translations(CORPUS, the_corpus().documents, the_corpus().passages)


def cases(translations: Sequence[TranslatedDocument]) -> Iterator[Case]:
    corpus = the_corpus()
    by_key = {(one.document_id, one.language): one for one in translations}
    for rendition in render_documents(corpus.documents, corpus.passages, translations):
        source = rendition.document.source
        original = next(d for d in corpus.documents if d.source.document_id == source.rendering_of)
        language: Language = "en" if source.language == "en" else "nl"
        document_id = original.source.document_id
        yield Case(
            rendition=rendition,
            original=original,
            passages=[p for p in corpus.passages if p.document_id == document_id],
            translation=by_key[document_id, language],
            partly=has_edition(original, language, corpus.documents),
        )


def gaps(text: str, passages: Sequence[Passage]) -> list[str]:
    """Return what stands before each sentence since the last."""
    spans = [(s.start, s.end) for _, s in sentences_of(tuple(passages))]
    ends = [0, *(end for _, end in spans)]
    return [text[end:start] for end, (start, _) in zip(ends, spans, strict=False)]


FEW = settings(deadline=None, max_examples=15)


@st.composite
def thinned(draw: st.DrawFn) -> list[Case]:
    """The shipped renderings, some rows of their translations left out."""
    return list(cases([_thinned(draw, one) for one in shipped_translations()]))


def _thinned(draw: st.DrawFn, translation: TranslatedDocument) -> TranslatedDocument:
    left_out = draw(st.sets(st.sampled_from(sorted(translation.rows)), max_size=6))
    rows = {source: row for source, row in translation.rows.items() if source not in left_out}
    return replace(translation, rows=rows)


def test_every_shipped_translation_is_rendered_with_all_its_rows() -> None:
    found = list(cases(shipped_translations()))

    assert {c.rendition.document.source.document_id for c in found} == {
        "plan-en@nl", "symposium-2025@en", "mentor@nl", "hub@nl", "hub@en"
    }  # fmt: skip
    for case in found:
        said = set(shown(case.rendition))
        assert {row.target for row in case.translation.rows.values()} <= said
    assert tuple(c.rendition for c in found) == read_corpus(CORPUS).renditions


@FEW
@given(thinned())
def test_every_sentence_points_at_its_source_and_says_what_its_row_says(found: list[Case]) -> None:
    for case in found:
        published = {p.passage_id: p for p in case.passages}
        for passage in case.rendition.passages:
            own = {(s.start, s.end) for s in published[published_id(passage.passage_id)].sentences}
            for sentence in passage.sentences:
                rendered = sentence.rendered
                assert rendered is not None
                assert (rendered.start, rendered.end) in own
                source = case.original.text[rendered.start : rendered.end]
                said = sentence.of(case.rendition.document.text)
                assert said == (case.translation.rows[source].target if rendered.by else source)


@FEW
@given(thinned())
def test_passages_are_in_order_and_only_white_space_stands_between_them(found: list[Case]) -> None:
    for case in found:
        text, end = case.rendition.document.text, 0
        for passage in case.rendition.passages:
            assert text[end : passage.start].strip() == ""
            assert end <= passage.start <= passage.sentences[0].start
            assert passage.end == passage.sentences[-1].end
            end = passage.end
        assert text[end:].strip() == ""


@FEW
@given(thinned())
def test_separators_bullets_and_list_numbers_are_those_of_the_original(found: list[Case]) -> None:
    for case in found:
        if not case.partly:
            assert gaps(case.rendition.document.text, case.rendition.passages) == gaps(
                case.original.text, case.passages
            )


@FEW
@given(thinned())
def test_no_passage_is_half_translated(found: list[Case]) -> None:
    for case in found:
        published = {p.passage_id: p for p in case.passages}
        for passage in case.rendition.passages:
            original = published[published_id(passage.passage_id)]
            own = [s.of(case.original.text) for s in original.sentences]
            said = [s.of(case.rendition.document.text) for s in passage.sentences]
            if not case.partly and said != own:
                assert passage.language == case.translation.language != original.language
                assert said == [case.translation.rows[text].target for text in own]


@FEW
@given(thinned())
def test_every_list_keeps_its_lead_in(found: list[Case]) -> None:
    for case in found:
        published = {p.passage_id: p for p in case.passages}
        places = {
            s.rendered.start: Span(start=s.start, end=s.end)
            for _, s in sentences_of(case.rendition.passages)
            if s.rendered
        }
        for passage in case.rendition.passages:
            lead = published[published_id(passage.passage_id)].lead
            if not case.partly:
                assert passage.lead == (places[lead.start] if lead else None)
