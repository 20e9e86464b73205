"""Lists that would make a page grow with the site go on over further pages, a bounded number of rows on each."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.frozen import frozen
from generator.site import escape
from generator.site.links import relative

# Links to other pages of a list: to so many on either side, to the first and to the last.
_AROUND = 4


class Group(NamedTuple):
    """Rows of a list that belong together: what they have in common, as a letter or a year, and how many they are."""

    label: str
    rows: int


class Way(NamedTuple):
    """A page of the same list: what stands there, and its path."""

    label: str
    path: str


_GAP = Way("…", "")


@frozen
class Part:
    """A page of a list: its path, its number from 1, how many there are, and from where to where its rows go."""

    path: str
    number: int
    of: int
    start: int
    stop: int
    label: str = ""  # which rows it has: `A to D`, `1976 to 1999`; "" of the only page and of rows without a label
    ways: tuple[Way, ...] = ()  # this page, those beside it, the first and the last, in order; a gap has no path

    @property
    def rows(self) -> slice:
        """Give the rows that stand on it."""
        return slice(self.start, self.stop)

    @property
    def is_first(self) -> bool:
        """Tell whether it is the first page, which stands for all of them."""
        return self.number == 1

    @property
    def is_last(self) -> bool:
        """Tell whether it is the last page."""
        return self.number == self.of


def parts(path: str, groups: Iterable[Group], most: int, several: str = "{first} to {last}") -> list[Part]:
    """Lay the rows of a list out on pages of at most so many; the first has the path given, though it be empty.

    A group stands on one page, with those beside it where there is room, unless it alone is more than a page holds.
    `several` says what such a page has. Rows that no label tells apart are one group with the label "", and their pages
    go by number.
    """
    stretches = list(_stretches(groups, most, several)) or [("", 0)]
    of, stops = len(stretches), list(itertools.accumulate(rows for _, rows in stretches))
    ways = [Way(label or str(number), part_path(path, number)) for number, (label, _) in enumerate(stretches, 1)]
    return [
        Part(way.path, at + 1, of, stops[at] - rows, stops[at], label if of > 1 else "", _beside(ways, at))
        for at, (way, (label, rows)) in enumerate(zip(ways, stretches, strict=True))
    ]


def _stretches(groups: Iterable[Group], most: int, several: str) -> Iterator[tuple[str, int]]:
    """Give for each page what it has, and how many rows: groups from one to another, or a piece of a large one."""
    first, last, rows = "", "", 0
    for label, count in groups:
        if rows and rows + count > most:
            yield _label(first, last, several), rows
            rows = 0
        if count > most:
            pieces = [min(most, count - start) for start in range(0, count, most)]
            yield from ((f"{label} ({number})" if label else "", piece) for number, piece in enumerate(pieces, 1))
            continue
        first, last, rows = first if rows else label, label, rows + count
    if rows:
        yield _label(first, last, several), rows


def _label(first: str, last: str, several: str) -> str:
    return first if first == last else several.format(first=first, last=last)


def _beside(ways: list[Way], at: int) -> tuple[Way, ...]:
    start, stop = max(0, at - _AROUND), min(len(ways), at + _AROUND + 1)
    before, after = ways[: min(1, start)], ways[max(stop, len(ways) - 1) :]
    gaps = [_GAP] if start > 1 else [], [_GAP] if stop < len(ways) - 1 else []
    return (*before, *gaps[0], *ways[start:stop], *gaps[1], *after)


def part_path(path: str, number: int) -> str:
    """Give the path of a further page; those of an index have a folder, where no entry's page can stand."""
    if number == 1:
        return path
    stem = path.removesuffix(".md")
    return f"{stem}/{number}.md" if stem.endswith("/index") else f"{stem}-{number}.md"


def page_with(pages: Iterable[Part], row: int) -> Part:
    """Give the page of a list that has a row."""
    return next(page for page in pages if row < page.stop)


def ways_on(part: Part) -> str:
    """Link the other pages of a list by what they have, in Markdown, this one unlinked; "" where there is only one."""
    if part.of == 1:
        return ""
    linked = [_linked(part, way) for way in part.ways]
    return (
        '<p class="bg-letters bg-pages" data-search-exclude markdown>'
        f"Page {part.number} of {part.of}: {' '.join(linked)}</p>"
    )


def _linked(part: Part, way: Way) -> str:
    if way.path == part.path:
        return f'<strong aria-current="page">{escape.md(way.label)}</strong>'
    return f"[{escape.md(way.label)}]({relative(part.path, way.path)})" if way.path else way.label
