"""Find the runs of capitalised words in a block that may be names, cut at titles and possessives.

A run is `University of Helsinki`, `Ursula von der Leyen`, `U.S. Secretary of State John Kerry`; of the last only the
name counts, and its title is kept as a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.knowledge.dates.words import MONTHS
from generator.knowledge.names.context import starts_sentence
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import HEADS, cue, is_city, is_region, is_state
from generator.knowledge.suggestions.small_words import PARTICLES
from generator.knowledge.suggestions.ties import end_of_run, start_of_street
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

_SHORT_MONTHS: Final = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
_MONTHS_AND_NAMES: Final = frozenset("May March April June August".split())
_IN_MONTH: Final = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|week of|end of|last|this|early|late|mid)[ -]$")
_ADHERENTS: Final = frozenset("Republican Republicans Democrat Democrats".split())
_BEFORE_DATES: Final = frozenset("in on by since until that this last next from late early".split())
_ON_DAY: Final = re.compile(r"\b[Oo]n $")
_DAY_BEFORE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?$")
_AMOUNT: Final = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<figures>\d+)")  # CHF5, K150 000
_THOUSANDS: Final = re.compile(r"\d{3}")
_CHIEF_OF: Final = re.compile(r"\b(?:General|Commissioner|Chief|Director|Superintendent) of $")
_REACH: Final = 40  # characters
_FULL_NAME: Final = 2  # words
_FULL_NAMES: Final = (3, 4)  # words, with the one before them


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
        street = start_of_street(text, found, at)
        if street == at and (not is_capital(found[at].text) or _is_money(found, at)):
            at += 1
            continue
        stop = end_of_run(text, found, street)
        if street > at:
            yield Run(block, found[at].start, found[stop - 1].end, text[found[at].start : found[stop - 1].end])
            at = stop
            continue
        for piece in parted(found[at:stop]):
            yield from _run(text, piece, block)
        at = stop


def _is_money(found: Sequence[Word], at: int) -> bool:
    """Tell whether letters say what an amount is in: `IQD 4.1 trillion`."""
    amount = _AMOUNT.fullmatch(found[at].text)
    if amount is not None:
        grouped = found[at + 1 : at + 2] != [] and _THOUSANDS.fullmatch(found[at + 1].text) is not None
        return listed(amount["letters"], "currencies") or (len(amount["letters"]) == 1 and grouped)
    return listed(found[at].text, "currencies") and found[at + 1 : at + 2] != [] and found[at + 1].text[0].isdigit()


def _run(text: str, piece: Sequence[Word], block: int) -> Iterator[Run]:
    """Take what does not belong to the name off a piece, and give the rest, if any."""
    if len(piece) > 1 and is_calendar(piece[0].text) and _DAY_BEFORE.search(text[: piece[0].start]):
        piece = piece[1:]  # On 26 June Canada
    if len(piece) > 1 and is_calendar(piece[0].text) and _ON_DAY.search(text[: piece[0].start]):
        piece = piece[1:]  # On Wednesday Anna Lind
    if (
        len(piece) > 1
        and piece[0].text in MONTHS
        and not _is_far_place(piece)
        and _IN_MONTH.search(text[: piece[0].start])
    ):
        piece = piece[1:]  # in June Anna Lind
    if len(piece) > _FULL_NAME and piece[0].text == "Police" and _CHIEF_OF.search(text[: piece[0].start][-_REACH:]):
        piece = piece[1:]  # Inspector General of Police | Anna Lind
    if len(piece) > 1 and piece[0].text == "Co":
        piece = piece[1:]  # Co Cork
    piece = _without_date(piece, _trimmed(piece))
    if len(piece) > 1 and piece[-1].text in _ADHERENTS and _is_surely_place(piece[:-1]):
        piece = piece[:-1]  # a Lubbock Republican
    opening = bool(piece) and starts_sentence(text, piece[0].start)
    piece = without_imperative(piece) if opening else piece
    title, name = ("", piece) if is_name_like_office(text, piece, opening=opening) else split_title(piece)
    if name and not title:
        title, name = opening_role(name) if opening else role_before_given_name(name)
    if not title and _is_from(name):
        name = name[1:]
    if name:
        start, end = name[0].start, name[-1].end
        yield Run(block, start, end, " ".join(text[start:end].split()), title, starts_sentence(text, start))


def _without_date(whole: Sequence[Word], piece: Sequence[Word]) -> Sequence[Word]:
    """Take a month or day off that stands after a word which only opened the sentence: `In October | Lind`."""
    opened = len(piece) > 1 and piece[0] != whole[0] and is_calendar(piece[0].text)
    after_it = opened and whole[whole.index(piece[0]) - 1].lower in _BEFORE_DATES
    return piece[1:] if after_it and not any(cue(word.text, heads) for word in piece for heads in HEADS) else piece


def _is_from(name: Sequence[Word]) -> bool:
    """Tell whether a person's name follows the word for where the person is from: `Dutchman | Jan Lind`."""
    if len(name) not in _FULL_NAMES:
        return False
    first, given, *_, last = (word.text for word in name)
    people = is_demonym(first) or cue(first, "peoples")
    is_place = is_state(first) or is_city(first) or is_given_name(first)
    heads = any(cue(last, head) for head in HEADS)
    return people and not (is_place or heads) and is_given_name(given) and not (is_plain(given) or is_plain(last))


def _trimmed(piece: Sequence[Word]) -> Sequence[Word]:
    """Leave out small words that only a sentence's beginning or a heading writes large, and dates."""
    first, last = 0, len(piece)
    while first < last and _is_no_beginning(piece, first) and not _is_far_place(piece[first:last]):
        first += 1
    while (
        first < last
        and ((_is_no_end(piece[last - 1]) and not _is_sons(piece[first:last])) or _is_speaker(piece[first:last]))
        and not _is_day_alike(piece[first:last])
        and not _is_place(" ".join(word.text for word in piece[first:last]))
    ):
        last -= 1  # but Port Said is one
    if last - first > _FULL_NAME and listed(piece[last - 1].text, "postnominals"):
        last -= 1
    return piece[first:last]


def _is_far_place(piece: Sequence[Word]) -> bool:
    """Tell whether words are the name of a city of several words, the first of which may be a month: `Mar del Lind`."""
    return len(piece) > _FULL_NAME and is_city(" ".join(word.text for word in piece))


def _is_no_beginning(piece: Sequence[Word], at: int) -> bool:
    word, after = piece[at].text, piece[at + 1].text if at + 1 < len(piece) else ""
    if listed(word, "function"):
        return not ((word == "The" and after == "Hague") or (word.isupper() and len(word) > 1))
    return (is_calendar(word) and not after[:1].isupper()) or not word[0].isalpha()


def _is_no_end(word: Word) -> bool:
    if listed(word.text, "function"):
        return not word.text.isupper()
    if word.lower in PARTICLES:
        return word.text.islower()
    return is_calendar(word.text) and not word.text.isupper() and word.text not in _MONTHS_AND_NAMES


def _is_sons(piece: Sequence[Word]) -> bool:
    """Tell whether the last word is a father's name: `Anna bint Said`."""
    return len(piece) > _FULL_NAME and piece[-2].text in {"bin", "ibn", "bint", "ben"} and piece[-1].text[0].isupper()


def _is_surely_place(words: Sequence[Word]) -> bool:
    """Tell whether words are a place’s name and no plain ones: there is a town of the name Liberal."""
    return _is_place(" ".join(word.text for word in words)) and not all(is_plain(word.text) for word in words)


def _is_speaker(piece: Sequence[Word]) -> bool:
    """Tell whether the last word is who speaks, after a place: `In Lindham I …`."""
    return piece[-1].text == "I" and is_city(" ".join(word.text for word in piece[:-1]))


def _is_day_alike(piece: Sequence[Word]) -> bool:
    """Tell whether the last word is part of a name of three and looks like a day’s abbreviation: `Lind Sa Thu`."""
    return len(piece) > _FULL_NAME and listed(piece[-1].text, "short_dates") and piece[-1].text not in _SHORT_MONTHS


def _is_place(name: str) -> bool:
    return is_city(name) or is_state(name) or is_region(name)
