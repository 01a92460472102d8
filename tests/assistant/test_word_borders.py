import pytest

from assistant.word_borders import Borders

BORDERS = Borders(
    vocabulary={"kartrekker": 3, "preventieakkoord": 2, "healthcare": 4, "burnout": 2, "beleid": 9},
    dutch={
        word: 5
        for word in "kar trekker preventie akkoord beleid domeinen ervaring kijken zorg".split()
    },
    english={word: 5 for word in "health care burn out governments policy films".split()},
    apart=frozenset({"burn out"}),
    names={"mentalegezondheid": "mentale gezondheid"},
    double_names=frozenset({"shields-zeeman"}),
)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("kar trekker", "kartrekker"),
        ("preventie akkoord", "preventieakkoord"),
        ("beleids domeinen", "beleidsdomeinen"),
        ("ervarings domeinen", "ervaringsdomeinen"),
        ("shields zeeman", "shields-zeeman"),
        ("health care", None),
        ("burn out", None),
        ("governments policy", None),
        ("films kijken", None),
        ("de kar", None),
        ("zorg beleid", None),
    ],
)
def test_a_compound_that_was_typed_apart_is_joined(words: str, joined: str | None) -> None:
    assert BORDERS.joined(*words.split()) == joined


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("mentalegezondheid", "mentale gezondheid"),
        ("watis", "wat is"),
        ("hoebegin", "hoe begin"),
        ("whatis", "what is"),
        ("hoeden", None),
        ("wiebel", None),
        ("gemeente", None),
        ("wat", None),
    ],
)
def test_words_that_were_typed_as_one_are_parted(word: str, parted: str | None) -> None:
    assert BORDERS.parted(word, {"begin", "den", "bel"}.__contains__) == parted
