"""Texts as bags of tokens, ready to be averaged."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

Numbers = NDArray[np.int64]
Matrix = NDArray[np.float32]

UNKNOWN = "[UNK]"
LONGEST_WORD = 60
FEWEST = 2


def train_tokenizer(texts: Sequence[str], size: int) -> Tokenizer:
    """Return a WordPiece tokenizer of at most ``size`` tokens over lower-cased text.

    A piece inside a word is the same token as that piece at its start, so that the parts of an
    unseen Dutch compound mean what they mean alone.
    """
    tokenizer = Tokenizer(
        models.WordPiece(
            unk_token=UNKNOWN,
            max_input_chars_per_word=LONGEST_WORD,
            continuing_subword_prefix="",
        )
    )
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        min_frequency=FEWEST,
        special_tokens=[UNKNOWN],
        show_progress=False,
        continuing_subword_prefix="",
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


class Bags:
    """The tokens of many texts in one row; a text without tokens holds the unknown one."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        """Tokenize every text."""
        nothing = [tokenizer.get_vocab()[UNKNOWN]]
        encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        bags = [encoding.ids or nothing for encoding in encoded]
        self._lengths = np.array([len(bag) for bag in bags], dtype=np.int64)
        self._starts = np.cumsum(self._lengths) - self._lengths
        self._tokens = np.array([token for bag in bags for token in bag], dtype=np.int64)

    def take(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the tokens of the texts with these numbers in one row, and where each begins."""
        lengths = self._lengths[numbers]
        starts = np.cumsum(lengths) - lengths
        steps = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
        return self._tokens[np.repeat(self._starts[numbers], lengths) + steps], starts

    def embed(self, vectors: Matrix) -> Matrix:
        """Return the mean token vector of every text at length 1: (texts, dimensions)."""
        sums = np.add.reduceat(vectors[self._tokens], self._starts, axis=0)
        means = (sums / self._lengths[:, None]).astype(np.float32)
        units: Matrix = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return units
