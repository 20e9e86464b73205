"""How far a name goes on from its first word: over small words, possessives and numbers that are part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.knowledge.names.context import starts_sentence
from generator.knowledge.suggestions.lists import cue, is_city, is_state
from generator.knowledge.suggestions.owners import is_kept_possessive
from generator.knowledge.suggestions.small_words import PARTICLES, is_long_body, is_matter, is_tied, is_tied_amid
from generator.knowledge.suggestions.tokens import Word, is_capital
from generator.knowledge.words import is_calendar, is_plain, listed

_NUMBERED: Final = frozenset(
    "Channel Apollo Formula Route Highway Road Radio Interstate Motorway Site Resolution Decree Protocol Directive "
    "Act Proposition Regulation".split()
)
_PLANS: Final = frozenset("Vision Agenda Horizon Plan Expo".split())
_NUMBER: Final = re.compile(r"\d{1,3}")
_NUMBER_OF_MANY: Final = re.compile(r"\d{1,5}[A-Z]?")  # Interstate 39, Site 658C
_PLAN: Final = re.compile(r"20\d\d")  # Vision 2030
_BEGINNINGS: Final = frozenset("The A An It He She They We But And In On At If As This That These Those".split())
_PAIR: Final = 2
_LONGEST_STATE: Final = 6  # words: Saint Vincent and the Grenadines
_FURTHEST: Final = 3  # so many small words may tie a name together: `of the`, `van der`


def end_of_run(text: str, found: Sequence[Word], at: int) -> int:
    """Give the index after the last word of the run that begins at `at`."""
    if state := _end_of_state(text, found, at):
        return state
    stop = at + 1
    while stop < len(found):
        if row := _end_of_matters(text, found, at, stop):
            return row
        if _is_broken(text, found, at, stop):
            break
        if _is_foreign_noun(text, found, at, stop):
            stop += 2 if found[stop].text in PARTICLES else 1
            continue
        ahead = stop
        while ahead < len(found) and not is_capital(found[ahead].text) and ahead - stop < _FURTHEST:
            ahead += 1
        if ahead == stop or _is_number(text, found, stop):
            stop += 1
        elif _are_beside(text, found[stop - 1 : ahead + 1]) and (
            is_tied(found[at:stop], found[stop:ahead], found[ahead:])
            or (
                not starts_sentence(text, found[at].start)
                and is_tied_amid(found[max(0, at - 1) : at], found[at:stop], found[stop:ahead], found[ahead:])
            )
        ):
            stop = ahead + 1
        else:
            break
    return stop


def _end_of_state(text: str, found: Sequence[Word], at: int) -> int:
    """Give the index after a state of two parts, 0 where none begins: `Bosnia and Herzegovina`."""
    for stop in range(min(at + _LONGEST_STATE, len(found)), at + _PAIR, -1):
        tied = any(word.text in {"and", "&"} for word in found[at + 1 : stop])
        if tied and is_capital(found[stop - 1].text) and is_state(text[found[at].start : found[stop - 1].end]):
            return stop
    return 0


def _is_foreign_noun(text: str, found: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether small words of another language go on with a body's name in it: `Cour des | linettes`."""
    opening = found[at + (found[at].text == "The") : stop][:1]
    if not any(cue(word.text, "foreign_groups") for word in opening):
        return False
    nouns = found[stop : stop + 2] if found[stop].text in PARTICLES else found[stop : stop + 1]
    noun = nouns[-1].text
    foreign = noun[0].islower() and noun not in PARTICLES and not is_plain(noun) and len(noun) > _FURTHEST
    return foreign and _are_beside(text, [found[stop - 1], *nouns])


def start_of_street(text: str, found: Sequence[Word], at: int) -> int:
    """Give the index of the first capital of a street's name that begins small, `at` if none begins: `rue de Linde`."""
    stop = at + 1
    if not cue(found[at].text, "streets") and not (found[at].text == "place" and _is_french(found, stop)):
        return at
    while stop < len(found) and stop - at <= _FURTHEST and found[stop].text in PARTICLES:
        stop += 1
    named = stop < len(found) and is_capital(found[stop].text) and _are_beside(text, found[at : stop + 1])
    return stop if named and found[at].text[0].islower() else at


def _is_french(found: Sequence[Word], at: int) -> bool:
    return at < len(found) and (found[at].text in {"de", "du", "des"} or found[at].text.startswith(("d’", "d'", "l’")))


def _end_of_matters(text: str, found: Sequence[Word], at: int, stop: int) -> int:
    """Give the index after a row of what a ministry is for, 0 if none is here: `Ministry of Economy, Trade and Sea`."""
    if text[found[stop - 1].end : found[stop].start] != ", " or not is_long_body(found[at:stop]):
        return 0
    ahead = stop
    while ahead + 1 < len(found) and _is_field(found[ahead]):
        between = text[found[ahead].end : found[ahead + 1].start]
        if (
            found[ahead + 1].text == "and"
            and between in {" ", ", "}
            and _is_field(found[min(ahead + 2, len(found) - 1)])
        ):
            return ahead + 3
        if between != ", ":
            return 0
        ahead += 1
    return 0


def _is_field(word: Word) -> bool:
    """Tell whether a word written large is what a ministry may be for: a plain one, and no body’s."""
    heads = cue(word.text, "group_heads") or cue(word.text, "bodies")
    return (
        word.text[0].isupper() and is_matter(word.text) and not (heads or word.closed or listed(word.text, "function"))
    )


def _is_broken(text: str, found: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether something but one space stands before a word, or a possessive that owns what follows."""
    if found[stop - 1].closed:
        return not is_kept_possessive(text, found, at, stop)
    if found[stop - 1].text.endswith(".") and found[stop].text in _BEGINNINGS:
        return True  # in Albany, N.Y. The court
    return text[found[stop - 1].end : found[stop].start] not in {" ", "\u00a0", " & "}


def _are_beside(text: str, stretch: Sequence[Word]) -> bool:
    return all(text[one.end : two.start] == " " for one, two in pairwise(stretch))


def _is_number(text: str, found: Sequence[Word], stop: int) -> bool:
    """Tell whether a number belongs to the name before it: `Channel 4`, but not the result `Panama 3`."""
    before = found[stop - 1].text
    if text[found[stop].end : found[stop].end + 1] == "/":
        return False  # Regulation 1049/2001
    if before in _NUMBERED and _NUMBER_OF_MANY.fullmatch(found[stop].text):
        return True
    if before in _PLANS and _PLAN.fullmatch(found[stop].text):
        return True
    if (
        not _NUMBER.fullmatch(found[stop].text)
        or _is_share(text, found, stop)
        or is_calendar(before)
        or before == "A.D."
        or is_state(before)
        or is_city(before)
    ):
        return False
    return not is_plain(before)


def _is_share(text: str, found: Sequence[Word], at: int) -> bool:
    """Tell whether a number counts parts in a hundred: `Lindco 5 per cent`, `Lindco 5%`."""
    if text[found[at].end : found[at].end + 2].lstrip().startswith("%"):
        return True
    return found[at + 1 : at + 2] != [] and found[at + 1].lower in {"per", "percent", "pc"}
