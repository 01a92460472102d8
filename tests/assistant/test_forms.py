import re

import pytest

from assistant.forms import notation_of

NOTATION = notation_of({"stop": ("over",), "colour": ("red", "dark blue"), "thing": ("red", "car")})


def finds(form: str, text: str) -> bool:
    return bool(NOTATION.pattern((form,)).search(NOTATION.mark(f"| {text} | ")))


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("a b", "a b", True),
        ("a b", "a c b", False),
        ("a|b c", "b c", True),
        ("{colour} car", "red car", True),
        ("{colour} car", "dark blue car", True),
        ("{thing} {colour}", "car red", True),
        ("{colour} car", "blue car", False),
        ("a b? c", "a c", True),
        ("a ... b", "a 1 2 3 4 b", True),
        ("a ... b", "a 1 2 3 4 5 b", False),
        ("a ... b", "a | b", False),
        ("a ... b", "a over b", True),
        ("a ~ b", "a over b", False),
        ("a ~ b", "a 1 b", True),
        ("a !b", "a b", False),
        ("a !b", "a c", True),
        ("a .", "a", True),
        ("a .", "a b", False),
        ("a .|b", "a b", True),
        (". b", "a , b", True),
        ("a b", "a , b", True),
        ("b", "ab", False),
    ],
)
def test_a_form_finds_what_its_notation_says(form: str, text: str, found: bool) -> None:
    assert finds(form, text) is found


def test_a_form_that_names_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError, match="shape"):
        NOTATION.pattern(("{shape}",))


def test_any_of_several_forms_is_found() -> None:
    assert isinstance(NOTATION.pattern(("a", "b")), re.Pattern)
    assert NOTATION.pattern(("a", "b")).search(NOTATION.mark("| b | "))
