"""Decide which mentions become links: the first of each entity in each section that can be wrapped into one."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from generator.model import Block, Catalogue, Prose

_BREAKING = re.compile(r"[\[\]<>`|]")
_MARKED = re.compile(r"[\[\]<>`|*_~\n]")
_LINE_END = re.compile(r"\r?\n[ \t>]*")  # a quotation's marks may stand between the lines
_MARKER = re.compile(r"(?P<lead>\s*)(?P<marker>[*_~]{1,3})(?P<trail>\s*)")


class Links:
    """The links of a text, made as its mentions come in reading order, an outer one before those in it."""

    def __init__(self, catalogue: Catalogue, prose: Prose) -> None:
        """Begin a text: a note never links to its own entry."""
        self._entities = catalogue.entities
        self._prose = prose
        self._own = prose.owner.split("/")[0] if prose.origin is not None else ""
        self._done: set[tuple[int, str]] = set()
        self._closed = _Closed(prose)
        self._reach = 0  # where the mentions so far end in the file

    def take(self, number: int, start: int, end: int, entity: str | None, *, by_hand: bool) -> bool:
        """Tell whether the next mention becomes a link; a link by hand is one and counts as the section's.

        `number` is that of the block, the offsets are those of the file; the entity is None where it stayed open.
        """
        nested = start < self._reach
        self._reach = max(self._reach, end)
        key = (self._prose.blocks[number].section, entity or "")
        linked = by_hand or (
            not nested and entity is not None and key not in self._done and self._may_link(number, start, end, entity)
        )
        if linked:
            self._done.add(key)
        return linked

    def _may_link(self, number: int, start: int, end: int, entity: str) -> bool:
        if entity == self._own or not self._entities[entity].link:
            return False
        return can_be_wrapped(self._prose, number, start, end) and not self._closed(number, start, end)


def can_be_wrapped(prose: Prose, number: int, start: int, end: int) -> bool:
    """Tell whether `[...](...)` can be put around a mention without breaking the mark-up, where no link is yet."""
    if prose.blocks[number].kind in {"heading", "title", "html"}:
        return False
    surface = prose.text[start:end]
    if prose.text[start - 1 : start] in {"!", "\\", "]"}:
        return False
    if not _MARKED.search(surface):
        return True
    source = _LINE_END.sub(" ", surface)
    return not _BREAKING.search(source) and is_balanced(source)


class _Closed:
    """Tells of mentions whether they touch a span in which no link may be put, without looking at every such span."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._blocks: dict[int, tuple[list[int], list[int]]] = {}

    def __call__(self, number: int, start: int, end: int) -> bool:
        if not self._prose.blocks[number].closed:
            return False
        if number not in self._blocks:
            self._blocks[number] = self._spans(self._prose.blocks[number])
        starts, reaches = self._blocks[number]
        before = bisect_left(starts, end)
        return before > 0 and reaches[before - 1] > start

    @staticmethod
    def _spans(block: Block) -> tuple[list[int], list[int]]:
        """Give where the spans start in the file, in order, and how far those up to each reach."""
        spans = sorted((block.offset(start), block.end_offset(end)) for start, end in block.closed)
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


def is_balanced(source: str) -> bool:
    """Tell whether every mark of emphasis that opens within `source` closes within it."""
    open_marks: list[str] = []
    for found in _MARKER.finditer(source):
        if found.start() == 0 or found.end() == len(source):
            return False
        if open_marks and open_marks[-1] == found["marker"] and not found["lead"]:
            open_marks.pop()
        elif found["lead"] and not found["trail"]:
            open_marks.append(found["marker"])
        else:
            return False
    return not open_marks
