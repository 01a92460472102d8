import pytest

from assistant.coverage import GLOSSARY_MATCH, PART_MATCH, Coverage, best_match, covered
from assistant.naming import Naming
from assistant.query import NAMED_WEIGHT, Form, Query, build_query


def query(coverage: Coverage, text: str, forms: tuple[Form, ...] = ()) -> Query:
    return build_query(text, coverage.words, forms)


def test_a_text_with_all_question_words_covers_the_question(coverage: Coverage) -> None:
    asked = query(coverage, "Wat doet Haarlem met schotten?")
    present = coverage.present("Haarlem pakt schotten aan.")

    assert covered(present, coverage.weigh(asked), coverage.matches(asked)) == pytest.approx(1)


def test_a_text_without_any_covers_nothing(coverage: Coverage) -> None:
    asked = query(coverage, "Haarlem")

    assert covered(frozenset(), coverage.weigh(asked), coverage.matches(asked)) == 0
    assert covered(frozenset({"x"}), {}, {}) == 0


def test_an_inflection_counts_in_full(coverage: Coverage) -> None:
    matches = coverage.matches(query(coverage, "gemeentes studenten schools"))

    assert best_match("studenten", frozenset({"student"}), matches) == 1
    assert best_match("schools", frozenset({"school"}), matches) == 1


def test_the_part_of_a_compound_counts_for_less(coverage: Coverage) -> None:
    matches = coverage.matches(query(coverage, "studentenwelzijn"))

    assert PART_MATCH <= best_match("studentenwelzijn", frozenset({"studenten"}), matches) < 1


def test_the_glossary_bridges_the_languages(coverage: Coverage, forms: tuple[Form, ...]) -> None:
    asked = query(coverage, "Wat is eenzaamheid?", forms)
    best = best_match("eenzaamheid", frozenset({"loneliness"}), coverage.matches(asked))

    assert best >= GLOSSARY_MATCH


def test_an_unrelated_word_does_not_match(coverage: Coverage) -> None:
    matches = coverage.matches(query(coverage, "kernenergie"))

    assert best_match("kernenergie", frozenset({"school", "gemeente"}), matches) == 0
    assert best_match("absent", frozenset({"school"}), matches) == 0


def test_a_name_spelled_out_counts_as_its_abbreviation(coverage: Coverage) -> None:
    assert "mhiap" in coverage.present("Mental health in all policies helps.")
    assert "mhiap" not in coverage.present("Mental health helps.")


def test_rare_words_weigh_more_and_names_of_documents_little(coverage: Coverage) -> None:
    asked = build_query(
        "gezondheid Haarlem aanpak",
        coverage.words,
        naming=Naming(documents=frozenset({"plan-nl"}), words=frozenset({"aanpak"})),
    )
    weights = coverage.weigh(asked)

    assert weights["haarlem"] > weights["gezondheid"] > weights["aanpak"]
    assert weights["aanpak"] >= 0.5 * NAMED_WEIGHT


def test_a_question_without_content_words_has_no_matches(coverage: Coverage) -> None:
    assert coverage.matches(query(coverage, "Wat is dat?")) == {}
