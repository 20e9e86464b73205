"""Find where names of the gazetteer stand in a text, as whole words and written as names are.

The automaton reads a key, which is folded text (keys.py). Word boundaries and case are judged here, on the text itself
where the key does not tell: `Iran` stands in `Iran's`, `Iran-backed` and `anti-Iran`, `Kata` does not stand in
`Kata'ib`.
"""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from generator.folding import APOSTROPHES, is_word_character
from generator.knowledge.names.addresses import addresses
from generator.knowledge.names.casing import case_fits
from generator.knowledge.names.gazetteer import Entry, Gazetteer, Hit
from generator.knowledge.names.keys import UNSURE, Key, shared_letters

_LETTERS: Final = 3  # so many letters before a full stop that ends a sentence
_LETTER_LIKE: Final = frozenset("ʿʾʼʻʹ")  # apostrophes that can only be letters
_REMEMBERED: Final = 65_536  # names as they are written, with what they may mean
_POSSESSIVE: Final = re.compile(r"[’'ʼ`´][sS](?!\w)")


class Spot(NamedTuple):
    """A place in a block where a name stands, and what it may mean; positions in the block's text."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_spots(key: Key, gazetteer: Gazetteer) -> list[list[Spot]]:
    """Give for each block every place where a form stands as whole words and in a case that the form allows."""
    hits = _trusted(key, gazetteer, gazetteer.hits(key))
    named = functools.cache(lambda: gazetteer.named_in(hits))
    text, known = key.text, gazetteer.fitting
    here: dict[tuple[int, str], tuple[Entry, ...]] = {}  # what hangs on the text: the names that a crowd bears
    spots: list[list[Spot]] = [[] for _ in key.starts]
    block, base, limit = -1, 0, 0
    for pattern, start, end in _outside(addresses(key), _whole(key, hits)):
        while start >= limit:
            block += 1
            base, limit = key.starts[block], key.starts[block + 1] if block + 1 < len(key.starts) else len(text)
        written = pattern, text[start:end]
        entries = known.get(written)
        if entries is None:
            entries = here.get(written)
            if entries is None:
                entries = _fitting(gazetteer, written, named)
                (here if gazetteer.is_crowd(pattern) else known)[written] = entries
        if entries:
            spots[block].append(Spot(start - base, end - base, entries))
    if len(known) > _REMEMBERED:
        known.clear()
    return spots


def _fitting(gazetteer: Gazetteer, written: tuple[int, str], named: Callable[[], Sequence[int]]) -> tuple[Entry, ...]:
    """Give the entries of a pattern that may be written as it is."""
    pattern, surface = written
    kinds = gazetteer.kinds
    return tuple(
        entry
        for entry in gazetteer.entries(pattern, named)
        if entry.form == surface or case_fits(entry, surface, kinds.get(entry.entity))
    )


def _trusted(key: Key, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Leave out what was found only because letters share a byte in the key."""
    if not gazetteer.shared:
        return hits
    return [hit for hit in hits if hit[0] not in gazetteer.shared or _has_letters(key, hit, gazetteer.shared[hit[0]])]


def _has_letters(key: Key, hit: Hit, letters: str) -> bool:
    _, begin, stop = hit
    return shared_letters(key.text[key.position(begin) : key.position(stop - 1) + 1]) == letters


def _whole(key: Key, hits: list[Hit]) -> list[Hit]:
    """Give the hits that are whole words, with their spans in the text.

    The key tells of most. Where something was dropped beside a name, or a sign stands there that does not always part
    words, the text is looked at.
    """
    classes, irregular, breaks, shifts = key.classes, key.irregular, key.breaks, key.shifts
    found: list[Hit] = []
    for pattern, begin, stop in hits:
        before, after = classes[begin - 1], classes[stop]
        if begin in irregular or stop in irregular or (before or after) == UNSURE:
            span = _whole_words(key, begin, stop)
            if span:
                found.append((pattern, *span))
        elif not before and not after:
            start = begin + shifts[bisect_right(breaks, begin)]
            found.append((pattern, start, stop + shifts[bisect_right(breaks, stop - 1)]))
    return found


def _whole_words(key: Key, begin: int, stop: int) -> tuple[int, int] | None:
    """Give the span in the text of what stands in the key, with the marks that belong to it, if it is whole words."""
    text, start, end = key.text, key.position(begin), key.position(stop - 1) + 1
    if key.position(begin - 1) == start or key.position(stop) == end - 1:
        return None  # half of a character such as æ
    while unicodedata.combining(text[end]) or (text[end] in _LETTER_LIKE and not _word(text, end + 1)):
        end += 1
    while text[start - 1] in _LETTER_LIKE and not _word(text, start - 2):
        start -= 1
    return (start, end) if _begins(text, start) and _ends(text, end) else None


def _outside(taken: list[tuple[int, int]], hits: list[Hit]) -> list[Hit]:
    """Give the hits that touch none of the spans, which are in order."""
    if not taken:
        return hits
    ends = [end for _, end in taken]
    starts = [*(start for start, _ in taken), sys.maxsize]
    return [hit for hit in hits if starts[bisect_right(ends, hit[1])] >= hit[2]]


def _word(text: str, position: int) -> bool:
    """Tell whether a letter, a digit, a mark on one or an underscore stands at `position`."""
    return 0 <= position < len(text) and is_word_character(text[position])


def _begins(text: str, start: int) -> bool:
    before = text[start - 1]
    if before == "." and _glued(text, start - 1):
        return True
    if before in APOSTROPHES or before == ".":
        return not _word(text, start - 2)
    return not is_word_character(before) and before not in "@#\\"


def _ends(text: str, end: int) -> bool:
    after = text[end]
    if is_word_character(after) or after in "$€£¥":
        return False  # US$
    if after in APOSTROPHES:
        return not _word(text, end + 1) or _POSSESSIVE.match(text, end) is not None
    return after != "." or not _word(text, end + 1) or _glued(text, end)


def _glued(text: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` ends a sentence though no space follows it: `so they say.Grey`."""
    before, after = text[max(stop - _LETTERS, 0) : stop], text[stop + 1 : stop + _LETTERS]
    return len(before) == _LETTERS and before.isalpha() and before[1:].islower() and after.istitle()
