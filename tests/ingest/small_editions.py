"""Editions of a small document, written line by line: ``# heading``, ``• item``, or a paragraph."""

from collections.abc import Sequence

from ingest.assembling import Piece, assemble_document
from ingest.datatypes import Bead, BlockKind, Document, Language, Passage, Source, sha256_of
from ingest.passages import split_passages

Edition = tuple[Document, tuple[Passage, ...]]

DUTCH = """
# Een bibliotheek voor iedereen
De gemeente opent in 2024 drie nieuwe filialen. Daar kunnen bewoners ook hulp vragen bij brieven.
## Lezen op school
# Wat gaan we doen?
Elke basisschool krijgt een leesconsulent. Die komt twee dagen per week langs.
• Leerlingen kiezen zelf hun boeken.
• Ouders lezen thuis voor.
## Wonen en buren
# Wat gaan we doen?
Woningcorporaties planten bomen in de straat. De huurders geven de planten water.
In de zomer is er een buurtfeest met muziek.
"""
ENGLISH = """
# A library for everyone
The municipality will open three new branches in 2024. Residents can also ask for help with letters there.
## Reading at school
# What will we do?
Every primary school gets a reading consultant. The consultant visits two days a week.
• Pupils choose their own books.
• Parents read aloud at home.
## Housing and neighbours
# What will we do?
Housing associations plant trees in the street. The tenants water the plants.
In summer there is a street party with music.
"""  # noqa: E501


def edition(
    lines: str, language: Language, name: str = "original", translation_of: str | None = None
) -> Edition:
    """Return a document and its passages; a ``#`` heading stands under the last ``##``."""
    pieces: list[Piece] = []
    path: tuple[str, ...] = ()
    for line in lines.strip().split("\n") if lines.strip() else ():
        mark, _, text = line.partition(" ")
        kind: BlockKind = "paragraph"
        if mark in {"#", "##"}:
            kind = "heading"
            path = (text,) if mark == "##" else (*path[:1], text)
        elif mark == "•":
            kind = "item"
        else:
            text = line
        pieces.append(
            Piece(
                kind=kind,
                text=text,
                path=path,
                page=None,
                mark="• " if kind == "item" else "",
                list_number=0 if kind == "item" else None,
            )
        )
    source = Source(
        document_id=name,
        file=f"{name}.md",
        title=name,
        language=language,
        sha256=sha256_of(lines),
        translation_of=translation_of,
    )
    document = assemble_document(source, pieces, last_page=None)
    return document, split_passages(document)


def quotes(beads: Sequence[Bead], original: Edition, translation: Edition) -> dict[str, str]:
    """Return what the sources of each bead say, and what its targets say."""
    return {
        " ".join(span.of(original[0].text) for span in bead.sources): " ".join(
            span.of(translation[0].text) for span in bead.targets
        )
        for bead in beads
    }
