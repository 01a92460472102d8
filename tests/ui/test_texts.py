import re
import string
from dataclasses import fields
from pathlib import Path

import pytest

import ui.dutch
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.languages import TEXTS
from ui.texts import Texts, date_in_words

UI = Path(ui.dutch.__file__).parent


def placeholders(line: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(line) if name}


@pytest.mark.parametrize("name", [field.name for field in fields(Texts)])
def test_both_languages_say_the_same_things(name: str) -> None:
    dutch, english = getattr(DUTCH, name), getattr(ENGLISH, name)

    assert bool(dutch) == bool(english) or name == "names"
    if isinstance(dutch, str):
        assert placeholders(dutch) == placeholders(english)
    elif name != "names":
        assert len(dutch) == len(english)


def test_no_dutch_line_is_left_in_english() -> None:
    same = {
        field.name
        for field in fields(Texts)
        if isinstance(getattr(DUTCH, field.name), str)
        and getattr(DUTCH, field.name) == getattr(ENGLISH, field.name)
    }

    assert same == {"fact_authority", "page", "stop"}


def test_every_line_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in UI.glob("*.py"))
    unused = {field.name for field in fields(Texts) if not re.search(rf"\w\.{field.name}\b", code)}

    assert unused == set()


@pytest.mark.parametrize("texts", TEXTS.values())
def test_the_first_line_says_that_this_is_an_ai_system_and_to_check_the_source(
    texts: Texts,
) -> None:
    line = texts.ai_line.lower()

    assert "ai-systeem" in line or "ai system" in line
    assert "bron" in line or "source" in line
    assert "persoonsgegevens" in line or "personal data" in line


@pytest.mark.parametrize(
    ("published", "dutch", "english"),
    [
        ("2025", "2025", "2025"),
        ("2022-06", "juni 2022", "June 2022"),
        ("2025-11-07", "7 november 2025", "7 November 2025"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(published: str, dutch: str, english: str) -> None:
    assert date_in_words(published, DUTCH) == dutch
    assert date_in_words(published, ENGLISH) == english
