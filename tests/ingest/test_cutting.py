import pytest

from ingest.cutting import count_words, cut_to_length
from ingest.datatypes import Sentence, SentenceRole


def laid_out(*parts: tuple[SentenceRole, int]) -> tuple[str, list[Sentence]]:
    """A text of sentences with these roles and numbers of words."""
    text, sentences = "", []
    for role, words in parts:
        start = len(text)
        text += " ".join(["woord"] * words)
        sentences.append(Sentence(start=start, end=len(text), role=role))
        text += " "
    return text, sentences


def sizes(*parts: tuple[SentenceRole, int]) -> list[list[int]]:
    text, sentences = laid_out(*parts)
    return [[count_words(s.of(text)) for s in run] for run in cut_to_length(text, sentences)]


@pytest.mark.parametrize(
    ("parts", "runs"),
    [
        ([("body", 60), ("body", 65)], [[60, 65]]),
        ([("body", 60), ("body", 66)], [[60], [66]]),
        ([("body", 300)], [[300]]),
        ([("heading", 5), ("body", 130)], [[5, 130]]),
        ([("body", 100), ("lead", 8), ("item", 30), ("item", 30)], [[100], [8, 30, 30]]),
        ([("heading", 3), ("lead", 8), ("item", 70), ("item", 70)], [[3, 8, 70], [70]]),
        ([("item", 80), ("continuation", 70), ("item", 20)], [[80, 70], [20]]),
        ([("item", 60), ("continuation", 60), ("continuation", 60)], [[60, 60], [60]]),
        ([("continuation", 70), ("continuation", 70)], [[70, 70]]),
        ([("body", 120), ("lead", 10)], [[120], [10]]),
    ],
)
def test_sentences_are_cut_into_runs(
    parts: list[tuple[SentenceRole, int]], runs: list[list[int]]
) -> None:
    assert sizes(*parts) == runs
