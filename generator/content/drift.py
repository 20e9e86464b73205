"""What an article says instead of the words of a quote: the nearest passage, and where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from generator.problems import quoted

_LEAST = 55  # of 100: below it two texts have little more in common than their letters
_AROUND = 12  # words and marks on either side of the best window that may belong to the passage
_MOST = 3  # differences that are told
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")  # a word, or a mark

Block = tuple[int, str]


def nearest_words(words: str, blocks: Iterable[Block]) -> tuple[int, int, int] | None:
    """Give the block that has the passage most like `words`, and its span there; None where nothing is like it."""
    best: tuple[float, int, str, int, int] | None = None
    least = float(_LEAST)
    for index, text in blocks:
        found = fuzz.partial_ratio_alignment(words, text, score_cutoff=least) if text else None
        if found is None or (best and found.score <= best[0]):
            continue
        span = (found.dest_start, found.dest_end) if len(words) <= len(text) else (0, len(text))
        best, least = (found.score, index, text, *span), found.score
    if best is None:
        return None
    _, index, text, start, end = best
    return index, *_whole(words, text, start, end)


def _whole(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a window of characters to the words that answer to those of the quote."""
    found = list(_TOKEN.finditer(text))
    first = next((at for at, token in enumerate(found) if token.end() > start), 0)
    last = next((at for at, token in enumerate(found) if token.end() >= end), len(found) - 1)
    near = found[max(0, first - _AROUND) : last + 1 + _AROUND]
    a, b = _answering(_TOKEN.findall(words), [token[0] for token in near])
    return (near[a].start(), near[b - 1].end()) if near else (start, end)


def _answering(here: list[str], there: list[str]) -> tuple[int, int]:
    """Give the range of words there that answer to those here; a word that differs at an end answers to one word."""
    pairs = [block for block in _matcher(here, there).get_matching_blocks() if block.size]
    if not pairs:
        return 0, len(there)
    start = max(0, pairs[0].b - pairs[0].a)
    end = pairs[-1].b + pairs[-1].size + (len(here) - pairs[-1].a - pairs[-1].size)
    return start, min(len(there), end)


def differences(here: str, there: str) -> list[str]:
    """Tell, in words, where a quote differs from the passage that was meant."""
    told = []
    a, b = _TOKEN.findall(here), _TOKEN.findall(there)
    for operation, a1, a2, b1, b2 in _matcher(a, b).get_opcodes():
        mine, theirs = quoted(" ".join(a[a1:a2])), quoted(" ".join(b[b1:b2]))
        if operation == "replace":
            told.append(f"{mine} here is {theirs} there")
        elif operation == "delete":
            told.append(f"{mine} is not there")
        elif operation == "insert":
            told.append(f"{theirs} is left out here")
    more = [f"and {len(told) - _MOST} more differences"] if len(told) > _MOST else []
    return told[:_MOST] + more


def _matcher(a: list[str], b: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a, b, autojunk=False)
