from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import SHORTHAND, Speller, read_dictionary
from ingest.glossary import read_glossary
from ingest.pipeline import index_words
from ingest.terms import words_of
from tests.ingest.real_corpus import CORPUS, the_corpus

SPELLER = Speller(
    vocabulary={
        "gemeente": 20, "gezondheid": 90, "mentale": 80, "actielijn": 9, "actielijnen": 12,
        "symposium": 5, "wethouder": 2, "policy": 6, "policies": 8, "municipality": 4, "student": 3,
        "studenten": 3, "wonen": 7, "werken": 7, "mhiap": 30,
    },
    dictionary=frozenset({"policy", "housing", "dinsdag", "women", "school"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("gemente", "gemeente"),
        ("gemeetne", "gemeente"),
        ("gezonheid", "gezondheid"),
        ("gezondhied", "gezondheid"),
        ("symposuim", "symposium"),
        ("symposiun", "symposium"),
        ("municpality", "municipality"),
        ("atcielijnen", "actielijnen"),
        ("mentaele", "mentale"),
        ("mhaip", "mhiap"),
        ("waarm", "waarom"),
        ("waht", "what"),
        ("tgn", "tegen"),
        ("gementee", "gemeente"),
        ("actielyn", "actielijn"),
        ("actielijen", "actielijnen"),
        ("schoolgezondhied", "schoolgezondheid"),
        ("gezondheidstudent", "gezondheidstudent"),
    ],
)
def test_a_misspelling_is_corrected(typed: str, read: str) -> None:
    assert SPELLER.correct(typed) == read


@pytest.mark.parametrize(
    "word",
    [
        "gemeente", "Gemeente", "wethouders", "students", "housing", "dinsdag",
        "Haarlem", "waterschap", "mondhygienist", "Shields-Zeeman", "Slovenië", "xyz",
        "won", "jurk", "IJsland", "burn-out", "d'r", "2025", "women", "",
    ],
)  # fmt: skip
def test_known_words_their_inflections_and_names_are_left_alone(word: str) -> None:
    assert SPELLER.correct(word) == word


def test_the_first_letter_changes_only_by_a_swap() -> None:
    assert SPELLER.correct("emeente") == "emeente"
    assert SPELLER.correct("egmeente") == "gemeente"
    assert SPELLER.correct("hemeente") == "hemeente"


def test_short_words_get_one_edit_and_long_ones_two() -> None:
    assert SPELLER.correct("wonnnen") == "wonnnen"
    assert SPELLER.correct("gezzondhied") == "gezondheid"


def test_of_two_near_words_the_more_frequent_one_wins() -> None:
    speller = Speller(vocabulary={"planten": 1, "plasten": 4}, dictionary=frozenset())

    assert speller.correct("platten") == "plasten"


MISSPELT = """
    gementee=gemeente gemente=gemeente gemeetne=gemeente mhaip=mhiap polcy=policy
    symposuim=symposium actielijen=actielijnen actielyn=actielijn gezonheid=gezondheid
    gezondhied=gezondheid mentaele=mentale bestaanzekerheid=bestaanszekerheid
    weerbarheid=weerbaarheid
    preventei=preventie preventieakoord=preventieakkoord eenzaamhied=eenzaamheid jongern=jongeren
    studneten=studenten studentenwelzjin=studentenwelzijn werkgvers=werkgevers werkdurk=werkdruk
    prestatiedrul=prestatiedruk onderwjis=onderwijs leefomgevng=leefomgeving
    ervaringsdeskundgen=ervaringsdeskundigen samenwerkng=samenwerking minsterie=ministerie
    trimbso=trimbos mentr=mentor municpality=municipality municipalties=municipalities
    loneliess=loneliness resiliance=resilience resilence=resilience symposim=symposium
    prevetion=prevention helath=health mentl=mental wellbieng=wellbeing educaton=education
    employrs=employers stigam=stigma schoolgezondhiedsbeleid=schoolgezondheidsbeleid
    jeugdgezondhiedszorg=jeugdgezondheidszorg wijkpreventei=wijkpreventie kartreker=kartrekker
    evaluatei=evaluatie monitorng=monitoring beleidsdomienen=beleidsdomeinen klachte=klachten
"""
RIGHT = """
    utrecht groningen amersfoort zwolle eindhoven tilburg maastricht nijmegen friesland limburg
    jansen bakker visser smit duitsland belgie finland oostenrijk portugal spanje griekenland fiets
    vliegtuig bakkerij keuken regenjas voetbal zwembad hypotheek belasting paspoort rijbewijs
    vaccinatie kanker diabetes dementie tandarts ziekenhuis huisarts apotheek verloskundige
    wachtlijst parkeren afval riolering zonnepanelen bicycle kitchen airport mortgage vaccine
    football weather recipe dentist lawyer parking museum passport elephant guitar chocolate
    landbouw visserij defensie asielzoekers kinderopvang sportclub wijkverpleegkundige vergadering
    begroting raadslid provincie waterschap stikstof klimaatverandering warmtepomp chatgpt microsoft
    facebook instagram tiktok python einstein rotterdam barcelona kinderboerderij schoolreisje
    kerstvakantie pannenkoek financiert bedient
"""


@cache
def the_speller() -> Speller:
    """Return the speller of the shipped corpus."""
    vocabulary = dict(index_words(the_corpus()).vocabulary)
    for entry in read_glossary(CORPUS / "glossary.toml"):
        for word in (word for names in entry.forms.values() for word in words_of(" ".join(names))):
            vocabulary.setdefault(word, 1)
    return Speller(vocabulary=vocabulary, dictionary=read_dictionary())


@pytest.mark.parametrize("pair", MISSPELT.split())
def test_a_misspelt_word_of_the_corpus_is_corrected(pair: str) -> None:
    typed, read = pair.split("=")

    assert the_speller().correct(typed) == read


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_real_word_that_the_corpus_does_not_hold_is_left_alone(word: str) -> None:
    assert the_speller().correct(word) == word


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("burnout klachte", "burnout klachten"),
        ("geestelijk gezondhied", "geestelijk gezondheid"),
        ("Wat kost dat in Mali?", "Wat kost dat in Mali?"),
        ("Wat is MHaiP?", "Wat is mhiap?"),
        ("RI&E, GALA, 2025-2028 en COVID-19", "RI&E, GALA, 2025-2028 en COVID-19"),
    ],
)
def test_a_question_is_corrected_word_by_word(typed: str, read: str) -> None:
    assert the_speller().correct(typed) == read


def test_everything_between_the_words_stays() -> None:
    assert SPELLER.correct("Wat doet de gemeetne, (in 2025) – echt?!") == (
        "Wat doet de gemeente, (in 2025) – echt?!"
    )


def test_no_shorthand_stands_for_shorthand() -> None:
    unstable = {
        short: full
        for short, full in SHORTHAND.items()
        if any(SHORTHAND.get(word, word) != word for word in full.split())
    }

    assert unstable == {}


@pytest.mark.parametrize("word", ["gezondheid", "housing", "women", "policy", "wonen"])
def test_the_shipped_dictionary_holds_common_words_of_both_languages(word: str) -> None:
    assert word in read_dictionary()


@given(st.lists(st.sampled_from(sorted(SPELLER.vocabulary)), max_size=8))
def test_a_question_of_known_words_stays_as_it_is(words: list[str]) -> None:
    assert SPELLER.correct(" ".join(words)) == " ".join(words)


@given(st.text(max_size=100))
def test_correcting_twice_is_correcting_once(text: str) -> None:
    once = SPELLER.correct(text)

    assert SPELLER.correct(once) == once
