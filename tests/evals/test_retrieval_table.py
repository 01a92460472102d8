from dataclasses import replace
from io import StringIO

from rich.console import Console

from evals.retrieval import RetrievalFigures, measure_retrieval
from evals.retrieval_table import retrieval_table
from tests.evals.test_retrieval_measures import made_run

HIT, MISS = ({"a": 2}, ("a",)), ({"a": 2}, ("x",))
FIGURES = measure_retrieval(made_run(HIT, HIT, MISS, HIT, MISS, MISS))


def printed(*figures: RetrievalFigures) -> str:
    console = Console(file=StringIO(), width=80)
    console.print(retrieval_table(figures))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_terminal_of_eighty_columns_shows_every_value_with_its_interval() -> None:
    lines = printed(FIGURES).splitlines()

    row = next(number for number, line in enumerate(lines) if line.split()[:1] == ["all"])
    assert lines[row].split() == ["all", "made", "6", *["0.500"] * 5]
    assert lines[row + 1].split() == [".17", ".83"] * 5


def test_a_direction_without_topics_shows_no_figure() -> None:
    line = next(line for line in printed(FIGURES).splitlines() if "nl>en" in line)

    assert line.split() == ["nl>en", "made", "0", *"-----"]


def test_the_gap_between_the_languages_carries_its_sign() -> None:
    line = next(line for line in printed(FIGURES).splitlines() if " nl - en " in line)

    assert line.split()[4:] == ["6", *["+0.750"] * 5]


def test_another_system_stands_beside_ours_in_every_direction() -> None:
    names = [
        line.split()[1]
        for line in printed(FIGURES, replace(FIGURES, name="theirs")).splitlines()
        if line.split()[:1] in (["all"], ["nl>nl"], ["en>en"])
    ]

    assert names == ["made", "theirs"] * 3
