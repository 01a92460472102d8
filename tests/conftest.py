"""A clean environment for every test, and the real assistant over an index built once."""

import shutil
from collections import Counter
from collections.abc import Iterator

import pytest

from assistant.answering import Assistant
from assistant.assembly import open_assistant
from ingest.pipeline import IngestReport, ingest
from ingest.settings import PROJECT, Settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="run the accept tests in their longer form"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once why tests were skipped, however many they were."""
    reports = terminalreporter.getreports("skipped")
    reasons = Counter(str(report.longrepr[2]) for report in reports)
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} tests: {reason}")


@pytest.fixture(scope="session", autouse=True)
def clean_environment() -> Iterator[None]:
    """Take the product's settings out of the environment, so that every test has the defaults."""
    with pytest.MonkeyPatch.context() as environment:
        for name in Settings.model_fields:
            environment.delenv(f"MHIAP_{name.upper()}", raising=False)
        yield


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the shipped corpus without its texts, and a folder for its index."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(PROJECT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("text"))
    return Settings(corpus=folder / "corpus", index=folder / "index")


@pytest.fixture(scope="session")
def ingested(settings: Settings) -> IngestReport:
    """What the ingest of the shipped corpus reported; its index serves from then on."""
    return ingest(settings)


@pytest.fixture(scope="session")
def assistant(settings: Settings, ingested: IngestReport) -> Assistant:
    """The real assistant over the shipped corpus."""
    return open_assistant(settings)
