"""Find the runs of capitalised words in a block that may be names, cut at titles and possessives.

A run is `University of Helsinki`, `Ursula von der Leyen`, `U.S. Secretary of State John Kerry`; of the last only the
name counts, and its title is kept as a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from generator.knowledge.dates.words import MONTHS
from generator.knowledge.names.context import starts_sentence
from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import HEADS, cue, is_city, is_province, is_region, is_state
from generator.knowledge.suggestions.titles import (
    is_name_like_office,
    opening_role,
    parted,
    role_before_given_name,
    split_title,
    without_imperative,
)
from generator.knowledge.suggestions.tokens import Word, is_capital, words
from generator.knowledge.words import is_calendar, is_demonym, is_plain, listed

_PARTICLES: Final = frozenset(
    "bin ibn bint von van der den de del della di da do dos du la le ben abu al el und zu por para des für zur y na "
    "nad pod à sur er ez ech e".split()
)
_TAKE_OF: Final = frozenset(
    """
    sisters brothers knights missionaries community
    duke duchess earl marquess marquis countess sea kingdom republic empire feast day axis free horn people state states
    statue friends doctors daughters sons minister secretary
    """.split()
)
_TAKE_AND: Final = frozenset(
    "ministry department office institute centre center committee commission council school faculty college".split()
)
_TAKE_ON: Final = frozenset("convention panel commission conference committee council agreement".split())
_EPITHETS: Final = frozenset("Great Terrible Conqueror Elder Younger Magnificent".split())
_NUMBERED: Final = frozenset("Channel Apollo Formula Route Highway Radio Interstate Motorway Site Resolution".split())
_PLANS: Final = frozenset("Vision Agenda Horizon Plan Expo".split())
_MONTHS_AND_NAMES: Final = frozenset("May March April June August".split())
_REGNAL: Final = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})")
_IN_MONTH: Final = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|last|this|early|late|mid)[ -]$")
_ON_DAY: Final = re.compile(r"\b[Oo]n $")
_NO_OWNERS: Final = frozenset(
    "industries holdings partners systems technologies technology motors resources brothers pharma trading enterprises "
    "construction engineering shipmanagement homes marine maritime tankers transport freight".split()
)
_DAY_BEFORE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?$")
_NUMBER: Final = re.compile(r"\d{1,3}")
_NUMBER_OF_MANY: Final = re.compile(r"\d{1,4}[A-Z]?")  # Interstate 39, Site 658C
_MANY: Final = frozenset("women men children people workers".split())
_OF_MANY: Final = re.compile(r"(?:s[’']|men[’']s|ren[’']s|ople[’']s)")
_PLAN: Final = re.compile(r"20\d\d")  # Vision 2030
_FULL_NAME: Final = 2  # words
_FURTHEST: Final = 3  # so many small words may tie a name together: `of the`, `van der`


class Run(NamedTuple):
    """A name where it stands in a block: `start` and `end` are positions in its text, `block` is the block's index.

    `name` is what stands there without possessive and title; `title` the title or role before it, in small letters.
    `opening` tells that its first capital says nothing, for a sentence begins there.
    """

    block: int
    start: int
    end: int
    name: str
    title: str = ""
    opening: bool = False


def runs(text: str, block: int = 0) -> Iterator[Run]:
    """Give the runs of a block's text in reading order."""
    found = list(words(text))
    at = 0
    while at < len(found):
        if not is_capital(found[at].text) or _is_money(found, at):
            at += 1
            continue
        stop = _end(text, found, at)
        for piece in parted(found[at:stop]):
            yield from _run(text, piece, block)
        at = stop


def _is_money(found: Sequence[Word], at: int) -> bool:
    """Tell whether letters say what an amount is in: `IQD 4.1 trillion`."""
    return listed(found[at].text, "currencies") and found[at + 1 : at + 2] != [] and found[at + 1].text[0].isdigit()


def _run(text: str, piece: Sequence[Word], block: int) -> Iterator[Run]:
    """Take what does not belong to the name off a piece, and give the rest, if any."""
    if len(piece) > 1 and is_calendar(piece[0].text) and _DAY_BEFORE.search(text[: piece[0].start]):
        piece = piece[1:]  # On 26 June Canada
    if len(piece) > 1 and is_calendar(piece[0].text) and _ON_DAY.search(text[: piece[0].start]):
        piece = piece[1:]  # On Wednesday Anna Lind
    if len(piece) > 1 and piece[0].text in MONTHS and _IN_MONTH.search(text[: piece[0].start]):
        piece = piece[1:]  # in June Anna Lind
    if len(piece) > 1 and piece[0].text == "Co":
        piece = piece[1:]  # Co Cork
    piece = _trimmed(piece)
    opening = bool(piece) and starts_sentence(text, piece[0].start)
    piece = without_imperative(piece) if opening else piece
    title, name = ("", piece) if is_name_like_office(text, piece, opening=opening) else split_title(piece)
    if name and not title:
        title, name = opening_role(name) if opening else role_before_given_name(name)
    if name:
        start, end = name[0].start, name[-1].end
        yield Run(block, start, end, " ".join(text[start:end].split()), title, starts_sentence(text, start))


def _trimmed(piece: Sequence[Word]) -> Sequence[Word]:
    """Leave out small words that only a sentence's beginning or a heading writes large, and dates."""
    first, last = 0, len(piece)
    while first < last and _is_no_beginning(piece, first):
        first += 1
    while (
        first < last
        and _is_no_end(piece[last - 1])
        and not _is_place(" ".join(word.text for word in piece[first:last]))
    ):
        last -= 1  # but Port Said is one
    if last - first > _FULL_NAME and listed(piece[last - 1].text, "postnominals"):
        last -= 1
    return piece[first:last]


def _is_no_beginning(piece: Sequence[Word], at: int) -> bool:
    word, after = piece[at].text, piece[at + 1].text if at + 1 < len(piece) else ""
    if listed(word, "function"):
        return not ((word == "The" and after == "Hague") or (word.isupper() and len(word) > 1))
    return (is_calendar(word) and not after[:1].isupper()) or not word[0].isalpha()


def _is_no_end(word: Word) -> bool:
    if listed(word.text, "function"):
        return not word.text.isupper()
    if word.lower in _PARTICLES:
        return word.text.islower()
    return is_calendar(word.text) and not word.text.isupper() and word.text not in _MONTHS_AND_NAMES


# ---------------------------------------------------------------------------------------- what ties words together


def _end(text: str, found: Sequence[Word], at: int) -> int:
    """Give the index after the last word of the run that begins at `at`."""
    stop = at + 1
    while stop < len(found) and not _is_broken(text, found, at, stop):
        ahead = stop
        while ahead < len(found) and not is_capital(found[ahead].text) and ahead - stop < _FURTHEST:
            ahead += 1
        if ahead == stop or _is_number(found, stop):
            stop += 1
        elif _are_beside(text, found[stop - 1 : ahead + 1]) and _is_tied(
            found[at:stop], found[stop:ahead], found[ahead:]
        ):
            stop = ahead + 1
        else:
            break
    return stop


def _is_broken(text: str, found: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether something but one space stands before a word, or a possessive that owns what follows."""
    if found[stop - 1].closed:
        return not _is_kept_possessive(text, found, at, stop)
    return text[found[stop - 1].end : found[stop].start] not in {" ", "\u00a0", " & "}


def _is_kept_possessive(text: str, found: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether a possessive is part of the name: `Women's Institute`, `King's College`."""
    owner, after = found[stop - 1], found[stop]
    between = text[owner.end : after.start]
    if between.lstrip("’'s") != " " or not after.text[0].isupper():
        return False
    if stop - 1 != at and not _OF_MANY.search(text, owner.start, after.start):
        return False
    is_place = is_state(owner.text) or is_city(owner.text) or is_demonym(owner.text)
    if not is_plain(owner.text) or is_place:
        return False
    if between.startswith(("’ ", "' ")) and any(cue(after.text, heads) for heads in HEADS):
        return True  # Heroes’ Square, Peasants’ Revolt
    of_many = owner.lower in _MANY or owner.lower.removesuffix("s") in speech.PEOPLE
    return cue(after.text, "group_heads") or (of_many and _is_body_ahead(text, found, stop))


def _is_body_ahead(text: str, found: Sequence[Word], at: int) -> bool:
    """Tell whether a body's noun is among the next words, all of them capital: `Soccer League`."""
    for number in range(at, min(at + _FURTHEST, len(found))):
        word = found[number]
        if not word.text[0].isupper() or (number > at and text[found[number - 1].end : word.start] != " "):
            return False
        if cue(word.text, "group_heads"):
            return True
    return False


def _are_beside(text: str, stretch: Sequence[Word]) -> bool:
    return all(text[one.end : two.start] == " " for one, two in pairwise(stretch))


def _is_number(found: Sequence[Word], stop: int) -> bool:
    """Tell whether a number belongs to the name before it: `Channel 4`, but not the result `Panama 3`."""
    before = found[stop - 1].text
    if before in _NUMBERED and _NUMBER_OF_MANY.fullmatch(found[stop].text):
        return True
    if before in _PLANS and _PLAN.fullmatch(found[stop].text):
        return True
    if (
        not _NUMBER.fullmatch(found[stop].text)
        or _is_share(found, stop)
        or is_calendar(before)
        or is_state(before)
        or is_city(before)
    ):
        return False
    return not is_plain(before)


def _is_share(found: Sequence[Word], at: int) -> bool:
    """Tell whether a number counts parts in a hundred: `Lindco 5 per cent`."""
    return found[at + 1 : at + 2] != [] and found[at + 1].lower in {"per", "percent", "pc"}


def _is_tied(left: Sequence[Word], between: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether small words make one name of what stands on both sides of them."""
    if not right or not between:
        return False
    small, last = [word.text for word in between], left[-1].lower
    if all(word in _PARTICLES for word in small):
        given, several = is_given_name(left[0].text), len(left) > 1
        if "do" in small:
            given, several = given and several, False  # a verb too: `as Greens do Monday`
        return given or several or ("do" not in small and not is_plain(left[0].text))
    if small == ["the"]:
        saving = last.endswith("ing") and any(word.text == "for" for word in left)  # Fund for Saving the Lind Sea
        return right[0].text in _EPITHETS or saving
    if small == ["and"]:
        return _takes_and(left, right[0]) or _is_pair_of_body(left, right) or _is_railway(left, right)
    if small[1:] not in ([], ["the"]):
        return False
    return {
        "of": not _is_firm_of_place(left, right) and _takes_of(left, small[1:], right[0]),
        "for": cue(last, "group_heads") or last in {"appeal", "appeals"},
        "on": last in _TAKE_ON
        or (last == "board" and len(left) > 1 and _is_matter(right[0].text))
        or (_is_long_body(left) and not is_calendar(right[0].text)),
        "in": _is_long_body(left) and not (is_calendar(right[0].text) or _is_place(right[0].text)),
    }.get(small[0], False)


def _is_matter(word: str) -> bool:
    """Tell whether a word is what a board advises on: a plain word, neither a day nor a place."""
    return is_plain(word) and not is_calendar(word) and not _is_place(word)


def _is_place(word: str) -> bool:
    return is_city(word) or is_state(word)


def _is_firm_of_place(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether `of` says where a firm sits, which is no part of its name: `Lind Industries of New York`."""
    towns = (right[0].text, " ".join(word.text for word in right[:2]))
    return left[-1].lower in _NO_OWNERS and any(_is_place(town) or is_region(town) for town in towns)


def _is_long_body(left: Sequence[Word]) -> bool:
    """Tell whether a body's name has small words in it already: `Committee on Foreign Investment`."""
    heads = any(cue(word.text, "group_heads") or word.lower in _TAKE_ON for word in left)
    return heads and any(word.text in {"of", "for", "on"} for word in left)


def _takes_and(left: Sequence[Word], right: Word) -> bool:
    if not is_plain(right.text) or is_state(right.text):
        return False
    left = left[1:] if listed(left[0].text, "function") else left
    return _is_long_body(left) or (len(left) > 1 and left[0].lower in _TAKE_AND)


def _is_pair_of_body(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two plain words and a body's noun are one name: `Recovery and Resilience Facility`."""
    left = [word for word in left if not listed(word.text, "function")]
    plain = [word for word in left if is_plain(word.text) and not is_state(word.text)]
    heads = any(cue(word.text, "group_heads") or cue(word.text, "place_heads") for word in left)
    if not left or len(left) > _FURTHEST or len(plain) < len(left) or heads or not is_plain(right[0].text):
        return False
    capitals = takewhile(lambda word: word.text[0].isupper(), right[1:_FURTHEST])
    return any(cue(word.text, "group_heads") or word.text == "Executive" for word in capitals)


def _is_railway(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two towns and a railway are one name: `Liverpool and Manchester Railway`."""
    ends = (left[-1].text, right[0].text)
    towns = len(left) == 1 and all(is_city(end) or is_province(end) or is_region(end) for end in ends)
    return towns and len(right) > 1 and right[1].text in {"Railway", "Railroad", "Canal", "Bank"}


def _takes_of(left: Sequence[Word], after: list[str], right: Word) -> bool:
    last = left[-1].lower
    if is_given_name(left[0].text) and len(left) > 1 and cue(last, "place_heads"):
        return False  # Emily Field of Lindbank
    if last in {"minister", "secretary"}:
        return is_plain(right.text) and not is_state(right.text)
    if (
        after == ["the"]
        and is_plain(last)
        and is_plain(right.text)
        and not is_given_name(left[0].text)
        and not speech.PEOPLE & {last, last.removesuffix("s")}
    ):
        return True  # Superintendency of the Environment
    for_what = after == ["the"] or any(word.text == "for" for word in left)
    if for_what and _is_long_body(left) and is_plain(last) and not is_state(right.text):
        return True  # Council for the Protection of the Lindel River, Group for the Support of Islam
    if last in _TAKE_OF or _REGNAL.fullmatch(left[-1].text) or (_is_long_body(left) and is_plain(right.text)):
        return True
    return any(cue(last, name) for name in ("group_heads", "place_heads", "event_heads", "work_heads"))
