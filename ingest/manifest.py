"""Read what is known about the documents, and infer a row for a file that has none."""

import re
import tomllib
import unicodedata
from hashlib import file_digest
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.datatypes import Language, Source
from ingest.errors import ManifestError
from ingest.language import detect_language
from ingest.readers.reading import Reading


class Row(BaseModel):
    """One ``[[document]]`` of the manifest, as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    file: str
    title: str
    language: Literal["nl", "en", "mixed"]
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    titles: dict[Literal["nl", "en"], str] = {}
    publisher: str | None = None
    published: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    kind: str | None = None
    authority: str | None = None
    url: str | None = Field(default=None, pattern=r"^https?://")
    licence: str | None = None
    translation_of: str | None = None
    boxes: dict[str, str] = {}
    names: tuple[str, ...] = ()


class Manifest(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: tuple[Row, ...] = ()


def read_manifest(path: Path) -> tuple[Source, ...]:
    """Return the rows of ``manifest.toml`` in the order of the file; none when there is no file.

    Raises:
        ManifestError: the file is not valid TOML, a row is incomplete, two rows share an id or a
            file, or ``translation_of`` names an unknown document.
    """
    if not path.exists():
        return ()
    try:
        rows = Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).document
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestError(f"{path} is not valid TOML ({error}); correct that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ManifestError(f"{path}: {where}: {first['msg']}; correct that row.") from error
    for name, values in (("id", [r.id for r in rows]), ("file", [r.file for r in rows])):
        twice = {value for value in values if values.count(value) > 1}
        if twice:
            raise ManifestError(f"{path} has two rows with {name} {min(twice)!r}; keep one.")
    known = {row.id for row in rows}
    for row in rows:
        if row.translation_of and row.translation_of not in known:
            raise ManifestError(
                f"{path}: {row.id} is a translation of {row.translation_of!r}, which has no row."
            )
    return tuple(
        Source(
            document_id=row.id,
            file=row.file,
            title=row.title,
            titles={key: value for key, value in row.titles.items()},
            language=row.language,
            sha256=row.sha256,
            publisher=row.publisher,
            published=row.published,
            kind=row.kind,
            authority=row.authority,
            url=row.url,
            licence=row.licence,
            translation_of=row.translation_of,
            boxes=row.boxes,
            names=row.names,
        )
        for row in rows
    )


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def infer_source(path: Path, reading: Reading, taken: set[str]) -> Source:
    """Return a row for a file without one: id from its name, title and language from its text."""
    texts = [line.text.strip() for line in reading.lines if line.text.strip()]
    title = reading.title or next((text for text in texts if len(text) <= 150), path.stem)
    language: Language = detect_language(" ".join(texts)[:5000])
    return Source(
        document_id=_free_id(path.stem, taken),
        file=path.name,
        title=title,
        language=language,
        sha256=sha256_of_file(path),
        inferred=True,
    )


def _free_id(stem: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "document"
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
