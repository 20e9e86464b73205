"""Find the titles that an article sets in italics: a work or a paper, whole, whatever words it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_calendar, is_plain, listed
from generator.model import Block, Prose

_ITALIC: Final = re.compile(
    r"(?<![*\w\\])\*(?![*\s])(?P<words>[^*\n]{2,80}?)\*(?![*\w])|(?<![_\w\\])_(?![_\s])(?P<more>[^_\n]{2,80}?)_(?![_\w])"
)
_ENDED: Final = re.compile(r"[.!?;,\[\]()]")
_LONGEST: Final = 8  # words


def set_apart(prose: Prose, block: Block, number: int) -> Iterator[Run]:
    """Give the titles in italics of a block: they begin with a capital, and are no sentence nor all of the block."""
    for found in _ITALIC.finditer(prose.text, block.start, block.end):
        words = found["words"] or found["more"]
        start = block.position(found.start() + 1)
        if block.text[start : start + len(words)] == words != block.text and _is_title(words):
            yield Run(number, start, start + len(words), words)


def _is_title(words: str) -> bool:
    first, *rest = words.split()
    if not first[0].isupper() or _ENDED.search(words) or len(rest) >= _LONGEST or is_calendar(words):
        return False
    return not listed(words, "function") and (bool(rest) or not is_plain(first))
