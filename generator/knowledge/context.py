"""Judge from the words around a name whether it stands for itself: the reasons to leave it alone.

A name is passed over where it is part of a longer name that the catalogue lacks (`London Marathon`), where another
person bears it (`Hunter Biden`), where it may be a plain word (`May` at the start of a sentence) or a month.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from generator.knowledge.names import PARTICLES
from generator.knowledge.words import is_calendar, is_date_word, is_demonym, is_plain, is_title, listed

_NEXT: Final = re.compile(r"[ \u00a0](?P<word>[^\W_][\w’'.-]*)")
_PREVIOUS: Final = re.compile(r"(?P<word>[^\s“”\"(\[]+)[ \u00a0]$")
_REACH: Final = 40  # how far to look for the word before, in characters
_MOST: Final = 0.8
_OPENERS: Final = " \u00a0\t“”\"‘'([{«„—–-*"
_QUOTES: Final = "“\"‘'(«„["


class Sort(StrEnum):
    """As what a name of one word stands: what makes it part of a longer name differs."""

    PERSON = "person"  # a surname or a given name
    GROUP = "group"
    OTHER = "other"


class Place(NamedTuple):
    """Where a name stands in a block's text.

    `title_case` tells that capitals say little there, `known_after` that another name of the catalogue follows.
    """

    text: str
    start: int
    end: int
    title_case: bool = False
    known_after: bool = False

    @property
    def surface(self) -> str:
        """The name as it stands there."""
        return self.text[self.start : self.end]


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at `start` says nothing: a sentence, a quotation or a line begins there."""
    at = start
    while at and text[at - 1] in _OPENERS:
        at -= 1
    if at == 0 or any(mark in _QUOTES for mark in text[at:start]):
        return True
    if text[at - 1] == ".":
        word = re.search(r"[\w.]+$", text[:at])
        return word is None or not is_title(word[0])
    return text[at - 1] in "!?…:;"


def next_word(text: str, end: int) -> str:
    """Give the word that follows after one space; "" where a mark stands between."""
    found = _NEXT.match(text, end)
    return found["word"].rstrip(".'’-") if found else ""


def previous_word(text: str, start: int) -> str:
    """Give the word that stands before, after no mark but a title's full stop; "" where there is none."""
    found = _PREVIOUS.search(text[max(0, start - _REACH) : start])
    if found is None:
        return ""
    word = found["word"]
    short = is_title(word) or is_calendar(word) or re.fullmatch(r"[A-Z]\.(?:[A-Z]\.)*", word) is not None
    if word[-1] in ",;:!?…)]" or (word[-1] == "." and not short):
        return ""
    return word.strip("'‘’")


def is_title_case(text: str) -> bool:
    """Tell whether capitals say little here: no sentence ends, and most of the longer words have one."""
    if text.rstrip(" ”\"’')")[-1:] in ".!?":
        return False
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in PARTICLES]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _MOST * len(words)


def has_locative(text: str, start: int) -> bool:
    """Tell whether a preposition of place stands right before."""
    return listed(previous_word(text, start), "locatives")


def may_be_plain(text: str, start: int, end: int) -> bool:
    """Tell whether a name of one word may be a plain word with a capital that the sentence gives it, or a month."""
    word = text[start:end]
    if not re.fullmatch(r"[^\W\d_][^\W\d_’']*", word) or not word[0].isupper():
        return False
    if word.isupper() and len(word) > 1:
        return is_shouted(text, start, end) and is_plain(word)
    if is_date_word(word) and _is_date(text, start, end):
        return True
    if not starts_sentence(text, start) or re.match(r"[’']s(?!\w)", text[end:]):
        return False
    return is_plain(word)


def is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words on both sides are all capitals too, so that those of an acronym say nothing."""
    around = [word for word in (previous_word(text, start), next_word(text, end)) if len(word) > 1]
    return bool(around) and all(word.isupper() for word in around)


def is_common_noun(place: Place) -> bool:
    """Tell whether an article makes a plain word of a surname: `the King`, but `the Bush administration`."""
    if not listed(previous_word(place.text, place.start), "articles") or not is_plain(place.surface):
        return False
    return not is_title(next_word(place.text, place.end))


def _is_date(text: str, start: int, end: int) -> bool:
    before = previous_word(text, start)
    return listed(before, "before_dates") or before[-1:].isdigit() or re.match(r",? \d", text[end:]) is not None


def in_longer_name(place: Place, sort: Sort) -> bool:
    """Tell whether a name of one word is part of a longer one that the catalogue lacks."""
    after, before = next_word(place.text, place.end), previous_word(place.text, place.start)
    if not place.known_after and _makes_longer(after, place, sort):
        return True
    return before[:1].isupper() and _makes_longer_before(before, place, sort)


def _makes_longer(after: str, place: Place, sort: Sort) -> bool:
    """Judge the word after: a capital makes a longer name, but a title, a date or a word that begins a sentence."""
    if not after[:1].isupper() or is_title(after) or is_calendar(after) or listed(after, "function"):
        return False
    if sort is Sort.GROUP and listed(after, "legal_forms"):
        return False
    if listed(after, "heads"):
        return True
    if place.title_case or after.isupper():
        return False
    return sort is Sort.PERSON or not is_demonym(after)


def _makes_longer_before(before: str, place: Place, sort: Sort) -> bool:
    """Judge the word before, which is capitalised: for a person it is another given name unless it can be none."""
    if place.title_case:
        return False
    if listed(before, "geography"):
        return True
    if is_title(before) or is_calendar(before) or is_demonym(before) or listed(before, "function"):
        return False
    return sort is Sort.PERSON or not is_plain(before)


def is_model(place: Place) -> bool:
    """Tell whether a model number follows, so that not the maker is named but what it makes (`Airbus A330-200`)."""
    found = re.match(r"[ \u00a0]([A-Z]*-?\d[\w-]*)", place.text[place.end : place.end + _REACH])
    return found is not None and not re.fullmatch(r"(?:1[5-9]|20)\d\d", found[1])


def follows_of(place: Place) -> bool:
    """Tell whether a capitalised noun and `of` stand before, as in `University of Tehran`; offices do not count."""
    before = place.text[max(0, place.start - _REACH) : place.start]
    found = re.search(r"(?P<word>[A-Z][\w’'-]+) of (?:the )?$", before)
    return found is not None and listed(found["word"], "heads") and not listed(found["word"], "offices")


def compound_word(place: Place) -> str:
    """Give the capitalised word that a hyphen ties to the name, "" where there is none: `Foo` for `Kataib-Foo`."""
    after = re.match(r"[-\u2010\u2011](?P<word>[A-Z][\w’']*)", place.text[place.end : place.end + _REACH])
    before = re.search(
        r"(?P<word>[A-Z][\w’'.]*)[-\u2010\u2011]$", place.text[max(0, place.start - _REACH) : place.start]
    )
    found = after or before
    return found["word"] if found else ""
