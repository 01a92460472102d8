"""Sentence vectors of a static model: the mean of token vectors, without torch.

Importing sentence-transformers costs seconds; a ``StaticEmbedding`` folder needs only its tokenizer
and its matrix, so a question can be embedded within a tenth of a second after the program starts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import load_file
from tokenizers import Tokenizer

Matrix = NDArray[np.float32]

WEIGHT = "embedding.weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts:
    """What a model wants to read in front of a query and of a passage; empty for most models."""

    query: str = ""
    passage: str = ""


class StaticEmbedder:
    """An ``Embedder`` over the files that ``static_files`` finds; threads may share it."""

    def __init__(
        self, *, name: str, sha256: str, tokenizer: Tokenizer, weights: Matrix, prompts: Prompts
    ) -> None:
        """Keep the parts; ``weights`` holds one row per token of ``tokenizer``."""
        self.name = name
        self.sha256 = sha256
        self.dimensions = int(weights.shape[1])
        self._tokenizer = tokenizer
        self._weights = weights
        self._prompts = prompts

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        """Return one unit row per question; a text without tokens gives zeros."""
        return self._embed([self._prompts.query + text for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """Return one unit row per passage; a text without tokens gives zeros."""
        return self._embed([self._prompts.passage + text for text in texts])

    def _embed(self, texts: list[str]) -> Matrix:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        for row, encoding in zip(rows, encodings, strict=True):
            if encoding.ids:
                row[:] = self._weights[encoding.ids].mean(axis=0, dtype=np.float32)
        return unit_rows(rows)


def unit_rows(vectors: NDArray[np.floating]) -> Matrix:
    """Return the rows as float32, each of length 1; a row of zeros stays zeros."""
    rows = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Matrix = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return units


def static_files(folder: Path) -> tuple[Path, Path] | None:
    """Return the tokenizer and the weights of a model that is only token vectors and their mean.

    ``None`` when the folder holds any other model. The layout is the one that sentence-transformers
    saves: ``modules.json`` names ``StaticEmbedding`` alone or followed by ``Normalize``.
    """
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [module["type"].rpartition(".")[2] for module in modules]
        if kinds not in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"]):
            return None
        tokenizer = folder / modules[0]["path"] / "tokenizer.json"
        weights = folder / modules[0]["path"] / "model.safetensors"
        with safe_open(weights, framework="np") as tensors:
            if list(tensors.keys()) != [WEIGHT]:
                return None
            plain = tensors.get_slice(WEIGHT).get_dtype() in ("F16", "F32")
    except (OSError, ValueError, KeyError, TypeError, SafetensorError):
        return None
    return (tokenizer, weights) if plain and tokenizer.is_file() else None


def load_static(
    tokenizer: Path, weights: Path, *, name: str, sha256: str, prompts: Prompts
) -> StaticEmbedder:
    """Return the embedder of the two files that ``static_files`` found.

    Raises:
        ValueError: when the tokenizer or the matrix cannot be read, or they do not fit.
    """
    loaded = Tokenizer.from_buffer(tokenizer.read_bytes())
    loaded.no_padding()
    try:
        matrix = load_file(weights)[WEIGHT]
    except SafetensorError as error:
        raise ValueError(str(error)) from error
    if matrix.ndim != 2 or len(matrix) < loaded.get_vocab_size():
        raise ValueError(f"{len(matrix)} token vectors for {loaded.get_vocab_size()} tokens")
    return StaticEmbedder(
        name=name, sha256=sha256, tokenizer=loaded, weights=matrix, prompts=prompts
    )
