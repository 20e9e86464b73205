"""Judge from the words around a name whether it stands for itself: the reasons to leave it alone.

A name is passed over where it is part of a longer name that the catalogue lacks (`London Marathon`), where another person
bears it (`Hunter Biden`), where it may be a plain word (`May` at the start of a sentence) or a month.
"""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.names import PARTICLES
from generator.knowledge.words import DAYS, GEOGRAPHY, HEADS, MONTHS, is_calendar, is_demonym, is_plain, is_title

_NEXT: Final = re.compile(r"[ \u00a0](?P<word>[^\W\d_][\w’'.-]*)")
_PREVIOUS: Final = re.compile(r"(?P<word>[^\s“”\"(\[]+)[ \u00a0]$")
_OPENERS: Final = " \u00a0\t“”\"‘'([{«„—–-*"
_LOCATIVES: Final = frozenset(
    "in at from to near across through throughout around outside inside toward towards".split()
)
_DATE_BEFORE: Final = frozenset(
    "in since until till by during before after last next this late early mid of from through to and or between".split()
)
_OFFICES: Final = frozenset(
    """
    president king queen prime minister government parliament republic kingdom state emirate sultanate people army leader
    chief head ambassador mayor governor capital city supreme front minister ministry prince emir shah duke embassy bishop
    archbishop citizens north south east west
""".split()
)


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at `start` says nothing: a sentence, a quotation or a line begins there."""
    at = start
    while at and text[at - 1] in _OPENERS:
        at -= 1
    if at == 0 or any(mark in "“\"‘'(«„[" for mark in text[at:start]):
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
    found = _PREVIOUS.search(text, max(0, start - 40), start)
    if found is None:
        return ""
    word = found["word"]
    if word[-1] in ",;:!?…)]" or (word[-1] == "." and not (is_title(word) or len(word) <= 3 or is_calendar(word))):  # noqa: PLR2004
        return ""
    return word.strip("'‘’.,")


def is_title_case(text: str) -> bool:
    """Tell whether capitals say little in this block: most of its longer words have one, as in a headline."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in PARTICLES]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)  # noqa: PLR2004


def has_locative(text: str, start: int) -> bool:
    """Tell whether a preposition of place stands right before."""
    return previous_word(text, start).lower() in _LOCATIVES


def may_be_plain(text: str, start: int, end: int) -> bool:
    """Tell whether a name of one word may here be a plain word with a capital that the sentence gives it, or a month."""
    word = text[start:end]
    if " " in word or "-" in word or not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    if word.lower() in MONTHS | DAYS and _is_date(text, start, end):
        return True
    if not starts_sentence(text, start) or re.match(r"[’']s(?!\w)", text[end:]):
        return False
    return is_plain(word)


def _is_date(text: str, start: int, end: int) -> bool:
    before = previous_word(text, start).lower()
    return before in _DATE_BEFORE or before[-1:].isdigit() or re.match(r",? \d", text[end:]) is not None


def in_longer_name(text: str, start: int, end: int, *, person: bool, title_case: bool, known_after: bool) -> bool:
    """Tell whether a name of one word is part of a longer one that the catalogue lacks.

    `person` says that a person's surname or given name stands there; `known_after` that another name of the catalogue
    follows, so that what comes after belongs to that one.
    """
    after, before = next_word(text, end), previous_word(text, start)
    if after[:1].isupper() and not known_after and _makes_longer(after, person=person, title_case=title_case):
        return True
    return before[:1].isupper() and _makes_longer_before(text, start, before, person=person, title_case=title_case)


def _makes_longer(after: str, *, person: bool, title_case: bool) -> bool:
    if is_title(after) or is_calendar(after) or after.isupper() and len(after) > 1:
        return False
    if after.lower() in HEADS:
        return True
    if title_case:
        return False
    return person or not is_demonym(after)


def _makes_longer_before(text: str, start: int, before: str, *, person: bool, title_case: bool) -> bool:
    at = text.rfind(before, 0, start)
    if before.lower() in GEOGRAPHY and not title_case:
        return True
    if is_title(before) or is_calendar(before) or is_demonym(before) or before.lower() in PARTICLES or title_case:
        return False
    if starts_sentence(text, at) and is_plain(before):
        return False
    return person or not is_plain(before)


def follows_of(text: str, start: int) -> bool:
    """Tell whether a capitalised noun and `of` stand before, as in `University of Tehran`; offices do not count."""
    found = re.search(r"(?P<word>[A-Z][\w’'-]+) of (?:the )?$", text[max(0, start - 40) : start])
    return found is not None and found["word"].lower() in HEADS - _OFFICES


def in_compound(text: str, start: int, end: int) -> str:
    """Give the capitalised word that a hyphen ties to the name, "" where there is none: `Foo` for `Kataib-Foo`."""
    after = re.match(r"[-\u2010\u2011](?P<word>[A-Z][\w’']*)", text[end : end + 40])
    before = re.search(r"(?P<word>[A-Z][\w’'.]*)[-\u2010\u2011]$", text[max(0, start - 40) : start])
    return after["word"] if after else before["word"] if before else ""
