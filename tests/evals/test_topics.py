import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.datatypes import Turn
from evals.datatypes import Nugget, Quote, Topic
from evals.errors import TopicsRefused
from evals.topics import load_topics, topic_files, topics_sha256
from ingest.settings import PROJECT
from tests.evals.scripted import TEXTS, TOPIC, topic

ROW: dict[str, object] = {
    "id": "a",
    "need": "lines",
    "language": "nl",
    "question": "Welke actielijnen zijn er?",
    "history": [{"question": "Wat is de aanpak?", "answer": None}],
    "kind": "list",
    "status": "answered",
    "support": None,
    "partial": False,
    "documents": ["plan-nl"],
    "nuggets": [
        {"vital": False, "quotes": [{"document_id": "plan-nl", "quote": "Vijf actie-\nlijnen"}]}
    ],
    "split": "dev",
    "author": "test",
}

RAW = {
    "mentor": "mentor-rivm.en.txt",
    "plan-en": "action-plan-good-mental-health-for-all.en.md",
    "plan-nl": "aanpak-mentale-gezondheid-van-ons-allemaal.nl.txt",
    "symposium-2025": "symposium-mhiap-2025-11-07.nl.txt",
    "hub": "international-mental-health-hub-page.mixed.txt",
}


def corpus_texts() -> dict[str, str]:
    texts = {}
    for document_id, file in RAW.items():
        canonical = PROJECT / "corpus" / "text" / f"{document_id}.txt"
        path = canonical if canonical.exists() else PROJECT / "corpus" / "documents" / file
        texts[document_id] = path.read_text(encoding="utf-8")
    return texts


def write(folder: Path, *rows: object) -> list[Path]:
    path = folder / "topics.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return [path]


def test_a_row_becomes_a_topic(tmp_path: Path) -> None:
    topics = load_topics(TEXTS, files=write(tmp_path, ROW))

    assert topics == (
        Topic(
            topic_id="a",
            need="lines",
            language="nl",
            question="Welke actielijnen zijn er?",
            history=(Turn(question="Wat is de aanpak?", answer=None),),
            kind="list",
            status="answered",
            support=None,
            partial=False,
            documents=("plan-nl",),
            nuggets=(
                Nugget(
                    vital=False,
                    quotes=(Quote(document_id="plan-nl", text="Vijf actie-\nlijnen"),),
                ),
            ),
            split="dev",
            author="test",
        ),
    )


NUGGET_ELSEWHERE = [{"quotes": [{"document_id": "plan-nl", "quote": "five action lines"}]}]
NUGGET_NOWHERE = [{"quotes": [{"document_id": "plan-nl", "quote": "zeven actielijnen"}]}]
NUGGET_UNKNOWN = [{"quotes": [{"document_id": "plan-fr", "quote": "cinq"}]}]
NUGGET_OF_MARKS = [{"quotes": [{"document_id": "plan-nl", "quote": "…"}]}]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"nuggets": NUGGET_NOWHERE}, "“zeven actielijnen” is not in plan-nl"),
        ({"nuggets": NUGGET_ELSEWHERE}, "is not in plan-nl; it is in plan-en"),
        ({"nuggets": NUGGET_UNKNOWN}, "there is no document plan-fr"),
        ({"nuggets": NUGGET_OF_MARKS}, "“…” is not in plan-nl"),
        ({"nuggets": [{"quotes": []}]}, "a nugget needs at least one quote"),
        ({"nuggets": []}, "nuggets are given if, and only if"),
        ({"documents": ["plan-fr"]}, "there is no document plan-fr"),
        ({"status": "support", "nuggets": []}, "support has a kind if, and only if"),
        ({"support": "crisis"}, "support has a kind if, and only if"),
        ({"status": "about", "nuggets": [], "partial": True}, "only an answered topic"),
        ({"status": "unsure"}, "status: Input should be"),
        ({"language": "Dutch"}, "language: String should match"),
        ({"question_text": "?"}, "question_text: Extra inputs"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_line(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    files = write(tmp_path, ROW, "", ROW | {"id": "b"} | change)

    with pytest.raises(TopicsRefused) as refused:
        load_topics(TEXTS, files=files)

    assert str(refused.value).startswith("topics.jsonl:3: ")
    assert reason in str(refused.value)


def test_every_bad_line_is_named_at_once(tmp_path: Path) -> None:
    files = write(tmp_path, "{", ROW, ROW | {"id": "b", "nuggets": []})

    with pytest.raises(TopicsRefused) as refused:
        load_topics(TEXTS, files=files)

    assert [line.split(": ")[0] for line in str(refused.value).splitlines()] == [
        "topics.jsonl:1",
        "topics.jsonl:3",
    ]


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    with pytest.raises(TopicsRefused, match="the id a is already taken"):
        load_topics(TEXTS, files=write(tmp_path, ROW, ROW))


def test_a_need_lies_in_one_split(tmp_path: Path) -> None:
    files = write(tmp_path, ROW, ROW | {"id": "b", "split": "train"})

    with pytest.raises(TopicsRefused, match="the need lines is in split dev too"):
        load_topics(TEXTS, "train", files)


def test_only_the_split_asked_for_is_returned(tmp_path: Path) -> None:
    files = write(tmp_path, ROW, ROW | {"id": "b", "need": "other", "split": "train"})

    assert [t.topic_id for t in load_topics(TEXTS, "train", files)] == ["b"]


def test_a_wish_for_another_language_wins_over_the_language_of_the_question() -> None:
    assert topic(language="en").expected_language == "en"
    assert replace(TOPIC, language="en", answer_language="nl").expected_language == "nl"
    assert topic(language="de").expected_language is None


def test_the_hash_of_the_topics_sees_content_and_not_order() -> None:
    first, second = topic("a"), topic("b")

    assert topics_sha256([first, second]) == topics_sha256([second, first])
    assert topics_sha256([first, second]) != topics_sha256([first, topic("b", partial=True)])


def test_every_topic_of_the_package_holds_against_the_corpus() -> None:
    assert len(load_topics(corpus_texts())) >= 80


def test_the_first_eighty_topics_are_the_dev_split() -> None:
    topics = load_topics(corpus_texts(), "dev", [p for p in topic_files() if p.stem == "topics"])

    assert len(topics) == 80
    assert sum(t.language == "nl" for t in topics) == 40
    assert sum(t.status == "answered" for t in topics) == 60


def test_the_wordings_of_a_need_agree_on_what_the_answer_should_be() -> None:
    decisions: dict[str, set[tuple[str, str | None]]] = {}
    for found in load_topics(corpus_texts(), "dev"):
        decisions.setdefault(found.need, set()).add((found.status, found.support))

    assert {need: d for need, d in decisions.items() if len(d) > 1} == {}
