"""Unofficial translations for tests: rows in memory, and files of them in a corpus folder."""

import json
from collections.abc import Mapping
from pathlib import Path

from ingest.datatypes import Language
from ingest.translations import FOLDER, TranslatedDocument, TranslatedSentence


def make_row(source: str, target: str, *, reviewed: bool = False) -> TranslatedSentence:
    return TranslatedSentence(source=source, target=target, by="project", reviewed=reviewed)


def make_line(source: str, target: str, **more: object) -> str:
    row = {"source": source, "target": target, "by": "project", "reviewed": False, **more}
    return json.dumps(row, ensure_ascii=False)


def make_translation(
    document_id: str, language: Language, targets: Mapping[str, str], *, reviewed: bool = False
) -> TranslatedDocument:
    return TranslatedDocument(
        file=f"{document_id}.{language}.jsonl",
        document_id=document_id,
        language=language,
        rows={
            source: make_row(source, target, reviewed=reviewed)
            for source, target in targets.items()
        },
        refused=(),
        doubts=(),
        missing=0,
    )


def write_lines(corpus: Path, name: str, *lines: str | bytes) -> None:
    """Write a file of translations into a corpus folder, a line each."""
    (corpus / FOLDER).mkdir(parents=True, exist_ok=True)
    content = [line if isinstance(line, bytes) else line.encode() for line in lines]
    (corpus / FOLDER / name).write_bytes(b"".join(line + b"\n" for line in content))
