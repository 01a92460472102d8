"""Where indexes live: a folder per generation, one pointer to the serving one, one writer.

``<index>/<generation>/`` is never written again once it has that name; while it is being built it
is called ``<generation>.tmp``. ``CURRENT`` holds the name of the generation that serves and is
replaced in one step, so that a reader sees the old index or the new one and nothing between.
"""

import json
import os
import re
import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import IngestRunning

CURRENT = "CURRENT"
LOCK = "writer.lock"
WRITER = "writer.json"
UNFINISHED = ".tmp"
NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


def new_generation() -> str:
    """Return a name for a generation: the UTC second and eight random digits; names sort by age."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"


def current_generation(index: Path) -> str | None:
    """Return the name that ``CURRENT`` holds, or ``None`` when it is missing or is no such name."""
    try:
        name = (index / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if NAME.fullmatch(name) else None


def publish(index: Path, generation: str) -> None:
    """Give the finished ``<generation>.tmp`` its name and let ``CURRENT`` point at it.

    Everything is on disk before the pointer changes: a power cut leaves the old or the new index.
    """
    unfinished = index / (generation + UNFINISHED)
    for path in sorted(unfinished.rglob("*")):
        _sync(path)
    _sync(unfinished)
    unfinished.rename(index / generation)
    _sync(index)
    pointer = index / (CURRENT + UNFINISHED)
    pointer.write_text(generation + "\n", encoding="ascii")
    _sync(pointer)
    os.replace(pointer, index / CURRENT)
    _sync(index)


def sweep(index: Path, *, keep: set[str] | None = None) -> list[str]:
    """Remove what a killed build has left, and old generations; return the names of all removed.

    Only the holder of ``writing`` may call it.

    Args:
        index: the folder of the generations.
        keep: the finished generations to keep; all of them when ``None``.
    """
    removed = []
    for path in sorted(index.iterdir()):
        name = path.name.removesuffix(UNFINISHED)
        finished = name == path.name
        wanted = finished and (keep is None or name in keep)
        if path.is_dir() and NAME.fullmatch(name) and not wanted:
            shutil.rmtree(path, ignore_errors=True)
            removed.append(name)
    return removed


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the right to build in ``index``; the system takes it back when the process dies.

    A thread that holds it may enter again.

    Raises:
        IngestRunning: at once, when another process or thread holds it.
    """
    index.mkdir(parents=True, exist_ok=True)
    lock = FileLock(index / LOCK, timeout=0, is_singleton=True)
    try:
        lock.acquire()
    except Timeout as error:
        raise IngestRunning(
            f"another ingest is building in {index}{_who(index)}: wait until it is done"
        ) from error
    try:
        writer = {"pid": os.getpid(), "host": socket.gethostname(), "started": _now()}
        (index / WRITER).write_text(json.dumps(writer), encoding="utf-8")
        yield
    finally:
        lock.release()


def _who(index: Path) -> str:
    try:
        writer = json.loads((index / WRITER).read_text(encoding="utf-8"))
        return f" (process {writer['pid']} on {writer['host']}, since {writer['started']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
