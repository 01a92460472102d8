from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.chapters import Outline, articles_of
from training.edition_text import find_links
from training.editions import Editions, make_editions, strangers
from training.pairs import Pair

ARTICLES = [
    [
        Pair(english=f"Article {n}", dutch=f"Artikel {n}"),
        *(
            Pair(english=f"Sentence {n}{m} is here.", dutch=f"Zin {n}{m} staat hier.")
            for m in range(8)
        ),
    ]
    for n in range(5)
]
SHORT = [Pair(english=f"Short line {n}", dutch=f"Korte regel {n}") for n in range(200)]


def counted(editions: Editions) -> tuple[int, int]:
    first, second = (
        sum(len(passage.sentences) for passage in passages)
        for passages in (editions.original_passages, editions.translation_passages)
    )
    return first, second


@pytest.mark.parametrize("seed", range(5))
def test_every_sentence_is_in_one_link(seed: int) -> None:
    editions = make_editions(ARTICLES, SHORT, seed)

    for side, count in enumerate(counted(editions)):
        assert sorted(n for link in editions.links for n in link[side]) == list(range(count))


def test_a_link_holds_sentences_that_say_the_same() -> None:
    editions = make_editions(ARTICLES, SHORT, 1)
    spans = [s for p in editions.original_passages for s in p.sentences]
    others = [s for p in editions.translation_passages for s in p.sentences]

    for (row,), (column,) in (k for k in editions.links if len(k[0]) == len(k[1]) == 1):
        texts = (
            spans[row].of(editions.original.text),
            others[column].of(editions.translation.text),
        )
        numbers = [[word for word in text.split() if word.isdigit()] for text in texts]
        assert numbers[0] == numbers[1]


def test_the_same_seed_gives_the_same_editions() -> None:
    assert make_editions(ARTICLES, SHORT, 4) == make_editions(ARTICLES, SHORT, 4)


def test_sentences_of_strangers_have_no_counterpart() -> None:
    first, second = (make_editions(ARTICLES, SHORT, seed) for seed in (1, 2))

    mixed = strangers(first, second)

    assert (mixed.original, mixed.translation) == (first.original, second.translation)
    assert mixed.links == ()


def test_an_article_begins_with_a_line_without_a_full_stop() -> None:
    pairs = [pair for article in ARTICLES for pair in article]

    assert articles_of(pairs) == ARTICLES


def test_a_line_of_several_sentences_on_both_sides_is_left_out() -> None:
    unclear = Pair(english="One. Two.", dutch="Een. Twee.")

    assert articles_of([*ARTICLES[0], unclear]) == [ARTICLES[0]]


@given(st.integers(0, 1000))
def test_moving_keeps_every_sentence(seed: int) -> None:
    outline = Outline(ARTICLES, SHORT, Random(seed))

    moved = outline.moved(outline.chapters)

    assert sorted(n for group in outline.groups(moved) for n in group.pairs) == sorted(
        n for group in outline.groups() for n in group.pairs
    )


def test_sentences_are_linked_through_what_others_say() -> None:
    said = [frozenset({1}), frozenset({2, 3}), frozenset({9})]
    there = [frozenset({1, 2}), frozenset({3})]

    assert set(find_links(said, there)) == {((0, 1), (0, 1)), ((2,), ())}
