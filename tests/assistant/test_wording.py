from pathlib import Path

import pytest

from assistant.phrases import read_phrasebook
from assistant.wording import Spelling, plain_words

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "text"

SPELLING = Spelling(
    forms={"k": "ik", "dont": "do not", "net meer": "niet meer"},
    vocabulary=("depressie", "dood", "leven", "meer", "niet"),
    known=frozenset({"depressie", "dood", "leven", "lezen", "meer", "niet", "doos"}),
)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Ik kán NIET", "ik kan niet"),
        ("I don't, can't and won't", "i do not , can not and will not"),
        ("I’m here", "i am here"),
        ("'t Is m'n burn-out", "het is mijn burnout"),
        ("burned out / burnt-out", "burnedout burntout"),
        ("heeeeelp", "heelp"),
        ("Ja. Nee? O: zo", "ja | nee | o | zo"),
        ("3,5 in de U.K", "3 5 in de uk"),
        ("my colleague's car", "my colleague s car"),
        ("dis\u00adcre\u200bet", "discreet"),
    ],
)
def test_text_becomes_plain_words(typed: str, words: str) -> None:
    assert " ".join(plain_words(typed)) == words


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("k leef", "ik leef"),
        ("dont", "do not"),
        ("depresie", "depressie"),
        ("dperessei", "depressie"),
        ("levn", "leven"),
        ("dod", "dood"),
        ("dodo", "dood"),
        ("lezen", "lezen"),
        ("doos", "doos"),
        ("rood", "rood"),
        ("net meer", "niet meer"),
        ("me", "me"),
    ],
)
def test_spelling_is_mended_where_the_word_is_near(typed: str, mended: str) -> None:
    assert SPELLING.mend(typed.split()) == f"| {mended} | "


@pytest.mark.parametrize("lexicon", ["distress", "scope"])
def test_no_word_of_the_corpus_is_mended_into_another(lexicon: str) -> None:
    """A word that fails belongs in ``assistant/data/known_words.txt``."""
    spelling = read_phrasebook(lexicon).spelling
    texts = (path.read_text(encoding="utf-8") for path in CORPUS.glob("*.txt"))
    words = {word for text in texts for word in plain_words(text) if word not in spelling.forms}

    changed = {word for word in words if spelling.mend([word]) != f"| {word} | "}

    assert changed == set()


def test_the_known_words_are_in_order_and_without_doubles() -> None:
    path = Path(__file__).resolve().parents[2] / "assistant" / "data" / "known_words.txt"
    words = path.read_text(encoding="utf-8").split()

    assert words == sorted(set(words))
