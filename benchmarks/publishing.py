"""How long the publish workflow takes from a fresh clone: each of its steps, in order, without and with a cache.

    python benchmarks/publishing.py

Clones the repository twice into a folder of its own, makes a new environment for each, and runs every script of the job
`build` as it stands in .github/workflows/publish.yml for a push. The first time the cache of downloads is empty, as on
a service's first run; the second time it is what the first has left, as on every later one. Of pages nothing is cached.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW = ROOT / ".github/workflows/publish.yml"
Spent = tuple[float, float]  # seconds on the clock, seconds of the processor


def main() -> None:
    """Measure both runs and print them as a table."""
    with tempfile.TemporaryDirectory() as folder:
        first, later = (run_of(Path(folder), name) for name in ("first", "later"))
    rows = [(name, first[name], later[name]) for name in first]
    total = ("all of it", *(tuple(map(sum, zip(*one.values(), strict=True))) for one in (first, later)))
    print("| step | first run | its processor time | later run | its processor time |\n|---|--:|--:|--:|--:|")
    for name, one, two in (*rows, total):
        print(f"| {name} | {one[0]:.1f} s | {one[1]:.1f} s | {two[0]:.1f} s | {two[1]:.1f} s |")


def run_of(folder: Path, name: str) -> dict[str, Spent]:
    """Run the job from a fresh clone, and give what each step took."""
    clone, cache = folder / name, folder / "cache"
    path = os.pathsep.join([str(folder / f"{name}-env/bin"), os.environ["PATH"]])
    values = {**os.environ, "PATH": path, "PIP_CACHE_DIR": str(cache), "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1"}
    values |= {"SITE_URL": "https://example.org/", "PYTHONUNBUFFERED": ""}
    took = {
        "Clone": spent(f"git clone --quiet '{ROOT}' '{clone}'", folder, values),
        "Make an environment": spent(f"'{sys.executable}' -m venv '{folder}/{name}-env'", folder, values),
    }
    for step in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["build"]["steps"]:
        if "run" in step and "if" not in step:
            took[step["name"]] = spent(step["run"], clone, values)
    return took


def spent(script: str, folder: Path, values: Mapping[str, str]) -> Spent:
    """Run a script as a job does, and give what it took. Raises CalledProcessError where it fails."""
    began, used = time.monotonic(), of_children()
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=values, check=True, stdout=subprocess.DEVNULL
    )
    return time.monotonic() - began, of_children() - used


def of_children() -> float:
    """Give the processor time of the processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
