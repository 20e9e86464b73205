"""From places in a file to places in the text of a block, as a reader reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.frozen import frozen
from generator.model import Block, Entity, Prose


@frozen
class Placed:
    """A block's text as a reader reads it: where the editor wrote `[[id]]`, the entity's name stands."""

    block: Block
    text: str
    swaps: tuple[tuple[int, int, int], ...]  # (start, end, change of length) of names put in, positions in block.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in `text` of a half-open span of the file."""
        start, end = self.block.position(start), self.block.position(end - 1) + 1
        return (self._moved(start), self._moved(end)) if self.swaps else (start, end)

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
