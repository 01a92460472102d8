import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import IngestRunning
from ingest.generations import (
    CURRENT,
    NAME,
    UNFINISHED,
    current_generation,
    new_generation,
    publish,
    sweep,
    writing,
)
from ingest.settings import PROJECT

OLD, NEW = "20260101T000000Z-00000000", "20260102T000000Z-00000000"

HOLDER = """
import sys, time
from pathlib import Path
from ingest.generations import writing
with writing(Path(sys.argv[1])):
    print("holding", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is building in tmp_path."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holding\n"
        yield process
        process.kill()


def test_names_never_collide_and_follow_one_form() -> None:
    names = {new_generation() for _ in range(1000)}

    assert len(names) == 1000
    assert all(NAME.fullmatch(name) for name in names)


def test_nothing_is_current_before_the_first_publication(tmp_path: Path) -> None:
    assert current_generation(tmp_path) is None


@pytest.mark.parametrize("content", ["", "../../etc", "latest", f"{OLD}{UNFINISHED}", "\xff"])
def test_a_pointer_that_holds_no_name_points_at_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / CURRENT).write_text(content, encoding="utf-8")

    assert current_generation(tmp_path) is None


def test_a_published_generation_is_current_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / (OLD + UNFINISHED) / "folder").mkdir(parents=True)
    (tmp_path / (OLD + UNFINISHED) / "folder" / "file").write_text("content")

    publish(tmp_path, OLD)

    assert current_generation(tmp_path) == OLD
    assert (tmp_path / OLD / "folder" / "file").read_text() == "content"
    assert sorted(path.name for path in tmp_path.iterdir()) == [OLD, CURRENT]


def test_readers_always_find_a_whole_pointer_while_it_is_replaced(tmp_path: Path) -> None:
    names = [f"20260101T0000{second:02d}Z-00000000" for second in range(40)]
    for name in names:
        (tmp_path / (name + UNFINISHED)).mkdir()
    publish(tmp_path, names[0])
    seen: list[str | None] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(current_generation(tmp_path))

    reader = threading.Thread(target=read)
    reader.start()
    for name in names[1:]:
        publish(tmp_path, name)
    done.set()
    reader.join()

    assert set(seen) <= set(names)


def test_what_a_killed_build_left_is_swept_and_finished_generations_stay(tmp_path: Path) -> None:
    for name in (OLD, NEW, OLD + UNFINISHED, "notes", "notes.tmp"):
        (tmp_path / name).mkdir()

    removed = sweep(tmp_path)

    assert removed == [OLD]
    assert sorted(path.name for path in tmp_path.iterdir()) == [OLD, NEW, "notes", "notes.tmp"]


def test_old_generations_are_swept_when_told_what_to_keep(tmp_path: Path) -> None:
    for name in (OLD, NEW, "notes"):
        (tmp_path / name).mkdir()

    removed = sweep(tmp_path, keep={NEW})

    assert removed == [OLD]
    assert sorted(path.name for path in tmp_path.iterdir()) == [NEW, "notes"]


def test_a_second_process_is_refused_and_told_who_is_building(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    message = rf"another ingest is building .* \(process {holder.pid} on .*, since \d{{4}}-"

    with pytest.raises(IngestRunning, match=message), writing(tmp_path):
        pass


def test_a_killed_process_frees_the_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()

    with writing(tmp_path):
        entered = True

    assert entered


def test_a_second_thread_is_refused(tmp_path: Path) -> None:
    refused: list[IngestRunning] = []

    def enter() -> None:
        try:
            with writing(tmp_path):
                pass
        except IngestRunning as error:
            refused.append(error)

    with writing(tmp_path):
        thread = threading.Thread(target=enter)
        thread.start()
        thread.join()

    assert len(refused) == 1
    assert re.search(f"process {os.getpid()}", str(refused[0]))


def test_the_thread_that_holds_the_lock_may_enter_again(tmp_path: Path) -> None:
    with writing(tmp_path), writing(tmp_path):
        entered = True

    assert entered


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing(tmp_path):
        _ = 1 / 0

    with writing(tmp_path):
        entered = True

    assert entered
