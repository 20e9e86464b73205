"""Tell from the words around a capital whether the city is meant or the state that rules from it (metonymy).

`In Tehran` is the city and `Tehran’s demands` are the state's. The reading is judged from what stands right beside the
name; where nothing there tells, it stays unknown.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from generator.knowledge.words import listed

_REACH: Final = 80  # how far to look to either side, in characters
_BEFORE: Final = 5  # words before the name, and after it, that may tell
_AFTER: Final = 4
_WORD: Final = re.compile(r"[^\W_](?:[\w’'.-]*\w)?|[,;:.!?()—–]")
_POSSESSIVE: Final = re.compile(r"[’']s?(?!\w)")
_DATELINE: Final = re.compile(r"(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2} ?(?:\(|[—–] |--? )")
# The towns before it in a row: `in Aden, Marib, and`.
_AMONG_PLACES: Final = re.compile(
    r"(?<!\w)(?P<before>[a-z]+)(?:(?:(?: [A-Z][\w’'-]+){1,2},)+(?: [A-Z][\w’'-]+){1,2},?|(?: [A-Z][\w’'-]+){1,2}) and $"
)
_BODY: Final = re.compile(r"[’']s?((?: [A-Z][\w’-]*)+)")
_STOPS: Final = frozenset(",;:.!?()—–")
_ADVERBS: Final = frozenset({"also", "now", "still", "once", "long", "repeatedly", "never", "not", "again", "already"})


class Reading(StrEnum):
    """What the name of a capital stands for."""

    PLACE = "place"
    STATE = "state"


def read_capital(text: str, start: int, end: int) -> Reading | None:
    """Judge a capital that stands at a span of a text: the city, the state, or None where the words do not tell."""
    before = _words(text[max(0, start - _REACH) : start])
    after_text = text[end : end + _REACH]
    if heads_dispatch(text, start, end):
        return Reading.PLACE
    owner = _POSSESSIVE.match(after_text)
    after = _words(after_text[owner.end() if owner else 0 :])
    if owner:
        if (body := _BODY.match(after_text)) and listed(body[1].split()[-1], "of_places"):
            return Reading.PLACE  # Varn’s Foreign Languages University
        return _by_owned(after) or _by_place_before(before)
    tied = re.match(r"[-\u2010\u2011](\w+)", after_text)
    if tied:
        return _by_list(tied[1], "tied_to_states", "tied_to_places")
    aside = before[-2:] in ([",", "from"], ["—", "from"]) and after[:1] == [before[-2]]  # Lind, from Varn, wept
    if aside or _ends_row_of_places(text, start):
        return Reading.PLACE
    return _by_place_before(before) or _by_noun_after(after) or _by_words_before(before) or _by_verb(after)


def heads_dispatch(text: str, start: int, end: int) -> bool:
    """Tell whether a name is the town at the head of a dispatch: `VARN (AP) —`, `VARN, May 2 -`, `VARN: `."""
    if start != 0:
        return False
    after = text[end : end + _REACH]
    return _DATELINE.match(after) is not None or (text[:end].isupper() and after.startswith(": "))


def _ends_row_of_places(text: str, start: int) -> bool:
    found = _AMONG_PLACES.search(text, max(0, start - _REACH), start)
    return found is not None and listed(found["before"], "places_before")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _by_list(word: str, states: str, places: str) -> Reading | None:
    if listed(word, states):
        return Reading.STATE
    return Reading.PLACE if listed(word, places) else None


def _by_owned(after: list[str]) -> Reading | None:
    """Judge by what it owns: power, wishes and allies are a state's, streets and people a city's."""
    for word in after[:_AFTER]:
        if word in _STOPS:
            return None
        if found := _by_list(word.removesuffix("s"), "of_states", "of_places") or _by_list(
            word, "of_states", "of_places"
        ):
            return found
    return None


def _by_noun_after(after: list[str]) -> Reading | None:
    """Judge by the noun that it stands before: `the Tehran suburbs`, `Tehran, the capital`."""
    word = next((one for one in after[:1]), "")
    if listed(word, "of_places") or after[:3] in ([",", "the", "capital"], [",", "a", "city"]):
        return Reading.PLACE
    return None


def _by_place_before(before: list[str]) -> Reading | None:
    """Judge by a preposition of place, and by `of` after part of a city: `in Tehran`, `the streets of Tehran`."""
    last = before[-1] if before else ""
    if listed(last, "places_before") or listed(last, "parts_of_places"):
        return Reading.PLACE
    if last == "of" and len(before) > 1:
        return _by_list(before[-2].removesuffix("s"), "of_states", "of_places") or _by_list(
            before[-2], "of_states", "parts_of_places"
        )
    return None


def _by_words_before(before: list[str]) -> Reading | None:
    """Judge by `to` and `from` with what they depend on, and by a verb or preposition that wants someone who acts."""
    last = before[-1] if before else ""
    if last == "and" and "between" in before[-_BEFORE:]:
        return Reading.STATE
    if last == "between" and any(listed(word, "journeys") for word in before[-2:-1]):
        return Reading.PLACE  # trains between Varn and Lind
    if last in {"to", "from", "for"}:
        return _by_motion(before[:-1])
    if last in {"on", "upon"} and any(listed(word, "movements") for word in before[-2:-1]):
        return Reading.PLACE  # they marched on Varn
    if listed(last, "movements"):
        return Reading.PLACE
    return Reading.STATE if listed(last, "acts_on_states") else None


def _by_motion(words: list[str]) -> Reading | None:
    """Judge what stands before `to` or `from`, the nearest word first: `flew to`, `orders from`."""
    for word in reversed(words[-_BEFORE:]):
        if word in _STOPS:
            return None
        if listed(word, "movements"):
            return Reading.PLACE
        if listed(word, "allegiances") or listed(word.removesuffix("s"), "of_states"):
            return Reading.STATE
    return None


def _by_verb(after: list[str]) -> Reading | None:
    """Judge by the verb whose subject it is: only a state says, wants, decides or is believed to have done."""
    if after[:3] in ([",", "too", ","], [",", "meanwhile", ","], [",", "however", ","]):
        after = after[3:]
    for word in after[:_AFTER]:
        if listed(word, "acts_of_states"):
            return Reading.STATE
        if not (listed(word, "auxiliaries") or word in _ADVERBS or word.endswith("ly")):
            return None
    return None
