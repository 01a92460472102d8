import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.datatypes import Answer, Citation, Twin
from evals.datatypes import Run
from evals.errors import NoTopics
from evals.parity import agreement_of, measure_parity
from evals.parity_command import evaluate_parity
from evals.topics import DATA, load_topics
from tests.evals.scripted import TEXTS, ScriptedAssistant, answer_citing, cite, refusal

DUTCH = cite("plan-nl", "We werken met vijf actielijnen in deze aanpak.")
ENGLISH = cite("plan-en", "We work with five action lines in this plan.")
OTHER = cite("plan-nl", "De acties zullen worden gemonitord met de partners.", 2)
ASKED = {"nl": "Welke actielijnen zijn er?", "en": "Which action lines are there?"}


def twinned(citation: Citation, other: Citation) -> Citation:
    twin = Twin(
        document_id=other.document_id,
        language=other.language,
        start=other.start,
        end=other.end,
        quote=other.quote,
        quote_sha256=other.quote_sha256,
    )
    return replace(citation, twin=twin)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    rows = [
        {
            "id": language,
            "need": "lines",
            "language": language,
            "question": question,
            "kind": "list",
            "status": "answered",
            "nuggets": [{"quotes": [{"document_id": "plan-nl", "quote": "vijf actielijnen"}]}],
            "split": "train",
            "author": "test",
        }
        for language, question in ASKED.items()
    ]
    path = tmp_path / "topics.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return [path]


def run_of(files: list[Path], dutch: Answer, english: Answer) -> Run:
    return Run(topics=load_topics(TEXTS, "train", files), answers=(dutch, english))


def test_a_sentence_and_its_twin_are_the_same_evidence() -> None:
    assert agreement_of([DUTCH], [twinned(ENGLISH, DUTCH)]) == 1.0


def test_a_sentence_that_is_not_aligned_is_other_evidence() -> None:
    assert agreement_of([DUTCH], [ENGLISH]) == 0.0


def test_what_only_one_answer_cites_lowers_the_agreement() -> None:
    assert agreement_of([DUTCH, OTHER], [twinned(ENGLISH, DUTCH)]) == pytest.approx(2 / 3)


def test_an_answer_and_a_refusal_are_different_decisions(files: list[Path]) -> None:
    refused = refusal("not_in_corpus", language="en")
    parity = measure_parity(run_of(files, answer_citing(DUTCH), refused))
    decision, evidence = (parity.figures[name] for name in ("same decision", "same evidence"))

    assert decision is not None
    assert decision.value == 0.0
    assert evidence is None


def test_two_refusals_are_the_same_decision_and_have_no_evidence(files: list[Path]) -> None:
    parity = measure_parity(
        run_of(files, refusal("not_in_corpus"), refusal("out_of_scope", language="en"))
    )

    assert [pair.same_decision for pair in parity.pairs] == [True]
    assert [pair.agreement for pair in parity.pairs] == [None]


def test_the_pairs_that_differ_are_printed(files: list[Path]) -> None:
    answers = {
        ASKED["nl"]: answer_citing(DUTCH),
        ASKED["en"]: replace(answer_citing(ENGLISH, language="en"), question=ASKED["en"]),
    }
    assistant = ScriptedAssistant(answers, otherwise=refusal("out_of_scope"))
    printed = StringIO()
    evaluate_parity(
        assistant, TEXTS, split="train", files=files, console=Console(file=printed, width=200)
    )

    assert "same evidence" in printed.getvalue()
    assert ASKED["en"] in printed.getvalue()


def test_a_split_without_pairs_is_refused(files: list[Path]) -> None:
    assistant = ScriptedAssistant({}, otherwise=refusal("out_of_scope"))
    with pytest.raises(NoTopics, match="split dev"):
        evaluate_parity(assistant, TEXTS, split="dev", files=files)


def test_the_shipped_pairs_are_asked_in_both_languages() -> None:
    rows = [
        json.loads(line) for line in (DATA / "topics-parity.jsonl").read_text("utf-8").splitlines()
    ]
    by_need: dict[str, set[str]] = {}
    for row in rows:
        by_need.setdefault(row["need"], set()).add(row["language"])

    assert len(by_need) >= 60
    assert all(languages == {"nl", "en"} for languages in by_need.values())
