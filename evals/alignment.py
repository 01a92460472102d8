"""How well two editions are aligned, against beads that people made by reading.

The gold may hold part of a document: only beads that touch one of its sentences are judged.
Links are pairs of sentences, as Véronis and Langlais (2000) count: a bead of one and two sentences
has two, so a bead that is half right counts half.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from scipy.stats import binomtest

from evals.errors import GoldRefused
from evals.intervals import LEVEL, Interval
from ingest.datatypes import Bead, Document, Passage, Span

GOLD = Path(__file__).resolve().parent / "data" / "alignment-gold.jsonl"


class _Quoted(BaseModel):
    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    quote: str


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)

    source: tuple[_Quoted, ...]
    target: tuple[_Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An edition with the spans of its sentences, in order."""

    document: Document
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRow:
    """Sentences that say the same; one side is empty where the other has no counterpart."""

    sources: frozenset[Span]
    targets: frozenset[Span]

    @property
    def shape(self) -> str:
        """How many sentences on each side, as ``1-2``."""
        return f"{len(self.sources)}-{len(self.targets)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentFigure:
    """A share with Wilson's interval; ``None`` where there was nothing to judge."""

    name: str
    meaning: str
    share: Interval | None


def side_of(document: Document, passages: Sequence[Passage]) -> Side:
    """Return an edition with its sentences, of which the beads and the gold are made."""
    own = [p for p in passages if p.document_id == document.source.document_id]
    spans = tuple(Span(start=s.start, end=s.end) for p in own for s in p.sentences)
    return Side(document=document, sentences=spans)


def read_gold(path: Path, original: Side, translation: Side) -> tuple[GoldRow, ...]:
    """Return the rows of a gold file, in order, as sentences of the two editions.

    Raises:
        GoldRefused: a row is not an object with ``source`` and ``target``, both are empty, a quote
            does not stand where it should, or no sentence stands there.
    """
    rows: list[GoldRow] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path.name}:{number}"
        try:
            row = _Row.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise GoldRefused(f"{where} {place}: {first['msg']}; correct that row") from error
        if not row.source and not row.target:
            raise GoldRefused(f"{where} holds no sentence; fill a side, or remove the row")
        rows.append(
            GoldRow(
                sources=_sentences(row.source, original, where),
                targets=_sentences(row.target, translation, where),
            )
        )
    if not rows:
        raise GoldRefused(f"{path.name} holds no row; write what belongs together in it")
    return tuple(rows)


def measure_alignment(
    beads: Sequence[Bead], gold: Sequence[GoldRow]
) -> tuple[AlignmentFigure, ...]:
    """Return precision and recall of beads, links and sentences, and of each shape of bead."""
    known = {(side, s) for row in gold for side, s in _both(row.sources, row.targets)}
    found = [GoldRow(sources=frozenset(b.sources), targets=frozenset(b.targets)) for b in beads]
    judged = [row for row in found if known.intersection(_both(row.sources, row.targets))]
    right = {row for row in gold if row.sources and row.targets}
    true, ours = _links(right), _links(judged)
    reached = {(side, s) for link in true & ours for side, s in enumerate(link)}
    paired = {(side, s) for row in right for side, s in _both(row.sources, row.targets)}
    taken = {(side, s) for row in found for side, s in _both(row.sources, row.targets)}
    left = known - paired
    figures = [
        _figure("exact beads", "beads found that are in the gold", [r in right for r in judged]),
        _figure("link precision", "links found that are right", [link in true for link in ours]),
        _figure("link recall", "links of the gold that are found", [link in ours for link in true]),
        _figure(
            "sentence recall", "sentences with their twin found", [s in reached for s in paired]
        ),
        _figure(
            "left unpaired", "sentences without one, in no bead", [s not in taken for s in left]
        ),
    ]
    for shape in sorted({row.shape for row in (*judged, *right)}):
        precise = [row in right for row in judged if row.shape == shape]
        recalled = [row in found for row in right if row.shape == shape]
        figures.append(_figure(f"{shape} precision", f"beads {shape} found, exact", precise))
        figures.append(_figure(f"{shape} recall", f"rows {shape} of the gold, found", recalled))
    return tuple(figures)


def _sentences(quoted: Sequence[_Quoted], side: Side, where: str) -> frozenset[Span]:
    """Return the sentences that the quotes cover for at least half of one of the two."""
    covered: set[Span] = set()
    for one in quoted:
        name = side.document.source.document_id
        if one.start >= one.end or side.document.text[one.start : one.end] != one.quote:
            raise GoldRefused(
                f"{where}: the text of {name} from {one.start} to {one.end} is not "
                f"{one.quote[:60]!r}; correct the row"
            )
        inside = {s for s in side.sentences if _overlaps(s, one)}
        if not inside:
            raise GoldRefused(
                f"{where}: no sentence of {name} stands from {one.start} to {one.end}; "
                "correct the row"
            )
        covered |= inside
    return frozenset(covered)


def _overlaps(sentence: Span, quoted: _Quoted) -> bool:
    shared = min(sentence.end, quoted.end) - max(sentence.start, quoted.start)
    return 2 * shared >= min(sentence.end - sentence.start, quoted.end - quoted.start)


def _both(sources: Iterable[Span], targets: Iterable[Span]) -> set[tuple[int, Span]]:
    return {(0, span) for span in sources} | {(1, span) for span in targets}


def _links(rows: Iterable[GoldRow]) -> set[tuple[Span, Span]]:
    return {(source, target) for row in rows for source in row.sources for target in row.targets}


def _figure(name: str, meaning: str, hits: Sequence[bool]) -> AlignmentFigure:
    if not hits:
        return AlignmentFigure(name=name, meaning=meaning, share=None)
    ends = binomtest(sum(hits), len(hits)).proportion_ci(LEVEL, method="wilson")
    share = Interval(
        value=sum(hits) / len(hits),
        low=float(ends.low),
        high=float(ends.high),
        n=len(hits),
        clusters=len(hits),
    )
    return AlignmentFigure(name=name, meaning=meaning, share=share)
