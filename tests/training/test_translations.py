from training.pairs import Pair
from training.translations import list_translations

ANIMALS = [("cat", "kat"), ("dog", "hond"), ("cow", "koe"), ("taxi", "taxi")]


def test_words_that_stand_in_each_others_sentences_are_listed_once() -> None:
    pairs = [
        Pair(f"the {one} sees the {other}", f"de {een} ziet de {ander}", "made")
        for one, een in ANIMALS
        for other, ander in ANIMALS
        if one != other
    ]

    listed = list_translations(pairs)

    assert listed == sorted(set(listed))
    assert {("kat", "cat"), ("hond", "dog"), ("koe", "cow")} <= set(listed)
    assert not {("de", "the"), ("taxi", "taxi")} & set(listed)
