"""Between each file and its canonical text nothing is lost, doubled or changed but on purpose.

``golden/changes-<id>.txt`` lists every difference in words, in order, as read against the files.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ingest.cleaning import clean_characters
from tests.ingest.real_corpus import CORPUS, document, raw_text, the_corpus

GOLDEN = Path(__file__).parent / "golden"
IDS = [d.source.document_id for d in the_corpus().documents]
REAL = (
    r"https://(?:www\.)?(?:trimbos|rivm|volksgezondheidtoekomstverkenning)\.nl/\S*|af0890|"
    r"beleidsadviseurs en -medewerkers|-uitvoerders en -beslissers"
)
"""Addresses, a file name and hyphens that the documents do hold."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", clean_characters(text))


def changes(document_id: str) -> Iterator[str]:
    """Every word that is in only one of the two, as ``- lost``, ``+ new`` or ``old > new``."""
    raw = words(re.sub(r"-[ ]*\n", "", raw_text(document_id)))
    written = words(document(document_id).text)
    matcher = SequenceMatcher(None, raw, written, autojunk=False)
    for kind, raw_start, raw_end, start, end in matcher.get_opcodes():
        old, new = " ".join(raw[raw_start:raw_end]), " ".join(written[start:end])
        if kind == "delete":
            yield f"- {old}"
        elif kind == "insert":
            yield f"+ {new}"
        elif kind == "replace":
            yield f"{old} > {new}"


@pytest.mark.parametrize("document_id", IDS)
def test_only_the_words_that_the_rules_name_are_changed(document_id: str) -> None:
    golden = (GOLDEN / f"changes-{document_id}.txt").read_text(encoding="utf-8")

    assert list(changes(document_id)) == golden.splitlines()


@pytest.mark.parametrize("document_id", IDS)
def test_the_committed_text_is_the_text_that_is_read(document_id: str) -> None:
    committed = (CORPUS / "text" / f"{document_id}.txt").read_bytes().decode()

    assert committed == document(document_id).text


@pytest.mark.parametrize(
    "stray",
    [
        r"[Mm]cas|proxy|token|CSRF",
        r"Lees verder|Learn more|[Kk]lik hier|Click here|\s[>➔→]",
        r"[a-z]\d(?![\d.]*[%)])|[.,;]\d\s|[⁰¹²³⁴-⁹]",
        r"(?m)^tekst$|co-funded|\*\*|\]\(",
        r"[a-z]-\s(?!en\b|of\b|and\b|or\b)[a-z]|\s-[a-z]{3}",
        r"  |\s[,;.](?:\s|$)|\t|\u00ad",
    ],
    ids=["proxies", "buttons", "footnote marks", "layout", "broken words", "spaces"],
)
@pytest.mark.parametrize("document_id", IDS)
def test_nothing_of_the_layout_is_left(document_id: str, stray: str) -> None:
    text = document(document_id).text

    assert [m.group() for m in re.finditer(stray, re.sub(REAL, "real", text))] == []


@pytest.mark.parametrize("document_id", IDS)
def test_the_text_is_composed(document_id: str) -> None:
    assert unicodedata.is_normalized("NFC", document(document_id).text)


@pytest.mark.parametrize("document_id", IDS)
def test_no_paragraph_is_written_twice(document_id: str) -> None:
    found = document(document_id)
    long = [found.text[b.start : b.end] for b in found.blocks if b.end - b.start > 60]

    assert len(long) == len(set(long))
