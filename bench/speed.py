"""How long a person waits: a command from cold, a question once open, an ingest from nothing.

Run by ``make bench``; prints medians with their n and the machine, and writes nothing.
"""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from rich.console import Console
from rich.table import Table

from assistant.assembly import open_assistant
from evals.topics import load_topics
from ingest.pipeline import ingest, read_texts
from ingest.settings import read_settings

COLD_RUNS, INGEST_RUNS = 7, 3
COMMANDS = (("mhiap --help", ["--help"]), ("mhiap ask", ["ask", "Hoe begin ik met MHiAP?"]))


def time_seconds(action: Callable[[], object]) -> float:
    """Return how long ``action`` takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def run_command(arguments: list[str]) -> None:
    """Run the command line in a process of its own, as a person does."""
    subprocess.run([sys.executable, "-m", "mhiap", *arguments], check=True, capture_output=True)


def main() -> None:
    """Measure and print."""
    settings = read_settings()
    table = Table("what", "n", "median", "95th percentile", title="Seconds")

    def add(what: str, seconds: list[float]) -> None:
        tail = f"{quantiles(seconds, n=20)[-1]:.3f}" if len(seconds) >= 20 else "-"
        table.add_row(what, str(len(seconds)), f"{median(seconds):.3f}", tail)

    for name, arguments in COMMANDS:
        cold = [time_seconds(partial(run_command, arguments)) for _ in range(COLD_RUNS + 1)]
        add(f"{name}, cold", cold[1:])
    add(
        "opening the assistant", [time_seconds(partial(open_assistant, settings)) for _ in range(5)]
    )
    assistant = open_assistant(settings)
    topics = load_topics(read_texts(settings.corpus), "dev")
    warm = [
        time_seconds(partial(assistant.ask, topic.question, history=topic.history))
        for topic in topics
    ]
    add("a question, warm (dev topics)", warm)
    with tempfile.TemporaryDirectory() as folder:
        fresh = [
            settings.model_copy(update={"index": Path(folder, str(number))})
            for number in range(INGEST_RUNS)
        ]
        built = [time_seconds(partial(ingest, house)) for house in fresh]
    add("an ingest from nothing", built)
    console = Console(width=100)
    console.print(table)
    console.print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} when measured"
    )


if __name__ == "__main__":
    main()
