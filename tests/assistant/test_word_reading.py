import pytest

from assistant.word_borders import Borders
from assistant.word_reading import WordReader

VOCABULARY = {
    "gezondheid": 90, "gezondheidszorg": 6, "actielijn": 3, "school": 9, "klachten": 8, "zeeman": 2,
    "noord-veluwe": 1, "organisatie": 4,
}  # fmt: skip
READER = WordReader(
    VOCABULARY,
    frozenset({"zorg", "dinsdag", "organisation"}),
    {"zorg": 50, "beleid": 40},
    frozenset({"zeeman", "noord-veluwe"}),
    Borders(vocabulary=VOCABULARY),
)


@pytest.mark.parametrize("word", "dinsdag dinsdagen organization scholen zorgbeleid niet".split())
def test_a_listed_word_its_forms_variants_and_compounds_are_right(word: str) -> None:
    assert READER.is_right(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gezondhied", "gezondheid"),
        ("actielyn", "actielijn"),
        ("gezondheidzorg", "gezondheidszorg"),
        ("klachte", "klachten"),
        ("schoolgezondhied", "schoolgezondheid"),
        ("noord-velwue", "noord-veluwe"),
        ("school-gezondhied", "school-gezondheid"),
        ("zorgbeleid", None),
        ("it's", None),
        ("½e", None),
    ],
)
def test_an_unlisted_word_is_read_as_the_one_that_was_meant(typed: str, meant: str | None) -> None:
    assert READER.meant(typed, is_name=False) == meant


def test_what_is_written_as_a_name_is_only_read_as_a_name() -> None:
    assert READER.meant("zeemann", is_name=True) == "zeeman"
    assert READER.meant("gezondhied", is_name=True) is None
