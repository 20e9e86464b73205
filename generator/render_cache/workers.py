"""Many pages at once, on all cores: forked processes, which have read the site already."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.render_cache.store import Record

WORTH_IT = 32
"""Pages from which on starting processes costs less than it saves."""

T = TypeVar("T")


def cores() -> int:
    """Count the cores that this process may use and fork on: one where the system forks no processes."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_all_cores(make: Callable[[T], Record | None], things: Sequence[T]) -> Iterator[tuple[T, Record | None]]:
    """Give each thing with what is made of it, in order; None where that failed, which is then to be seen again here.

    The processes are forks of this one, so that what `make` uses needs not be sent to them, only records come back.
    """
    _set(make, things)
    try:
        with multiprocessing.get_context("fork").Pool(cores(), maxtasksperchild=None) as pool:
            yield from zip(things, pool.imap(_made, range(len(things)), chunksize=4), strict=True)
    finally:
        _set(None, ())


_work: tuple[Callable[..., Record | None] | None, Sequence[object]] = (None, ())


def _set(make: Callable[[T], Record | None] | None, things: Sequence[T]) -> None:
    global _work  # noqa: PLW0603 - a forked process finds its work where the other left it
    _work = (make, things)


def _made(number: int) -> Record | None:
    make, things = _work
    if make is None:
        return None
    try:
        return make(things[number])
    except Exception:  # noqa: BLE001 - the page is made once more where the fault can be told
        return None
