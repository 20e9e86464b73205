"""Poems: short lines in which sentences go on, where a menu or a footer has labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.intake.dates import read_date_line
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.names import begins_small, read_byline
from generator.intake.residue import count_words, ends_sentence, is_prose

_LONGEST = 14  # words
_FEWEST, _SHARE = 6, 0.4  # lines of a poem, and the share of them that are parts of sentences
_SMALL = 3  # words of a line that begins small and is no label
_GOES_ON = re.compile(r"[,;—–][\"”’»)]?$")


def with_verse(lines: tuple[Line, ...], residue: Residue) -> tuple[Line, ...]:
    """Give the lines of poems their shape: short lines in a row, of which many end or begin within a sentence."""
    found = set(_find(lines, residue))
    return tuple(replace(line, shape=Shape.VERSE) if at in found else line for at, line in enumerate(lines))


def _find(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and not residue[end] and _may_be_verse(lines[end]):
            end += 1
        parts = [at for at in range(start, end) if _is_part(lines[at].text)]
        if parts:
            first, last = max(start, parts[0] - 1), min(end, parts[-1] + 2)
            if last - first >= _FEWEST and len(parts) >= _SHARE * (last - first):
                yield from range(first, last)
        start = max(end, start + 1)


def _may_be_verse(line: Line) -> bool:
    """Tell whether a line may be one of a poem: short, no running text, and neither by-line nor date."""
    text = line.text
    if line.shape is not Shape.PARAGRAPH or line.hint is not Hint.NONE or is_prose(text) or not text:
        return False
    byline = read_byline(text)
    return count_words(text) <= _LONGEST and not (byline and byline.complete) and not read_date_line(text)


def _is_part(text: str) -> bool:
    """Tell whether a line ends a sentence, or ends or begins within one."""
    small = begins_small(text) and count_words(text) >= _SMALL
    return small or ends_sentence(text) or _GOES_ON.search(text) is not None
