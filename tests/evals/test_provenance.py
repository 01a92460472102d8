"""The commit that a measurement names."""

import subprocess
from pathlib import Path

import pytest

from evals.provenance import read_commit

IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *IDENTITY, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "code.py").write_text("one")
    git(tmp_path, "add", "code.py")
    git(tmp_path, "commit", "--quiet", "--no-verify", "--message", "One")
    git(tmp_path, "tag", "v1")
    return tmp_path


def test_a_clean_checkout_is_named_by_its_commit(checkout: Path) -> None:
    assert read_commit(checkout) == git(checkout, "rev-parse", "HEAD")


def test_a_changed_checkout_is_said_to_be_so(checkout: Path) -> None:
    (checkout / "code.py").write_text("two")

    assert read_commit(checkout) == git(checkout, "rev-parse", "HEAD") + "-dirty"


def test_outside_a_checkout_there_is_no_commit(tmp_path: Path) -> None:
    assert read_commit(tmp_path) is None


def test_a_folder_that_is_not_there_has_no_commit(tmp_path: Path) -> None:
    assert read_commit(tmp_path / "nowhere") is None
