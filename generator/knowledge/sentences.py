"""Split the text of a block into sentences with exact spans."""

from __future__ import annotations

import functools
from bisect import bisect_right

from sentencex import get_sentence_boundaries


@functools.lru_cache(maxsize=4096)
def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Give the half-open spans of the sentences of `text`, without the white space around them.

    `language` is a BCP 47 tag; one that the splitter does not know falls back to a related one. Source of the rules:
    Wikimedia's sentencex.
    """
    spans = []
    for boundary in get_sentence_boundaries(language.partition("-")[0], text):
        start, end = boundary["start_index"], boundary["end_index"]
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            spans.append((start, end))
    return tuple(spans)


def sentence_at(text: str, position: int, language: str = "en") -> tuple[int, int]:
    """Give the span of the sentence in which `position` stands; the whole text where none does."""
    spans = sentence_spans(text, language)
    index = bisect_right(spans, (position, len(text) + 1)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else (0, len(text))
