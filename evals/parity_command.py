"""What ``mhiap eval --parity`` does: ask in both languages, compare, print; it is no gate."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.datatypes import Split
from evals.errors import NoTopics
from evals.intervals import METHOD
from evals.parity import SAME, Parity, measure_parity
from evals.run import Asks, answer_topics
from evals.topics import load_topics

PAIRED = "topics-parity.jsonl"
MEANINGS = {
    "same decision": "both questions are answered, or neither is",
    "same evidence": f"agreement of at least {SAME:g}, where both are answered",
    "identical evidence": "every citation is in both answers, in one edition or the other",
    "mean agreement": "share of the citations that the other answer has too",
}


def evaluate_parity(
    assistant: Asks,
    texts: Mapping[str, str],
    *,
    split: Split,
    files: Sequence[Path] | None = None,
    console: Console | None = None,
) -> None:
    """Print how alike the answers to the Dutch and the English question of each need are.

    The pairs that differ are named, except in split ``test``, which is only measured.

    Args:
        assistant: what is measured.
        texts: canonical text by document id.
        split: which topics to ask.
        files: the topics files; the pairs of the package when not given.
        console: where to print; the terminal when not given.

    Raises:
        TopicsRefused: when a topics file cannot be used.
        NoTopics: when no need of the split is asked in both languages.
    """
    console = console or Console()
    paired = [Path(__file__).parent / "data" / PAIRED] if files is None else files
    topics = load_topics(texts, split, paired)
    parity = measure_parity(answer_topics(assistant, topics))
    if not parity.pairs:
        raise NoTopics(f"no need of split {split} is asked in both languages; add some")
    console.print(_table(parity))
    if split != "test":
        console.print(_differences(parity))


def _table(parity: Parity) -> Table:
    table = Table(caption=METHOD, caption_justify="left")
    for heading in ("measure", "meaning"):
        table.add_column(heading)
    for heading in ("value", "95 % interval", "pairs"):
        table.add_column(heading, justify="right")
    for name, found in parity.figures.items():
        ends = "-"
        if found is not None and found.low is not None and found.high is not None:
            ends = f"{found.low:.3f} to {found.high:.3f}"
        value, n = (f"{found.value:.3f}", str(found.n)) if found else ("-", "0")
        table.add_row(name, MEANINGS[name], value, ends, n)
    return table


def _differences(parity: Parity) -> Table:
    table = Table(title="Where they differ", title_justify="left")
    for heading in ("need", "Dutch question", "English question", "Dutch", "English", "agreement"):
        table.add_column(heading)
    for pair in parity.pairs:
        if pair.same_decision and (pair.agreement is None or pair.agreement >= SAME):
            continue
        agreement = "-" if pair.agreement is None else f"{pair.agreement:.2f}"
        asked = (pair.need, pair.dutch.question, pair.english.question)
        table.add_row(*map(Text, (*asked, pair.dutch.status, pair.english.status, agreement)))
    return table
