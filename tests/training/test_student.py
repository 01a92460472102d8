import sys

import numpy as np
import pytest
from tokenizers import Tokenizer

from tests.training.small_pairs import DIMENSIONS, PAIRS, write_teacher
from training.bags import Bags, Matrix, train_tokenizer
from training.pairs import Pair
from training.student import Halves, Recipe, learn
from training.teacher import teach

KEPT_APART = PAIRS[::5]
LEARNED_FROM = tuple(pair for pair in PAIRS if pair not in KEPT_APART)
RECIPE = Recipe(epochs=40, batch=17)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer([text for pair in PAIRS for text in (pair.english, pair.dutch)], 120)


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Halves:
    folder = tmp_path_factory.mktemp("taught")
    teacher = write_teacher(folder / "teacher")
    return teach(teacher, [pair.english for pair in LEARNED_FROM], folder)


@pytest.fixture(scope="module")
def learned(tokenizer: Tokenizer, targets: Halves) -> Matrix:
    return learn(LEARNED_FROM, targets, tokenizer, RECIPE)


def nearest(tokenizer: Tokenizer, vectors: Matrix, texts: list[str], among: list[str]) -> list[str]:
    cosines = Bags(tokenizer, texts).embed(vectors) @ Bags(tokenizer, among).embed(vectors).T
    return [among[int(place)] for place in cosines.argmax(axis=1)]


def test_there_is_one_vector_a_token(tokenizer: Tokenizer, learned: Matrix) -> None:
    assert learned.shape == (tokenizer.get_vocab_size(), DIMENSIONS)
    assert learned.dtype == np.float32


def test_the_nearest_english_sentence_is_the_translation_also_of_sentences_never_seen(
    tokenizer: Tokenizer, learned: Matrix
) -> None:
    english, dutch = [pair.english for pair in PAIRS], [pair.dutch for pair in PAIRS]

    assert nearest(tokenizer, learned, dutch, english) == english
    assert nearest(tokenizer, learned, english, dutch) == dutch


def test_both_languages_come_to_lie_where_the_teacher_puts_the_english(
    tokenizer: Tokenizer, learned: Matrix, targets: Halves
) -> None:
    for texts in zip(*((pair.english, pair.dutch) for pair in LEARNED_FROM), strict=True):
        cosines = (Bags(tokenizer, texts).embed(learned) * targets).sum(axis=1)
        assert cosines.min() > 0.8


def test_the_same_seed_gives_the_same_bytes(
    tokenizer: Tokenizer, targets: Halves, learned: Matrix
) -> None:
    again = learn(LEARNED_FROM, targets, tokenizer, RECIPE)

    assert again.tobytes() == learned.tobytes()


def test_another_seed_gives_other_vectors(
    tokenizer: Tokenizer, targets: Halves, learned: Matrix
) -> None:
    other = learn(LEARNED_FROM, targets, tokenizer, Recipe(epochs=40, batch=17, seed=1))

    assert not np.allclose(other, learned, atol=0.01)


def test_every_epoch_is_told_with_a_loss_that_falls(tokenizer: Tokenizer, targets: Halves) -> None:
    told: list[tuple[int, float]] = []

    learn(
        LEARNED_FROM,
        targets,
        tokenizer,
        Recipe(epochs=3, batch=17),
        tell=lambda epoch, loss: told.append((epoch, loss)),
    )

    assert [epoch for epoch, _ in told] == [1, 2, 3]
    assert [loss for _, loss in told] == sorted((loss for _, loss in told), reverse=True)


def test_two_translations_of_one_sentence_are_not_told_apart(tokenizer: Tokenizer) -> None:
    english = "The baker seeks a bicycle."
    pairs = (Pair(english, "bakker fiets", "made"), Pair(english, "arts jas", "made"))
    target = np.ones((1, DIMENSIONS)) / np.sqrt(DIMENSIONS)
    losses: list[float] = []

    learn(
        pairs,
        np.repeat(target, 2, axis=0).astype(np.float16),
        tokenizer,
        Recipe(epochs=60, rates=(0.05, 0.01)),
        tell=lambda _, loss: losses.append(loss),
    )

    assert losses[-1] < 0.01


def test_learning_leaves_the_arithmetic_of_the_process_as_it_was(learned: Matrix) -> None:
    assert len(learned)

    assert sys.float_info.min / 2 > 0


def test_pairs_fewer_than_a_batch_are_one_batch(tokenizer: Tokenizer, targets: Halves) -> None:
    few = learn(LEARNED_FROM[:3], targets[:3], tokenizer, Recipe(epochs=1))

    assert np.isfinite(few).all()
