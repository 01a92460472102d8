from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.counterparts import Beads, Counterparts, Place, find_counterparts
from ingest.datatypes import Bead, Document, Passage, Span, sentences_of
from ingest.rendering import published_id, render_documents
from tests.ingest.real_corpus import the_corpus
from tests.ingest.small_corpus import make_document, split_document
from tests.ingest.small_translations import make_translation

DUTCH = make_document("plan-nl", ["Een. Twee. Drie.", "Vier. Vijf."], "nl")
ENGLISH = make_document("plan-en", ["One. Two and three.", "Four. Five. Six. Seven."], "en")
EDITIONS = (DUTCH, ENGLISH)
PASSAGES = (*split_document(DUTCH, "nl"), *split_document(ENGLISH, "en"))


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start=start, end=start + len(words))


def bead(sources: Sequence[str], targets: Sequence[str]) -> Bead:
    return Bead(
        sources=tuple(span(DUTCH, words) for words in sources),
        targets=tuple(span(ENGLISH, words) for words in targets),
        confidence=0.9,
    )


BEADS: Beads = {
    ("plan-nl", "plan-en"): [
        bead(["Een."], ["One."]),
        bead(["Twee.", "Drie."], ["Two and three."]),
        bead(["Vier."], ["Four.", "Five."]),
    ]
}


def find(
    documents: Sequence[Document], passages: Sequence[Passage], beads: Beads | None = None
) -> Counterparts:
    by_id = {document.source.document_id: document for document in documents}
    return find_counterparts(by_id, tuple(passages), beads or {})


def said(
    found: Counterparts, documents: Sequence[Document], passages: Sequence[Passage]
) -> dict[str, list[str]]:
    """Return the sentences that have counterparts, with these, in words."""
    texts = {document.source.document_id: document.text for document in documents}
    words = [s.of(texts[passages[n].document_id]) for n, s in sentences_of(tuple(passages))]
    return {
        words[row]: [words[other] for other in others]
        for row, others in enumerate(found.sentences)
        if others
    }


# Official editions


def test_the_sentences_of_a_bead_are_each_others_counterparts() -> None:
    assert said(find(EDITIONS, PASSAGES, BEADS), EDITIONS, PASSAGES) == {
        "Een.": ["One."],
        "Twee.": ["Two and three."],
        "Drie.": ["Two and three."],
        "Vier.": ["Four.", "Five."],
        "One.": ["Een."],
        "Two and three.": ["Twee.", "Drie."],
        "Four.": ["Vier."],
        "Five.": ["Vier."],
    }


def test_a_twin_is_the_whole_other_side_of_the_bead() -> None:
    twins = find(EDITIONS, PASSAGES, BEADS).twins

    both = Place(document_id="plan-nl", span=span(DUTCH, "Twee. Drie."))
    assert twins["plan-en", span(ENGLISH, "Two and three.").start] == both
    assert twins["plan-nl", span(DUTCH, "Drie.").start] == Place(
        document_id="plan-en", span=span(ENGLISH, "Two and three.")
    )
    assert ("plan-nl", span(DUTCH, "Vijf.").start) not in twins
    assert len(twins) == 8


def test_a_passage_speaks_for_another_when_half_of_its_sentences_have_a_counterpart_there() -> None:
    found = find(EDITIONS, PASSAGES, BEADS)

    assert found.passages == ((2,), (3,), (0,), (1,))


def test_a_passage_does_not_speak_for_one_that_holds_less_than_half_of_it() -> None:
    beads = {("plan-nl", "plan-en"): [bead(["Vier."], ["Four."])]}

    assert find(EDITIONS, PASSAGES, beads).passages == ((), (), (), (1,))


@pytest.mark.parametrize(
    "pair", [("plan-nl", "gone"), ("gone", "plan-en"), ("gone", "gone-too")], ids="-".join
)
def test_beads_with_a_document_that_is_not_there_are_left_out(pair: tuple[str, str]) -> None:
    found = find(EDITIONS, PASSAGES, {pair: [bead(["Een."], ["One."])]})

    assert found == find(EDITIONS, PASSAGES)
    assert found.twins == {}


def test_a_bead_whose_sentences_are_no_longer_there_pairs_nothing() -> None:
    moved = Bead(sources=(Span(start=1, end=3),), targets=(Span(start=2, end=4),), confidence=1)

    assert find(EDITIONS, PASSAGES, {("plan-nl", "plan-en"): [moved]}).passages == ((),) * 4


# Unofficial translations


def with_renderings() -> tuple[list[Document], list[Passage]]:
    """A document in two languages, and what it is in either."""
    hub = make_document("hub", ["Wij delen kennis.", "We meet online."], "nl")
    dutch, english = split_document(hub, "nl")
    passages = [dutch, replace(english, language="en")]
    renditions = render_documents(
        [hub],
        passages,
        [
            make_translation("hub", "nl", {"We meet online.": "We spreken online af."}),
            make_translation("hub", "en", {"Wij delen kennis.": "We share knowledge."}),
        ],
    )
    return (
        [hub, *(rendition.document for rendition in renditions)],
        [*passages, *(p for rendition in renditions for p in rendition.passages)],
    )


def test_a_sentence_and_all_its_translations_are_each_others_counterparts() -> None:
    found = find(*with_renderings())

    assert found.sentences == ((2, 4), (3, 5), (0, 4), (1, 5), (0, 2), (1, 3))
    assert found.passages == found.sentences
    assert found.twins == {}


def test_a_rendering_without_its_original_has_no_counterpart() -> None:
    documents, passages = with_renderings()

    assert find(documents, passages[2:4]).sentences == ((), ())


# Over the shipped corpus


def test_every_passage_of_the_corpus_is_found_by_the_words_of_its_renderings() -> None:
    corpus = the_corpus()
    passages = corpus.all_passages
    found = find(corpus.all_documents, passages)
    numbers = {passage.passage_id: number for number, passage in enumerate(passages)}

    for number, passage in enumerate(passages):
        original = numbers[published_id(passage.passage_id)]
        if original != number:
            assert original in found.passages[number] or len(passage.sentences) < len(
                passages[original].sentences
            )
            assert number in found.passages[original]


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_counterparts_are_mutual_and_never_in_the_document_itself(data: st.DataObject) -> None:
    corpus = the_corpus()
    passages = corpus.all_passages
    spans = {
        name: [
            Span(start=s.start, end=s.end)
            for n, s in sentences_of(passages)
            if passages[n].document_id == name
        ]
        for name in ("plan-nl", "plan-en")
    }
    runs = {
        name: st.sampled_from([own[n : n + many] for n in range(len(own)) for many in (1, 2)])
        for name, own in spans.items()
    }
    one = st.builds(
        Bead,
        sources=runs["plan-nl"].map(tuple),
        targets=runs["plan-en"].map(tuple),
        confidence=st.just(0.9),
    )
    beads = data.draw(st.lists(one, max_size=10))
    found = find(corpus.all_documents, passages, {("plan-nl", "plan-en"): beads})
    homes = [passages[number].document_id for number, _ in sentences_of(passages)]

    for row, others in enumerate(found.sentences):
        assert all(row in found.sentences[other] for other in others)
        assert all(homes[row] != homes[other] for other in others)
