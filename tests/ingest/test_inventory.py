import json
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import IndexDamaged
from ingest.inventory import (
    CODE_VERSION,
    INDEX_JSON,
    IndexInfo,
    file_problems,
    read_info,
    record_files,
    write_info,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "data.bin").write_bytes(bytes(1000))
    (tmp_path / "documents.jsonl").write_text("één\n", encoding="utf-8")
    return tmp_path


def describe(folder: Path) -> IndexInfo:
    return IndexInfo(
        generation="20260101T000000Z-00000000",
        corpus_sha256="c",
        embedding_model="nl-en",
        embedding_sha256="e",
        dimensions=16,
        documents=1,
        passages=2,
        renderings=2,
        sentences=3,
        replaced=0,
        unreached=("plan:0@nl",),
        store="local",
        built_with="1.5.9",
        code_version=CODE_VERSION,
        files=record_files(folder),
    )


def test_the_description_comes_back_as_it_was(folder: Path) -> None:
    info = describe(folder)

    write_info(folder, info)

    assert read_info(folder) == info


def test_every_file_is_recorded_but_the_description_itself(folder: Path) -> None:
    write_info(folder, describe(folder))

    assert sorted(record_files(folder)) == ["chroma/data.bin", "documents.jsonl"]


def test_untouched_files_have_no_problems(folder: Path) -> None:
    assert file_problems(folder, describe(folder), hash_up_to_bytes=None) == []


def test_a_file_that_is_missing_cut_or_changed_is_named(folder: Path) -> None:
    (folder / "lexical.json").write_text("{}")
    info = describe(folder)

    (folder / "lexical.json").unlink()
    (folder / "chroma" / "data.bin").write_bytes(bytes(999))
    (folder / "documents.jsonl").write_text("eén\n", encoding="utf-8")

    assert file_problems(folder, info, hash_up_to_bytes=None) == [
        "chroma/data.bin has another size than when it was written",
        "documents.jsonl has another size than when it was written",
        "lexical.json is missing",
    ]


def test_a_change_that_keeps_the_size_is_found_up_to_the_given_size(folder: Path) -> None:
    info = describe(folder)
    (folder / "chroma" / "data.bin").write_bytes(bytes(999) + b"x")

    assert file_problems(folder, info, hash_up_to_bytes=999) == []
    assert file_problems(folder, info, hash_up_to_bytes=1000) == [
        "chroma/data.bin has other bytes than when it was written"
    ]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"info": {}, "sha256": ""}', "null"])
def test_a_description_that_is_none_is_refused(folder: Path, content: str) -> None:
    (folder / INDEX_JSON).write_text(content)

    with pytest.raises(IndexDamaged, match=r"index\.json is missing or damaged: run mhiap ingest"):
        read_info(folder)


def test_a_description_that_was_edited_is_refused(folder: Path) -> None:
    write_info(folder, describe(folder))
    sealed = json.loads((folder / INDEX_JSON).read_text())
    sealed["info"]["embedding_model"] = "another"
    (folder / INDEX_JSON).write_text(json.dumps(sealed))

    with pytest.raises(IndexDamaged):
        read_info(folder)


def test_a_description_of_another_layout_is_refused(folder: Path) -> None:
    write_info(folder, replace(describe(folder), store="cloud"))  # type: ignore[arg-type]

    with pytest.raises(IndexDamaged):
        read_info(folder)


def test_no_description_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        read_info(tmp_path)
