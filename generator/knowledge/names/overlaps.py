"""Find which of many spans of a block a span touches, without looking at each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.knowledge.names.spotting import Spot

_WIDTH = 64  # characters of a shelf


class Overlaps:
    """Spots on shelves by where they stand, so that only those near by are looked at."""

    def __init__(self, spots: Iterable[Spot] = ()) -> None:
        """Put spots on their shelves, in their order."""
        self._shelves: dict[int, list[Spot]] = {}
        for spot in spots:
            self.add(spot)

    def add(self, spot: Spot) -> None:
        """Put one more spot behind the others."""
        for shelf in range(spot.start // _WIDTH, (spot.end - 1) // _WIDTH + 1):
            self._shelves.setdefault(shelf, []).append(spot)

    def touching(self, one: Spot) -> Iterator[Spot]:
        """Give the spots that have a character in common with `one`; a long one may come twice."""
        for shelf in range(one.start // _WIDTH, (one.end - 1) // _WIDTH + 1):
            for other in self._shelves.get(shelf, ()):
                if one.start < other.end and other.start < one.end:
                    yield other
