"""What was found, as an answer in the shape of ``mhiap.answer/1``.

Without a language model the passages found are the answer: all of them, each cited, whatever the
question and however far off they are. It never refuses. What the shape asks and this stack cannot
know is filled in thus: ``language`` is what the line says, English otherwise; ``confidence`` is the
cosine of the best passage, which nobody calibrated; page and section are null. Offsets point into
the file as read, not into ``corpus/text``, and ``text_sha256`` is of what was read.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from bench.peers.vanilla.passages import Hit
from bench.peers.vanilla.questions import BadLine, Question
from bench.peers.vanilla.sources import Source

SCHEMA = "mhiap.answer/1"


def answer_of(
    question: Question,
    hits: Sequence[Hit],
    sources: Mapping[str, Source],
    index: Mapping[str, str],
    seconds: float,
) -> dict[str, object]:
    """Return the answer that shows ``hits`` in their order, ready for JSON.

    Args:
        question: that was asked.
        hits: at least one, best first.
        sources: by document id.
        index: ``generation``, ``corpus_sha256`` and ``embedding_model``.
        seconds: that the search took.
    """
    texts = [hit.passage.text for hit in hits]
    return _answer(
        question_id=question.question_id,
        question=question.text,
        language=question.language or "en",
        status="answered",
        text="\n\n".join(f"{text} [{marker}]" for marker, text in enumerate(texts, start=1)),
        confidence=round(min(max(hits[0].score, 0.0), 1.0), 4),
        claims=[_claim(marker, text) for marker, text in enumerate(texts, start=1)],
        citations=[
            _citation(marker, hit, sources[hit.passage.document_id])
            for marker, hit in enumerate(hits, start=1)
        ],
        index=index,
        seconds=seconds,
    )


def invalid_answer(line: BadLine, index: Mapping[str, str]) -> dict[str, object]:
    """Return the answer that stands in the place of a line without a question."""
    return _answer(
        question_id=line.question_id,
        question=line.text,
        language="en",
        status="invalid",
        text=line.reason,
        confidence=None,
        claims=[],
        citations=[],
        index=index,
        seconds=0.0,
    )


def _answer(
    *,
    question_id: str | None,
    question: str,
    language: str,
    status: str,
    text: str,
    confidence: float | None,
    claims: list[dict[str, object]],
    citations: list[dict[str, object]],
    index: Mapping[str, str],
    seconds: float,
) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "id": question_id,
        "question": question,
        "language": language,
        "status": status,
        "support": None,
        "mode": "extractive",
        "text": text,
        "confidence": confidence,
        "missing": [],
        "notice": None,
        "claims": claims,
        "citations": citations,
        "checks": {"checked": 0, "replaced": 0, "dropped": []},
        "related": [],
        "suggestions": [],
        "index": dict(index),
        "seconds": round(seconds, 4),
    }


def _claim(marker: int, text: str) -> dict[str, object]:
    return {
        "text": text,
        "markers": [marker],
        "verdict": "verbatim",
        "reasons": [],
        "speaker": None,
    }


def _citation(marker: int, hit: Hit, source: Source) -> dict[str, object]:
    return {
        "marker": marker,
        "document_id": source.document_id,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "authority": source.authority,
        "published": source.published,
        "language": source.language,
        "origin": source.origin,
        "section": None,
        "page": None,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "quote": hit.passage.text,
        "quote_sha256": _sha256(hit.passage.text),
        "text_sha256": _sha256(source.text),
        "translation": None,
        "twin": None,
        "url": source.url,
    }


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
