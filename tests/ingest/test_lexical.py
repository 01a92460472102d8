from math import log
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexical import (
    K1,
    B,
    LexicalIndex,
    build_lexical,
    known_word,
    load_lexical,
    splitting_words,
)
from ingest.pipeline import index_words
from ingest.stemming import stem
from ingest.terms import terms_of, words_of
from tests.ingest.real_corpus import the_corpus

TEXTS = [
    "De gemeente werkt aan het welzijn van studenten.",
    "Het studentenwelzijn in de stad is een zaak van de gemeente en de gemeenteraad.",
    "Coördinatie tussen domeinen: wonen, werk en onderwijs.",
    "Wonen, wonen en nog eens wonen.",
    "En of het.",
]


def build(texts: list[str]) -> LexicalIndex:
    return build_lexical(texts, ["nl"] * len(texts))


def best(index: LexicalIndex, word: str) -> list[int]:
    """Passages that the word finds, best first."""
    scores = index.scores({stem(word, "nl"): 1.0})
    return [int(n) for n in np.argsort(-scores, kind="stable") if scores[n] > 0]


def formula(texts: list[str], term: str) -> list[float]:
    """BM25 as Lucene computes it, written out."""
    words = splitting_words(w for text in texts for w in words_of(text))
    bags = [terms_of(text, ["nl"], words) or ["∅"] for text in texts]
    mean = sum(map(len, bags)) / len(bags)
    found = sum(term in bag for bag in bags)
    idf = log(1 + (len(bags) - found + 0.5) / (found + 0.5))
    return [
        idf * bag.count(term) / (bag.count(term) + K1 * (1 - B + B * len(bag) / mean))
        for bag in bags
    ]


@pytest.mark.parametrize("word", ["gemeente", "studenten", "welzijn", "wonen", "coordinatie"])
def test_scores_are_those_of_the_formula(word: str) -> None:
    term = stem(word, "nl")

    assert build(TEXTS).scores({term: 1.0}).tolist() == pytest.approx(
        formula(TEXTS, term), rel=1e-5
    )


SENTENCES = st.lists(
    st.lists(st.sampled_from(["wonen", "werk", "zorg", "de", "beleid"]), max_size=8).map(" ".join),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(SENTENCES, st.sampled_from(["wonen", "werk", "zorg"]))
def test_scores_are_those_of_the_formula_on_any_texts(texts: list[str], word: str) -> None:
    term = stem(word, "nl")
    different = list(dict.fromkeys(texts))
    expected = dict(zip(different, formula(different, term), strict=True))

    assert build(texts).scores({term: 1.0}).tolist() == pytest.approx(
        [expected[text] for text in texts], rel=1e-4
    )


def test_a_text_that_is_there_twice_changes_no_score() -> None:
    once, twice = build(TEXTS), build([*TEXTS, TEXTS[0]])
    term = stem("studenten", "nl")

    assert twice.scores({term: 1.0})[:-1].tolist() == once.scores({term: 1.0}).tolist()
    assert twice.scores({term: 1.0})[-1] == once.scores({term: 1.0})[0]


def test_scores_add_up_by_their_weights() -> None:
    index = build(TEXTS)
    one, other = stem("gemeente", "nl"), stem("wonen", "nl")
    total = 2 * index.scores({one: 1.0}) + 0.5 * index.scores({other: 1.0})

    assert index.scores({one: 2.0, other: 0.5}).tolist() == pytest.approx(total.tolist())


def test_a_word_that_does_not_occur_scores_nothing() -> None:
    assert build(TEXTS).scores({"vulkaan": 1.0}).tolist() == [0.0] * 5


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("studenten", {0, 1}),
        ("welzijn", {0, 1}),
        ("gemeenten", {0, 1}),
        ("coordinatie", {2}),
        ("wonen", {2, 3}),
    ],
)
def test_a_word_is_found_by_its_stem_its_compounds_and_without_accents(
    word: str, found: set[int]
) -> None:
    assert set(best(build(TEXTS), word)) == found


def test_the_passage_that_says_it_most_is_first() -> None:
    assert best(build(TEXTS), "wonen") == [3, 2]


def test_a_rare_term_weighs_more_and_an_unknown_one_most() -> None:
    index = build(TEXTS)

    weights = [index.idf(stem(word, "nl")) for word in ("gemeente", "coordinatie", "vulkaan")]
    assert weights == sorted(set(weights))


@pytest.mark.parametrize(
    ("word", "known"), [("Coördinatie", True), ("WONEN", True), ("vulkaan", False)]
)
def test_a_word_is_known_however_it_is_written(word: str, known: bool) -> None:
    assert known_word(word, build(TEXTS).vocabulary) is known


def test_a_saved_index_scores_the_same(tmp_path: Path) -> None:
    index = build(TEXTS)
    index.save(tmp_path)
    loaded = load_lexical(tmp_path)

    assert (loaded.vocabulary, loaded.frequencies) == (index.vocabulary, index.frequencies)
    assert loaded.size == 5
    for term in index.frequencies:
        assert loaded.scores({term: 1.0}).tolist() == index.scores({term: 1.0}).tolist()


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        build(TEXTS).save(tmp_path / name)
    files = [p.relative_to(tmp_path / "een") for p in (tmp_path / "een").rglob("*") if p.is_file()]

    assert files
    for file in files:
        assert (tmp_path / "een" / file).read_bytes() == (tmp_path / "twee" / file).read_bytes()


def test_students_find_the_student_welfare_of_the_symposium() -> None:
    corpus = the_corpus()
    scores = index_words(corpus).scores({stem("studenten", "nl"): 1.0})
    found = {corpus.all_passages[n].section[-1:] for n in np.flatnonzero(scores)}

    assert ("Den Haag – studentenwelzijn",) in found


def test_a_passage_is_found_by_the_heading_it_stands_under() -> None:
    corpus = the_corpus()
    scores = index_words(corpus).scores({stem("kartrekkers", "nl"): 1.0, stem("borgen", "nl"): 1.0})
    top = corpus.all_passages[int(np.argmax(scores))]

    assert top.section[-1] == "2. Verankeren en volhouden: MHiAP borgen"


def test_a_passage_is_stemmed_in_its_own_language() -> None:
    index = build_lexical(["scholen", "policies", "scholen"], ["nl", "en", "en"])

    assert set(index.frequencies) == {stem("scholen", "nl"), stem("policies", "en"), "scholen"}


@pytest.mark.parametrize("asked", ["gezondheid", "jeugd", "zorg", "jeugdzorg"])
def test_a_part_finds_the_compound_of_a_passage(asked: str) -> None:
    index = build(["De jeugdgezondheidszorg helpt.", "Wonen in de stad."])

    assert index.scores(dict.fromkeys(terms_of(asked, ["nl"]), 1.0)).argmax() == 0


def test_a_thousand_passages_are_indexed_in_a_second() -> None:
    corpus = the_corpus()
    texts = {document.source.document_id: document.text for document in corpus.documents}
    passages = [p.of(texts[p.document_id]) for p in corpus.passages]
    many = [f"{passage} woord{n} jeugd{n}zorg" for n in range(5) for passage in passages][:1000]
    build(many[:10])
    start = perf_counter()
    build(many)

    assert perf_counter() - start < 1
