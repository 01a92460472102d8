"""Learn token vectors whose mean lies where the teacher puts the English sentence.

Distillation over parallel text (Reimers and Gurevych, 2020, "Making Monolingual Sentence Embeddings
Multilingual using Knowledge Distillation"), with the other pairs of a batch as wrong answers.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import EmbeddingBag
from torch.nn.functional import cross_entropy, normalize

from training.bags import Bags, Matrix, Numbers
from training.pairs import Pair

Halves = NDArray[np.float16]

FEW_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How the student learns.

    Attributes:
        epochs: times that every pair is seen.
        batch: pairs in a step; the others of a step are wrong answers.
        rates: first and last learning rate, falling in a straight line.
        contrast: weight of telling a sentence from the others of its batch.
        temperature: of that contrast.
        spread: standard deviation of the vectors at the start.
        short: weight of a pair of fewer than three English words.
        sources: weight of the pairs of a source; 1 when not named.
        seed: of the start and of the order of the pairs.
    """

    epochs: int = 14
    batch: int = 2048
    rates: tuple[float, float] = (1e-2, 5e-4)
    contrast: float = 0.6
    temperature: float = 0.05
    spread: float = 0.02
    short: float = 0.5
    sources: dict[str, float] = field(default_factory=lambda: {"word": 0.6})
    seed: int = 0


@contextmanager
def _tiny_numbers_as_zero() -> Iterator[None]:
    """Have them computed with as zero, which is many times faster, and only in here."""
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(False)


@_tiny_numbers_as_zero()
def learn(
    pairs: Sequence[Pair],
    targets: Halves,
    tokenizer: Tokenizer,
    recipe: Recipe,
    tell: Callable[[int, float], None] = lambda epoch, loss: None,
) -> Matrix:
    """Return one vector per token of ``tokenizer``, (tokens, dimensions).

    Args:
        pairs: to learn from.
        targets: (pairs, dimensions) the teacher's unit vectors of the English sides.
        tokenizer: for both languages.
        recipe: how.
        tell: called after each epoch with its number from 1 and its mean loss.
    """
    torch.manual_seed(recipe.seed)
    order = np.random.default_rng(recipe.seed)
    vectors = EmbeddingBag(tokenizer.get_vocab_size(), targets.shape[1], mode="mean", sparse=True)
    with torch.no_grad():
        vectors.weight.normal_(0, recipe.spread)
    optimizer = torch.optim.SparseAdam(list(vectors.parameters()), lr=recipe.rates[0])
    sides = [Bags(tokenizer, texts) for texts in _sides(pairs)]
    codes: dict[str, int] = {}
    same = np.array([codes.setdefault(pair.english, len(codes)) for pair in pairs])
    weights = np.array([_weight(pair, recipe) for pair in pairs], dtype=np.float32)
    batch = min(recipe.batch, len(pairs))
    steps = recipe.epochs * (len(pairs) // batch)
    numbers, step = np.arange(len(pairs)), 0
    for epoch in range(recipe.epochs):
        order.shuffle(numbers)
        losses = []
        for first in range(0, len(pairs) - batch + 1, batch):
            chosen = numbers[first : first + batch]
            for group in optimizer.param_groups:
                first_rate, last_rate = recipe.rates
                group["lr"] = first_rate + (last_rate - first_rate) * step / steps
            english, dutch = (_means(vectors, side, chosen) for side in sides)
            loss = _loss(
                english,
                dutch,
                torch.from_numpy(targets[chosen]).float(),
                torch.from_numpy(same[chosen]),
                torch.from_numpy(weights[chosen]),
                recipe,
            )
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            losses.append(float(loss.detach()))
            step += 1
        tell(epoch + 1, sum(losses) / len(losses))
    learned: Matrix = vectors.weight.detach().numpy()
    return learned


def _sides(pairs: Sequence[Pair]) -> tuple[list[str], list[str]]:
    return [pair.english for pair in pairs], [pair.dutch for pair in pairs]


def _weight(pair: Pair, recipe: Recipe) -> float:
    short = recipe.short if len(pair.english.split()) < FEW_WORDS else 1.0
    return short * recipe.sources.get(pair.source, 1.0)


def _means(vectors: EmbeddingBag, bags: Bags, chosen: Numbers) -> Tensor:
    tokens, starts = bags.take(chosen)
    return normalize(vectors(torch.from_numpy(tokens), torch.from_numpy(starts)), dim=1)


def _loss(
    english: Tensor, dutch: Tensor, target: Tensor, same: Tensor, weights: Tensor, recipe: Recipe
) -> Tensor:
    shares = weights / weights.sum()
    own = torch.arange(len(same))
    twins = (same[:, None] == same[None, :]).fill_diagonal_(False)

    def confusion(asked: Tensor, answers: Tensor) -> Tensor:
        logits = (asked @ answers.T / recipe.temperature).masked_fill(twins, -1e4)
        return (shares * cross_entropy(logits, own, reduction="none")).sum()

    distance = 2 - (english * target).sum(1) - (dutch * target).sum(1)
    contrast = (
        confusion(dutch, target)
        + confusion(english, target)
        + confusion(dutch, english)
        + confusion(english, dutch)
    )
    total: Tensor = (shares * distance).sum() + recipe.contrast * contrast
    return total
