from pathlib import Path

from training.spelling_words import read_spellings


def test_words_of_both_languages_that_stand_there_twice_are_known(tmp_path: Path) -> None:
    rows = [("Haarlem has a wombat", "Haarlem heeft een gezondheidsbeleid", "permissive")] * 2
    rows += [("once", "eenmaal", "permissive"), ("zebra zebra", "zebra zebra", "share_alike")]
    path = tmp_path / "pairs.tsv"
    lines = [f"{en}\t{nl}\tsource\t{licence}" for en, nl, licence in rows]
    path.write_text("\n".join(["en\tnl\tsource\tlicence_class", *lines]), encoding="utf-8")

    words = read_spellings(path)

    assert words == sorted(words)
    assert {"haarlem", "wombat", "has"} <= set(words)
    assert not {"once", "zebra", "gezondheidsbeleid", "een"} & set(words)
