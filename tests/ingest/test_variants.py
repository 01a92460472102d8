import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.stemming import stem
from ingest.variants import british

PAIRS = """
    organization=organisation organizations=organisations organizational=organisational
    organize=organise organizing=organising prioritized=prioritised analyze=analyse
    analyzing=analysing behavior=behaviour behavioral=behavioural labor=labour neighbor=neighbour
    neighborhoods=neighbourhoods color=colour honorable=honourable favorites=favourites
    center=centre centers=centres theater=theatre program=programme programs=programmes
    dialog=dialogue defense=defence license=licence enrollment=enrolment counselor=counsellor
    counseling=counselling modeling=modelling traveled=travelled labeled=labelled aging=ageing
    judgment=judgement pediatric=paediatric skepticism=scepticism digitalization=digitalisation
"""
SAME = """
    size sizes prize seize maize citizen horizon verhuizing aanwijzing laboratory laborious humorous
    honorary vigorous color-blind floor doctor sector actor program-maker programming centrum
    organisatie gemeente level levels model for or word forum corridor 2025 m-hiap
"""


@pytest.mark.parametrize("pair", PAIRS.split())
def test_an_american_spelling_and_the_british_one_are_one_word(pair: str) -> None:
    american, other = pair.split("=")

    assert british(american) == british(other) == other
    assert stem(american, "en") == stem(other, "en")


@pytest.mark.parametrize("word", SAME.split())
def test_other_words_stay_as_they_are(word: str) -> None:
    assert british(word) == word


def test_dutch_stems_know_no_variants() -> None:
    assert stem("center", "nl") == "center"


@given(st.text("abceilnorstuyz-", max_size=14))
def test_a_british_spelling_is_its_own(word: str) -> None:
    assert british(british(word)) == british(word)
