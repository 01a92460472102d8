from pathlib import Path

import pytest

from ingest.compounds import Splitter
from training.word_frequencies import choose_words, find_whole, read_pairs

ROWS = [
    *[("The cause of the matter is unclear.", "De oorzaak van de zaak is onduidelijk.")] * 3,
    *[("My ear hurts.", "Mijn oor doet pijn.")] * 3,
    *[("That is another matter.", "Dat is een andere zaak.")] * 3,
    *[("The school plan is ready.", "Het schoolplan is klaar.")] * 3,
    *[("The school is big, Tom.", "De school is groot, Tom.")] * 4,
    *[("A good plan.", "Een goed plan.")] * 4,
]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    rows = [(*row, "tatoeba", "permissive_attribution") for row in ROWS]
    rows += [("Not to be read.", "Niet te lezen.", "wordnet", "share_alike")]
    lines = ["en\tnl\tsource\tlicence_class", *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_only_text_that_may_be_shipped_is_counted_and_no_names(pairs: Path) -> None:
    text = read_pairs(pairs)

    assert text.counts["zaak"] == 6
    assert "lezen" not in text.counts
    assert "tom" not in text.counts


def test_a_word_whose_parts_the_translation_does_not_hold_stays_whole(pairs: Path) -> None:
    text = read_pairs(pairs)
    splits = {"oorzaak": ("oor", "pijn"), "schoolplan": ("school", "plan")}

    assert find_whole(text, splits) == {"oorzaak"}


def test_compounds_are_left_out_and_the_rest_stands_in_order(pairs: Path) -> None:
    words = [word for word, _, _ in choose_words(read_pairs(pairs))]

    assert words == sorted(words)
    assert {"school", "zaak", "groot"} <= set(words)


def test_the_words_kept_make_the_compounds_left_out(pairs: Path) -> None:
    text = read_pairs(pairs)
    kept = {word: count for word, count, _ in choose_words(text)}
    splitter = Splitter(kept, frozenset())

    assert all(splitter.split(word) for word in text.counts.keys() - kept.keys())
