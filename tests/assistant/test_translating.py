from assistant.query import Query
from assistant.translating import read_translations, translated, with_translations

LIST = {"hulp": ("aid", "help"), "tuin": ("garden",), "garden": ("tuin",), "help": ("hulp",)}


def query(*words: str, named: frozenset[str] = frozenset()) -> Query:
    return Query(text=" ".join(words), weights=dict.fromkeys(words, 1.0), words=words, named=named)


def test_a_word_is_searched_in_the_other_language_too() -> None:
    assert 0 < with_translations(query("tuin"), LIST).weights["garden"] < 1


def test_each_of_several_translations_counts_less() -> None:
    weights = with_translations(query("tuin", "hulp"), LIST).weights

    assert weights["help"] == weights["aid"] < weights["garden"]


def test_a_word_of_the_question_loses_no_weight_to_a_translation() -> None:
    assert with_translations(query("tuin", "garden"), LIST).weights["garden"] == 1.0


def test_what_a_document_is_called_is_not_translated() -> None:
    found = with_translations(query("tuin", named=frozenset({"tuin"})), LIST)

    assert "garden" not in found.weights


def test_function_words_are_not_translated() -> None:
    assert translated(["the", "tuin"], {"the": ("een",), "tuin": ("garden",)}) == {
        "tuin": ("garden",)
    }


def test_the_shipped_list_goes_both_ways() -> None:
    shipped = read_translations()

    assert "health" in shipped["gezondheid"]
    assert "gezondheid" in shipped["health"]
    assert len(shipped) > 10_000


def test_a_plural_has_the_translations_of_its_singular() -> None:
    assert translated(["gardens"], LIST) == {"gardens": ("tuin",)}


def test_a_word_has_the_translations_of_its_other_spelling() -> None:
    shipped = read_translations()

    assert translated(["colour"], shipped)["colour"] == translated(["color"], shipped)["color"]
    assert "gedrag" in translated(["behavior"], shipped)["behavior"]
