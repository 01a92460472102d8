import pytest

from assistant.advice import ADVICE, IMPERATIVE, advises, opens_work


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Leg de nadruk op win-wins.", IMPERATIVE),
        ("Maak gebruik van voorbeelden.", IMPERATIVE),
        ("Het advies uit IJsland: kijk wat er al is.", IMPERATIVE),
        ("Support policy makers at national level;", IMPERATIVE),
        ("Identify who is already working on it.", IMPERATIVE),
        ("MHiAP kan helpen om het totaalbeeld te overzien.", ADVICE),
        ("Kartrekkers zijn essentieel.", ADVICE),
        ("It is important to involve schools.", ADVICE),
        ("Municipalities should involve schools.", ADVICE),
        ("Er doen 43 partners mee.", 0.0),
        ("MENTOR brings together 43 partners.", 0.0),
        ("Laura Shields-Zeeman presenteerde een tool die helpt.", 0.0),
        ("The workshop was hosted by RIVM and helped.", 0.0),
        ("Legenda bij de kaart.", 0.0),
        ("", 0.0),
    ],
)
def test_advice_is_told_from_report(sentence: str, strength: float) -> None:
    assert advises(sentence) == strength


@pytest.mark.parametrize(
    "word", ["begin", "beginnen", "starten", "aanpak", "stappen", "steps", "tip"]
)
def test_words_that_only_say_to_begin_are_no_subject(word: str) -> None:
    assert opens_work(word)


@pytest.mark.parametrize("word", ["mhiap", "school", "wonen", "budget", "restart"])
def test_other_words_are_a_subject(word: str) -> None:
    assert not opens_work(word)
