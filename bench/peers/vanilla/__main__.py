"""Answer questions with the vanilla stack: ``python -m bench.peers.vanilla questions.jsonl``.

Prints one answer a line; with ``--out`` it writes a run instead (``make baselines``).
"""

import argparse
import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.peers.vanilla.baseline import DEPTH, TOP_K, Baseline
from bench.peers.vanilla.questions import BadLine, Question
from bench.peers.vanilla.recording import write_run, write_topics
from bench.peers.vanilla.retrieval import MODEL, OVERLAP_CHARS, PASSAGE_CHARS
from bench.peers.vanilla.sources import CorpusUnusable, read_sources

PROJECT = Path(__file__).resolve().parents[3]


def main() -> int:
    """Print answers or write a run; 1 when a line held no question, 2 when nothing can be done."""
    arguments = read_arguments()
    try:
        sources = read_sources(arguments.corpus)
        files = [read_lines(path) for path in arguments.questions]
    except (CorpusUnusable, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    baseline = Baseline(sources, arguments.passage_chars, arguments.overlap_chars)
    if arguments.out is None:
        return print_answers(baseline, files or [sys.stdin.read().split("\n")])
    settings = {
        "model": MODEL,
        "passage_chars": arguments.passage_chars,
        "overlap_chars": arguments.overlap_chars,
        "top_k": TOP_K,
        "depth": DEPTH,
    }
    topics = {
        path.name: record(baseline, lines, arguments.out / path.stem)
        for path, lines in zip(arguments.questions, files, strict=True)
    }
    command = shlex.join(["python", "-m", "bench.peers.vanilla", *sys.argv[1:]])
    write_run(arguments.out, command=command, sources=sources, settings=settings, topics=topics)
    return 0


def print_answers(baseline: Baseline, files: Sequence[Sequence[str]]) -> int:
    """Print one answer a line, each as soon as it is there; return 1 when a line was bad."""
    code = 0
    for lines in files:
        for asked in baseline.ask(lines):
            print(json.dumps(asked.answer, ensure_ascii=False), flush=True)
            if isinstance(asked.question, BadLine):
                code = 1
    return code


def record(baseline: Baseline, lines: Sequence[str], folder: Path) -> int:
    """Write what comes of ``lines`` into ``folder``; return how many questions they held."""
    rows = list(baseline.ask(lines))
    found = [(row.question, row.hits) for row in rows if isinstance(row.question, Question)]
    write_topics(folder, found, [row.answer for row in rows])
    return len(found)


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file of questions."""
    return path.read_text(encoding="utf-8-sig").split("\n")


def read_arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers.vanilla", description=__doc__)
    parser.add_argument("questions", nargs="*", type=Path, help="JSONL files; else standard input")
    parser.add_argument("--corpus", type=Path, default=PROJECT / "corpus")
    parser.add_argument("--out", type=Path, help="write a run into this folder, print nothing")
    parser.add_argument("--passage-chars", type=int, default=PASSAGE_CHARS)
    parser.add_argument("--overlap-chars", type=int, default=OVERLAP_CHARS)
    arguments = parser.parse_args()
    if arguments.out is not None and not arguments.questions:
        parser.error("--out needs the topics files by name")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
