"""From places in a file to places in the text of a block, as a reader reads it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from generator.model import Block, Entity, Prose

_OFFSET = itemgetter(1)  # of a run, in the file


@dataclass(frozen=True, slots=True)
class Placed:
    """A block's text as a reader reads it: where the editor wrote `[[id]]`, the entity's name stands."""

    block: Block
    text: str
    swaps: tuple[tuple[int, int, int], ...]  # (start, end, change of length) of names put in, positions in block.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in `text` of a half-open span of the file."""
        return self._moved(self._position(start)), self._moved(self._position(end - 1) + 1)

    def _position(self, offset: int) -> int:
        """Invert Block.offset; what lies between two runs is mark-up, and belongs to the end of the first."""
        runs = self.block.runs
        at, begins = runs[max(0, bisect_right(runs, offset, key=_OFFSET) - 1)]
        following = bisect_right(runs, begins, key=_OFFSET)
        last = max(at, (runs[following][0] if following < len(runs) else len(self.block.text)) - 1)
        if not self.block.wide:
            return min(at + max(0, offset - begins), last)
        return self._among_wide(at, begins, offset, last)

    def _among_wide(self, at: int, begins: int, offset: int, last: int) -> int:
        """Go on from the run that begins at `at`, character by character: some take more than one in the file."""
        wide = dict(self.block.wide)
        while at < last and begins + wide.get(at, 1) <= offset:
            begins += wide.get(at, 1)
            at += 1
        return at

    def _moved(self, position: int) -> int:
        return position + sum(change for _, end, change in self.swaps if end <= position)


def placed(prose: Prose, entities: Mapping[str, Entity]) -> tuple[Placed, ...]:
    """Give every block of a text with the names put in that the page shows."""
    bare: dict[int, list[tuple[int, int, str]]] = {}
    for hand in prose.hand_links:
        if prose.text[hand.words_start : hand.words_end] == hand.entity and hand.entity in entities:
            start, end = Placed(prose.blocks[hand.block], "", ()).span(hand.words_start, hand.words_end)
            bare.setdefault(hand.block, []).append((start, end, entities[hand.entity].name))
    return tuple(_with_names(block, bare.get(at, ())) for at, block in enumerate(prose.blocks))


def _with_names(block: Block, names: Iterable[tuple[int, int, str]]) -> Placed:
    text, swaps = block.text, []
    for start, end, name in sorted(names, reverse=True):
        text = text[:start] + name + text[end:]
        swaps.append((start, end, len(name) - (end - start)))
    return Placed(block, text, tuple(reversed(swaps)))
