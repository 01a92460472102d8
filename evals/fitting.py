"""Fit the abstention model on topics, from what the assistant finds for each of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from assistant.answerability import MODEL
from assistant.datatypes import Turn
from assistant.distress import detect_support
from assistant.scope import detect_scope
from assistant.searching import Found
from evals.abstention import AbstentionFit, Example, abstention_json, fit_abstention
from evals.datatypes import Split, Topic
from evals.topics import topics_sha256
from ingest.datatypes import Language

LABELS = {"answered": True, "not_in_corpus": False, "out_of_scope": False}
"""The statuses between which the model decides; a topic with any other status teaches nothing."""


class Finds(Protocol):
    """What is fitted: the assistant before it decides."""

    def find(
        self, question: str, language: Language | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Found, ...]:
        """Return what would be composed for each part of a question, with its features."""


def gather_examples(assistant: Finds, topics: Sequence[Topic]) -> list[Example]:
    """Return an example for every topic with a status of ``LABELS``.

    A question in several parts is answered when one of them is, so that its most probable part
    stands for it. Left out are topics limited to some documents, and questions that are decided
    before anything is looked up: distress, and what is recognised as another subject.
    """
    examples = []
    for topic in topics:
        if topic.status not in LABELS or topic.documents is not None:
            continue
        if detect_scope(topic.question) or detect_support(topic.question):
            continue
        found = assistant.find(topic.question, history=topic.history)
        best = max(found, key=lambda one: one.probability)
        examples.append(
            Example(
                topic_id=topic.topic_id,
                need=topic.need,
                features=best.features,
                answerable=LABELS[topic.status],
            )
        )
    return examples


def refit_abstention(
    assistant: Finds, topics: Sequence[Topic], split: Split, target: Path = MODEL
) -> AbstentionFit:
    """Fit on ``topics``, write the model where the assistant reads it, and return the fit.

    Args:
        assistant: finds the evidence for each topic.
        topics: those of ``split``.
        split: noted in the file.
        target: the file to write.

    Raises:
        TooLittleData: there are too few topics, or none of one kind.
    """
    examples = gather_examples(assistant, topics)
    fit = fit_abstention(examples)
    used = {example.topic_id for example in examples}
    content = abstention_json(
        fit,
        split=split,
        topics=len(examples),
        sha256=topics_sha256([topic for topic in topics if topic.topic_id in used]),
    )
    unfinished = target.with_suffix(".tmp")
    unfinished.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(target)
    return fit


def describe_fit(fit: AbstentionFit) -> str:
    """Return the out-of-fold figures of a fit in two lines."""
    quality, decisions = fit.quality, fit.decisions
    return (
        f"n={quality.n}, out of fold: AUROC {quality.auroc:.3f}, AURC {quality.aurc:.3f}, "
        f"calibration error {quality.calibration_error:.3f}\n"
        f"threshold {fit.threshold:.3f}: balanced accuracy {decisions.balanced_accuracy:.3f}, "
        f"unanswerable refused {decisions.abstention_recall:.3f}, "
        f"answerable refused {decisions.false_refusals:.3f}"
    )
