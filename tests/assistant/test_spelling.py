import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import SHORTHAND, Corrected, Correction, Speller
from assistant.word_borders import Borders
from tests.assistant.real_speller import the_speller

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


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Gemeetne", "Gemeente"),
        ("GEMEETNE", "GEMEENTE"),
        ("Wat doet De Gemeente", "Wat doet De Gemeente"),
        ("Wat is MHaiP?", "Wat is MHiAP?"),
        ("wat is mhaip?", "wat is mhiap?"),
        ("WAT IS MHAIP?", "WAT IS MHIAP?"),
        ("Wat zei Laura Sheilds-Zeeman?", "Wat zei Laura Shields-Zeeman?"),
        ("Wat zei Laura Gemeetne?", "Wat zei Laura Gemeetne?"),
    ],
)
def test_capitals_stay_as_they_were_typed(typed: str, read: str) -> None:
    speller = Speller(
        vocabulary={"gemeente": 20, "mhiap": 30, "shields-zeeman": 2},
        dictionary=frozenset({"laura"}),
        names={"mhiap": "MHiAP", "shields-zeeman": "Shields-Zeeman"},
    )

    assert speller.correct(typed) == read


def test_what_was_read_differently_is_given_once_and_in_order() -> None:
    speller = Speller(
        vocabulary={"gemeente": 9, "wonen": 2, "kartrekker": 3},
        dictionary=frozenset({"doet"}),
        borders=Borders(vocabulary={"kartrekker": 3}),
    )

    assert speller.read("“gemenete”, gemenete! svp een kar trekker") == Corrected(
        "“gemeente”, gemeente!  een kartrekker",
        (
            Correction("gemenete", "gemeente"),
            Correction("svp", ""),
            Correction("kar trekker", "kartrekker"),
        ),
    )
    assert speller.read("Wat doet wonen?") == Corrected("Wat doet wonen?", ())


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


@pytest.mark.parametrize("pair", MISSPELT.split())
def test_a_misspelt_word_of_the_corpus_is_corrected(pair: str) -> None:
    typed, read = pair.split("=")

    assert the_speller().correct(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("burnout klachte", "burnout klachten"),
        ("geestelijk gezondhied", "geestelijk gezondheid"),
        ("Wat kost dat in Mali?", "Wat kost dat in Mali?"),
        ("Wat is MHaiP?", "Wat is MHiAP?"),
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


@given(st.lists(st.sampled_from(sorted(SPELLER.vocabulary)), max_size=8))
def test_a_question_of_known_words_stays_as_it_is(words: list[str]) -> None:
    assert SPELLER.correct(" ".join(words)) == " ".join(words)


@given(st.text(max_size=100))
def test_correcting_twice_is_correcting_once(text: str) -> None:
    once = SPELLER.correct(text)

    assert SPELLER.correct(once) == once
