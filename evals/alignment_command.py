"""What ``mhiap eval --alignment`` does: align, compare with the gold, print; it is no gate."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.alignment import GOLD, AlignmentFigure, measure_alignment, read_gold, side_of
from evals.errors import GoldRefused
from ingest.alignment import align_corpus
from ingest.datatypes import Bead, Document, Passage
from ingest.places import Embed

METHOD = "Intervals: Wilson, 95 %; sentences beside each other are no independent draws."


def evaluate_alignment(
    documents: Sequence[Document],
    passages: Sequence[Passage],
    embed: Embed,
    *,
    gold: Path = GOLD,
    shown: int = 0,
    seed: int = 7,
    console: Console | None = None,
) -> None:
    """Print how well the official translations are aligned, and some beads to read.

    Args:
        documents: of the corpus.
        passages: of those documents, in order.
        embed: the sentence model.
        gold: beads of one document and its translation, made by reading.
        shown: how many beads to print, drawn without replacement.
        seed: of that draw.
        console: where to print; the terminal when not given.

    Raises:
        GoldRefused: when there is no translation, or the gold is about none of them.
    """
    console = console or Console()
    aligned = align_corpus(documents, passages, embed)
    if not aligned:
        raise GoldRefused("no document is a translation of another; name it in manifest.toml")
    by_id = {document.source.document_id: document for document in documents}
    refused: list[GoldRefused] = []
    for (original, translation), beads in sorted(aligned.items()):
        first, second = by_id[original], by_id[translation]
        try:
            rows = read_gold(gold, side_of(first, passages), side_of(second, passages))
        except GoldRefused as error:
            refused.append(error)
            continue
        title = f"{original} and {translation}: {len(beads)} beads, {len(rows)} rows of gold"
        console.print(_table(measure_alignment(beads, rows), title))
        drawn = Random(seed).sample(beads, min(shown, len(beads)))
        for bead in sorted(drawn, key=lambda bead: bead.sources[0].start):
            console.print(_bead(bead, first, second))
    if len(refused) == len(aligned):
        raise refused[0]


def _table(figures: Sequence[AlignmentFigure], title: str) -> Table:
    table = Table(title=title, title_justify="left", caption=METHOD, caption_justify="left")
    for heading in ("measure", "meaning"):
        table.add_column(heading)
    for heading in ("value", "95 % interval", "n"):
        table.add_column(heading, justify="right")
    for figure in figures:
        cells = ("-", "", "0")
        if share := figure.share:
            cells = (f"{share.value:.3f}", f"{share.low:.3f} to {share.high:.3f}", str(share.n))
        table.add_row(figure.name, figure.meaning, *cells)
    return table


def _bead(bead: Bead, original: Document, translation: Document) -> Text:
    lines = [f"\n{bead.confidence:.3f}  {len(bead.sources)}-{len(bead.targets)}"]
    for document, spans in ((original, bead.sources), (translation, bead.targets)):
        name = document.source.document_id
        lines += [f"  {name} {s.start}-{s.end}: {s.of(document.text)}" for s in spans]
    return Text("\n".join(lines))
