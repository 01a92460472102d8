from dataclasses import replace
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from evals.judging import OKAY, VITAL, Direction
from evals.ranking import ForeignHit
from evals.retrieval import (
    GAP,
    RankedRun,
    measure_retrieval,
    measure_topics,
    run_foreign,
    run_product,
)
from tests.evals.scripted import topic
from tests.evals.small_index import DOCUMENTS, LINES, PASSAGES, PLATFORM, Finder, asking

ASKED: tuple[tuple[str, Direction], ...] = (("nl", "nl>nl"), ("en", "en>en"), ("en", "en>nl"))


def made_run(*rows: tuple[dict[str, int], tuple[str, ...]]) -> RankedRun:
    """Return a run of one topic a row: what is relevant to it, and what was found."""
    topics = tuple(topic(f"t{n}", need=f"n{n}", language=ASKED[n % 3][0]) for n in range(len(rows)))
    return RankedRun(
        name="made",
        topics=topics,
        directions=tuple(ASKED[n % 3][1] for n in range(len(rows))),
        qrels={f"t{n}": gains for n, (gains, _) in enumerate(rows)},
        ranking={f"t{n}": found for n, (_, found) in enumerate(rows)},
    )


def test_each_measure_is_what_its_definition_says() -> None:
    run = made_run(({"a": VITAL, "b": OKAY, "z": OKAY}, ("x", "a", "y", "b", "c", "d")))

    gained, most = 2 / log2(3) + 1 / log2(5), 2 + 1 / log2(3) + 1 / log2(4)
    assert measure_topics(run) == {
        "Success@1": [0.0],
        "Success@5": [1.0],
        "R@5": [pytest.approx(2 / 3)],
        "nDCG@10": [pytest.approx(gained / most)],
        "RR@10": [0.5],
    }


def test_success_and_recall_at_five_differ_where_evidence_is_in_several_passages() -> None:
    found = measure_topics(made_run(({"a": VITAL, "b": VITAL}, ("a",))))

    assert (found["Success@5"], found["R@5"]) == ([1.0], [0.5])


def test_a_topic_without_hits_counts_as_zero() -> None:
    run = made_run(({"a": VITAL}, ("a",)), ({"a": VITAL}, ()))
    lost = replace(run, ranking={"t0": ("a",)})

    assert measure_topics(run) == measure_topics(lost)
    assert measure_topics(run)["RR@10"] == [1.0, 0.0]
    assert (run.unranked, lost.unranked) == (0, 1)


@given(st.permutations("abcdefghijkl"), st.sets(st.sampled_from("abcdefghijkl"), min_size=1))
def test_measures_stay_within_bounds_and_agree_with_each_other(
    ranking: list[str], relevant: set[str]
) -> None:
    found = measure_topics(made_run((dict.fromkeys(relevant, VITAL), tuple(ranking))))
    value = {name: values[0] for name, values in found.items()}

    assert all(0 <= v <= 1 + 1e-9 for v in value.values())
    assert value["Success@1"] <= value["Success@5"]
    assert (value["R@5"] > 0) == (value["Success@5"] == 1)
    assert (value["RR@10"] == 1) == (value["Success@1"] == 1)


@given(st.permutations("abcdefghijkl"), st.integers(1, 11))
def test_evidence_that_moves_up_lowers_no_measure(ranking: list[str], place: int) -> None:
    swapped = [*ranking]
    swapped[place - 1 : place + 1] = [ranking[place], ranking[place - 1]]
    gains = {ranking[place]: VITAL}

    before = measure_topics(made_run((gains, tuple(ranking))))
    after = measure_topics(made_run((gains, tuple(swapped))))

    assert all(after[name] >= values for name, values in before.items())


def test_figures_are_given_by_direction_and_with_the_gap_between_languages() -> None:
    hit, miss = ({"a": VITAL}, ("a",)), ({"a": VITAL}, ("x",))
    figures = measure_retrieval(made_run(hit, hit, miss, hit, miss, miss))

    found = figures.intervals["Success@1"]
    assert {name: (i.value, i.n) if i else None for name, i in found.items()} == {
        "all": (0.5, 6),
        "nl>nl": (1.0, 2),
        "en>en": (0.5, 2),
        "nl>en": None,
        "en>nl": (0.0, 2),
        GAP: (0.75, 6),
    }


def test_the_product_is_measured_on_every_topic_with_evidence(assistant: Assistant) -> None:
    topics = [
        asking("lines", "en", LINES),
        asking("none", "nl"),
        replace(asking("limited", "nl", LINES), documents=("plan-nl",)),
        asking("platform", "en", PLATFORM),
    ]
    told = {"lines": [["plan-en:0"]], "platform": [["plan-en:1", "report:0"]]}

    run = run_product(Finder(assistant.find("OKO")[0], told), topics, PASSAGES, DOCUMENTS, "ours")

    assert run == RankedRun(
        name="ours",
        topics=(topics[0], topics[3]),
        directions=("en>en", "en>nl"),
        qrels={"lines": {"plan-en:0": VITAL}, "platform": {"report:0": VITAL}},
        ranking={"lines": ("plan-en:0",), "platform": ("plan-en:1", "report:0")},
    )


def test_another_system_is_judged_by_the_text_of_its_hits() -> None:
    ours = replace(made_run(({}, ())), topics=(asking("t0", "nl", LINES, PLATFORM),))
    dutch = ForeignHit(document_id="plan-nl", start=0, end=40, text="met vijf actie-\nlijnen in")
    english = ForeignHit(document_id="plan-en", start=0, end=40, text="with five action lines in")
    other = ForeignHit(document_id="report", start=9, end=20, text="begint met wonen")

    run = run_foreign({"t0": [other, english, dutch], "t9": [other]}, ours, "theirs")

    assert run.ranking == {"t0": ("report:9-20", "plan-en:0-40", "plan-nl:0-40")}
    assert run.qrels == {
        "t0": {"plan-en:0-40": VITAL, "plan-nl:0-40": VITAL, "missed:2": VITAL},
    }
    assert measure_topics(run)["RR@10"] == [0.5]


def test_a_topic_that_another_system_was_not_asked_counts_as_zero() -> None:
    ours = replace(made_run(({}, ())), topics=(asking("t0", "nl", LINES),))

    run = run_foreign({}, ours, "theirs")

    assert run.unranked == 1
    assert measure_topics(run)["Success@5"] == [0.0]
