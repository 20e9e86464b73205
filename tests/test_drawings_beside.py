"""Arrangements that another process finds are those that would be found here."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from typing import Any

import pytest

from generator.site.drawings import arrangement, beside
from generator.site.drawings.arrangement import arrange, starts_of
from generator.site.drawings.beside import arrange_all
from generator.site.drawings.layout import Arrangement, Node, Task

COUNT = beside.WORTH_IT
RING = tuple(sorted((min(at, (at + 1) % COUNT), max(at, (at + 1) % COUNT)) for at in range(COUNT)))
NODES = tuple(Node(6.5, 40.25 + at, 18) for at in range(COUNT))
TASKS = [Task(NODES, RING, width, 500, ((0, 1, 0.12), (0, 1, -0.12))) for width in (900, 610, 410)]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the machine two cores, whatever it has."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("safe", ["", "1"], ids=["as usual", "without the folder that Python starts in"])
def test_another_process_finds_all_but_the_first(safe: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each task has its own arrangement, in the order of the tasks, and here only the first is looked for."""
    monkeypatch.setenv("PYTHONSAFEPATH", safe)
    expected = [arrange(task) for task in TASKS]
    here: list[Task] = []

    def noted(task: Task) -> Arrangement:
        here.append(task)
        return arrange(task)

    monkeypatch.setattr(beside, "arrange", noted)
    assert arrange_all(TASKS) == expected
    assert here == TASKS[:1]


def test_one_graph_has_the_same_starts_in_every_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are reckoned once, and handed over to the other process."""
    first, second, _ = TASKS
    expected, starts = arrange(second), starts_of(first)
    monkeypatch.setattr(arrangement, "starts_of", lambda _: pytest.fail("they were reckoned again"))
    assert arrange(second, starts) == expected


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "print('no JSON')",
        "print('[]')",
        "print('{}')",
        "print('[1, 2]')",
        'print(\'[{"points": [[1, 2]], "sides": [0], "height": 9}]\')',
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_what_another_process_does_not_give_is_found_here(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If it fails, is killed or answers something else, all arrangements are still there."""
    monkeypatch.setattr(beside, "_PROGRAM", program)
    assert arrange_all(TASKS[:2]) == [arrange(task) for task in TASKS[:2]]


@pytest.mark.usefixtures("two_cores")
def test_where_no_process_can_be_started_all_is_found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that starts no process, or a Python that does not know itself, has its drawings too."""
    monkeypatch.setattr(sys, "executable", "")
    assert arrange_all(TASKS[:2]) == [arrange(task) for task in TASKS[:2]]


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(
    "fault", [BrokenPipeError(), OSError(errno.EINVAL, "Invalid argument")], ids=["Unix", "Windows"]
)
def test_what_cannot_be_handed_over_is_found_here(fault: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ended before it was told what to do costs its answer alone, whatever the system calls that."""

    class Deaf(io.StringIO):
        def write(self, _: str) -> int:
            raise fault

    class Ended(subprocess.Popen[str]):
        def __init__(self, command: list[str], **options: Any) -> None:  # noqa: ANN401 - those of Popen, handed on
            super().__init__(command, **options)
            assert self.stdin
            self.stdin.close()
            self.stdin = Deaf()

    monkeypatch.setattr(subprocess, "Popen", Ended)
    assert arrange_all(TASKS[:2]) == [arrange(task) for task in TASKS[:2]]


@pytest.mark.usefixtures("two_cores")
def test_no_process_is_left_when_the_first_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops the program stops the other process with it."""
    begun = []
    popen = subprocess.Popen

    def noted(*args: object, **options: object) -> object:
        begun.append(popen(*args, **options))  # type: ignore[call-overload] # what Popen was asked for, handed on
        return begun[-1]

    def stopped(_: Task) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", noted)
    monkeypatch.setattr(beside, "arrange", stopped)
    with pytest.raises(KeyboardInterrupt):
        arrange_all(TASKS[:2])
    assert [one.poll() is not None for one in begun] == [True]


def test_small_graphs_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found at once is found here."""
    monkeypatch.setattr(beside, "_begun", lambda: pytest.fail("a process was started"))
    small = Task(NODES[:4], ((0, 1), (1, 2)), 300, 300)
    assert len(arrange_all([small, small])) == 2
