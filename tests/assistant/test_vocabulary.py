import pytest

from assistant.phrase_repair import Phrase
from assistant.vocabulary import open_speller
from ingest.glossary import Entry

TEXT = (
    "Laura Shields-Zeeman (Trimbos) sprak met Ingibjörg van Dijken over GGZ en Beleid. "
    "Daarna was er beleid. De burn-out klachten en de kartrekker."
)
GLOSSARY = (
    Entry(
        forms={"nl": ("mentale gezondheid", "MHiAP"), "en": ("mental health",)},
        definitions={},
        in_corpus=True,
    ),
)
COUNTS = {word: 2 for word in "laura shields-zeeman beleid kartrekker burnout klachten".split()}
SPELLER = open_speller(COUNTS, [TEXT], GLOSSARY)


def test_the_words_of_the_documents_and_the_glossary_are_known() -> None:
    assert SPELLER.vocabulary["beleid"] == 2
    assert SPELLER.vocabulary["mhiap"] == 1


def test_names_are_the_words_that_always_have_a_capital_with_the_parts_of_double_names() -> None:
    names = {"shields-zeeman": "Shields-Zeeman", "shields": "Shields", "zeeman": "Zeeman"}

    assert names.items() <= SPELLER.names.items()
    assert SPELLER.names["ingibjorg"] == "Ingibjörg"
    assert SPELLER.names["mhiap"] == "MHiAP"
    assert not {"beleid", "daarna", "de", "over"} & SPELLER.names.keys()


def test_phrases_are_the_names_of_people_and_the_terms_of_the_glossary() -> None:
    assert set(SPELLER.phrases) == {
        Phrase(("laura", "shields-zeeman"), is_proper=True),
        Phrase(("ingibjorg", "van", "dijken"), is_proper=True),
        Phrase(("mentale", "gezondheid"), is_proper=False),
        Phrase(("mental", "health"), is_proper=False),
    }


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("shields zeman", "shields-zeeman"),
        ("mentalegezondheid", "mentale gezondheid"),
        ("kar trekker", "kartrekker"),
        ("burnout klachten", "burnout klachten"),
    ],
)
def test_word_borders_are_those_of_the_documents(typed: str, read: str) -> None:
    assert SPELLER.correct(typed) == read


def test_an_abbreviation_before_a_word_is_not_joined_with_it() -> None:
    speller = open_speller({"gala-monitor": 2}, ["De GALA-monitor liep af."], ())

    assert speller.correct("results of the GALA monitor") == "results of the GALA monitor"
