from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.counterparts import Beads
from ingest.datatypes import (
    Bead,
    Block,
    Document,
    Language,
    Passage,
    Rendered,
    Section,
    Sentence,
    Source,
    Span,
    sha256_of,
)
from ingest.errors import IndexDamaged
from ingest.storage import (
    BEADS,
    DOCUMENTS,
    PASSAGES,
    IndexedRendering,
    hash_corpus,
    origin_of,
    passage_id_of,
    read_beads,
    read_documents,
    read_passages,
    renderings_of,
    sentence_texts,
    write_beads,
    write_corpus,
)
from tests.ingest.small_corpus import TEXTS, make_corpus, make_document, split_document

texts = st.text(max_size=40)
known = st.none() | texts
offsets = st.integers(min_value=0, max_value=10_000)
languages = st.sampled_from(["nl", "en"])

sources = st.builds(
    Source,
    document_id=texts,
    file=texts,
    title=texts,
    language=st.sampled_from(["nl", "en", "mixed"]),
    sha256=texts,
    titles=st.dictionaries(languages, texts),
    publisher=known,
    published=known,
    kind=known,
    authority=known,
    url=known,
    licence=known,
    translation_of=known,
    boxes=st.dictionaries(texts, texts, max_size=2),
    names=st.lists(texts, max_size=2).map(tuple),
    inferred=st.booleans(),
    rendering_of=known,
)
spans = st.builds(Span, start=st.just(0), end=st.integers(1, 99))
sides = st.lists(spans, min_size=1, max_size=2).map(tuple)
beads = st.builds(
    Bead, sources=sides, targets=sides, confidence=st.floats(min_value=0, max_value=1)
)
documents = st.builds(
    Document,
    source=sources,
    text=texts,
    page_starts=st.lists(offsets, max_size=3).map(tuple),
    sections=st.lists(
        st.builds(Section, path=st.lists(texts, max_size=3).map(tuple), start=offsets, end=offsets),
        max_size=3,
    ).map(tuple),
    blocks=st.lists(
        st.builds(
            Block,
            kind=st.sampled_from(["title", "heading", "paragraph", "item", "footnote"]),
            start=offsets,
            end=offsets,
            section=offsets,
            box=st.booleans(),
            list_number=st.none() | offsets,
        ),
        max_size=3,
    ).map(tuple),
)
passages = st.builds(
    Passage,
    passage_id=texts,
    document_id=texts,
    start=offsets,
    end=offsets,
    kind=st.sampled_from(["paragraph", "list", "box", "post", "title", "footnote"]),
    section=st.lists(texts, max_size=3).map(tuple),
    lead=st.none() | spans,
    page=st.none() | offsets,
    language=languages,
    sentences=st.lists(
        st.builds(
            Sentence,
            start=offsets,
            end=offsets,
            role=st.sampled_from(["heading", "lead", "item", "continuation", "body"]),
            rendered=st.none()
            | st.builds(Rendered, start=offsets, end=offsets, by=known, reviewed=st.booleans()),
        ),
        max_size=3,
    ).map(tuple),
)


@settings(deadline=None, max_examples=40)
@given(documents=st.lists(documents, max_size=3), passages=st.lists(passages, max_size=3))
def test_documents_and_passages_come_back_as_they_were(
    documents: list[Document], passages: list[Passage], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("corpus")

    write_corpus(folder, documents, passages)

    assert read_documents(folder) == tuple(documents)
    assert read_passages(folder) == tuple(passages)


@settings(deadline=None, max_examples=40)
@given(documents=st.lists(documents, max_size=3), passages=st.lists(passages, max_size=3))
def test_the_same_objects_give_the_same_bytes(
    documents: list[Document], passages: list[Passage], tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")

    write_corpus(first, documents, passages)
    write_corpus(second, read_documents(first), read_passages(first))

    assert (first / DOCUMENTS).read_bytes() == (second / DOCUMENTS).read_bytes()
    assert (first / PASSAGES).read_bytes() == (second / PASSAGES).read_bytes()
    assert hash_corpus(documents, passages) == hash_corpus(
        read_documents(first), read_passages(first)
    )


@settings(deadline=None, max_examples=40)
@given(
    st.dictionaries(
        st.tuples(texts, texts), st.lists(beads, min_size=1, max_size=3).map(tuple), max_size=3
    )
)
def test_beads_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, aligned: Beads
) -> None:
    folder = tmp_path_factory.mktemp("beads")

    write_beads(folder, aligned)
    read = read_beads(folder)

    assert {pair: tuple(found) for pair, found in read.items()} == aligned
    assert list(read) == list(aligned)


def test_an_index_without_a_file_of_beads_has_none(tmp_path: Path) -> None:
    assert read_beads(tmp_path) == {}


@pytest.mark.parametrize("damage", [b"{\n", b'{"original": "plan"}\n'])
def test_a_damaged_bead_is_reported_with_its_file(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / BEADS).write_bytes(damage)

    with pytest.raises(IndexDamaged, match=rf"{BEADS} cannot be read .*mhiap ingest"):
        read_beads(tmp_path)


def test_the_order_in_which_titles_were_set_does_not_change_the_hash() -> None:
    def document(titles: dict[Language, str]) -> Document:
        source = Source(
            document_id="d", file="d.txt", title="D", language="nl", sha256="", titles=titles
        )
        return Document(source=source, text="d", page_starts=(), sections=(), blocks=())

    one, other = document({"nl": "Plan", "en": "Plan!"}), document({"en": "Plan!", "nl": "Plan"})

    assert hash_corpus([one], []) == hash_corpus([other], [])


def test_a_new_title_changes_the_hash() -> None:
    documents, passages = make_corpus(TEXTS)
    renamed, _ = make_corpus({"renamed": TEXTS["plan"]})

    assert hash_corpus(documents, passages) != hash_corpus(renamed, passages)


@pytest.mark.parametrize("damage", [b"{", b'{"text": 1}\n', b"\xff\xfe\n"])
@pytest.mark.parametrize("file", [DOCUMENTS, PASSAGES])
def test_a_damaged_line_is_reported_with_its_file(tmp_path: Path, file: str, damage: bytes) -> None:
    write_corpus(tmp_path, *make_corpus(TEXTS))
    content = (tmp_path / file).read_bytes()
    (tmp_path / file).write_bytes(damage + content)
    read = read_documents if file == DOCUMENTS else read_passages

    with pytest.raises(IndexDamaged, match=rf"{file} cannot be read .*mhiap ingest"):
        read(tmp_path)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=DOCUMENTS):
        read_documents(tmp_path)


def test_a_passage_has_one_rendering_in_its_own_language() -> None:
    document = make_document("plan", ["Scholen doen mee."], "nl")

    renderings = renderings_of([document], split_document(document, "nl"))

    assert renderings == (
        IndexedRendering(
            rendering_id="plan:0@nl",
            document_id="plan",
            language="nl",
            origin="original",
            text="Scholen doen mee.",
            text_sha256=sha256_of("Scholen doen mee."),
        ),
    )
    assert passage_id_of(renderings[0].rendering_id) == "plan:0"


def test_the_passages_of_a_translation_are_an_official_translation() -> None:
    original = make_document("plan-en", ["Schools take part."], "en")
    source = Source(
        document_id="plan-en",
        file="plan-en.txt",
        title="Plan",
        language="en",
        sha256="",
        translation_of="plan-nl",
    )
    document = Document(
        source=source, text=original.text, page_starts=(), sections=(), blocks=original.blocks
    )

    renderings = renderings_of([document], split_document(document, "en"))

    assert [rendering.origin for rendering in renderings] == ["official translation"]


@pytest.mark.parametrize(
    ("rendering_of", "translation_of", "origin"),
    [
        (None, None, "original"),
        (None, "plan-nl", "official translation"),
        ("plan", None, "unofficial translation"),
    ],
)
def test_what_a_document_is_to_its_text(
    rendering_of: str | None, translation_of: str | None, origin: str
) -> None:
    source = replace(
        make_document("plan", ["Ja."], "nl").source,
        rendering_of=rendering_of,
        translation_of=translation_of,
    )

    assert origin_of(source) == origin


def test_two_passages_with_one_id_are_refused() -> None:
    documents, passages = make_corpus(TEXTS)

    with pytest.raises(ValueError, match="same id"):
        renderings_of(documents, [*passages, passages[0]])


def test_sentences_stand_in_the_order_of_the_passages() -> None:
    assert sentence_texts(*make_corpus({"page": TEXTS["page"]})) == [
        "Wonen raakt mentale gezondheid.",
        "Werk en inkomen ook.",
        "Dat zegt het plan.",
    ]
