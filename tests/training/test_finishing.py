from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.embedding import load_embedder, load_sentence_transformer
from ingest.static_embedding import StaticEmbedder
from tests.training.small_pairs import PAIRS
from training.bags import Bags, Matrix, train_tokenizer
from training.finishing import without_common_directions, write_model

TEXTS = [pair.dutch for pair in PAIRS]
DIMENSIONS = 16


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(TEXTS, 120)


@pytest.fixture(scope="module")
def bags(tokenizer: Tokenizer) -> Bags:
    return Bags(tokenizer, TEXTS)


def random_vectors(tokenizer: Tokenizer, seed: int = 0) -> Matrix:
    size = (tokenizer.get_vocab_size(), DIMENSIONS)
    return np.random.default_rng(seed).normal(size=size).astype(np.float32)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 10**6), count=st.integers(0, 6))
def test_what_remains_is_orthogonal_to_the_directions_taken_out(
    seed: int, count: int, tokenizer: Tokenizer, bags: Bags
) -> None:
    vectors = random_vectors(tokenizer, seed)

    left = without_common_directions(vectors, bags, count)

    removed = vectors - left
    np.testing.assert_allclose(left @ removed.T, 0, atol=1e-4)
    assert np.linalg.matrix_rank(removed, tol=1e-3) == count


def test_the_direction_in_which_sentences_differ_most_is_taken_out(
    tokenizer: Tokenizer, bags: Bags
) -> None:
    vectors = random_vectors(tokenizer)
    vectors[:, 3] *= 1000

    left = without_common_directions(vectors, bags, 1)

    assert np.abs(left[:, 3]).max() < 0.01 * np.abs(vectors[:, 3]).max()


def test_none_taken_out_leaves_the_vectors_as_they_are(tokenizer: Tokenizer, bags: Bags) -> None:
    vectors = random_vectors(tokenizer)

    np.testing.assert_array_equal(without_common_directions(vectors, bags, 0), vectors)


def test_sentence_transformers_and_the_product_read_the_same_vectors(
    tokenizer: Tokenizer, bags: Bags, tmp_path: Path
) -> None:
    vectors = random_vectors(tokenizer)
    write_model(tmp_path, tokenizer, vectors)

    plain = load_sentence_transformer(tmp_path).encode(TEXTS, show_progress_bar=False)
    embedder = load_embedder(str(tmp_path))

    assert isinstance(embedder, StaticEmbedder)
    np.testing.assert_allclose(embedder.embed_passages(TEXTS), plain, atol=1e-6)
    np.testing.assert_allclose(bags.embed(vectors), plain, atol=2e-3)


def test_the_weights_are_kept_in_half_precision(tokenizer: Tokenizer, tmp_path: Path) -> None:
    vectors = random_vectors(tokenizer)
    write_model(tmp_path, tokenizer, vectors)

    weights = load_file(tmp_path / "model.safetensors")

    assert list(weights) == ["embedding.weight"]
    assert weights["embedding.weight"].dtype == np.float16
    np.testing.assert_array_equal(weights["embedding.weight"], vectors.astype(np.float16))


def test_the_same_vectors_are_the_same_bytes(tokenizer: Tokenizer, tmp_path: Path) -> None:
    vectors = random_vectors(tokenizer)
    write_model(tmp_path / "one", tokenizer, vectors)
    write_model(tmp_path / "other", tokenizer, np.asfortranarray(vectors))

    assert content(tmp_path / "one") == content(tmp_path / "other")


def test_a_model_written_over_another_leaves_its_card(tokenizer: Tokenizer, tmp_path: Path) -> None:
    write_model(tmp_path / "new", tokenizer, random_vectors(tokenizer, 1))
    write_model(tmp_path / "old", tokenizer, random_vectors(tokenizer, 2))
    (tmp_path / "old" / "README.md").write_text("card")

    write_model(tmp_path / "old", tokenizer, random_vectors(tokenizer, 1))

    assert content(tmp_path / "old") == {**content(tmp_path / "new"), "README.md": b"card"}
