import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.counterparts import Place
from ingest.datatypes import Bead, Span, sentences_of
from ingest.errors import IndexDamaged, IndexMissing
from ingest.generations import CURRENT
from ingest.index import CHROMA
from ingest.inventory import INDEX_JSON, read_info, record_files, write_info
from ingest.opening import open_index, why_stale
from ingest.searching import Index
from ingest.settings import Settings
from ingest.storage import hash_corpus, sentence_texts, write_beads
from tests.ingest.small_corpus import TEXTS, WordModel, build, make_corpus

MODEL = WordModel()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(index=tmp_path_factory.mktemp("built"))
    build(settings)
    return settings


@pytest.fixture(scope="module")
def index(built: Settings) -> Iterator[Index]:
    with open_index(built) as opened:
        yield opened


@pytest.fixture
def copied(built: Settings, tmp_path: Path) -> Settings:
    """An index of this test alone, to be damaged."""
    shutil.copytree(built.index, tmp_path / "index")
    return Settings(index=tmp_path / "index")


def folder_of(settings: Settings) -> Path:
    return settings.index / (settings.index / CURRENT).read_text().strip()


def ask(index: Index, question: str, limit: int = 3) -> list[str]:
    hits = index.nearest(MODEL.embed_queries([question])[0], limit)
    return [index.passages[number].passage_id for number, _ in hits]


# What an open index gives


def test_documents_and_passages_are_those_it_was_built_from(index: Index) -> None:
    documents, passages = make_corpus(TEXTS)

    assert tuple(index.documents.values()) == documents
    assert list(index.documents) == ["plan", "report", "page"]
    assert index.passages == passages


def test_there_is_one_unit_vector_per_sentence_in_order(index: Index) -> None:
    texts = sentence_texts(tuple(index.documents.values()), index.passages)

    assert len(texts) == sum(1 for _ in sentences_of(index.passages)) == index.info.sentences
    np.testing.assert_array_equal(index.sentence_vectors, MODEL.embed_queries(texts))


def test_sentence_vectors_are_mapped_not_read(index: Index) -> None:
    assert isinstance(index.sentence_vectors, np.memmap)


def test_the_beads_of_the_editions_come_with_it(copied: Settings) -> None:
    one, other = Span(start=0, end=33), Span(start=0, end=43)
    bead = Bead(sources=(one,), targets=(other,), confidence=1.0)
    write_beads(folder_of(copied), {("plan", "report"): [bead]})

    with open_index(copied) as opened:
        counterparts = opened.counterparts

    assert counterparts.twins == {
        ("plan", 0): Place(document_id="report", span=other),
        ("report", 0): Place(document_id="plan", span=one),
    }
    assert counterparts.sentences[0] == (3,)
    assert counterparts.passages[0] == (2,)


def test_the_lexical_index_lies_in_the_folder(index: Index) -> None:
    assert (index.folder / "lexical" / "words.json").read_text() == '{"words": 3}'


# What lies nearest


def test_every_passage_is_nearest_to_itself(index: Index) -> None:
    texts = [p.of(index.documents[p.document_id].text) for p in index.passages]

    found = [index.nearest(vector, 1)[0] for vector in MODEL.embed_queries(texts)]

    assert [number for number, _ in found] == list(range(len(texts)))
    assert [cosine for _, cosine in found] == pytest.approx([1] * len(texts), abs=1e-5)


def test_all_passages_come_best_first_with_their_exact_cosine(index: Index) -> None:
    texts = [p.of(index.documents[p.document_id].text) for p in index.passages]
    query = MODEL.embed_queries(["scholen en wonen"])[0]

    found = index.nearest(query, 100)

    cosines = MODEL.embed_queries(texts) @ query
    assert [number for number, _ in found] == np.argsort(-cosines).tolist()
    assert [cosine for _, cosine in found] == pytest.approx(sorted(cosines, reverse=True), abs=1e-5)


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_a_shorter_list_is_the_start_of_a_longer_one(index: Index, limit: int) -> None:
    query = MODEL.embed_queries(["het plan"])[0]

    assert index.nearest(query, limit) == index.nearest(query, 6)[:limit]


def test_a_search_can_be_limited_to_documents(index: Index) -> None:
    query = MODEL.embed_queries(["scholen"])[0]

    found = index.nearest(query, 10, {"page", "report"})

    assert {index.passages[number].document_id for number, _ in found} == {"page", "report"}
    assert len(found) == 4


@pytest.mark.parametrize("documents", [set(), {"nowhere"}])
def test_nothing_is_found_in_no_documents(index: Index, documents: set[str]) -> None:
    assert index.nearest(MODEL.embed_queries(["scholen"])[0], 3, documents) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_nothing_is_found_when_nothing_is_wanted(index: Index, limit: int) -> None:
    assert index.nearest(MODEL.embed_queries(["scholen"])[0], limit) == []


def test_nothing_is_near_a_question_without_words(index: Index) -> None:
    assert index.nearest(MODEL.embed_queries([""])[0], 3) == []


def test_equal_passages_stand_in_their_order(tmp_path: Path) -> None:
    settings = Settings(index=tmp_path)
    build(settings, {name: ["Scholen doen mee."] for name in "abcdefghijklmnop"})

    with open_index(settings) as index:
        assert ask(index, "scholen doen mee.", 4) == ["a:0", "b:0", "c:0", "d:0"]


def test_an_empty_corpus_gives_an_index_in_which_nothing_is_found(tmp_path: Path) -> None:
    settings = Settings(index=tmp_path)
    build(settings, {})

    with open_index(settings) as index:
        assert index.passages == ()
        assert index.sentence_vectors.shape == (0, 16)
        assert ask(index, "scholen") == []


def test_passages_that_the_collection_does_not_reach_are_compared_one_by_one(
    copied: Settings,
) -> None:
    folder = folder_of(copied)
    info = read_info(folder)
    with open_index(copied) as index:
        everything = index.nearest(MODEL.embed_queries(["scholen doen mee."])[0], 10)
    write_info(folder, replace(info, unreached=("plan:1@nl", "page:0@nl")))

    with open_index(copied) as index:
        index._collection.delete(["plan:1@nl", "page:0@nl"])
        found = index.nearest(MODEL.embed_queries(["scholen doen mee."])[0], 10)
        limited = index.nearest(MODEL.embed_queries(["scholen doen mee."])[0], 10, {"page"})

    assert [number for number, _ in found] == [number for number, _ in everything]
    assert [c for _, c in found] == pytest.approx([c for _, c in everything], abs=1e-6)
    assert {number for number, _ in limited} == {4, 5}


# Opening and closing


def test_opening_and_searching_leave_the_generation_untouched(built: Settings) -> None:
    before = record_files(folder_of(built))

    with open_index(built) as index:
        ask(index, "scholen")

    assert record_files(folder_of(built)) == before == dict(read_info(folder_of(built)).files)


def test_an_index_closes_twice_and_leaves_nothing_behind(
    built: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    index = open_index(built)
    assert list(tmp_path.iterdir()) != []

    index.close()
    index.close()

    assert list(tmp_path.iterdir()) == []


def test_several_readers_share_an_index(built: Settings) -> None:
    with open_index(built) as one, open_index(built) as other:
        assert ask(one, "scholen doen mee.") == ask(other, "scholen doen mee.")


def test_threads_share_an_open_index(index: Index) -> None:
    expected = ask(index, "scholen doen mee.")
    answers: list[list[str]] = []

    def search() -> None:
        answers.extend(ask(index, "scholen doen mee.") for _ in range(20))

    threads = [threading.Thread(target=search) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [expected] * 160


def test_an_open_index_keeps_answering_while_others_replace_it(copied: Settings) -> None:
    with open_index(copied) as index:
        expected, vectors = ask(index, "scholen doen mee."), np.array(index.sentence_vectors)

        for number in range(2):
            build(copied, {"other": [f"Bericht {number}."]})

        assert not index.folder.exists()
        assert ask(index, "scholen doen mee.") == expected
        np.testing.assert_array_equal(index.sentence_vectors, vectors)


# What cannot be opened


def test_no_index_is_reported_with_advice(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match=r"there is no index in .*: run mhiap ingest"):
        open_index(Settings(index=tmp_path / "absent"))


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [Path.unlink, truncate, garble])
@pytest.mark.parametrize(
    "file",
    [
        INDEX_JSON,
        "documents.jsonl",
        "passages.jsonl",
        "passages.npy",
        "sentences.npy",
        "lexical/words.json",
        "chroma/chroma.sqlite3",
        "chroma/*/data_level0.bin",
        "chroma/*/header.bin",
        "chroma/*/length.bin",
        "chroma/*/index_metadata.pickle",
    ],
)
def test_a_damaged_index_is_refused_with_advice(
    copied: Settings, file: str, damage: Callable[[Path], None]
) -> None:
    (path,) = folder_of(copied).glob(file)
    damage(path)

    with pytest.raises(IndexDamaged, match="run mhiap ingest"):
        open_index(copied)


def test_a_pointer_to_a_folder_that_is_gone_is_refused(copied: Settings) -> None:
    shutil.rmtree(folder_of(copied))

    with pytest.raises(IndexDamaged, match="run mhiap ingest"):
        open_index(copied)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"built_with": "1.0.20"}, r"built with Chroma 1\.0\.20"),
        ({"code_version": 0}, "built by version 0 of the index"),
        ({"dimensions": 8}, r"sentences\.npy holds"),
    ],
)
def test_an_index_of_another_version_is_refused(
    copied: Settings, change: dict[str, str], reason: str
) -> None:
    folder = folder_of(copied)
    write_info(folder, replace(read_info(folder), **change))  # type: ignore[arg-type]

    with pytest.raises(IndexDamaged, match=rf"{reason}.*mhiap ingest"):
        open_index(copied)


# Whether to build anew


def test_an_index_of_these_documents_and_this_model_is_not_stale(built: Settings) -> None:
    assert why_stale(built, hash_corpus(*make_corpus(TEXTS)), MODEL) is None


def test_changed_documents_make_it_stale(built: Settings) -> None:
    corpus = hash_corpus(*make_corpus({**TEXTS, "new": ["Nieuw."]}))

    assert why_stale(built, corpus, MODEL) == "the documents have changed"


@pytest.mark.parametrize("model", [WordModel(name="other"), WordModel(dimensions=8)])
def test_another_model_makes_it_stale(built: Settings, model: WordModel) -> None:
    corpus = hash_corpus(*make_corpus(TEXTS))

    assert why_stale(built, corpus, model) == "the embedding model has changed"


def test_a_chroma_server_makes_it_stale(built: Settings) -> None:
    settings = Settings(index=built.index, chroma_url="http://127.0.0.1:1")
    corpus = hash_corpus(*make_corpus(TEXTS))

    assert why_stale(settings, corpus, MODEL) == "MHIAP_CHROMA_URL has been set or unset"


def test_damage_makes_it_stale(copied: Settings) -> None:
    corpus = hash_corpus(*make_corpus(TEXTS))
    shutil.rmtree(folder_of(copied) / CHROMA)

    assert str(why_stale(copied, corpus, MODEL)).endswith("is missing")


def test_no_index_is_stale(tmp_path: Path) -> None:
    assert why_stale(Settings(index=tmp_path), "", MODEL) == "there is no index yet"
