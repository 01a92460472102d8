"""A copy of a Chroma folder for one reader alone.

Chroma writes to its files even when it only reads, and two processes on one folder disturb each
other. Every reader therefore opens a copy of its own: the generation keeps the bytes that were
verified, a read-only folder can be served, and bytes that have changed are noticed while they are
copied, before Chroma's native code meets them.
"""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4
from weakref import finalize

from filelock import FileLock, Timeout

from ingest.errors import IndexDamaged
from ingest.inventory import FileRecord

PREFIX = "mhiap-index-"
BLOCK = 1 << 20


class PrivateCopy:
    """A folder in the system's temporary folder, removed when it is closed or the program ends.

    A copy whose process was killed is removed when the next copy is made.
    """

    def __init__(self, origin: Path, files: Mapping[str, FileRecord]) -> None:
        """Copy ``files``, given by their path relative to ``origin``.

        Raises:
            IndexDamaged: when a file is not as recorded, or there is no room for the copy.
        """
        temporary = Path(tempfile.gettempdir())
        _remove_abandoned(temporary)
        self.folder = temporary / f"{PREFIX}{uuid4().hex}"
        lock = FileLock(f"{self.folder}.lock", thread_local=False)
        self._remove = finalize(self, _remove_copy, self.folder, lock)
        try:
            lock.acquire()
            self.folder.mkdir(mode=0o700)
            for name, record in files.items():
                copy_file(origin / name, self.folder / name, record)
        except OSError as error:
            self.close()
            raise IndexDamaged(
                f"the index in {origin} cannot be copied to {temporary} ({error.strerror}): make "
                "room there or set TMPDIR to another folder; if that is not it, run mhiap ingest"
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Remove the copy; closing twice does nothing."""
        self._remove()


def copy_file(origin: Path, target: Path, record: FileRecord) -> None:
    """Copy one file.

    Raises:
        IndexDamaged: when its bytes are not those of ``record``.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = sha256()
    with origin.open("rb") as reader, target.open("wb") as writer:
        while block := reader.read(BLOCK):
            digest.update(block)
            writer.write(block)
    if digest.hexdigest() != record.sha256:
        raise IndexDamaged(f"{origin} has changed since it was verified: run mhiap ingest")


def _remove_abandoned(temporary: Path) -> None:
    for lock in temporary.glob(f"{PREFIX}*.lock"):
        with suppress(Timeout, OSError), FileLock(lock, timeout=0):
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
            lock.unlink()


def _remove_copy(folder: Path, lock: FileLock) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()
