"""The prose: what a reader reads of a text, every character with its way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from generator.frozen import frozen
from generator.model.positions import Location, lines_of


@frozen
class Block:
    """A run of prose in an article: a paragraph, a heading, a list item's or a table cell's text.

    `text` is what the reader sees (no mark-up, line breaks as spaces). `runs` maps it back to the file: pairs of
    (position in `text`, offset in the file), sorted; within a run both advance together. `closed` are the spans of
    `text` in which no link may be put (existing links, the words of a link by hand, alt text).
    """

    kind: str  # paragraph, heading, item, cell, term, note, html (raw HTML), title (of an admonition)
    start: int  # the offset of the block's first character in the file
    end: int  # the offset after its last character, line end excluded
    text: str
    runs: tuple[tuple[int, int], ...]
    closed: tuple[tuple[int, int], ...]
    section: int  # how many headings stand before it
    level: int  # 1 to 6 for a heading, 0 otherwise
    paragraph: int  # the number of the paragraph that it is or belongs to, from 1; 0 for a heading
    wide: tuple[tuple[int, int], ...] = ()  # (position in `text`, code points in the file) of characters written as
    # an entity such as &amp;
    column: str = ""  # of a table's cell, what stands at the head of its column

    def offset(self, position: int) -> int:
        """Give the offset in the file of the character at `position` of `text`."""
        runs = self.runs
        at, start = runs[0] if len(runs) == 1 else runs[bisect_right(runs, position, key=itemgetter(0)) - 1]
        return start + position - at

    def position(self, offset: int) -> int:
        """Give the position in `text` of the character that stands in the file at `offset`, or over it as an entity.

        Where mark-up stands it is that of the character before, or 0 where there is none.
        """
        if len(self.runs) == 1:
            at, start = self.runs[0]
            return min(at + max(0, offset - start), len(self.text) - 1)
        at, start = self.runs[max(0, bisect_right(self.runs, offset, key=itemgetter(1)) - 1)]
        following = bisect_right(self.runs, at, key=itemgetter(0))
        end = self.runs[following][0] if following < len(self.runs) else len(self.text)
        return min(at + max(0, offset - start), end - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the file of a span of `text` that has at least one character."""
        if len(self.runs) > 1 or self.wide:
            return self.offset(start), self.end_offset(end)
        at, first = self.runs[0]
        return first + start - at, first + end - at

    def end_offset(self, position: int) -> int:
        """Give the offset in the file just after the character before `position` (the end of a half-open span)."""
        if not position:
            return self.start
        index = bisect_right(self.wide, position - 1, key=itemgetter(0)) - 1
        at, width = self.wide[index] if index >= 0 else (-1, 1)
        return self.offset(position - 1) + (width if at == position - 1 else 1)


@frozen(order=True)
class HandLink:
    """A link that the editor made by hand, `[[entity-id]]` or `[[entity-id|words]]`; offsets in the file."""

    start: int  # of the opening brackets
    end: int  # after the closing brackets
    words_start: int  # of the words (of the id where there are none)
    words_end: int
    entity: str
    block: int  # the index of its block
    location: Location


@frozen
class Prose:
    """What a reader reads of a text, with its positions: blocks in reading order, and the links made by hand.

    The text is an article's file, or a note: a piece of the catalogue's own prose (see Knowledge.notes). Offsets count
    from the start of `text`. `origin` is None for an article, whose positions are those of the file at `path`; for a
    note it is the place of the key in the entry, to which every problem in the note points.
    """

    owner: str  # the article's slug, or the note's key
    path: str
    text: str
    blocks: tuple[Block, ...]
    hand_links: tuple[HandLink, ...] = ()
    origin: Location | None = None

    def location(self, offset: int) -> Location:
        """Give the place at which a problem with the character at `offset` is told."""
        return self.origin or lines_of(self.path, self.text).location(offset)
