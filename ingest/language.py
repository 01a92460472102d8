"""Tell Dutch from English, and either from every other language."""

from collections.abc import Collection
from functools import cache

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ingest.datatypes import Language


@cache
def _identifier(open_set: bool) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if not open_set:
        identifier.set_languages(["nl", "en"])
    return identifier


def detect_language(text: str) -> Language:
    """Return the likelier of Dutch and English; Dutch for text without letters."""
    return detect_with_confidence(text)[0]


def detect_with_confidence(text: str) -> tuple[Language, float]:
    """Return the likelier of Dutch and English and its probability in [0.5, 1]."""
    if not any(character.isalpha() for character in text):
        return "nl", 0.5
    with np.errstate(over="ignore"):
        code, probability = _identifier(open_set=False).classify(text)
    return ("en" if code == "en" else "nl"), float(probability)


def probability_of(text: str, codes: Collection[str]) -> float:
    """Return the probability in [0, 1] that ``text`` is in one of these ISO 639-1 languages.

    All 97 languages of the detector compete.
    """
    with np.errstate(over="ignore"):
        ranked = _identifier(open_set=True).rank(text)
    return float(sum(probability for code, probability in ranked if code in codes))
