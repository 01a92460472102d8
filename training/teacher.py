"""The vectors of the English teacher, computed once and kept."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.embedding import LOADING_ERRORS, hash_model, load_sentence_transformer
from ingest.errors import ModelError
from training.errors import TeacherRefused

BATCH = 128

ADVICE = "name the folder of an English sentence-transformers model with --teacher"

Halves = NDArray[np.float16]


def find_teacher(places: Path) -> Path:
    """Return the sentence model inside an installed package under ``places``.

    Raises:
        TeacherRefused: when there is none.
    """
    found = sorted(places.glob("lib/python*/site-packages/*/model/modules.json"))
    if not found:
        raise TeacherRefused(f"there is no teacher under {places}: run make baselines, or {ADVICE}")
    return found[0].parent


def teach(folder: Path, texts: Sequence[str], kept: Path) -> Halves:
    """Return the teacher's unit vector of each text, (texts, dimensions).

    Args:
        folder: of a sentence-transformers model.
        texts: English; each is embedded once, however often it stands here.
        kept: the folder where vectors are kept for a next time.

    Raises:
        TeacherRefused: when the model cannot be read.
    """
    unique = sorted(set(texts), key=lambda text: (len(text), text))
    try:
        key = sha256("\n".join([hash_model(folder), *unique]).encode()).hexdigest()
    except ModelError as error:
        raise TeacherRefused(f"there is no sentence model in {folder}: {ADVICE}") from error
    file = kept / f"teacher-{key[:16]}.npy"
    if not file.is_file():
        vectors = _embed(folder, unique)
        kept.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        with part.open("wb") as stream:
            np.save(stream, vectors)
        part.replace(file)
    rows = {text: row for row, text in enumerate(unique)}
    taught: Halves = np.load(file)[[rows[text] for text in texts]]
    return taught


def _embed(folder: Path, texts: list[str]) -> Halves:
    try:
        model = load_sentence_transformer(folder)
    except LOADING_ERRORS as error:
        raise TeacherRefused(f"the model in {folder} cannot be loaded: {ADVICE}") from error
    vectors = model.encode(
        texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(vectors, dtype=np.float16)
