"""A run as files, so that it can be compared with where the teacher is not installed.

``run.json`` says how and on what. A folder per topics file holds ``ranked.jsonl.xz``, what was
found for each question, best first, and ``answers.jsonl.xz``, the answers. Both repeat the same
few passages many times over, so they are compressed: a hundredth of the size is left.
"""

import json
import lzma
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.peers.vanilla.passages import Hit
from bench.peers.vanilla.questions import Question
from bench.peers.vanilla.sources import Source, hash_corpus

PACKAGES = (
    *("chromadb", "langchain-chroma", "langchain-core", "langchain-huggingface"),
    *("langchain-text-splitters", "pypdf", "sentence-transformers", "torch", "transformers"),
)


def write_run(
    folder: Path,
    *,
    command: str,
    sources: Sequence[Source],
    settings: Mapping[str, object],
    topics: Mapping[str, int],
) -> None:
    """Write ``run.json``.

    Args:
        folder: of the run.
        command: that made it.
        sources: what was read.
        settings: of the model, the splitter and the search.
        topics: how many questions each topics file gave.
    """
    run = {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "command": command,
        "stale": None,
        "corpus_sha256": hash_corpus(sources),
        "documents": {source.document_id: source.file_sha256 for source in sources},
        "settings": dict(settings),
        "topics": dict(topics),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }
    text = json.dumps(run, ensure_ascii=False, indent=2)
    (folder / "run.json").write_text(text + "\n", encoding="utf-8")


def write_topics(
    folder: Path,
    found: Iterable[tuple[Question, Sequence[Hit]]],
    answers: Iterable[Mapping[str, object]],
) -> None:
    """Write ``ranked.jsonl.xz`` and ``answers.jsonl.xz`` of one topics file into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    write_lines(folder / "ranked.jsonl.xz", (ranked_row(asked, hits) for asked, hits in found))
    write_lines(folder / "answers.jsonl.xz", answers)


def ranked_row(question: Question, hits: Sequence[Hit]) -> dict[str, object]:
    """Return what was found for a question, ready for JSON."""
    return {
        "id": question.question_id,
        "question": question.text,
        "hits": [
            {
                "rank": hit.rank,
                "document": hit.passage.document_id,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "text": hit.passage.text,
                "score": round(hit.score, 4),
            }
            for hit in hits
        ],
    }


def write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write one JSON object a line into a file compressed with xz."""
    with lzma.open(path, "wt", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
