"""Small values that a run makes over and over: of a large site's offsets and spans alone there are millions."""

from __future__ import annotations

from typing import Any, Final, TypeVar

T = TypeVar("T")

_MOST: Final = 2**17  # values that are kept: what comes after them, as in very long articles, is as it is
_kept: dict[Any, Any] = {}


def once(value: T) -> T:
    """Give the equal value that was given first, or this one, so that equal ones take room but once.

    It is for numbers, and for tuples of them, which are compared with values of the same type alone: 1 equals True.
    """
    kept: T = _kept.setdefault(value, value) if len(_kept) < _MOST else _kept.get(value, value)
    return kept
