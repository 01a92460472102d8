import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from ingest.settings import PROJECT
from tests.training.small_sets import DUTCH, write_sets
from training.measure import main


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_sets(tmp_path)


def test_the_shipped_model_is_measured_without_torch_one_line_a_figure(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "training.measure", "--data", str(data), "--sets", "ntrex,tatoeba"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    lines = [line.split(",")[0].strip() for line in done.stdout.splitlines()]
    assert [line for line in lines if line in ("NTREX", "Tatoeba", "corpus")] == [
        *("NTREX", "NTREX", "Tatoeba", "corpus", "corpus"),
    ]
    assert "torch was not imported" in done.stdout


def test_the_figures_are_written_as_json(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(sets="ntrex", data=data, times=False, json_file=tmp_path / "figures.json")

    assert "NTREX, nl>en" in capsys.readouterr().out
    written = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (written["model"], len(written["sha256"])) == ("nl-en", 64)
    assert [(row["set"], row["n"], row["target"]) for row in written["figures"]] == [
        ("NTREX, nl>en", len(DUTCH), ">= 0.980"),
        ("NTREX, en>nl", len(DUTCH), ">= 0.980"),
    ]


def test_a_set_that_does_not_exist_is_refused_with_those_that_do(data: Path) -> None:
    with pytest.raises(typer.BadParameter, match="no set mteb; choose from ntrex, "):
        main(sets="mteb", data=data)


@pytest.mark.parametrize(("model", "folder"), [("/nowhere/at/all", "."), ("nl-en", "nowhere")])
def test_what_is_missing_exits_2_with_a_sentence(
    data: Path, model: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as left:
        main(model=model, sets="ntrex", data=data / folder, times=False)

    assert left.value.exit_code == 2
    assert capsys.readouterr().err.startswith("measure: ")
