"""Places in files: from an offset to the line and the column that an editor shows."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from generator.frozen import frozen

BOM = "\ufeff"
# How it is written at the beginning of a file in each encoding that has one, the longer marks first.
_MARKS = {
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_LINE_END = re.compile(r"\r\n|\n|\r")


@frozen(order=True)
class Location:
    """A place in a source file: its path as the user would type it, the line and the column, from 1."""

    path: str
    line: int = 1
    column: int = 1


def marked_encoding(data: bytes) -> str:
    """Give the encoding, as Python calls it, that a byte-order mark at the beginning says; "" where there is none."""
    return next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "")


class Lines:
    """Where the lines of a file start. Offsets count code points of `text`; lines and columns count from 1."""

    def __init__(self, path: str, text: str) -> None:
        """Index the lines of a file as it was read, byte-order mark included."""
        self.path = path
        self.has_bom = text.startswith(BOM)
        self._text = text

    @functools.cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts, found once somebody asks: of most files nothing is told."""
        return [0, *(found.end() for found in _LINE_END.finditer(self._text))]

    def line(self, offset: int) -> int:
        """Give the line in which the character at `offset` stands."""
        return bisect_right(self.starts, offset)

    def location(self, offset: int) -> Location:
        """Give the place of the character at `offset`; a byte-order mark, which no editor shows, has no column."""
        line = self.line(offset)
        column = offset - self.starts[line - 1] + 1
        return Location(self.path, line, max(1, column - (self.has_bom and line == 1)))


@functools.lru_cache(maxsize=8)
def lines_of(path: str, text: str) -> Lines:
    """Give the lines of a file, indexed once for all that is told of it in turn: there may be very much."""
    return Lines(path, text)
