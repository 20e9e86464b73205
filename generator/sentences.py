"""Where a sentence of plain text ends, and where the next one begins.

Two questions are asked of a text. Where its author ends a sentence (`sentence_ends`), be it amid a quotation, matters
to whoever reads tenses or shows the words around a passage; it is told by marks and abbreviations alone. To show a name
where it stands (`sentence_at`) a quotation has to stay whole, in whatever language; Wikimedia's sentencex cuts so.
Attribution alone asks neither: to it a quotation is one word of the sentence that tells who said it
(quotations/tokens.py).
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from sentencex import get_sentence_boundaries

from generator.abbreviations import AFTER_NAMES, BEFORE_NAMES, BEFORE_NUMBERS, IN_TEXT, OF_MONTHS
from generator.regex import regex

STOPS: Final = ".!?…"
"""The marks that end a sentence."""

STARTS_ANEW: Final = frozenset(
    [
        *("the", "he", "she", "it", "they", "in", "on", "but", "this", "these", "a", "an", "his", "her", "we", "i"),
        *("however", "at", "when", "after"),
    ]
)
"""Words, in small letters, that with a capital begin a sentence even where the stop before may be an abbreviation's."""

_CLOSING: Final = "\"'”’»›)]"
_OPENING: Final = "\"'`“‘„«‹(\\["
# It begins with a single set, for which a text is scanned fastest, and gives back nothing that it took: a row of stops
# is read once. What follows is anything but a small letter or another mark.
_END: Final = regex(
    rf"[{STOPS}\n](?:(?<!\n)(?<![{STOPS}]{{2}})[{STOPS}]*+[{re.escape(_CLOSING)}]*+\s++"
    rf"(?=[{_OPENING}]*+[$€£¥]?(?P<word>[^\W_a-zß-öø-ÿа-яё][\w’'-]*+))"
    r"|(?<=\n)(?=[•*–-]\s))"
)
_NAME_FOLLOWS: Final = regex(rf"\b(?:(?<!\.)[A-Z]|{'|'.join(BEFORE_NAMES)})\.$")
_NUMBER_FOLLOWS: Final = regex(rf"(?i:\b(?:[a-z]|{'|'.join(BEFORE_NUMBERS)}))\.$")
_MAY_END: Final = regex(rf"\b(?:(?:[A-Za-z]\.)+[A-Za-z]|{'|'.join((*AFTER_NAMES, *OF_MONTHS, *IN_TEXT))})\.$")
_LONGEST: Final = 99  # characters of an abbreviation
_EACH_STOP, _AFTER_STOPS = frozenset(STOPS), f"{_CLOSING} "
_MARKS_BEFORE, _MARKS_AFTER = frozenset("“‘„«‹(["), frozenset('"”»›')


class End(NamedTuple):
    """An end of a sentence: the offset of the mark that ends it, and of where the next one begins."""

    stop: int
    begin: int


@functools.lru_cache(maxsize=256)  # of one block many things are asked, one after the other
def sentence_ends(text: str) -> tuple[End, ...]:
    """Give the ends of sentences in a block's text, but that of its last one; a line with a bullet begins anew too."""
    return tuple(
        End(found.start(), found.end())
        for found in _END.finditer(text)
        if not found["word"] or not _is_abbreviation(text, found.start(), found["word"])
    )


def _is_abbreviation(text: str, stop: int, following: str) -> bool:
    """Tell whether a stop before a word with a capital or a number is an abbreviation's and ends nothing."""
    if text[stop + 1] in STOPS:
        return False  # `in the U.S..`: one of its own
    word = max(text.rfind(" ", 0, stop) + 1, stop - _LONGEST)
    if _NAME_FOLLOWS.search(text, word, stop + 1):
        return True
    if following[0].isdigit() and _NUMBER_FOLLOWS.search(text, word, stop + 1):
        return True
    return following.lower() not in STARTS_ANEW and _MAY_END.search(text, word, stop + 1) is not None


def is_ended(text: str) -> bool:
    """Tell whether the mark that ends a sentence is the last of a text, closing marks left aside."""
    return text.rstrip(_AFTER_STOPS)[-1:] in _EACH_STOP


@functools.lru_cache(maxsize=4096)
def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Give the half-open spans of the sentences of `text`, quotations whole, without the white space around them.

    `language` is a BCP 47 tag; one that the splitter does not know falls back to a related one.
    """
    spans = []
    for start, end in pairwise(sorted({0, *_begins(text, language), len(text)})):
        sentence = text[start:end].strip()
        if sentence:
            first = text.index(sentence, start)
            spans.append((first, first + len(sentence)))
    return tuple(spans)


def _begins(text: str, language: str) -> Iterator[int]:
    """Give where sentences begin; marks around a quotation, which sentencex may part from it, stay with its words."""
    for boundary in get_sentence_boundaries(language.partition("-")[0], text):
        at = begin = boundary["start_index"]
        while at and text[at - 1] in _MARKS_BEFORE:
            at -= 1
        if at < begin and text[at - 1 : at].isspace():
            yield at
        else:
            closes = text[begin] in _MARKS_AFTER and text[begin - 1 : begin] in _EACH_STOP
            yield begin + (closes and text[begin + 1 : begin + 2].isspace())


def sentence_at(text: str, position: int, language: str = "en") -> tuple[int, int]:
    """Give the span of the sentence in which `position` stands; the whole text where none does."""
    spans = sentence_spans(text, language)
    index = bisect_right(spans, (position, len(text) + 1)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else (0, len(text))
