import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from ingest.errors import IndexDamaged
from ingest.inventory import FileRecord, record_files
from ingest.private_copy import PrivateCopy
from ingest.settings import PROJECT

KILLED = """
import os, sys
from pathlib import Path
from ingest.inventory import record_files
from ingest.private_copy import PrivateCopy
copy = PrivateCopy(Path(sys.argv[1]), record_files(Path(sys.argv[1])))
print(copy.folder, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, for this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    folder = tmp_path / "origin"
    (folder / "chroma").mkdir(parents=True)
    (folder / "chroma" / "data.bin").write_bytes(bytes(3_000_000))
    (folder / "empty").write_bytes(b"")
    return folder


def test_the_copy_holds_the_same_files_and_goes_when_it_is_closed(
    origin: Path, temporary: Path
) -> None:
    copy = PrivateCopy(origin, record_files(origin))
    held = record_files(copy.folder)

    copy.close()
    copy.close()

    assert held == record_files(origin)
    assert list(temporary.iterdir()) == []


def test_only_this_user_can_look_into_the_copy(origin: Path, temporary: Path) -> None:
    copy = PrivateCopy(origin, record_files(origin))
    mode = copy.folder.stat().st_mode & 0o777
    copy.close()

    assert mode == 0o700


def test_a_file_that_changed_since_it_was_recorded_is_refused(
    origin: Path, temporary: Path
) -> None:
    files = record_files(origin)
    (origin / "chroma" / "data.bin").write_bytes(bytes(2_999_999) + b"x")

    with pytest.raises(IndexDamaged, match=r"data\.bin has changed .*mhiap ingest"):
        PrivateCopy(origin, files)

    assert list(temporary.iterdir()) == []


def test_a_file_that_is_gone_is_refused(origin: Path, temporary: Path) -> None:
    with pytest.raises(IndexDamaged, match="cannot be copied"):
        PrivateCopy(origin, {"absent": FileRecord(size_bytes=1, sha256="")})

    assert list(temporary.iterdir()) == []


def test_a_copy_that_is_forgotten_goes_too(origin: Path, temporary: Path) -> None:
    copy = PrivateCopy(origin, record_files(origin))
    del copy

    assert list(temporary.iterdir()) == []


def test_the_copy_of_a_killed_process_goes_with_the_next_one(origin: Path, temporary: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(origin)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    left = Path(done.stdout.strip())
    assert left.is_dir()

    PrivateCopy(origin, record_files(origin)).close()

    assert list(temporary.iterdir()) == []


def test_a_copy_in_use_is_not_taken_for_an_abandoned_one(origin: Path, temporary: Path) -> None:
    first = PrivateCopy(origin, record_files(origin))
    second = PrivateCopy(origin, record_files(origin))

    assert first.folder.is_dir()
    assert second.folder.is_dir()

    first.close()
    second.close()


def test_a_copy_may_be_closed_by_another_thread(origin: Path, temporary: Path) -> None:
    copy = PrivateCopy(origin, record_files(origin))

    closing = threading.Thread(target=copy.close)
    closing.start()
    closing.join()

    assert list(temporary.iterdir()) == []
