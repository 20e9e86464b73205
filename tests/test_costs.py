"""What the benchmarks say that a command costs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from benchmarks.costs import MEGA, Cost, run

BUSY = "import time\nwhile time.process_time() < 0.1: pass\nheld = bytearray(50 * 2**20)"
STARTS_BUSY = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}], check=True)"
MEASURE = """
import json, os, sys
from pathlib import Path
from benchmarks.costs import run
print(json.dumps(run([sys.executable, "-c", sys.argv[1]], Path(), os.environ)))
"""


def test_the_cost_is_that_of_a_command_and_of_all_that_it_starts() -> None:
    """A command that waits for another has used what that one used: its processor time, and its memory in bytes."""
    command = [sys.executable, "-c", MEASURE, STARTS_BUSY]  # apart: what measures is small, as the benchmarks are
    cost = Cost(*json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout))
    assert cost.processor >= 0.1
    assert cost.clock > 0
    assert 50 * MEGA < cost.memory < 100 * MEGA


def test_a_command_that_fails_ends_the_measurement_with_what_it_said(tmp_path: Path) -> None:
    """No figure comes of a command that failed."""
    words = "import sys; print('on stdout', flush=True); sys.exit('on stderr')"
    with pytest.raises(SystemExit, match=r"failed:\non stdout\non stderr\n$"):
        run([sys.executable, "-c", words], tmp_path, os.environ)
