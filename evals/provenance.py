"""Which code a measurement was made with."""

import subprocess
from pathlib import Path


def read_commit(folder: Path) -> str | None:
    """Return the commit of the checkout in ``folder``, ``-dirty`` behind it when it was changed.

    ``None`` outside a checkout, or without git.
    """
    command = ["git", "describe", "--always", "--exclude=*", "--dirty", "--abbrev=40"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
