"""From learned vectors to a folder that sentence-transformers loads."""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from training.bags import Bags, Matrix

MODULES = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
NORMALIZE = "sentence_transformers.base.modules.normalize.Normalize"


def without_common_directions(vectors: Matrix, bags: Bags, count: int) -> Matrix:
    """Return the vectors without the directions in which sentences differ most.

    These tell registers apart rather than subjects (Mu and Viswanath, 2018, "All-but-the-Top").
    A mean is linear, so taking them out of the tokens takes them out of every sentence.

    Args:
        vectors: (tokens, dimensions).
        bags: sentences that the directions are found in.
        count: how many directions to take out.
    """
    sentences = bags.embed(vectors)
    directions = np.linalg.svd(sentences - sentences.mean(axis=0), full_matrices=False)[2][:count]
    left: Matrix = vectors - (vectors @ directions.T) @ directions
    return left


def write_model(folder: Path, tokenizer: Tokenizer, vectors: Matrix) -> None:
    """Write the files that ``SentenceTransformer(folder)`` needs; the weights in half precision."""
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    save_file(
        {"embedding.weight": np.ascontiguousarray(vectors, dtype=np.float16)},
        folder / "model.safetensors",
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    _write(
        folder / "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": MODULES},
            {"idx": 1, "name": "1", "path": "1_Normalize", "type": NORMALIZE},
        ],
    )
    names = {
        "module_input_name": "sentence_embedding",
        "module_output_name": "sentence_embedding",
    }
    _write(folder / "1_Normalize" / "config.json", names)
    _write(
        folder / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "", "document": ""},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )


def _write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
