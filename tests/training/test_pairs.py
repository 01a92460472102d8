from pathlib import Path

import pytest

from training.errors import PairsRefused
from training.pairs import Pair, read_pairs, read_published

HEADER = "en\tnl\tsource\tlicence_class\n"
TABLE = HEADER + (
    "house\thuis\twordnet\tpermissive\n"
    'He said "no.\tHij zei "nee.\ttatoeba\tpermissive_attribution\n'
    "tree\tboom\twiktionary\tshare_alike\n"
)
HOUSE = Pair("house", "huis", "wordnet")
SAID = Pair('He said "no.', 'Hij zei "nee.', "tatoeba")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_pairs_that_ask_at_most_for_attribution_are_read_in_order_as_written(table: Path) -> None:
    assert read_pairs(table) == (HOUSE, SAID)


def test_other_licence_classes_are_read_when_they_are_named(table: Path) -> None:
    assert read_pairs(table, {"permissive", "share_alike"}) == (
        HOUSE,
        Pair("tree", "boom", "wiktionary"),
    )


def test_columns_are_found_by_their_names(table: Path) -> None:
    lines = [line.split("\t") for line in TABLE.splitlines()]
    table.write_text("\n".join("\t".join(["extra", *line[::-1]]) for line in lines))

    assert read_pairs(table) == (HOUSE, SAID)


def test_a_file_that_is_missing_is_refused_with_the_option_that_names_one(tmp_path: Path) -> None:
    with pytest.raises(PairsRefused, match=r"nowhere\.tsv cannot be read: .* --pairs"):
        read_pairs(tmp_path / "nowhere.tsv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"pairs\.tsv needs a first line with en, nl, source, licence_class"),
        (b"house\thuis\n", r"pairs\.tsv needs a first line with en, nl, source, licence_class"),
        (HEADER.encode(), r"pairs\.tsv holds no pair of the classes permissive, "),
        (HEADER.encode() + b"a\tb\tc\tunknown\n", r"pairs\.tsv holds no pair of the classes"),
        (HEADER.encode() + b"a\tge\xebn\tc\tpermissive\n", r"pairs\.tsv cannot be read"),
    ],
    ids=["empty", "no columns", "no rows", "no class", "no UTF-8"],
)
def test_a_file_without_pairs_is_refused_with_its_name(
    table: Path, content: bytes, message: str
) -> None:
    table.write_bytes(content)

    with pytest.raises(PairsRefused, match=message):
        read_pairs(table)


def test_a_test_set_has_english_a_tab_and_dutch_on_each_line(tmp_path: Path) -> None:
    path = tmp_path / "set"
    path.write_text('A "bike"\tEen fiets\nTwo\tTwee\n', encoding="utf-8")

    assert read_published(path) == (Pair('A "bike"', "Een fiets"), Pair("Two", "Twee"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("one\ttwo\nthree\n", "set:2 has 1 parts: English, a tab and Dutch"),
        ("one\ttwo\n \n", "set:2 has 1 parts"),
        ("\n", "set is empty: fetch the set anew"),
        (None, "set cannot be read: name the folder of test sets with --data"),
    ],
)
def test_a_test_set_that_is_not_like_that_is_refused(
    tmp_path: Path, text: str | None, reason: str
) -> None:
    path = tmp_path / "set"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(PairsRefused, match=reason):
        read_published(path)
