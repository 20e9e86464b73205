"""Completion: a shell is given the commands, their options and the names of articles."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, Command

from generator.__main__ import program
from generator.commands.completion import PROGRAM as PROGRAM_NAME

PROGRAM = "from generator.cli import main; main(prog_name='backgrounder')"


def completed(line: str, cwd: Path) -> list[str]:
    """Ask the program as bash does what may stand at the end of a line."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_BACKGROUNDER_COMPLETE": "bash_complete"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **asked}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return [answer.split(",", 1)[1] for answer in done.stdout.splitlines() if answer]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder with three articles, two of them in `content`."""
    for path in ("content/articles/one-day.md", "content/articles/two-days.md", "other/articles/one-night.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("Text.\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("backgrounder sugg", ["suggest"]),
        ("backgrounder suggest --int", ["--interactive"]),
        ("backgrounder mentions --article ", ["one-day", "two-days"]),
        ("backgrounder explain t", ["two-days"]),
        ("backgrounder explain --content other o", ["one-night"]),
        ("backgrounder quotes --article three", []),
        ("backgrounder completion z", ["zsh"]),
    ],
)
def test_a_shell_is_told_what_may_follow(site: Path, line: str, answers: list[str]) -> None:
    """Commands, options, choices and articles are completed by what stands before them."""
    assert completed(line, site) == answers


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(backgrounder: Command, shell: str) -> None:
    """What is printed names the program, and a shell that is there finds no fault in it."""
    done = backgrounder("completion", shell)
    assert done.returncode == 0, done.stderr
    assert "_BACKGROUNDER_COMPLETE" in done.stdout
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=done.stdout, text=True, check=True)


def test_the_package_installs_the_program_under_the_name_that_is_completed() -> None:
    """The script's name is the one that the completion asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {PROGRAM_NAME: "generator.__main__:program"}
    assert callable(program)
