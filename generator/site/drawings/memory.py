"""Arrangements that were found before: the page of the network keeps them in its front matter.

Finding them takes seconds, and they depend on nothing but what is to be laid out and on the code that does it. A digest
of both is the key, so what is kept can never be stale; where it is missing, the same arrangement is found anew.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.site.drawings import arrangement, climb, costs, geometry, layout, plan, stress
from generator.site.drawings.beside import arrange_all
from generator.site.drawings.layout import Arrangement, Task

Layouts = Mapping[str, str]  # arrangements in short by the key of their task

_KEPT = re.compile(r"^layouts: (\{.*\})$", re.MULTILINE)
_SHORT = re.compile(r"\d+(?: \d+,\d+,[0-7])+")


def kept_in(page: str) -> Layouts:
    """Read the arrangements out of the text of a page; none where it has none."""
    found = _KEPT.search(page)
    return dict(json.loads(found[1])) if found else {}


def laid_out(tasks: Sequence[Task], known: Layouts) -> list[Arrangement]:
    """Give the arrangements of some tasks: those that are known, and new ones."""
    kept = [_kept(task, known) for task in tasks]
    lacking = tuple(task for task, one in zip(tasks, kept, strict=True) if one is None)
    found = iter(_found(lacking))
    return [one or next(found) for one in kept]


def _kept(task: Task, known: Layouts) -> Arrangement | None:
    short = known.get(key(task), "")
    if not _SHORT.fullmatch(short):
        return None
    height, *places = short.split(" ")
    numbers = [tuple(int(number) for number in place.split(",")) for place in places]
    if len(numbers) != len(task.nodes):
        return None
    points = tuple((number[0], number[1]) for number in numbers)
    return Arrangement(points, tuple(number[2] for number in numbers), int(height))


def shortened(laid: Arrangement) -> str:
    """Write an arrangement in short: its height, then for each node its place and the side of its name."""
    places = (f"{x},{y},{side}" for (x, y), side in zip(laid.points, laid.sides, strict=True))
    return " ".join([str(laid.height), *places])


def key(task: Task) -> str:
    """Give the key of a task: a digest of all that its arrangement depends on."""
    return hashlib.sha256(f"{_code()}{task}".encode()).hexdigest()[:24]


@functools.lru_cache(maxsize=32)
def _found(tasks: tuple[Task, ...]) -> list[Arrangement]:
    return arrange_all(tasks) if tasks else []


@functools.cache
def _code() -> str:
    texts = [
        Path(module.__file__ or "").read_bytes()
        for module in (arrangement, climb, costs, geometry, layout, plan, stress)
    ]
    return hashlib.sha256(b"".join(text.replace(b"\r\n", b"\n") for text in texts)).hexdigest()
