import json
import lzma
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.datatypes import Turn
from evals.errors import RankingRefused
from evals.ranking import ForeignHit, rank_passages, read_ranked
from tests.evals.scripted import topic
from tests.evals.small_index import Finder

HIT = {"rank": 1, "document": "plan-nl", "start": 3, "end": 9, "text": "werken", "score": 0.4}
FOUND = ForeignHit(document_id="plan-nl", start=3, end=9, text="werken")


def write(folder: Path, *rows: object) -> Path:
    path = folder / "ranked.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_the_parts_of_a_question_give_their_hits_in_turn_and_each_once(
    assistant: Assistant,
) -> None:
    parts = [["plan-nl:0", "report:0"], ["report:0", "report:1", "plan-en:0"]]
    finder = Finder(assistant.find("OKO")[0], {"wat en waarom": parts})

    ranking = rank_passages(finder, [topic("t1", question="wat en waarom")])

    assert ranking == {"t1": ("plan-nl:0", "report:0", "report:1", "plan-en:0")}


def test_a_follow_up_is_asked_with_its_history(assistant: Assistant) -> None:
    finder = Finder(assistant.find("OKO")[0], {"en waarom?": [[]]})
    before = (Turn(question="Wat is OKO?"),)

    assert rank_passages(finder, [topic("t1", question="en waarom?", history=before)]) == {"t1": ()}
    assert finder.asked == [("en waarom?", before)]


def test_what_the_product_finds_is_what_it_would_compose_an_answer_from(
    assistant: Assistant,
) -> None:
    ranking = rank_passages(assistant, [topic("t1", question="Wat doet Den Haag?")])

    hits = assistant.find("Wat doet Den Haag?")[0].pool.hits
    assert ranking["t1"] == tuple(hit.passage.passage_id for hit in hits)


def test_hits_of_another_system_are_read_in_the_order_of_their_ranks(tmp_path: Path) -> None:
    second = HIT | {"rank": 2, "start": 20, "end": 24, "text": "acht"}
    path = write(tmp_path, {"id": "t1", "question": "?", "hits": [second, HIT]})

    assert read_ranked(path, ["plan-nl"]) == {
        "t1": (FOUND, ForeignHit(document_id="plan-nl", start=20, end=24, text="acht"))
    }


def test_a_compressed_file_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ranked.jsonl.xz"
    row = json.dumps({"id": "t1", "hits": [HIT]}) + "\n"
    path.write_bytes(lzma.compress(row.encode()))

    assert read_ranked(path, ["plan-nl"]) == {"t1": (FOUND,)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "t1"}, "ranked.jsonl:2: hits: Field required"),
        ({"id": "t1", "hits": [HIT | {"rank": 0}]}, "ranked.jsonl:2: hits.0.rank: "),
        ({"id": "t1", "hits": [HIT | {"document": "plan.pdf"}]}, "no document plan.pdf; name one"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_with_its_number(
    tmp_path: Path, row: object, reason: str
) -> None:
    path = write(tmp_path, {"id": "t0", "hits": []}, row)

    with pytest.raises(RankingRefused, match=reason):
        read_ranked(path, ["plan-nl"])


@pytest.mark.parametrize("name", ["ranked.jsonl", "ranked.jsonl.xz"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(RankingRefused, match="cannot be read"):
        read_ranked(path, ["plan-nl"])
