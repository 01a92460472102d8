from io import StringIO

from rich.console import Console

from evals.datatypes import Run
from evals.intervals import Interval
from evals.measures.nuggets import ANY_NUGGET
from evals.measures.quotes import QUOTES
from evals.measures.refusals import FALSE_REFUSALS
from evals.measures.registry import MEASURES, pick_measures
from evals.measures.status import STATUS
from evals.report import Failure, measure_run
from evals.tables import failures_table, figures_table
from tests.evals.scripted import TEXTS, answer_citing, cite, refusal, topic

LINES = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))
TITLE = answer_citing(cite("plan-nl", "Doelen"))

RUN = Run(
    topics=(
        topic("a", need="one"),
        topic("b", need="one", language="en"),
        topic("c", need="two"),
        topic("d", need="three", status="out_of_scope", question="Wat wordt het weer?"),
    ),
    answers=(LINES, LINES, TITLE, refusal("not_in_corpus")),
)


def printed(*tables: object) -> str:
    console = Console(file=StringIO(), width=220)
    console.print(*tables)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_measure_is_averaged_over_the_topics_it_applies_to() -> None:
    [figures] = measure_run(RUN, [ANY_NUGGET], TEXTS)

    assert figures.values == {"a": 1.0, "b": 1.0, "c": 0.0, "d": None}
    assert figures.intervals["all"] == Interval(value=2 / 3, low=0.0, high=1.0, n=3, clusters=2)
    assert figures.intervals["nl"] == Interval(value=0.5, low=0.0, high=1.0, n=2, clusters=2)
    assert figures.intervals["en"] == Interval(value=1.0, low=None, high=None, n=1, clusters=1)


def test_a_failing_topic_says_what_was_expected_what_came_and_why() -> None:
    [figures] = measure_run(RUN, [STATUS], TEXTS)

    assert figures.failures == (
        Failure(
            measure="status",
            topic_id="d",
            question="Wat wordt het weer?",
            expected="out_of_scope",
            got="not_in_corpus",
            why="status not_in_corpus instead of out_of_scope",
        ),
    )


def test_a_measure_where_lower_is_better_fails_on_what_it_counts() -> None:
    run = Run(topics=RUN.topics[:2], answers=(LINES, refusal("clarify")))

    [figures] = measure_run(run, [FALSE_REFUSALS], TEXTS)

    assert figures.values == {"a": 0.0, "b": 1.0}
    assert [failure.topic_id for failure in figures.failures] == ["b"]


def test_only_a_failing_gate_does_not_hold() -> None:
    status, quotes = measure_run(RUN, [STATUS, QUOTES], TEXTS)
    [other_texts] = measure_run(RUN, [QUOTES], {"plan-nl": "Een andere tekst."})

    assert (status.holds, quotes.holds, other_texts.holds) == (True, True, False)


def test_the_table_shows_value_interval_and_n_by_language() -> None:
    rows = printed(figures_table(measure_run(RUN, [ANY_NUGGET], TEXTS))).splitlines()

    cells = [cell.strip() for cell in rows[3].split("│")]
    assert cells[1:-1] == [
        "nugget-hit",
        "expected answered: at least one nugget hit",
        "0.667",
        "0.000 to 1.000",
        "3",
        "1.000 (1)",
        "0.500 (2)",
    ]


def test_brackets_in_what_is_shown_are_not_taken_for_styling() -> None:
    run = Run(
        topics=(topic(question="Wat is [bold]MHiAP[/]?"),), answers=(refusal("not_in_corpus"),)
    )

    assert "[bold]MHiAP[/]?" in printed(failures_table(measure_run(run, [STATUS], TEXTS)))


def test_a_measure_that_applies_to_nothing_shows_a_dash() -> None:
    run = Run(topics=RUN.topics[3:], answers=RUN.answers[3:])

    assert "│     - │" in printed(figures_table(measure_run(run, [ANY_NUGGET], TEXTS)))


def test_every_measure_is_registered_under_its_own_name() -> None:
    assert {name: measure.name for name, measure in MEASURES.items()} == {n: n for n in MEASURES}


def test_the_gates_are_quotes_fidelity_and_determinism() -> None:
    assert [m.name for m in pick_measures(None) if m.gate] == [
        "quotes",
        "fidelity",
        "determinism",
    ]
