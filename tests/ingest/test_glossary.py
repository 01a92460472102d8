from collections import Counter
from pathlib import Path

import pytest

from ingest.errors import ManifestError
from ingest.glossary import Entry, read_glossary
from tests.ingest.real_corpus import CORPUS


def test_an_entry_has_its_forms_main_form_first(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(
        '[[term]]\nnl = "bestaanszekerheid"\nen = "financial security"\n'
        'nl_also = ["sociale zekerheid"]\ndefinition_nl = "Genoeg om van te leven."\n'
        "in_corpus = true\n",
        encoding="utf-8",
    )

    assert read_glossary(path) == (
        Entry(
            forms={
                "nl": ("bestaanszekerheid", "sociale zekerheid"),
                "en": ("financial security",),
            },
            definitions={"nl": "Genoeg om van te leven."},
            in_corpus=True,
        ),
    )


def test_no_glossary_is_no_entries(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "glossary.toml") == ()


@pytest.mark.parametrize("text", ["[[term]", '[[term]]\nnl = "een"', '[[term]]\nfr = "un"'])
def test_a_glossary_that_cannot_be_used_says_which_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ManifestError, match="correct that entry") as raised:
        read_glossary(path)

    assert str(path) in str(raised.value)


def test_the_shipped_glossary_has_at_least_forty_terms_in_both_languages() -> None:
    entries = read_glossary(CORPUS / "glossary.toml")

    assert len(entries) >= 40
    assert all(entry.forms["nl"][0] and entry.forms["en"][0] for entry in entries)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_of_the_shipped_glossary_stands_in_one_entry(language: str) -> None:
    counts = Counter(
        form.lower()
        for entry in read_glossary(CORPUS / "glossary.toml")
        for form in {
            form.lower()
            for name, forms in entry.forms.items()
            if name == language
            for form in forms
        }
    )

    assert [form for form, count in counts.items() if count > 1] == []
