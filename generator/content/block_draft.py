"""A block of prose while it is read: its text piece by piece, and where each piece stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class BlockDraft:
    """What was read of a block so far.

    `start` and `end` are positions in the CommonMark text, the others those of `Block`; `length` is that of its text.
    """

    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[tuple[int, int]] = field(default_factory=list)
    wide: list[tuple[int, int]] = field(default_factory=list)
    closed: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, offset: int) -> None:
        """Add text that stands in the file at `offset`, character for character."""
        if not self.runs or self.runs[-1][1] + self.length - self.runs[-1][0] != offset:
            self.runs.append((self.length, offset))
        self.parts.append(text)
        self.length += len(text)

    def add_wide(self, text: str, offset: int, width: int) -> None:
        """Add characters that the file writes differently, as one entity or tag of `width` characters."""
        for character in text:
            self.runs.append((self.length, offset))
            self.wide.append((self.length, width))
            self.parts.append(character)
            self.length += 1


def merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the outermost of nested spans, sorted."""
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            yield start, end
            last = end
