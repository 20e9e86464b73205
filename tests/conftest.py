"""What several tests share: the command as a user calls it, and a copy of the default site to change."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# One commit gets one answer: a property is tried on the same inputs each time, and on other ones, as many times more as
# EXPLORE says, where someone looks for faults (`make explore`). No test is timed, so none has a deadline.
EXPLORE = int(os.environ.get("EXPLORE", "0"))
settings.register_profile(
    "backgrounder",
    derandomize=not EXPLORE,
    max_examples=100 * max(1, EXPLORE),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("backgrounder")

ROOT = Path(__file__).resolve().parent.parent
# The tests in a browser need packages that the others do not.
collect_ignore = [] if importlib.util.find_spec("playwright") else ["browser"]


def tried(times: int) -> settings:
    """Set how many inputs a property is tried on, where it is not a hundred."""
    return settings(max_examples=times * max(1, EXPLORE))


Command = Callable[..., "subprocess.CompletedProcess[str]"]


def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a Python module as a user would: in a process of its own, with its output read as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def backgrounder() -> Command:
    """Give the command: `backgrounder("check", "--content", folder)`."""
    return lambda *words, **options: run("generator", *words, **options)


@pytest.fixture
def mkdocs() -> Command:
    """Give MkDocs: `mkdocs("build", "--strict", cwd=site)`."""
    return lambda *words, **options: run("mkdocs", *words, **options)


@pytest.fixture
def default_site(tmp_path: Path) -> Path:
    """Give a copy of all that the default site is made of, without what was generated."""
    site = tmp_path / "site-folder"
    site.mkdir()
    for name in ("content", "overrides", "generator"):
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    for name in ("docs/stylesheets", "docs/javascripts", "docs/assets"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "mkdocs.yml", site)
    return site
