"""Texts to unit vectors: the embedder that an index is built and searched with."""

import json
import os
import re
import warnings
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from safetensors import SafetensorError

from ingest.errors import ModelError
from ingest.inventory import hash_file
from ingest.static_embedding import Matrix, Prompts, load_static, static_files, unit_rows

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SHIPPED = Path(__file__).parent / "models"
MODEL_FILES = ("*.json", "*.safetensors", "*.txt", "*.model")
BATCH = 64
LOADING_ERRORS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    RuntimeError,
    ImportError,
    SafetensorError,
)


class Embedder(Protocol):
    """A sentence model; two embedders with the same ``sha256`` give the same vectors."""

    @property
    def name(self) -> str:
        """What ``load_embedder`` was asked for."""

    @property
    def sha256(self) -> str:
        """Hash over the names and bytes of the model's files: weights, tokenizer, configuration."""

    @property
    def dimensions(self) -> int:
        """Length of every vector."""

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        """Return one row of length 1 per question, (n, dimensions); (0, dimensions) for none."""

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """Return one row of length 1 per passage or sentence; same space as the questions."""


class SentenceTransformerEmbedder:
    """An ``Embedder`` over any sentence-transformers model; a text is cut at the model's limit."""

    def __init__(
        self, *, name: str, sha256: str, model: "SentenceTransformer", prompts: Prompts
    ) -> None:
        """Keep the loaded model and what it wants in front of a text."""
        self.name = name
        self.sha256 = sha256
        self.dimensions = model.get_embedding_dimension() or 0
        self._model = model
        self._prompts = prompts

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        """Return one unit row per question."""
        return self._embed(texts, self._prompts.query)

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """Return one unit row per passage."""
        return self._embed(texts, self._prompts.passage)

    def _embed(self, texts: Sequence[str], prompt: str) -> Matrix:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), prompt=prompt, batch_size=BATCH, show_progress_bar=False
        )
        return unit_rows(vectors)


def load_embedder(name: str, *, sha256: str | None = None) -> Embedder:
    """Return the model called ``nl-en`` (shipped), in a folder, or known to the model hub.

    A folder that holds only token vectors is read without sentence-transformers. Nothing is fetched
    for a folder; a hub name is fetched once, its safetensors weights only, and then kept.

    Args:
        name: what ``Settings.embedding_model`` or ``IndexInfo.embedding_model`` says.
        sha256: the model that is wanted, as an index records it; any when ``None``.

    Raises:
        ModelError: when it cannot be found or read, or is another model than ``sha256``.
    """
    folder = _find_folder(name)
    found = hash_model(folder)
    if sha256 is not None and found != sha256:
        raise ModelError(
            f"the model {name!r} is not the one that the index was built with: "
            "put that model back, or run: mhiap ingest"
        )
    try:
        prompts = _read_prompts(folder, name)
        static = static_files(folder)
        if static is not None:
            return load_static(*static, name=name, sha256=found, prompts=prompts)
        return SentenceTransformerEmbedder(
            name=name, sha256=found, model=load_sentence_transformer(folder), prompts=prompts
        )
    except LOADING_ERRORS as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(
            f"the model in {folder} cannot be loaded ({reason}): restore its files, "
            "or choose another model with MHIAP_EMBEDDING_MODEL"
        ) from error


def load_sentence_transformer(folder: Path) -> "SentenceTransformer":
    """Return the model in ``folder``, computing in float32, without a word on the terminal."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        model = SentenceTransformer(str(folder), local_files_only=True, trust_remote_code=False)
    return model.float()


def hash_model(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of the files that decide a model's vectors.

    Raises:
        ModelError: when there are none.
    """
    files = sorted({path for pattern in MODEL_FILES for path in folder.rglob(pattern)})
    if not files:
        raise ModelError(
            f"there is no sentence model in {folder}: restore its files, "
            "or choose another model with MHIAP_EMBEDDING_MODEL"
        )
    lines = [f"{path.relative_to(folder).as_posix()} {hash_file(path)}\n" for path in files]
    return sha256("".join(lines).encode()).hexdigest()


def _find_folder(name: str) -> Path:
    shipped = SHIPPED / name
    if re.fullmatch(r"[\w-]+", name) and shipped.is_dir():
        return shipped
    if Path(name).is_dir():
        return Path(name)
    from huggingface_hub import snapshot_download
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    try:
        return Path(snapshot_download(name, allow_patterns=list(MODEL_FILES)))
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(
            f"there is no sentence model {name!r} on this machine: set MHIAP_EMBEDDING_MODEL to "
            "nl-en, to a folder that sentence-transformers has saved, or to a hub name while online"
        ) from error


def _read_prompts(folder: Path, name: str) -> Prompts:
    """Return the prompts that the model's own configuration names, or those of the E5 family.

    E5 models were trained with them and their configuration does not say so (Wang et al., 2022,
    "Text Embeddings by Weakly-Supervised Contrastive Pre-training").
    """
    file = folder / "config_sentence_transformers.json"
    saved = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    prompts = saved.get("prompts") or {}
    query = prompts.get("query", "")
    passage = prompts.get("document", "") or prompts.get("passage", "")
    if not query and not passage and re.search(r"(^|[/_-])e5([/_-]|$)", name.lower()):
        return Prompts(query="query: ", passage="passage: ")
    return Prompts(query=query, passage=passage)
