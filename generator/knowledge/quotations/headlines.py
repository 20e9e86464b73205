"""Give a heading that is nothing but a quotation to whoever says these words in the section below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.knowledge.quotations.marks import Span
from generator.model import HEADLINE, Prose, Quotation

_WORD = re.compile(r"\w+")
_BESIDE = re.compile(r"\W*")


def with_headlines(prose: Prose, quoted: Sequence[Sequence[Span]], found: Sequence[Quotation]) -> list[Quotation]:
    """Add the headings that repeat what is quoted below them, and number the utterances anew, in reading order.

    `quoted` are the quoted spans of every block, `found` the quotations of the article in reading order.
    """
    headlines = list(_headlines(prose, quoted, found))
    if not headlines:
        return [*found]
    numbered, number, last = list[Quotation](), 0, 0
    for one in sorted([*found, *headlines]):
        number += one.is_headline or one.utterance != last
        last = one.utterance
        numbered.append(replace(one, utterance=number))
    return numbered


def _headlines(prose: Prose, quoted: Sequence[Sequence[Span]], found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Give what headings repeat, read from the end: `said` are the utterances of the section, the nearest last."""
    said, taken = dict[int, tuple[str, Quotation]](), {one.block for one in found}
    later = list(found)
    for index in range(len(prose.blocks) - 1, -1, -1):
        block, spans = prose.blocks[index], quoted[index]
        while later and later[-1].block == index:
            one = later.pop()
            rest = said.pop(one.utterance, ("", one))[0]
            said[one.utterance] = (f"{_words(prose.text[one.start : one.end])} {rest}", one)
        if block.kind != "heading":
            continue
        alone = len(spans) == 1 and _is_all(block.text, spans[0]) and index not in taken
        words = _words(spans[0].words(block.text)) if alone else ""
        speaking = next((one for told, one in reversed(said.values()) if f" {words} " in f" {told} "), None)
        if " " in words and speaking:
            start, end = block.offset(spans[0].start), block.end_offset(spans[0].end)
            yield Quotation(prose.owner, start, end, speaking.speaker, 0, index, HEADLINE)
        said = {}


def _is_all(text: str, span: Span) -> bool:
    """Tell whether a block has no words besides a quoted span."""
    before, after = _BESIDE.match(text), _BESIDE.fullmatch(text, span.end)
    return before is not None and before.end() >= span.start and after is not None


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
