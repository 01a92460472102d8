"""The house: what may import what, what importing does, and what is pinned."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ingest.pipeline import IngestReport, read_texts
from ingest.settings import PROJECT, Settings

PACKAGES = ("ingest", "assistant", "ui", "evals", "training")
TARGETS = (
    *("help", "install", "run", "ask", "test", "accept"),
    *("check", "fix", "ingest", "evals", "bench", "baselines", "model", "clean"),
)
FORBIDDEN_WORDS = {"chunk", "node", "snippet", "utils", "helpers", "common", "manager", "core"}
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9][0-9A-Za-z.!]*)")


def modules() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((PROJECT / package).rglob("*.py"))


def imported_by(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def pinned() -> dict[str, str]:
    lines = (PROJECT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [PIN.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert None not in pins
    return {canonicalize_name(pin["name"]): pin["version"] for pin in pins if pin}


def project() -> dict[str, object]:
    content = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    found = content["project"]
    assert isinstance(found, dict)
    return found


def requirements(*, dev: bool) -> list[Requirement]:
    found = project()
    dependencies, extras = found["dependencies"], found["optional-dependencies"]
    assert isinstance(dependencies, list)
    assert isinstance(extras, dict)
    return [Requirement(line) for line in [*dependencies, *(extras["dev"] if dev else [])]]


def test_no_package_imports_the_command_line() -> None:
    assert [path.name for path in modules() if "mhiap" in imported_by(path)] == []


def test_importing_every_module_opens_no_file_of_the_project_and_no_connection() -> None:
    names = [
        ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")
        for path in modules()
    ]
    program = f"""
import importlib, os, sys
project, found = {str(PROJECT)!r} + os.sep, []
own = tuple(project + package + os.sep for package in ("corpus", "var", *{PACKAGES!r}))
def watch(event, arguments):
    if event == "socket.connect":
        found.append(event)
    if event == "open" and isinstance(arguments[0], str):
        if arguments[0].startswith(own) and not arguments[0].endswith((".py", ".pyc")):
            if "__pycache__" not in arguments[0]:
                found.append(arguments[0])
sys.addaudithook(watch)
for name in {["mhiap", *names]!r}:
    importlib.import_module(name)
print(found)
"""
    environment = {**os.environ, "MHIAP_PORT": "not a port", "MHIAP_CORPUS": "/nowhere"}

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_only_the_settings_and_the_model_loader_touch_the_environment() -> None:
    readers = {
        path.relative_to(PROJECT).as_posix()
        for path in modules()
        if "os.environ" in (text := path.read_text(encoding="utf-8")) or "getenv" in text
    }

    assert readers <= {"ingest/embedding.py"}


def test_modules_are_named_in_the_words_of_the_field() -> None:
    wrong = [
        path.name
        for path in modules()
        if FORBIDDEN_WORDS & set(path.stem.split("_")) or path.stem == "base"
    ]

    assert wrong == []


def test_every_dependency_is_pinned_within_what_the_project_asks_for() -> None:
    pins = pinned()

    for requirement in requirements(dev=True):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])


def test_the_lock_names_no_local_version_address_or_hash() -> None:
    text = (PROJECT / "requirements.lock").read_text(encoding="utf-8")

    assert [sign for sign in ("+", "://", "@", "--", "sha256") if sign in text] == []


def test_everything_that_is_imported_is_declared() -> None:
    declared = {canonicalize_name(requirement.name) for requirement in requirements(dev=False)}
    names = {
        "bm25s": "bm25s",
        "Stemmer": "pystemmer",
        "markdown_it": "markdown-it-py",
        "pydantic_core": "pydantic",
        "huggingface_hub": "huggingface-hub",
    }
    top = {name.partition(".")[0] for path in modules() for name in imported_by(path)}
    outside = top - set(sys.stdlib_module_names) - set(PACKAGES)

    wanted = {canonicalize_name(names.get(name, name)) for name in outside}
    assert wanted - declared == set()


def test_the_committed_texts_are_what_an_ingest_writes(
    settings: Settings, ingested: IngestReport
) -> None:
    assert ingested.complete
    assert read_texts(PROJECT / "corpus") == read_texts(settings.corpus)


@pytest.mark.parametrize("target", TARGETS)
def test_make_help_documents_every_target(target: str) -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{target}:[^#\n]* ## \S", makefile, flags=re.MULTILINE)


def test_the_build_server_runs_the_commands_of_people() -> None:
    script = PROJECT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")

    assert os.access(script, os.X_OK)
    assert all(part in text for part in ("make test", "make check", "MHIAP_REQUIRE_BROWSER=1"))
