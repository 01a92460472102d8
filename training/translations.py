"""Write the words that translate each other, found in parallel text.

Run: ``python -m training.translations --pairs ../shared/parallel/pairs.tsv``
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.translating import TRANSLATIONS
from ingest.terms import fold, is_stopword
from training.lexicon import find_lexicon
from training.pairs import Pair, read_pairs

SHORTEST = 3
_HEADER = """\
# Dutch words and their English translations, both folded, found in 108,910 pairs of sentences.
# Written by training/translations.py; ingest/data/README.md says from which texts.
"""


def list_translations(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    """Return the Dutch and the English words that translate each other, in order of the alphabet.

    Left out are function words, words of one or two letters, and words that are the same in both.
    """
    found = {(fold(pair.dutch), fold(pair.english)) for pair in find_lexicon(pairs)}
    return sorted(
        (dutch, english)
        for dutch, english in found
        if dutch != english
        and min(len(dutch), len(english)) >= SHORTEST
        and not is_stopword(dutch)
        and not is_stopword(english)
    )


def main(
    pairs: Annotated[Path, typer.Option(help="Parallel text, tab-separated.")],
    target: Annotated[Path, typer.Option(help="File to write.")] = TRANSLATIONS,
) -> None:
    """Write the list of translations."""
    listed = list_translations(read_pairs(pairs))
    lines = "".join(f"{dutch}\t{english}\n" for dutch, english in listed)
    target.write_text(_HEADER + lines, encoding="utf-8")
    print(f"{len(listed):,} translations in {target}")


if __name__ == "__main__":
    typer.run(main)
