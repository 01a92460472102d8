"""The documents say what the code does, or one of these fails."""

import json
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from typer.main import get_group

import mhiap
from assistant.answering import Assistant
from assistant.contract import answer_to_json
from ingest.settings import PROJECT
from tests.readme_examples import (
    JSON_QUESTION,
    README,
    read_block,
    read_settings_table,
    settings_table,
    stable,
    text_example,
)

TEXT = README.read_text(encoding="utf-8")
DOCUMENTS = [
    *sorted(PROJECT.glob("*.md")),
    *sorted((PROJECT / "docs").rglob("*.md")),
    PROJECT / "corpus" / "README.md",
]
DECISIONS = sorted((PROJECT / "docs" / "adr").glob("0*.md"))
REFRESH = "write the examples anew with: python -m tests.readme_examples"


def section(heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", TEXT, flags=re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def command_names() -> set[str]:
    return set(get_group(mhiap.app).commands)


def test_the_readme_is_under_150_lines() -> None:
    assert len(TEXT.splitlines()) < 150


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `mhiap (\w+)", section("Start"), flags=re.MULTILINE)

    assert set(listed) == command_names()
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_in_a_document_exists(document: Path) -> None:
    named = re.findall(r"`mhiap (\w+)", document.read_text(encoding="utf-8"))

    assert set(named) - command_names() == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_in_a_document_exists(document: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(), flags=re.MULTILINE)

    named = re.findall(r"(?:`|^)make ([a-z]+)", document.read_text(encoding="utf-8"), flags=re.M)

    assert set(named) - set(targets) == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_every_named_file_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    files = re.findall(r"`((?:tests|assistant|ingest|ui|evals|corpus|bench|docs)/[\w./-]+)`", text)

    missing = [name for name in links if not (document.parent / name).exists()]
    assert missing + [name for name in files if not (PROJECT / name).exists()] == []


def test_the_tree_names_every_folder_and_only_those() -> None:
    named = re.findall(r"^(\w+)/ ", section("The tree"), flags=re.MULTILINE)
    ignored = [line.rstrip("/") for line in (PROJECT / ".gitignore").read_text().splitlines()]

    folders = {path.name for path in PROJECT.iterdir() if path.is_dir() and path.name[0] != "."}
    assert set(named) == {
        name for name in folders if not any(fnmatch(name, pattern) for pattern in ignored)
    }


def test_the_settings_table_is_that_of_the_code() -> None:
    assert read_settings_table() == settings_table(), REFRESH


def test_the_example_as_text_is_what_the_product_prints(assistant: Assistant) -> None:
    assert read_block("console") == text_example(assistant), REFRESH


def test_the_example_as_json_is_what_the_product_gives(assistant: Assistant) -> None:
    given = json.loads(answer_to_json(stable(assistant.ask(JSON_QUESTION))))
    shown = json.loads(read_block("json"))

    del given["confidence"], shown["confidence"]  # changes with every fit of the abstention model
    assert shown == given, REFRESH
    assert f'mhiap ask "{JSON_QUESTION}" --json' in TEXT


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_and_a_page_at_most(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")

    assert re.findall(r"^\*\*(Context|Decision|Consequences|Guarded by)", text, flags=re.M) == [
        *("Context", "Decision", "Consequences", "Guarded by"),
    ]
    assert len(text.splitlines()) <= 50


def test_the_decisions_are_numbered_and_listed() -> None:
    listed = re.findall(r"\((0\d{3}[\w-]*\.md)\)", (PROJECT / "docs/adr/README.md").read_text())

    assert listed == [decision.name for decision in DECISIONS]
    assert [decision.name[:4] for decision in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]


def test_the_changelog_begins_with_what_is_next_or_the_version_of_the_project() -> None:
    content = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")

    first = re.search(r"^## (.+)$", changelog, flags=re.MULTILINE)
    assert first is not None
    assert first[1].startswith(("Unreleased", content["project"]["version"]))


def test_the_licence_is_the_one_the_project_names() -> None:
    licence = (PROJECT / "LICENSE").read_text(encoding="utf-8")

    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
