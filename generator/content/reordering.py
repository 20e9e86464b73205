"""Find characters that would turn the order of the text after them (Unicode Standard Annex 9, 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OVERRIDES = "\u202d\u202e"  # they turn even Latin letters, which no language needs
_CLOSING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]|\n[ \t]*\n")


class LeftOut(NamedTuple):
    """A character that no page is to show: its span in the text, and what the editor is told."""

    start: int
    end: int
    message: str
    hint: str


def reordering(text: str, start: int = 0) -> Iterator[LeftOut]:
    """Give what is to be left out: overrides, and whatever opens or closes alone in its paragraph.

    A pair that sets a stretch of text apart is good use, and stays.
    """
    open_marks: list[re.Match[str]] = []
    for found in _MARKS.finditer(text, start):
        mark = found[0]
        if mark in _CLOSING:
            open_marks.append(found)
        elif open_marks and mark == _CLOSING[open_marks[-1][0]]:
            open_marks.pop()
        elif mark[0] == "\n":
            yield from map(_left_out, open_marks)
            open_marks.clear()
        else:
            yield _left_out(found)
    yield from map(_left_out, open_marks)


def _left_out(found: re.Match[str]) -> LeftOut:
    what = "would turn the order of the letters" if found[0] in _OVERRIDES else "stands without its other half"
    message = f"the character U+{ord(found[0]):04X} {what}; no page shows it"
    hint = "delete it: it cannot be seen, and often comes with text that was pasted"
    return LeftOut(found.start(), found.end(), message, hint)
