"""A few dozen translated sentences, made of a few words, and a teacher that knows the English."""

from itertools import product
from pathlib import Path

import numpy as np

from training.bags import train_tokenizer
from training.finishing import write_model
from training.pairs import Pair

SUBJECTS = {"bakker": "baker", "lerares": "teacher", "arts": "doctor", "boer": "farmer"}
VERBS = {"zoekt": "seeks", "ziet": "sees", "verkoopt": "sells", "schildert": "paints"}
OBJECTS = {"fiets": "bicycle", "brug": "bridge", "tuin": "garden", "jas": "coat"}
WORDS = {**SUBJECTS, **VERBS, **OBJECTS}
PAIRS = tuple(
    Pair(
        f"The {SUBJECTS[subject]} {VERBS[verb]} {article} {OBJECTS[thing]}.",
        f"De {subject} {verb} {lidwoord} {thing}.",
        "made",
    )
    for number, (subject, verb, thing) in enumerate(product(SUBJECTS, VERBS, OBJECTS))
    for article, lidwoord in ([("the", "de"), ("a", "een")][number % 2],)
)

DIMENSIONS = 24


def write_teacher(folder: Path) -> Path:
    """Write a model of random token vectors: every English word has a direction of its own."""
    tokenizer = train_tokenizer([pair.english for pair in PAIRS], 200)
    size = (tokenizer.get_vocab_size(), DIMENSIONS)
    write_model(folder, tokenizer, np.random.default_rng(0).normal(size=size).astype(np.float32))
    return folder


def write_pairs(file: Path, licence: str = "permissive") -> Path:
    rows = [(pair.english, pair.dutch, pair.source, licence) for pair in PAIRS]
    lines = ["\t".join(row) for row in [("en", "nl", "source", "licence_class"), *rows]]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
