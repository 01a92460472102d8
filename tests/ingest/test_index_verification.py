import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.index import CHROMA, Collection, open_folder
from ingest.inventory import INDEX_JSON, read_info, record_files, write_info
from ingest.settings import Settings
from ingest.vectors import PASSAGE_VECTORS
from ingest.verification import Verification, verify_generation, verify_index
from tests.ingest.small_corpus import build


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(index=tmp_path_factory.mktemp("verified"))
    return settings.index / build(settings).info.generation


@pytest.fixture
def copied(generation: Path, tmp_path: Path) -> Path:
    shutil.copytree(generation, tmp_path / "generation")
    return tmp_path / "generation"


def seal(folder: Path) -> None:
    """Record the files as they are now, so that only the contents can betray a change."""
    write_info(folder, replace(read_info(folder), files=record_files(folder)))


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def garble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def test_a_whole_generation_has_no_problems_and_is_not_changed(generation: Path) -> None:
    before = record_files(generation)

    assert verify_index(generation) == []
    assert record_files(generation) == before


@pytest.mark.parametrize("damage", [Path.unlink, truncate, empty, garble])
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
def test_every_damaged_file_is_named(
    copied: Path, file: str, damage: Callable[[Path], None]
) -> None:
    (path,) = copied.glob(file)
    damage(path)

    problems = verify_index(copied)

    assert len(problems) == 1
    assert path.name in problems[0]


def test_an_empty_file_that_is_deleted_is_named(copied: Path) -> None:
    (path,) = copied.glob("chroma/*/link_lists.bin")
    path.unlink()

    assert verify_index(copied) == [f"chroma/{path.parent.name}/link_lists.bin is missing"]


def test_a_folder_without_an_index_is_a_problem(tmp_path: Path) -> None:
    assert verify_index(tmp_path / "absent") == [
        f"{tmp_path / 'absent' / INDEX_JSON} is missing or damaged: run mhiap ingest"
    ]


# Damage that no hash shows


def lose(collection: Collection) -> None:
    collection.delete(["plan:1@nl"])


def add(collection: Collection) -> None:
    collection.write({"ghost@nl": {"document_id": "plan"}}, np.eye(1, 16, dtype=np.float32))


def relabel(collection: Collection) -> None:
    collection.write({"plan:1@nl": {"document_id": "page"}}, np.eye(1, 16, dtype=np.float32))


def turn(collection: Collection) -> None:
    """Give a passage another vector and nothing else."""
    metadata = collection.read_metadata()["plan:1@nl"]
    same = {key: str(value) for key, value in metadata.items()}
    collection.write({"plan:1@nl": same}, np.eye(1, 16, dtype=np.float32))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lose, "the collection lacks 1 ids and has 0 too many"),
        (add, "the collection lacks 0 ids and has 1 too many"),
        (relabel, "the collection has other metadata for 1 ids"),
    ],
)
def test_a_collection_that_holds_something_else_is_a_problem(
    copied: Path, change: Callable[[Collection], None], problem: str
) -> None:
    with closing(open_folder(copied / CHROMA)) as collection:
        change(collection)
    seal(copied)

    assert verify_index(copied) == [problem]


def test_a_vector_that_does_not_find_itself_is_a_problem(copied: Path) -> None:
    with closing(open_folder(copied / CHROMA)) as collection:
        turn(collection)
    seal(copied)

    assert verify_generation(copied) == Verification(unreached=("plan:1@nl",))
    assert verify_index(copied) == ["1 vectors do not find themselves"]


def test_a_vector_that_is_known_not_to_be_reached_is_no_problem(copied: Path) -> None:
    with closing(open_folder(copied / CHROMA)) as collection:
        turn(collection)
    write_info(copied, replace(read_info(copied), unreached=("plan:1@nl",)))
    seal(copied)

    assert verify_index(copied) == []


def destroy(segment: Path) -> None:
    data = segment / "data_level0.bin"
    data.write_bytes(np.random.default_rng(1).bytes(data.stat().st_size))


@pytest.mark.parametrize("damage", [destroy, shutil.rmtree])
def test_a_collection_that_kills_or_fools_its_reader_is_a_problem(
    copied: Path, damage: Callable[[Path], None]
) -> None:
    (segment,) = (path.parent for path in copied.glob("chroma/*/header.bin"))
    damage(segment)
    seal(copied)

    assert len(verify_index(copied)) == 1


def test_other_documents_than_described_are_a_problem(copied: Path) -> None:
    write_info(copied, replace(read_info(copied), corpus_sha256="0" * 64, sentences=8))

    problems = verify_index(copied)

    assert problems == [
        "it holds (3, 6, 6, 9) documents, passages, renderings and sentences",
        "its documents and passages are not those of index.json",
    ]


@pytest.mark.parametrize("value", [np.nan, 0.5, np.inf])
def test_a_vector_that_is_not_of_length_one_is_a_problem(copied: Path, value: float) -> None:
    vectors = np.load(copied / PASSAGE_VECTORS)
    vectors[0] = value
    np.save(copied / PASSAGE_VECTORS, vectors)
    seal(copied)

    assert verify_index(copied) == ["it holds vectors that are not of length 1"]
