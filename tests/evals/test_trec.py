import json
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR

from evals.retrieval import measure_retrieval, measure_topics
from evals.trec import write_figures, write_trec
from tests.evals.test_retrieval_measures import made_run

RUN = made_run(({"a": 2, "b": 1}, ("x", "a")), ({"c": 1}, ("c",)))


def test_the_run_and_its_judgements_are_written_as_trec_has_them(tmp_path: Path) -> None:
    write_trec(tmp_path / "out", RUN)

    assert (tmp_path / "out" / "run.trec").read_text(encoding="utf-8") == (
        "t0 Q0 x 1 1.000000 made\nt0 Q0 a 2 0.500000 made\nt1 Q0 c 1 1.000000 made\n"
    )
    assert (tmp_path / "out" / "qrels.trec").read_text(encoding="utf-8") == (
        "t0 0 a 2\nt0 0 b 1\nt1 0 c 1\n"
    )


def test_the_files_give_the_figures_that_were_printed(tmp_path: Path) -> None:
    write_trec(tmp_path, RUN, "-1")

    qrels = ir_measures.read_trec_qrels(str(tmp_path / "qrels-1.trec"))  # type: ignore[no-untyped-call]
    ranked = ir_measures.read_trec_run(str(tmp_path / "run-1.trec"))  # type: ignore[no-untyped-call]
    found = ir_measures.calc_aggregate([RR @ 10], qrels, ranked)
    values = measure_topics(RUN)["RR@10"]
    assert found == {RR @ 10: pytest.approx(sum(values) / len(values))}


def test_the_figures_are_written_with_what_they_were_computed_on(tmp_path: Path) -> None:
    path = tmp_path / "retrieval.json"
    write_figures(path, RUN, [measure_retrieval(RUN)], "directions", {"generation": "g1"}, "abc")

    written = json.loads(path.read_text(encoding="utf-8"))
    assert (written["split"], written["topics"], written["commit"]) == ("directions", 2, "abc")
    assert written["index"] == {"generation": "g1"}
    assert written["runs"]["made"]["Success@5"]["nl>nl"] == {
        "value": 1.0,
        "low": None,
        "high": None,
        "n": 1,
        "clusters": 1,
    }
