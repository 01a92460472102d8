from pathlib import Path

import numpy as np
import pytest

from ingest.embedding import load_embedder
from tests.training.small_pairs import DIMENSIONS, PAIRS, write_teacher
from training.errors import TeacherRefused
from training.teacher import find_teacher, teach

TEXTS = [PAIRS[1].english, PAIRS[0].english, PAIRS[1].english]


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_teacher(tmp_path_factory.mktemp("teacher") / "model")


def test_the_teacher_is_found_in_the_package_that_brings_it(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    model = write_teacher(packages / "a_teacher" / "model")

    assert find_teacher(tmp_path) == model


def test_without_a_teacher_the_commands_that_bring_one_are_named(tmp_path: Path) -> None:
    with pytest.raises(TeacherRefused, match=r"no teacher under .*make baselines.*--teacher"):
        find_teacher(tmp_path)


def test_each_text_gets_the_unit_vector_of_the_teacher(teacher: Path, tmp_path: Path) -> None:
    taught = teach(teacher, TEXTS, tmp_path)

    assert taught.shape == (3, DIMENSIONS)
    assert taught.dtype == np.float16
    expected = load_embedder(str(teacher)).embed_passages(TEXTS)
    np.testing.assert_allclose(taught, expected, atol=1e-3)


def test_a_text_is_embedded_once_and_kept(teacher: Path, tmp_path: Path) -> None:
    teach(teacher, TEXTS, tmp_path / "kept")

    (file,) = (tmp_path / "kept").iterdir()
    assert len(np.load(file)) == 2


def test_what_is_kept_is_not_computed_again(teacher: Path, tmp_path: Path) -> None:
    teach(teacher, TEXTS, tmp_path)
    (file,) = tmp_path.iterdir()
    np.save(file, np.zeros((2, 3), dtype=np.float16))

    again = teach(teacher, TEXTS[::-1], tmp_path)

    assert again.tolist() == [[0, 0, 0]] * 3


def test_other_texts_and_other_teachers_are_kept_apart(teacher: Path, tmp_path: Path) -> None:
    other = write_teacher(tmp_path / "other")
    with (other / "modules.json").open("a") as file:
        file.write(" ")

    teach(teacher, TEXTS, tmp_path / "kept")
    teach(teacher, TEXTS[:1], tmp_path / "kept")
    teach(other, TEXTS, tmp_path / "kept")

    assert len(list((tmp_path / "kept").iterdir())) == 3


def test_a_folder_without_a_model_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(TeacherRefused, match=r"no sentence model in .*nowhere: .*--teacher"):
        teach(tmp_path / "nowhere", TEXTS, tmp_path)


def test_a_damaged_teacher_is_refused_with_advice_and_nothing_is_kept(tmp_path: Path) -> None:
    damaged = write_teacher(tmp_path / "damaged")
    (damaged / "modules.json").write_text("[{")

    with pytest.raises(TeacherRefused, match=r"damaged cannot be loaded: .*--teacher"):
        teach(damaged, TEXTS, tmp_path / "kept")

    assert not (tmp_path / "kept").exists()
