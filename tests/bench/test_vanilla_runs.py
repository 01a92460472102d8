"""The committed runs of the vanilla baseline: whole, exact, and of what is here now."""

import json
import lzma
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assistant.contract import SCHEMA_FILE, answer_from_json
from assistant.datatypes import Answer
from assistant.verification import OTHER_VERSION, verify_answer
from bench.peers.vanilla.sources import Source, hash_corpus, read_sources
from ingest.pipeline import read_texts
from ingest.settings import PROJECT

RESULTS = PROJECT / "evals" / "results"
DATA = PROJECT / "evals" / "data"
RUNS = [RESULTS / "vanilla", RESULTS / "vanilla-1000"]
TOPICS = sorted(path for run in RUNS for path in run.iterdir() if path.is_dir())
STALE = (
    "{} is older than what it is compared on: {}. Renew it with: make baselines. Where that cannot "
    "be done, let `stale` in its run.json say why it is kept, and say so beside its figures."
)
MOST_BYTES = 1_500_000

each_run = pytest.mark.parametrize("run", RUNS, ids=lambda path: path.name)
each_topics = pytest.mark.parametrize(
    "folder", TOPICS, ids=lambda path: f"{path.parent.name}-{path.name}"
)


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    return {source.document_id: source for source in read_sources(PROJECT / "corpus")}


def facts_of(run: Path) -> dict[str, object]:
    facts = json.loads((run / "run.json").read_text(encoding="utf-8"))
    assert isinstance(facts, dict)
    return facts


def lines_of(path: Path) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        return file.read().split("\n")[:-1]


def answers_of(folder: Path) -> list[Answer]:
    return [answer_from_json(line) for line in lines_of(folder / "answers.jsonl.xz")]


def asked_in(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: row["question"] for row in rows}


@each_run
def test_a_run_is_of_the_corpus_as_it_is_or_says_why_it_is_kept(
    run: Path, sources: dict[str, Source]
) -> None:
    facts = facts_of(run)

    same = facts["corpus_sha256"] == hash_corpus(sources.values())
    assert same or facts["stale"], STALE.format(run.name, "the documents have changed")


@each_run
def test_a_run_holds_every_topic_as_it_is_asked_now_or_says_why_it_is_kept(run: Path) -> None:
    names = [n for n in ("topics.jsonl", "topics-directions.jsonl") if (DATA / n).exists()]
    missing = [name for name in names if not (run / Path(name).stem).exists()]
    for name in set(names) - set(missing):
        rows = [json.loads(line) for line in lines_of(run / Path(name).stem / "ranked.jsonl.xz")]
        if {row["id"]: row["question"] for row in rows} != asked_in(DATA / name):
            missing.append(name)

    assert not missing or facts_of(run)["stale"], STALE.format(run.name, ", ".join(missing))


@each_topics
def test_every_answer_of_a_run_is_valid(folder: Path) -> None:
    schema = Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))

    wrong = [
        error.message
        for line in lines_of(folder / "answers.jsonl.xz")
        for error in schema.iter_errors(json.loads(line))
    ]
    assert wrong == []


@each_topics
def test_every_span_of_a_run_holds_in_the_files_as_published(
    folder: Path, sources: dict[str, Source]
) -> None:
    if facts_of(folder.parent)["stale"]:
        pytest.skip("the run is of other documents, as its run.json says")
    texts = {document_id: source.text for document_id, source in sources.items()}

    answers = answers_of(folder)

    assert [problem for answer in answers for problem in verify_answer(answer, texts)] == []


@each_topics
def test_every_citation_of_a_run_is_of_another_version_than_the_canonical_text(
    folder: Path,
) -> None:
    texts = read_texts(PROJECT / "corpus")

    for answer in answers_of(folder):
        assert verify_answer(answer, texts) == [
            f"citation {citation.marker}: {OTHER_VERSION} of {citation.document_id}"
            for citation in answer.citations
        ]


@each_topics
def test_an_answer_shows_the_first_hits_of_its_ranking(folder: Path) -> None:
    rows = [json.loads(line) for line in lines_of(folder / "ranked.jsonl.xz")]

    for row, answer in zip(rows, answers_of(folder), strict=True):
        assert row["id"] == answer.id
        assert [hit["rank"] for hit in row["hits"]] == list(range(1, 11))
        scores = [hit["score"] for hit in row["hits"]]
        assert scores == sorted(scores, reverse=True)
        shown = [(hit["document"], hit["start"], hit["end"], hit["text"]) for hit in row["hits"]]
        cited = [(c.document_id, c.start, c.end, c.quote) for c in answer.citations]
        assert cited == shown[:4]


@each_run
def test_a_run_counts_its_topics(run: Path) -> None:
    counts = {
        f"{folder.name}.jsonl": len(lines_of(folder / "ranked.jsonl.xz"))
        for folder in TOPICS
        if folder.parent == run
    }

    assert facts_of(run)["topics"] == counts


def test_the_runs_are_small_enough_to_keep() -> None:
    assert sum(path.stat().st_size for path in RESULTS.rglob("*") if path.is_file()) < MOST_BYTES
