import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language import detect_language, detect_with_confidence, probability_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoe begin ik met MHiAP?", "nl"),
        ("How do I start with MHiAP?", "en"),
        ("De gemeente werkt samen met scholen aan het welzijn van leerlingen.", "nl"),
        ("The municipality works with schools on the well-being of pupils.", "en"),
        ("Wat doet the Mental Health Week voor scholen in de wijk?", "nl"),
        ("2025 – 94%", "nl"),
        ("", "nl"),
    ],
)
def test_dutch_is_told_from_english(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_sentence_is_surer_than_a_word() -> None:
    sentence = "The municipality works with schools on the well-being of pupils."

    assert detect_with_confidence(sentence)[1] > 0.99
    assert detect_with_confidence("MHiAP")[1] < detect_with_confidence(sentence)[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wie fange ich mit der Förderung der psychischen Gesundheit an?", "de"),
        ("Comment commencer avec la santé mentale dans toutes les politiques ?", "fr"),
        ("Hoe begin ik met mentale gezondheid in alle beleidsdomeinen?", "nl"),
        ("How do I start with mental health in all policies?", "en"),
    ],
)
def test_all_languages_compete(text: str, code: str) -> None:
    assert probability_of(text, [code]) > 0.8


@given(st.text(max_size=40))
def test_any_text_has_a_language_and_a_probability(text: str) -> None:
    language, probability = detect_with_confidence(text)

    assert language in {"nl", "en"}
    assert 0.49 <= probability <= 1.0001
    assert -0.0001 <= probability_of(text, ["nl", "en"]) <= 1.0001
