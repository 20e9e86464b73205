"""A bar in the terminal for what takes longer than a second."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Final

import click

from generator import progress

PATIENCE = 1.0
"""Seconds for which nothing is shown: most runs are over by then."""

STAGES: Final[Mapping[str, str]] = {
    "formerly": "reading articles",
    "entries": "reading entries",
    "read entries": "reading entries",
    "relation types": "reading entries",
    "articles": "reading articles",
    "home": "reading articles",
    "history": "reading entries",
    "prose": "reading articles",
    "notes": "reading entries",
    "safe articles": "making articles safe",
    "safe entries": "making entries safe",
    "evidence": "checking evidence",
    "forms": "reading names",
    "mentions": "finding names",
    "note mentions": "finding names in entries",
    "dates": "finding dates",
    "date ties": "tying dates to events",
    "quotations": "finding speakers",
    "sentences": "gathering mentions",
    "shared names": "comparing names",
    "pages": "rendering pages",
    "images": "drawing images",
}


class Bar:
    """Shows how far each stage is, from a second after it was made; a bar that is full is taken away again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count the seconds by a clock."""
        self._clock, self._start = clock, clock()

    def __call__(self, stage: str, items: Collection[object]) -> Iterator[object]:
        """Give the items of a stage, each when the one before it is done."""
        bar = click.progressbar(length=len(items), label=STAGES.get(stage, stage), file=sys.stderr)
        shown: int | None = None  # so many items the bar says are done
        try:
            for done, item in enumerate(items):
                if shown is None and self._clock() - self._start > PATIENCE:
                    bar.__enter__()
                    shown = 0
                if shown is not None:
                    bar.update(done - shown)
                    shown = done
                yield item
        finally:
            if shown is not None:
                bar.__exit__(None, None, None)
                click.echo("\033[A\033[2K", err=True, nl=False)


def watched() -> AbstractContextManager[None]:
    """Have a bar show what takes longer than a second from here on, if somebody watches."""
    return progress.shown(Bar()) if is_wanted() else nullcontext()


def is_wanted() -> bool:
    """Tell whether somebody watches: a terminal, and no service that builds by itself."""
    return sys.stderr.isatty() and not _is_plain()


def has_colours() -> bool:
    """Tell whether a terminal may be written to in colours; whether one is written to is asked for each stream.

    NO_COLOR is what https://no-color.org asks programs to heed.
    """
    return not (_is_plain() or os.environ.get("NO_COLOR"))


def _is_plain() -> bool:
    return bool(os.environ.get("CI")) or os.environ.get("TERM") == "dumb"
