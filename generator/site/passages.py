"""The words of an article that a claim rests on, shown in the sentence that holds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.frozen import frozen
from generator.model import Claim, Passage
from generator.sentences import sentence_ends
from generator.site import escape
from generator.site.links import Site


@frozen
class Excerpt:
    """A sentence, or several, of a block of an article; `marks` are the spans of it that matter, sorted."""

    article: str
    paragraph: int
    start: int  # the offset in the file of its first character
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


def passages(site: Site, claim: Claim) -> list[Passage]:
    """List where the quotes of a claim stand, in the order of its evidence; [] for background."""
    found = (site.knowledge.passages.get(quote) for quote in claim.evidence)
    return [passage for passage in found if passage is not None]


def excerpt(site: Site, passage: Passage) -> Excerpt:
    """Cut the sentences that hold a passage out of its block, the quoted words marked."""
    block = site.knowledge.prose[passage.article].blocks[passage.block]
    spans = [(block.position(start), block.position(end - 1) + 1) for start, end in passage.spans]
    first, last = enclosing(block.text, spans[0][0], spans[-1][1])
    marks = tuple((start - first, end - first) for start, end in spans)
    return Excerpt(
        passage.article,
        passage.paragraph,
        block.offset(first),
        block.end_offset(last),
        block.text[first:last],
        marks,
    )


def enclosing(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of the sentences of `text` that hold the span from `start` to `end`."""
    ends = sentence_ends(text)
    before = bisect_right(ends, start, key=lambda one: one.begin)
    after = bisect_left(ends, end, key=lambda one: one.begin)
    finish = ends[after].begin if after < len(ends) else len(text)
    while finish and text[finish - 1].isspace():
        finish -= 1
    return ends[before - 1].begin if before else 0, finish


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Write a text in Markdown with its marked spans in `<mark>`; overlapping marks become one."""
    inline = str if escape.is_plain(text) else escape.inline
    shown: list[str] = []
    at = 0
    for start, end in sorted(marks):
        begin = max(start, at)
        if begin < end:
            shown += [inline(text[at:begin]), "<mark>", inline(text[begin:end]), "</mark>"]
            at = end
    return escape.at_start("".join([*shown, inline(text[at:])]))
