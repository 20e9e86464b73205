"""What a preview does before the first edit, while nobody waits; a build that begins meanwhile does not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from threading import Event, Thread

from generator.progress import shown


class WarmUp:
    """Work that is done in the background if nothing comes before it, and broken off, at its next item, for a build.

    The work must leave nothing half done wherever `follow` takes it from one item to the next.
    """

    def __init__(self, work: Callable[[], None]) -> None:
        """Do `work` once."""
        self._work = work
        self._needed = Event()
        self._thread = Thread(target=self._run, name="warm-up", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def give_way(self) -> None:
        """Have it broken off; it may take a moment more."""
        self._needed.set()

    def end(self) -> None:
        """Have it broken off, and wait until it has ended."""
        self.give_way()
        self._thread.join()

    def _run(self) -> None:
        if self._needed.is_set():
            return
        # Whatever goes wrong goes wrong again in the build that follows, which tells it; nobody waits for this one.
        with suppress(Exception), shown(self._while_not_needed):
            self._work()

    def _while_not_needed(self, _: str, items: Collection[object]) -> Iterator[object]:
        for item in items:
            if self._needed.is_set():
                raise _GaveWayError
            yield item


class _GaveWayError(Exception):
    """A build begins."""
