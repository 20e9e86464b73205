"""Progress: a bar for what takes longer than a second, in a terminal alone."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from conftest import ROOT

from generator import build, progress
from generator.commands import bar
from generator.commands.bar import STAGES, Bar, is_wanted, watched


def test_every_item_is_told_when_the_one_before_it_is_done(tmp_path: Path) -> None:
    """Whoever shows how far the program is hears of each stage, and every item of it is handed on."""
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    for name in ("a", "b"):
        (content / f"articles/{name}.md").write_text(f"---\ntitle: {name}\n---\n\nText.\n", "utf-8")
    told: list[tuple[str, int]] = []

    def show(stage, items):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - as progress.Show has it
        told.append((stage, len(items)))
        yield from items

    plain = build.generate(content, tmp_path / "docs", tmp_path / "none")
    with progress.shown(show):
        watched = build.generate(content, tmp_path / "other", tmp_path / "none")
    assert plain.written is not None
    assert watched.written is not None
    assert plain.written.changed == watched.written.changed
    assert ("mentions", 2) in told
    assert ("pages", len(plain.written.changed)) in told
    assert {stage for stage, _ in told} <= set(STAGES)
    told.clear()
    build.generate(content, tmp_path / "docs", tmp_path / "none")
    assert told == []


@pytest.mark.parametrize(("seconds", "words"), [(0.1, ""), (0.6, STAGES["dates"])])
def test_a_bar_comes_after_a_second(seconds: float, words: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What is over sooner shows nothing; every item is handed on either way."""
    ticks = count(step=seconds)
    shown = Bar(clock=lambda: next(ticks))
    assert list(shown("dates", [1, 2, 3, 4])) == [1, 2, 3, 4]
    said = capfd.readouterr().err
    assert (words in said) if words else (said == "")


def test_the_second_begins_anew_with_each_piece_of_work(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is done after a question was pondered for long shows no bar if it is soon over."""
    monkeypatch.setattr(bar, "is_wanted", lambda: True)
    monkeypatch.setattr(bar, "PATIENCE", 0.05)
    with watched():
        time.sleep(0.06)
        with watched():
            assert list(progress.follow("dates", [1])) == [1]
        assert capfd.readouterr().err == ""
        assert list(progress.follow("dates", [1])) == [1]
        assert STAGES["dates"] in capfd.readouterr().err


def test_a_bar_is_shown_in_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a file nor a service that builds by itself gets one."""
    assert not is_wanted()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    assert is_wanted()
    monkeypatch.setenv("CI", "true")
    assert not is_wanted()


def test_a_command_in_a_terminal_leaves_no_trace_of_the_bar(tmp_path: Path) -> None:
    """What stands at the end is what the command has to say."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    own, other = pty.openpty()
    words = [
        sys.executable,
        "-c",
        "from generator.commands import bar; bar.PATIENCE = 0\nfrom generator.cli import main; main()",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "CI": ""}
    with subprocess.Popen([*words, "check"], cwd=tmp_path, env=environment, stdout=other, stderr=other) as running:
        os.close(other)
        said = b""
        while True:
            try:
                said += os.read(own, 65536)
            except OSError:  # the other end was closed
                break
    assert running.returncode == 0
    assert "finding names" in said.decode()
    assert "0 errors, 0 warnings" in said.decode().splitlines()[-1]
