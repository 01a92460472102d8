"""What ``mhiap eval --retrieval`` does: search, judge, print and write; it is no gate."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from assistant.datatypes import IndexStamp
from evals.datatypes import Split
from evals.errors import NoTopics
from evals.ranking import Finds, read_ranked
from evals.retrieval import measure_retrieval, run_foreign, run_product
from evals.retrieval_table import retrieval_table
from evals.topics import load_topics
from evals.trec import write_figures, write_trec
from ingest.datatypes import Document, Passage

PRODUCT = "mhiap"


def evaluate_retrieval(
    assistant: Finds,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    stamp: IndexStamp,
    *,
    split: Split = "dev",
    out: Path | None = None,
    ranked: Sequence[Path] = (),
    files: Sequence[Path] | None = None,
    console: Console | None = None,
    commit: str | None = None,
) -> None:
    """Print how well the evidence of the topics is found, by direction; no topic is named.

    Args:
        assistant: what is measured.
        documents: of the index that it answers from.
        passages: of the same index.
        stamp: names that index in the file of figures.
        split: which topics to search.
        out: folder for ``run.trec``, ``qrels.trec`` and ``retrieval.json``.
        ranked: files of other systems' hits on these topics, to print beside.
        files: the topics files; those of the package when not given.
        console: where to print; the terminal when not given.
        commit: of the code, to be noted.

    Raises:
        TopicsRefused: when a topics file cannot be used.
        RankingRefused: when a file of hits cannot be used.
        NoTopics: when no topic of the split has evidence.
    """
    console = console or Console()
    by_id = {document.source.document_id: document for document in documents}
    topics = load_topics({name: d.text for name, d in by_id.items()}, split, files)
    others = [(_name(path), read_ranked(path, by_id)) for path in ranked]
    ours = run_product(assistant, topics, passages, by_id, PRODUCT)
    if not ours.topics:
        raise NoTopics(f"no topic of split {split} has evidence in the documents; add some")
    runs = [ours, *(run_foreign(hits, ours, name) for name, hits in others)]
    figures = [measure_retrieval(run) for run in runs]
    console.print(retrieval_table(figures))
    for one in figures:
        if one.unranked:
            console.print(f"{one.name}: {one.unranked} topics without hits count as zero")
    if out is not None:
        for number, run in enumerate(runs):
            write_trec(out, run, f"-{number}" if number else "")
        write_figures(out / "retrieval.json", ours, figures, split, asdict(stamp), commit)


def _name(path: Path) -> str:
    """Return the folder of the system: files lie in it, or in a folder named after the topics."""
    folder = path.absolute().parent
    named = folder.parent if folder.name.startswith("topics") else folder
    return named.name.replace(" ", "_")
