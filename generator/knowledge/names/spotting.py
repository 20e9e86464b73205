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
from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

from generator.folding import APOSTROPHES, is_word_character
from generator.knowledge.names.addresses import addresses
from generator.knowledge.names.casing import case_fits
from generator.knowledge.names.gazetteer import Entries, Gazetteer, Hit
from generator.knowledge.names.keys import UNSURE, Key, shared_letters

_LETTERS: Final = 3  # so many letters before a full stop that ends a sentence
_LETTER_LIKE: Final = frozenset("ʿʾʼʻʹ")  # apostrophes that can only be letters
_REMEMBERED: Final = 65_536  # names as they are written, with what they may mean
_POSSESSIVE: Final = re.compile(r"[’‘'ʼ`´][sS](?!\w)")  # ‘ is a common slip


_START: Final = itemgetter(0)


class Spot(NamedTuple):
    """A place in a block where a name stands, and what it may mean; positions in the block's text."""

    start: int
    end: int
    entries: Entries


def leftmost_longest(one: Spot) -> tuple[int, int]:
    """Give by what spots are put in the order in which they are chosen."""
    return one.start, -one.end


def find_spots(key: Key, gazetteer: Gazetteer) -> list[list[Spot]]:
    """Give for each block every place where a form stands as whole words and in a case that the form allows.

    They come leftmost first, and the longest of those that begin together. The key tells of most hits whether they are
    whole words; where something was dropped beside a name, or a sign stands there that does not always part words, the
    text is looked at. The hits come in the order of their ends, so that the breaks of the key and the blocks are passed
    one by one. Written as one loop, as it goes round for each hit of a site.
    """
    hits = _trusted(key, gazetteer, gazetteer.hits(key))
    known, meanings, taken = gazetteer.memory.fitting, _Meanings(gazetteer, hits), _Taken(addresses(key))
    text, classes, breaks, shifts = key.text, key.classes, [*key.breaks, sys.maxsize], key.shifts
    passed, floor, limit, shift = 0, 0, breaks[0], shifts[0]
    spots: list[list[Spot]] = [[] for _ in key.starts]
    borders = [*key.starts, sys.maxsize]
    number, here, base, border = -1, [], 0, 0
    new = tuple.__new__  # new(Spot, …) is Spot(…), at two thirds of the time
    for pattern, begin, stop in hits:
        before, after = classes[begin - 1], classes[stop]
        if not before and not after:
            while limit < stop:
                passed += 1
                floor, limit, shift = limit, breaks[passed], shifts[passed]
            start, end = begin + (shift if begin >= floor else shifts[bisect_right(breaks, begin)]), stop + shift
        elif UNSURE not in (before, after) or (span := _whole_words(key, begin, stop)) is None:
            continue
        else:
            start, end = span
        entries = known.get((pattern, text[start:end]))
        if entries is None:
            entries = meanings.of(pattern, text[start:end])
        if not entries or (taken and taken.touch(start, end)):
            continue
        while start >= border:
            number += 1
            here, base, border = spots[number], borders[number], borders[number + 1]
        here.append(new(Spot, (start - base, end - base, entries)))
    gazetteer.memory.trim(_REMEMBERED)
    for here in spots:
        here.reverse()
        here.sort(key=_START)
    return spots


class _Meanings:
    """What the names of a text may mean as they are written there, beyond what is remembered by the writing alone.

    A name that a crowd bears means what the other names of the text let it mean.
    """

    def __init__(self, gazetteer: Gazetteer, hits: Iterable[Hit]) -> None:
        self._gazetteer = gazetteer
        self._hits = hits

    @functools.cached_property
    def _named(self) -> dict[int, tuple[int, ...]]:
        return self._gazetteer.named_rows(self._hits)

    def of(self, pattern: int, surface: str) -> Entries:
        """Give the entries of a pattern that may be written as it is."""
        gazetteer, memory = self._gazetteer, self._gazetteer.memory
        if not gazetteer.is_crowd(pattern):
            entries = memory.fitting[pattern, surface] = _fitting(gazetteer, gazetteer.rows(pattern), surface)
            return entries
        named = self._named.get(pattern, ())
        key = pattern, surface, named
        if key not in memory.crowds:
            rows = sorted({*gazetteer.rows(pattern), *named})
            memory.crowds[key] = _fitting(gazetteer, rows, surface)
        return memory.crowds[key]


def _fitting(gazetteer: Gazetteer, rows: Iterable[int], surface: str) -> Entries:
    """Give the entries of some rows that may be written so."""
    known = gazetteer.memory.rows
    for row in rows:
        if (row, surface) not in known:
            entry = gazetteer.entry(row)
            fits = entry.form == surface or case_fits(entry, surface, gazetteer.kinds.get(entry.entity))
            known[row, surface] = entry if fits else None
    return Entries([one for row in rows if (one := known[row, surface]) is not None])


def _trusted(key: Key, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Leave out what was found only because letters share a byte in the key."""
    if not gazetteer.shared:
        return hits
    return [hit for hit in hits if hit[0] not in gazetteer.shared or _has_letters(key, hit, gazetteer.shared[hit[0]])]


def _has_letters(key: Key, hit: Hit, letters: str) -> bool:
    _, begin, stop = hit
    return shared_letters(key.text[key.position(begin) : key.position(stop - 1) + 1]) == letters


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


class _Taken:
    """Spans that hold no names, in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._ends = [end for _, end in spans]
        self._starts = [*(start for start, _ in spans), sys.maxsize]

    def __bool__(self) -> bool:
        return bool(self._ends)

    def touch(self, start: int, end: int) -> bool:
        """Tell whether one of them has a character in common with a span."""
        return self._starts[bisect_right(self._ends, start)] < end


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
