"""Several arrangements at once: the first is found here, and the others meanwhile by another process.

That process is started anew each time, which takes 0.04 s, since it loads next to nothing. It is no fork, for a preview
has threads, and a process with threads must not fork.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.site.drawings.arrangement import arrange, starts_of
from generator.site.drawings.layout import Arrangement, Node, Task

WORTH_IT = 12
"""Nodes of the first graph from which on starting a process costs less than it saves."""

_ROOT = Path(__file__).parents[3]  # where the package is found: no other of its name that the reader's folder may hold
_PROGRAM = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from {__name__} import answer; answer()"


def arrange_all(tasks: Sequence[Task]) -> list[Arrangement]:
    """Find the arrangements of several graphs, in their order; what the other process does not give is found here."""
    if len(tasks) > 1 and len(tasks[0].nodes) >= WORTH_IT and (os.cpu_count() or 1) > 1:
        first, *others = tasks
        helper = _begun()
        if helper:
            with helper:
                try:
                    _hand(helper, json.dumps([_values(task, first) for task in others]))
                    found = arrange(first)
                    answered = _read(helper.communicate()[0], others)
                except BaseException:
                    helper.kill()
                    raise
            return [found, *(answered or map(arrange, others))]
    return [arrange(task) for task in tasks]


def answer() -> None:
    """Arrange what stands on standard input, and write it to standard output: the whole of the other process."""
    found = [arrange(_task(values), values["starts"]) for values in json.load(sys.stdin)]
    json.dump([asdict(one) for one in found], sys.stdout)


def _begun() -> subprocess.Popen[str] | None:
    """Start the other process; None where the system does not let it start."""
    try:
        return subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    except OSError:
        return None


def _values(task: Task, first: Task) -> dict[str, Any]:
    """Give a task as values for JSON, with its starts where they are those of the first one, which are needed here."""
    alike = (len(task.nodes), task.links) == (len(first.nodes), first.links)
    return {**asdict(task), "starts": starts_of(task) if alike else ()}


def _hand(helper: subprocess.Popen[str], words: str) -> None:
    """Write to the other process; if it has ended already, there will be no answer either."""
    if helper.stdin:
        with suppress(OSError):  # a broken pipe; Windows calls it an invalid argument
            helper.stdin.write(words)
            helper.stdin.close()
        helper.stdin = None


def _read(words: str, tasks: Sequence[Task]) -> list[Arrangement]:
    """Read the answer of the other process; none where it is not one for each task."""
    try:
        found = [Arrangement(_pairs(one["points"]), tuple(one["sides"]), one["height"]) for one in json.loads(words)]
    except (ValueError, TypeError, KeyError):
        return []
    is_whole = [len(one.points) for one in found] == [len(task.nodes) for task in tasks]
    return found if is_whole else []


def _task(values: dict[str, Any]) -> Task:
    """Make a task of its values in JSON, which has lists for tuples."""
    nodes = tuple(Node(**node) for node in values["nodes"])
    return Task(
        nodes,
        _pairs(values["links"]),
        values["width"],
        values["height"],
        tuple((a, b, by) for a, b, by in values["bends"]),
    )


def _pairs(values: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((one, other) for one, other in values)
