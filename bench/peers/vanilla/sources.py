"""The documents of the corpus, read the way a tutorial reads them: no cleaning at all."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pypdf import PdfReader


class CorpusUnusable(Exception):
    """There is nothing to search; the message says which file to correct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document with its row of the manifest; ``None`` is what the row leaves out.

    Attributes:
        language: the one of the manifest; ``en`` where it names several, since nothing here can
            tell a passage's language.
        origin: ``official translation`` where the manifest names what it is a translation of.
        file_sha256: of the bytes as published.
        text: as read; every span of the baseline points into it.
    """

    document_id: str
    file: str
    title: str
    publisher: str | None
    kind: str | None
    authority: str | None
    published: str | None
    url: str | None
    language: str
    origin: str
    file_sha256: str
    text: str


def read_sources(corpus: Path) -> tuple[Source, ...]:
    """Return the documents of ``manifest.toml``, in its order.

    Raises:
        CorpusUnusable: the manifest or a file is missing, or is not what its name says.
    """
    manifest = corpus / "manifest.toml"
    try:
        rows = tomllib.loads(manifest.read_text(encoding="utf-8")).get("document", [])
    except (OSError, ValueError) as error:
        raise CorpusUnusable(f"{manifest} cannot be read ({error}); correct it.") from error
    if not rows:
        raise CorpusUnusable(f"{manifest} names no document; add a [[document]].")
    return tuple(_source(row, corpus / "documents" / row["file"]) for row in rows)


def read_text(path: Path) -> str:
    """Return the text of a PDF, page after page, or of any other file as UTF-8."""
    if path.suffix.lower() == ".pdf":
        return "\n\n".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


def hash_corpus(sources: Iterable[Source]) -> str:
    """Return a SHA-256 over the ids and the files as published; titles may change without it."""
    lines = sorted(f"{source.document_id} {source.file_sha256}\n" for source in sources)
    return sha256("".join(lines).encode()).hexdigest()


def _source(row: Mapping[str, str], path: Path) -> Source:
    try:
        content, text = path.read_bytes(), read_text(path)
    except (OSError, ValueError) as error:
        raise CorpusUnusable(f"{path} cannot be read ({error}); replace or remove it.") from error
    language = row["language"]
    return Source(
        document_id=row["id"],
        file=row["file"],
        title=row["title"],
        publisher=row.get("publisher"),
        kind=row.get("kind"),
        authority=row.get("authority"),
        published=row.get("published"),
        url=row.get("url"),
        language=language if language in ("nl", "en") else "en",
        origin="official translation" if "translation_of" in row else "original",
        file_sha256=sha256(content).hexdigest(),
        text=text,
    )
