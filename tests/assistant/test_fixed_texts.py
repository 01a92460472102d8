import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from assistant.fixed_texts import DUTCH, ENGLISH, UNSUPPORTED_LANGUAGE, FixedTexts, fixed_texts
from ingest.datatypes import Language


def texts_of(texts: FixedTexts) -> Iterator[tuple[str, str]]:
    """Yield every text with its name."""
    for field in fields(texts):
        value = getattr(texts, field.name)
        if isinstance(value, str):
            yield field.name, value
        else:
            yield from ((f"{field.name}.{key}", text) for key, text in value.items())


def test_both_languages_have_the_same_texts_with_the_same_places_to_fill() -> None:
    dutch, english = dict(texts_of(DUTCH)), dict(texts_of(ENGLISH))

    assert dutch.keys() == english.keys()
    for name, text in dutch.items():
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", english[name])


@pytest.mark.parametrize("texts", [DUTCH, ENGLISH])
def test_no_fixed_text_is_empty_or_holds_a_marker(texts: FixedTexts) -> None:
    for _, text in texts_of(texts):
        assert text.strip() == text != ""
        assert not re.search(r"\[\d+\]", text)


@pytest.mark.parametrize("texts", [DUTCH, ENGLISH])
def test_the_support_texts_name_the_lines_to_call(texts: FixedTexts) -> None:
    for kind in ("crisis", "worry_about_someone"):
        first = texts.support[kind].split("\n\n")[0]
        assert all(line in first for line in ("113", "0800-0113", "112", "113.nl"))
    assert "113" in texts.support["strain"]
    assert re.search(r"huisarts|GP", texts.support["strain"])
    assert re.search(r"bedrijfsarts|company doctor", texts.support["strain"])
    assert re.search(r"collega|colleague", texts.support["strain"])


@pytest.mark.parametrize("texts", [DUTCH, ENGLISH])
def test_the_assistant_says_that_it_is_an_ai_system(texts: FixedTexts) -> None:
    for kind in ("greeting", "identity", "human", "abilities"):
        assert re.search(r"AI[- ]syste", texts.about[kind])


@pytest.mark.parametrize(("language", "texts"), [("nl", DUTCH), ("en", ENGLISH)])
def test_texts_are_given_by_language(language: Language, texts: FixedTexts) -> None:
    assert fixed_texts(language) is texts


def test_another_language_gets_both() -> None:
    assert re.search(r"Nederlands.*\n\n.*Dutch", UNSUPPORTED_LANGUAGE, re.DOTALL)
