from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.datatypes import sha256_of
from ingest.errors import IndexDamaged
from ingest.vectors import BATCH, KnownVectors, read_vectors, write_vectors
from tests.ingest.small_corpus import WordModel


def ignore(done: int, total: int) -> None:
    pass


@settings(deadline=None, max_examples=50)
@given(texts=st.lists(st.sampled_from("abcdef")), known=st.sets(st.sampled_from("abcdef")))
def test_rows_are_the_vectors_of_the_texts_whatever_was_known(
    texts: list[str], known: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file, model = tmp_path_factory.mktemp("vectors") / "v.npy", WordModel()
    before = dict(
        zip(map(sha256_of, sorted(known)), model.embed_queries(sorted(known)), strict=True)
    )

    embedded = write_vectors(file, texts, before, model, ignore)

    matrix = read_vectors(file, len(texts), model.dimensions)
    np.testing.assert_array_equal(matrix, model.embed_queries(texts))
    assert sorted(model.embedded) == sorted(set(texts) - known)
    assert embedded == len(model.embedded)


def test_a_text_is_embedded_once_however_often_it_occurs(tmp_path: Path) -> None:
    model, known = WordModel(), KnownVectors()

    write_vectors(tmp_path / "passages.npy", ["mee", "mee", "samen"], known, model, ignore)
    write_vectors(tmp_path / "sentences.npy", ["samen", "alleen"], known, model, ignore)

    assert model.embedded == ["mee", "samen", "alleen"]


def test_progress_counts_what_is_embedded(tmp_path: Path) -> None:
    texts = [str(number) for number in range(BATCH + 3)]
    reports: list[tuple[int, int]] = []

    write_vectors(
        tmp_path / "v.npy",
        texts,
        {},
        WordModel(),
        lambda done, total: reports.append((done, total)),
    )

    assert reports == [(0, BATCH + 3), (BATCH, BATCH + 3), (BATCH + 3, BATCH + 3)]


def test_the_matrix_is_mapped_and_cannot_be_written(tmp_path: Path) -> None:
    write_vectors(tmp_path / "v.npy", ["mee"], {}, WordModel(), ignore)

    matrix = read_vectors(tmp_path / "v.npy", 1, 16)

    assert isinstance(matrix, np.memmap)
    assert not matrix.flags.writeable


@pytest.mark.parametrize(
    ("rows", "dimensions"), [(2, 16), (1, 8)], ids=["other number of rows", "other model"]
)
def test_a_matrix_of_another_shape_is_refused(tmp_path: Path, rows: int, dimensions: int) -> None:
    write_vectors(tmp_path / "v.npy", ["mee"], {}, WordModel(), ignore)

    with pytest.raises(IndexDamaged, match=r"v\.npy holds .*mhiap ingest"):
        read_vectors(tmp_path / "v.npy", rows, dimensions)


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY", b"not a matrix"])
def test_a_file_that_is_no_matrix_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "v.npy").write_bytes(content)

    with pytest.raises(IndexDamaged, match=r"v\.npy cannot be read"):
        read_vectors(tmp_path / "v.npy", 1, 16)


def test_a_matrix_of_python_objects_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "v.npy", np.array([object()]), allow_pickle=True)

    with pytest.raises(IndexDamaged):
        read_vectors(tmp_path / "v.npy", 1, 16)
