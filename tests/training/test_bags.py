import hashlib
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from ingest.settings import PROJECT
from tests.training.small_pairs import PAIRS, WORDS
from training.bags import UNKNOWN, Bags, train_tokenizer

SIZE = 120
SENTENCES = [text for pair in PAIRS for text in (pair.english, pair.dutch)]
TEXTS = st.lists(st.sampled_from([*WORDS, *WORDS.values(), "bakkersfiets", "☃", "."])).map(" ".join)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(SENTENCES, SIZE)


def tokens_of(tokenizer: Tokenizer, text: str) -> list[int]:
    found: list[int] = tokenizer.encode(text).ids
    return found or [tokenizer.get_vocab()[UNKNOWN]]


def test_a_part_inside_a_word_is_the_same_token_as_that_part_alone(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("bakkersfiets tuinbrug").tokens == [
        *("bakker", "s", "fiets", "tuin", "brug")
    ]
    assert tokenizer.encode("tuin brug").ids == tokenizer.encode("tuinbrug").ids


def test_case_and_compatibility_forms_of_letters_make_no_difference(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("DE ﬁets").ids == tokenizer.encode("de fiets").ids


def test_there_are_no_more_tokens_than_asked_for(tokenizer: Tokenizer) -> None:
    assert tokenizer.get_vocab_size() <= SIZE
    assert train_tokenizer(SENTENCES, 50).get_vocab_size() == 50


def test_what_was_never_seen_is_the_unknown_token(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("de ☃").tokens == ["de", UNKNOWN]


def test_another_process_trains_the_same_tokenizer(tokenizer: Tokenizer) -> None:
    program = (
        "import hashlib; from tests.training.test_bags import SENTENCES, SIZE;"
        "from training.bags import train_tokenizer;"
        "text = train_tokenizer(SENTENCES, SIZE).to_str();"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == hashlib.sha256(tokenizer.to_str().encode()).hexdigest()


@given(texts=st.lists(TEXTS, max_size=6), data=st.data())
def test_texts_are_taken_in_the_order_asked_for(
    texts: list[str], data: st.DataObject, tokenizer: Tokenizer
) -> None:
    chosen = data.draw(st.lists(st.integers(0, len(texts) - 1)) if texts else st.just([]))

    tokens, starts = Bags(tokenizer, texts).take(np.array(chosen, dtype=np.int64))

    expected = [tokens_of(tokenizer, texts[number]) for number in chosen]
    assert tokens.tolist() == [token for bag in expected for token in bag]
    assert starts.tolist() == [
        sum(len(bag) for bag in expected[:place]) for place in range(len(expected))
    ]


@given(texts=st.lists(TEXTS, max_size=6), seed=st.integers(0, 9))
def test_a_text_lies_at_the_mean_of_its_tokens_at_length_one(
    texts: list[str], seed: int, tokenizer: Tokenizer
) -> None:
    size = (tokenizer.get_vocab_size(), 5)
    vectors = np.random.default_rng(seed).normal(size=size).astype(np.float32)

    rows = Bags(tokenizer, texts).embed(vectors)

    means = [vectors[tokens_of(tokenizer, text)].mean(axis=0) for text in texts]
    assert rows.shape == (len(texts), 5)
    assert rows.dtype == np.float32
    for row, mean in zip(rows, means, strict=True):
        np.testing.assert_allclose(row, mean / np.linalg.norm(mean), atol=1e-5)
