"""Read the bilingual glossary: the terms of the field, Dutch to English and back."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.datatypes import Language
from ingest.errors import ManifestError


class Row(BaseModel):
    """One ``[[term]]`` as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nl: str
    en: str
    nl_also: tuple[str, ...] = ()
    en_also: tuple[str, ...] = ()
    definition_nl: str | None = None
    definition_en: str | None = None
    in_corpus: bool = False


class File(BaseModel):
    """The whole glossary."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    term: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term with its forms per language, main form first.

    Attributes:
        definitions: a plain explanation per language, for the reader; never cited as a source.
        in_corpus: whether the documents themselves explain the term.
    """

    forms: dict[Language, tuple[str, ...]]
    definitions: dict[Language, str]
    in_corpus: bool


def read_glossary(path: Path) -> tuple[Entry, ...]:
    """Return the entries of ``glossary.toml`` in the order of the file; none without a file.

    Raises:
        ManifestError: the file is not valid TOML or an entry is incomplete.
    """
    if not path.exists():
        return ()
    try:
        rows = File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).term
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise ManifestError(f"{path} cannot be used: {error}; correct that entry.") from error
    return tuple(
        Entry(
            forms={"nl": (row.nl, *row.nl_also), "en": (row.en, *row.en_also)},
            definitions=_definitions(row),
            in_corpus=row.in_corpus,
        )
        for row in rows
    )


def _definitions(row: Row) -> dict[Language, str]:
    both: tuple[tuple[Language, str | None], ...] = (
        ("nl", row.definition_nl),
        ("en", row.definition_en),
    )
    return {language: text for language, text in both if text}
