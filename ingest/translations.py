"""Unofficial translations: one sentence a line, read and checked against the document.

``corpus/translations/<document>.<language>.jsonl`` holds ``{"source", "target", "by", "reviewed"}``
a line. A row is refused when its source is not a sentence of the document, or when a number, a
month of a date, an e-mail address or a web address is not the same in both.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.datatypes import Document, Language, Passage
from ingest.glossary import read_glossary
from ingest.language import detect_with_confidence
from ingest.surviving import lost_names, lost_values
from ingest.terms import fold, words_of

FOLDER, GLOSSARY = "translations", "glossary.toml"
LANGUAGES: tuple[Language, ...] = ("nl", "en")

SURE_OF_LANGUAGE, ENOUGH_WORDS = 0.99, 8
"""What it takes to say that a translation is in another language than it should be."""

_SMALL = re.compile(r"\b[a-zà-ÿ][\w’'-]+")

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]


class TranslatedSentence(BaseModel):
    """One line: a sentence of a document in another language, who made it, and who has read it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    source: Text
    target: Text
    by: Text
    reviewed: bool


Translations = Mapping[tuple[str, Language], Mapping[str, TranslatedSentence]]
"""Rows by source sentence, by document id and language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedDocument:
    """The usable rows of one file of translations.

    Attributes:
        file: its name in the folder of translations.
        rows: by the sentence of the document that each translates.
        refused: why each row that cannot be used cannot, a sentence each.
        doubts: what a person should look at, a sentence each.
        missing: how many different sentences of the document need a translation and have none; an
            official edition in that language leaves none.
    """

    file: str
    document_id: str
    language: Language
    rows: Mapping[str, TranslatedSentence]
    refused: tuple[str, ...]
    doubts: tuple[str, ...]
    missing: int


def read_translations(
    folder: Path, documents: Sequence[Document], passages: Sequence[Passage]
) -> tuple[TranslatedDocument, ...]:
    """Return the unofficial translations of the documents of a corpus folder, in their order."""
    everyday = _everyday_words(documents)
    known = _translated_names(folder)
    found: list[TranslatedDocument] = []
    for document in documents:
        own = [p for p in passages if p.document_id == document.source.document_id]
        for language in LANGUAGES:
            path = folder / FOLDER / f"{document.source.document_id}.{language}.jsonl"
            if path.is_file() and document.source.language != language:
                read = _read(path, document, own, language, everyday, known)
                official = has_edition(document, language, documents)
                found.append(replace(read, missing=0) if official else read)
    return tuple(found)


def read_all_rows(folder: Path) -> Translations:
    """Return every readable row of a corpus folder, without comparing it with the documents."""
    found: dict[tuple[str, Language], Mapping[str, TranslatedSentence]] = {}
    for language in LANGUAGES:
        for path in sorted((folder / FOLDER).glob(f"*.{language}.jsonl")):
            rows: dict[str, TranslatedSentence] = {}
            for line in path.read_bytes().split(b"\n"):
                with suppress(ValidationError):
                    row = TranslatedSentence.model_validate_json(line)
                    rows[row.source] = row
            found[path.name.removesuffix(f".{language}.jsonl"), language] = rows
    return found


def stray_files(folder: Path, documents: Sequence[Document]) -> list[str]:
    """Return the names of files of translations that no document needs."""
    wanted = {
        f"{document.source.document_id}.{language}.jsonl"
        for document in documents
        for language in LANGUAGES
        if document.source.language != language
    }
    return sorted(p.name for p in (folder / FOLDER).glob("*.jsonl") if p.name not in wanted)


def has_edition(document: Document, language: Language, documents: Sequence[Document]) -> bool:
    """Tell whether there is an official edition of a document in a language."""
    source = document.source
    return any(
        other.source.language == language
        and source.document_id != other.source.document_id
        and (
            other.source.translation_of == source.document_id
            or source.translation_of == other.source.document_id
        )
        for other in documents
    )


def _read(
    path: Path,
    document: Document,
    passages: Sequence[Passage],
    language: Language,
    everyday: Container[str],
    known: Mapping[str, Collection[str]],
) -> TranslatedDocument:
    sentences, needed = set[str](), set[str]()
    for passage in passages:
        texts = {sentence.of(document.text) for sentence in passage.sentences}
        sentences |= texts
        needed |= texts if passage.language != language else set()
    rows: dict[str, TranslatedSentence] = {}
    refused: list[str] = []
    doubts: list[str] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            row = TranslatedSentence.model_validate_json(line)
        except ValidationError as error:
            refused.append(f"line {number}: {_complaint(error)}")
            continue
        problem = _problem(row, sentences, rows, language)
        if problem:
            refused.append(f"line {number}: {problem}")
            continue
        rows[row.source] = row
        names = lost_names(row.source, row.target, everyday, known)
        if names:
            doubts.append(f"line {number}: {', '.join(names)} not in the translation")
    return TranslatedDocument(
        file=path.name,
        document_id=document.source.document_id,
        language=language,
        rows=rows,
        refused=tuple(refused),
        doubts=tuple(doubts),
        missing=len(needed - rows.keys()),
    )


def _complaint(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return ": ".join([*map(str, first["loc"]), first["msg"]])


def _problem(
    row: TranslatedSentence, sentences: Container[str], rows: Container[str], language: Language
) -> str | None:
    if row.source not in sentences:
        return f"“{row.source[:60]}” is not a sentence of the document"
    if row.source in rows:
        return f"“{row.source[:60]}” has a translation already"
    if row.target.splitlines() != [row.target.strip()]:
        return "its translation is not one line, without space before or behind it"
    lost = lost_values(row.source, row.target)
    if lost:
        return f"{', '.join(lost)} is not the same in the translation"
    found, confidence = detect_with_confidence(row.target)
    told = len(row.target.split()) >= ENOUGH_WORDS and confidence >= SURE_OF_LANGUAGE
    if told and found != language and row.target != row.source:
        return f"“{row.target[:60]}” is not in the language of the file"
    return None


def _everyday_words(documents: Sequence[Document]) -> frozenset[str]:
    """Return the folded words that stand in small letters somewhere in the documents."""
    return frozenset(fold(word) for document in documents for word in _SMALL.findall(document.text))


def _translated_names(folder: Path) -> Mapping[str, Collection[str]]:
    """Return, for the words of each glossary entry, the words of the same entry."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for entry in read_glossary(folder / GLOSSARY):
        forms = [form for forms in entry.forms.values() for form in forms]
        words = {word for form in forms for word in words_of(form) if len(word) > 1}
        for word in words:
            known[word] |= words - {word}
    return known
