"""Turn the byte positions that a parser gives into those of characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable


def byte_positions(text: str) -> Callable[[int], int]:
    """Give the function from a UTF-8 byte position in `text` to its code point."""
    if text.isascii():
        return int
    at_bytes, at_characters, at = [0], [0], 0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        at = at_bytes[-1] + found.start() - at_characters[-1] + len(found[0].encode("utf-8", "surrogatepass"))
        at_bytes.append(at)
        at_characters.append(found.end())

    def position(byte: int) -> int:
        index = bisect_right(at_bytes, byte) - 1
        return at_characters[index] + byte - at_bytes[index]

    return position
