"""Decide which mentions become links: the first of each entity in each section that can be wrapped into one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from generator.model import Block, Catalogue, Mention, Prose

_MARKER = re.compile(r"(?P<lead>\s*)(?P<marker>[*_~]{1,3})(?P<trail>\s*)")


def mark_links(catalogue: Catalogue, prose: Prose, mentions: list[Mention]) -> Iterator[Mention]:
    """Give the mentions, none of them linked yet, with `linked` decided.

    What the editor linked by hand counts as the section's link.
    """
    own = prose.owner.split("/")[0] if prose.origin is not None else ""
    done: set[tuple[int, str]] = set()
    closed = _Closed(prose)
    outer_end = 0
    for mention in mentions:
        block = prose.blocks[mention.block]
        nested = mention.start < outer_end
        outer_end = max(outer_end, mention.end)
        key = (block.section, mention.entity or "")
        linked = mention.rule == "by-hand" or (
            mention.entity is not None
            and mention.entity != own
            and not nested
            and key not in done
            and catalogue.entities[mention.entity].link
            and can_be_wrapped(prose, block, mention)
            and not closed(mention)
        )
        if linked:
            done.add(key)
        yield _as_link(mention) if linked else mention


def _as_link(one: Mention) -> Mention:
    """Give a mention as one that is linked; what dataclasses.replace does, at a fifth of the time."""
    return Mention(
        owner=one.owner,
        start=one.start,
        end=one.end,
        surface=one.surface,
        entity=one.entity,
        linked=True,
        rule=one.rule,
        candidates=one.candidates,
        block=one.block,
    )


def can_be_wrapped(prose: Prose, block: Block, mention: Mention) -> bool:
    """Tell whether `[...](...)` can be put around a mention without breaking the mark-up, where no link is yet."""
    if block.kind in {"heading", "title", "html"}:
        return False
    before = prose.text[mention.start - 1 : mention.start]
    source = re.sub(r"\r?\n[ \t>]*", " ", mention.surface)  # a quotation's marks may stand between the lines
    if before in {"!", "\\", "]"} or re.search(r"[\[\]<>`|]", source):
        return False
    return is_balanced(source)


class _Closed:
    """Tells of mentions whether they touch a span in which no link may be put, without looking at every such span."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._blocks: dict[int, tuple[list[int], list[int]]] = {}

    def __call__(self, mention: Mention) -> bool:
        if mention.block not in self._blocks:
            self._blocks[mention.block] = self._spans(self._prose.blocks[mention.block])
        starts, reaches = self._blocks[mention.block]
        before = bisect_left(starts, mention.end)
        return before > 0 and reaches[before - 1] > mention.start

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
