"""What a command costs: time, processor and memory, of the command and of all that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MEGA = 2**20
_SHOWN = 4000  # characters of what a command that failed has said


class Cost(NamedTuple):
    """What one run of a command and of all that it starts costs."""

    processor: float  # seconds
    clock: float  # seconds
    memory: int  # bytes, at the peak of the largest process


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder to its end and give what it cost; ends the program where it fails, with what it said.

    The memory is never less than that of the program that calls this: the kernel counts a process from its fork on.
    """
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{told.read().decode(errors='replace')[-_SHOWN:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss * 1024)
