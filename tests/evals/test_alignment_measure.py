import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from evals.alignment import GoldRow, Side, measure_alignment, read_gold, side_of
from evals.alignment_command import evaluate_alignment
from evals.errors import GoldRefused
from ingest.datatypes import Bead, Document, Span
from tests.ingest.small_corpus import WordModel
from tests.ingest.small_editions import edition

DUTCH = "Wonen raakt iedereen. Werk ook. Dat is nieuw."
ENGLISH = "Housing affects everyone, and so does work. Nobody knew."

NL = edition(DUTCH, "nl", "plan-nl")
EN = edition(ENGLISH, "en", "plan-en", translation_of="plan-nl")
FIRST, SECOND, THIRD = (Span(start=s.start, end=s.end) for s in NL[1][0].sentences)
ONE, OTHER = (Span(start=s.start, end=s.end) for s in EN[1][0].sentences)

SPANS = [Span(start=10 * n, end=10 * n + 9) for n in range(6)]


def bead(sources: list[Span], targets: list[Span]) -> Bead:
    return Bead(sources=tuple(sources), targets=tuple(targets), confidence=0.9)


def row(sources: list[Span], targets: list[Span]) -> GoldRow:
    return GoldRow(sources=frozenset(sources), targets=frozenset(targets))


def shares(beads: list[Bead], gold: list[GoldRow]) -> dict[str, tuple[float, int]]:
    figures = measure_alignment(beads, gold)
    return {f.name: (f.share.value, f.share.n) for f in figures if f.share}


def quoted(span: Span, document: Document) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "quote": span.of(document.text)}


def sides() -> tuple[Side, Side]:
    return side_of(*NL), side_of(*EN)


def write(folder: Path, *rows: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


def test_a_bead_that_is_half_right_counts_half_in_links() -> None:
    found = shares([bead([FIRST], [ONE])], [row([FIRST, SECOND], [ONE])])

    assert found == {
        "exact beads": (0.0, 1),
        "link precision": (1.0, 1),
        "link recall": (0.5, 2),
        "sentence recall": (2 / 3, 3),
        "1-1 precision": (0.0, 1),
        "2-1 recall": (0.0, 1),
    }


def test_beads_that_touch_no_sentence_of_the_gold_are_not_judged() -> None:
    found = shares([bead([FIRST], [ONE]), bead([THIRD], [OTHER])], [row([FIRST], [ONE])])

    assert found["exact beads"] == (1.0, 1)


def test_a_sentence_that_has_no_counterpart_should_be_left_unpaired() -> None:
    found = shares([bead([THIRD], [OTHER])], [row([THIRD], []), row([SECOND], [])])

    assert found["left unpaired"] == (0.5, 2)
    assert found["link precision"] == (0.0, 1)


def test_intervals_are_as_wide_as_few_rows_allow() -> None:
    figures = measure_alignment([bead([FIRST], [ONE])], [row([FIRST], [ONE])])

    share = figures[0].share

    assert share is not None
    assert (share.value, share.high) == (1.0, 1.0)
    assert share.low == pytest.approx(0.2065, abs=1e-4)


@given(
    st.lists(st.tuples(st.sampled_from(SPANS), st.sampled_from(SPANS)), max_size=6),
    st.lists(st.tuples(st.sampled_from(SPANS), st.sampled_from(SPANS)), min_size=1, max_size=6),
)
def test_every_share_lies_in_its_interval(
    found: list[tuple[Span, Span]], gold: list[tuple[Span, Span]]
) -> None:
    figures = measure_alignment(
        [bead([source], [target]) for source, target in found],
        [row([source], [target]) for source, target in gold],
    )

    for share in (figure.share for figure in figures if figure.share):
        assert share.low is not None
        assert share.high is not None
        assert 0 <= share.low <= share.value <= share.high <= 1


@given(st.lists(st.sampled_from(SPANS), min_size=1, max_size=6, unique=True))
def test_the_gold_itself_is_perfect(spans: list[Span]) -> None:
    found = shares([bead([s], [s]) for s in spans], [row([s], [s]) for s in spans])

    assert {value for value, _ in found.values()} == {1.0}


def test_a_quote_may_leave_out_what_closes_its_sentence(tmp_path: Path) -> None:
    short = Span(start=FIRST.start, end=FIRST.end - 1)
    path = write(tmp_path, {"source": [quoted(short, NL[0])], "target": []})

    assert read_gold(path, *sides()) == (row([FIRST], []),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"source": [{"start": 0, "end": 5, "quote": "Huren"}], "target": []}, "'Huren'"),
        ({"source": [], "target": [{"start": 3, "end": 3, "quote": ""}]}, "from 3 to 3"),
        ({"source": [], "target": []}, "holds no sentence"),
        ({"source": []}, "target: Field required"),
    ],
)
def test_a_row_that_does_not_fit_the_texts_is_named(
    wrong: object, said: str, tmp_path: Path
) -> None:
    fine = {"source": [quoted(FIRST, NL[0])], "target": [quoted(ONE, EN[0])]}

    with pytest.raises(GoldRefused, match=r"gold\.jsonl:2") as refusal:
        read_gold(write(tmp_path, fine, wrong), *sides())

    assert said in str(refusal.value)


def test_an_empty_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldRefused, match="holds no row"):
        read_gold(write(tmp_path), *sides())


def command(gold: Path, *editions: tuple[Document, object], shown: int = 0) -> str:
    console = Console(file=StringIO(), width=120)
    passages = [p for one in (NL, EN) for p in one[1]]
    evaluate_alignment(
        [document for document, _ in editions],
        passages,
        WordModel().embed_passages,
        gold=gold,
        shown=shown,
        console=console,
    )
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_command_prints_each_share_with_its_interval_and_n(tmp_path: Path) -> None:
    gold = write(tmp_path, {"source": [quoted(THIRD, NL[0])], "target": []})

    shown = command(gold, NL, EN)

    assert "plan-nl and plan-en" in shown
    assert "left unpaired" in shown
    assert "1 rows of gold" in shown


def test_the_command_prints_beads_to_read(tmp_path: Path) -> None:
    same = edition(DUTCH, "en", "plan-en", translation_of="plan-nl")
    gold = write(tmp_path, {"source": [quoted(THIRD, NL[0])], "target": []})
    console = Console(file=StringIO(), width=120)

    evaluate_alignment(
        [NL[0], same[0]],
        [*NL[1], *same[1]],
        WordModel().embed_passages,
        gold=gold,
        shown=2,
        console=console,
    )

    assert isinstance(console.file, StringIO)
    assert console.file.getvalue().count("1-1\n") == 2


def test_a_corpus_without_a_translation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldRefused, match="translation of another"):
        command(write(tmp_path), NL)
