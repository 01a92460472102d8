"""Fitting the abstention model on topics."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answerability import read_abstention_model
from assistant.answering import Assistant
from assistant.datatypes import Status, Turn
from assistant.searching import Found
from evals.datatypes import Topic
from evals.errors import TooLittleData
from evals.fitting import describe_fit, gather_examples, refit_abstention
from ingest.datatypes import Language


def topic(number: int, status: Status, **fields: object) -> Topic:
    made = Topic(
        topic_id=f"t{number:02}",
        need=f"n{number:02}",
        language="nl",
        question=f"vraag {number} {status}",
        kind="how_to",
        status=status,
        split="train",
        author="test",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


TOPICS = [topic(number, "answered" if number % 2 else "not_in_corpus") for number in range(40)]


class Finder:
    """Finds with a cosine that is higher where the question says "answered"."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.asked: list[tuple[str, Sequence[Turn]]] = []

    def find(
        self, question: str, language: Language | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Found, ...]:
        self.asked.append((question, history))
        noise = int(question.split()[1]) % 7 / 20
        cosine = 0.6 * question.endswith("answered") + noise
        best = replace(self.found, features={"cosine": cosine}, probability=0.8)
        worse = replace(self.found, features={"cosine": -9.0}, probability=0.1)
        return worse, best


@pytest.fixture
def finder(assistant: Assistant) -> Finder:
    return Finder(assistant.find("Wat is OKO?")[0])


def test_only_topics_that_the_model_decides_on_are_used(finder: Finder) -> None:
    others: tuple[Status, ...] = ("support", "about", "clarify", "unsupported_language")
    topics = [
        topic(0, "not_in_corpus"),
        topic(1, "answered"),
        topic(2, "answered", documents=("hub",)),
        topic(3, "out_of_scope"),
        topic(4, "answered", question="Ik wil niet meer leven"),
        topic(5, "out_of_scope", question="Wat is de hoofdstad van Frankrijk?"),
        *(topic(number, status) for number, status in enumerate(others, start=6)),
    ]

    examples = gather_examples(finder, topics)

    assert [(example.topic_id, example.answerable) for example in examples] == [
        ("t00", False),
        ("t01", True),
        ("t03", False),
    ]


def test_the_most_probable_part_stands_for_a_question(finder: Finder) -> None:
    (example,) = gather_examples(finder, [topic(1, "answered")])

    assert example.features == {"cosine": pytest.approx(0.65)}


def test_earlier_turns_are_handed_on(finder: Finder) -> None:
    history = (Turn(question="Wat is OKO?"),)

    gather_examples(finder, [topic(1, "answered", history=history)])

    assert finder.asked == [("vraag 1 answered", history)]


def test_the_fitted_model_is_what_the_assistant_reads(finder: Finder, tmp_path: Path) -> None:
    target = tmp_path / "abstention.json"

    fit = refit_abstention(finder, TOPICS, "train", target)

    model = read_abstention_model(target)
    assert model.features == ("cosine",)
    assert model.threshold == pytest.approx(fit.threshold, rel=1e-5)
    assert model.probability({"cosine": 0.6}) > 0.5 > model.probability({"cosine": 0.1})
    assert list(tmp_path.iterdir()) == [target]


def test_equal_topics_give_equal_bytes(finder: Finder, tmp_path: Path) -> None:
    refit_abstention(finder, TOPICS, "train", tmp_path / "one.json")
    refit_abstention(finder, TOPICS[::-1], "train", tmp_path / "two.json")

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_too_few_topics_leave_the_model_as_it_is(finder: Finder, tmp_path: Path) -> None:
    target = tmp_path / "abstention.json"
    target.write_text("the old one")

    with pytest.raises(TooLittleData):
        refit_abstention(finder, TOPICS[:3], "train", target)

    assert target.read_text() == "the old one"


def test_the_description_names_n_and_the_threshold(finder: Finder, tmp_path: Path) -> None:
    fit = refit_abstention(finder, TOPICS, "train", tmp_path / "abstention.json")

    described = describe_fit(fit)
    assert "n=40" in described
    assert f"threshold {fit.threshold:.3f}" in described


def test_the_shipped_model_has_the_features_that_are_measured(assistant: Assistant) -> None:
    measured = assistant.find("Hoe begin ik met MHiAP?")[0].features

    assert set(read_abstention_model().features) <= set(measured)
