"""How long the publish workflow takes from a fresh clone: each of its steps, in order, without and with a cache.

    python benchmarks/publishing.py

Clones the repository twice into a folder of its own, makes a new environment for each, and runs every script of the job
`build` as it stands in .github/workflows/publish.yml for a push. The first time the cache of downloads is empty, as on
a service's first run; the second time it is what the first has left, as on every later one. Of pages nothing is cached.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.costs import Cost, run

WORKFLOW = ROOT / ".github/workflows/publish.yml"


def main() -> None:
    """Measure both runs and print them as a table."""
    with tempfile.TemporaryDirectory() as folder:
        first, later = (run_of(Path(folder), name) for name in ("first", "later"))
    rows = [(name, first[name], later[name]) for name in first]
    total = ("all of it", together(first.values()), together(later.values()))
    print("| step | first run | its processor time | later run | its processor time |\n|---|--:|--:|--:|--:|")
    for name, one, two in (*rows, total):
        print(f"| {name} | {one.clock:.1f} s | {one.processor:.1f} s | {two.clock:.1f} s | {two.processor:.1f} s |")


def together(costs: Iterable[Cost]) -> Cost:
    """Give what several commands cost, one after the other."""
    processor, clock, memory = zip(*costs, strict=True)
    return Cost(sum(processor), sum(clock), max(memory))


def run_of(folder: Path, name: str) -> dict[str, Cost]:
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


def spent(script: str, folder: Path, values: Mapping[str, str]) -> Cost:
    """Run a script as a job does, and give what it took; ends the program where it fails."""
    return run(["bash", "-eo", "pipefail", "-c", script], folder, values)


if __name__ == "__main__":
    main()
