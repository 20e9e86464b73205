"""Which of several like things is which in a later state, so that one that changed is not told as another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from rapidfuzz import fuzz, process

ALIKE = 60  # of 100, by edit distance: a text that shares so much with one that went is the same, reworded
_Thing = TypeVar("_Thing")


def paired(
    old: Iterable[_Thing], new: Iterable[_Thing], likenesses: Sequence[Callable[[_Thing], Hashable]]
) -> list[tuple[_Thing | None, _Thing | None]]:
    """Pair what was with what is: by the first likeness first, then by the next, and what is left by position.

    A likeness gives what two have to share. None stands where a thing has no counterpart.
    """
    before, after = list(old), list(new)
    pairs: list[tuple[_Thing | None, _Thing | None]] = []
    for likeness in likenesses:
        for now in list(after):
            was = next((one for one in before if likeness(one) == likeness(now)), None)
            if was is not None:
                pairs.append((was, now))
                before.remove(was)
                after.remove(now)
    return [*pairs, *zip_longest(before, after)]


def reworded(gone: Sequence[str], come: Sequence[str]) -> int:
    """Count the texts among those that came that reword one of those that went, each of which counts once."""
    left, found = list(gone), 0
    for text in come:
        likely = process.extractOne(text, left, scorer=fuzz.ratio, score_cutoff=ALIKE) if left else None
        if likely is not None:
            left.pop(likely[2])
            found += 1
    return found
