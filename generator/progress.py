"""How far the program is: told item by item to whoever shows it, and by default to nobody."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Show = Callable[[str, Collection[object]], Iterator[object]]
"""Gives the items of a stage one by one, each when the one before it is done."""

_show: ContextVar[Show | None] = ContextVar("_show", default=None)


def follow(stage: str, items: Collection[T]) -> Iterable[T]:
    """Give the items of a stage, and tell how many of them are done as they are taken."""
    show = _show.get()
    return items if show is None else show(stage, items)  # type: ignore[return-value] # it gives the same items


@contextmanager
def shown(show: Show) -> Iterator[None]:
    """Have `show` told of all that is done within the context."""
    before = _show.set(show)
    try:
        yield
    finally:
        _show.reset(before)
