"""Accidents of the world: runs that are killed, and two runs at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, tree

from generator import build


def test_a_killed_run_leaves_whole_pages_and_the_next_one_heals(tmp_path: Path) -> None:
    """At some random moments here, and at a hundred in `make kills`."""
    kills = os.environ.get("KILLS", "3")
    done = subprocess.run(
        [sys.executable, ROOT / "tests/kills.py", kills, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) > int(kills) // 3 - 1, done.stdout


def test_two_runs_at_once_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two runs that start together, each leaves all of its pages or the other does, and both end well."""
    for name in ("one", "two"):
        shutil.copytree(ROOT / "tests/golden/lighthouse/content", tmp_path / name)
    article = min((tmp_path / "two/articles").glob("*.md"))
    article.write_text(article.read_text("utf-8") + "\nA last word.\n", "utf-8")
    alone = []
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        assert build.generate(Path(name), Path(f"docs-{name}"), Path("templates")).written
        alone.append(tree(tmp_path / f"docs-{name}"))
    words = [sys.executable, "-m", "generator", "generate", "--docs", "docs", "--content"]
    started = [
        subprocess.Popen(
            [*words, name], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE
        )
        for name in ("one", "two", "one")
    ]
    ended = [(process.wait(), process.communicate()[1]) for process in started]
    assert [code for code, _ in ended] == [0, 0, 0], ended
    assert tree(tmp_path / "docs") in alone
