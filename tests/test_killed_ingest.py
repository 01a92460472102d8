"""An ingest that is killed at any moment leaves the assistant answering."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.generations import current_generation
from ingest.pipeline import ingest
from ingest.settings import PROJECT, Settings

KILLS, KILLS_LONG = 10, 60
COMMAND = [sys.executable, "-m", "mhiap"]


@pytest.mark.accept
@pytest.mark.timeout(1200)
def test_every_question_is_answered_whenever_the_ingest_is_killed(
    settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    house = settings.model_copy(update={"index": tmp_path / "index"})
    ingest(house)
    environment = {
        **os.environ,
        "MHIAP_CORPUS": str(house.corpus),
        "MHIAP_INDEX": str(house.index),
    }
    start = time.perf_counter()
    subprocess.run([*COMMAND, "ingest", "--force"], cwd=PROJECT, env=environment, check=True)
    whole_seconds = time.perf_counter() - start
    moments = random.Random(20251107)

    for _ in range(KILLS_LONG if request.config.getoption("--long") else KILLS):
        building = subprocess.Popen([*COMMAND, "ingest", "--force"], cwd=PROJECT, env=environment)
        time.sleep(moments.uniform(0, whole_seconds))
        building.kill()
        building.wait()
        done = subprocess.run(
            [*COMMAND, "ask", "Hoe begin ik met MHiAP?", "--json"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        answer = json.loads(done.stdout)
        assert answer["status"] == "answered"
        assert answer["index"]["generation"] == current_generation(house.index)

    repaired = subprocess.run([*COMMAND, "ingest"], cwd=PROJECT, env=environment, check=False)
    assert repaired.returncode == 0
