"""Read the words around a name: what stands before and after it, and whether its capital says anything.

A name of one word may be a plain word (`May` at the start of a sentence) or a month.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from generator.abbreviations import BEFORE_NAMES
from generator.knowledge.names.particles import LATIN_PARTICLES, PARTICLES
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import is_calendar, is_date_word, is_demonym, is_plain, is_title, listed
from generator.regex import regex

_NEXT: Final = regex(r"[ \u00a0](?P<word>[^\W_][\w’'.-]*)")
_RUN: Final = regex(r"[^\s“”„«»‹›\"(\[]+")
_OWNER: Final = regex(r"\w(?:[’'][sS]|[sS][’'])[ \u00a0]$")
_POSSESSIVE: Final = regex(r"[’']s(?!\w)")
_AT_PLACES: Final = frozenset({"downtown", "in", "at", "near", "outside", "inside", "across", "around", "throughout"})
_IN_TOWN: Final = regex(r"\b(?:In|At) (?P<town>[A-Z][a-zà-ÿ]+) $")
_NICKNAME: Final = r"[“\"‘'(](?:the )?[A-Z][\w ’'-]{1,24}[”\"’')] $"
_GIVENS: Final = tuple(
    regex(
        r"(?<![\w.’'-])(?P<given>[^\W\d_a-z][\w’'-]+) "
        rf"(?P<middle>(?:(?:[A-Z]\. ?){{1,3}}|[A-Z]\w+ ){{{middle}}})(?:{_NICKNAME}|$)"
    )
    for middle in range(3)
)
_TOLD: Final = regex(r", (?:(?P<age>\d\d),|(?:an?|the|his|her|their) (?P<words>[a-z-]+(?: [a-z-]+){0,2}))")
_DAY: Final = regex(r",? \d")
_REACH: Final = 40  # how far to look for the word before, in characters
_MOST: Final = 0.8
_ROW: Final = 4  # words to a comma: no more has a row of names
_SHORT_TITLES: Final = frozenset(BEFORE_NAMES) | {name.lower() for name in BEFORE_NAMES}
_OPENERS: Final = " \u00a0\t“”\"‘'([{«„—–-*"
_HYPHENS: Final = frozenset("-\u2010\u2011")
_PARTING: Final = frozenset(".,;:!?…")
# What follows a name that may go on with it: a large word, a number or a sign, an Arabic article, `for`, `Jr.`, `III`.
_LOUD: Final = regex(
    r"[ \u00a0](?:[^a-z“\"‘(]|(?:al|el|ul|as|ash|ad|an|ar|at|az|es)[-\u2010\u2011]|[ae]l |for[ \u00a0][A-Z])|"
    r",[ \u00a0][JSIVX]|@|[-\u2010\u2011][^a-z]"
)
_QUOTES: Final = "“\"‘'(«„["


class Sort(StrEnum):
    """As what a name of one word stands: what makes it part of a longer name differs."""

    PERSON = "person"  # a surname or a given name
    GROUP = "group"
    OTHER = "other"

    __hash__ = str.__hash__  # as fast as a string's


class Place(NamedTuple):
    """Where a name stands in a block's text.

    `title_case` tells that capitals say little there, `known_after` that another name of the catalogue follows, and
    `known_before` that one stands before with which this one makes no longer name.
    """

    text: str
    start: int
    end: int
    title_case: bool = False
    known_after: bool = False
    known_before: bool = False

    @property
    def surface(self) -> str:
        """The name as it stands there."""
        return self.text[self.start : self.end]


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at `start` says nothing: a sentence, a quotation or a line begins there."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # as nearly everywhere
    at = start
    while at and (_ends_quoted_sentence(text, at - 1) or (text[at - 1] in _OPENERS and not _closes(text, at - 1))):
        at -= 1
    if at == 0 or any(mark in _QUOTES for mark in text[at:start]):
        return True
    if text[at - 1] == ".":
        word = re.search(r"[\w.]+$", text[max(0, at - _REACH) : at])
        return word is None or word[0].rstrip(".") not in _SHORT_TITLES
    return text[at - 1] in "!?…:;"


def _ends_quoted_sentence(text: str, at: int) -> bool:
    """Tell whether a mark closes a quotation after a sentence: `‘We left.’ Then`, `«We left.» Then`."""
    return text[at] in "’»›" and at > 0 and text[at - 1] in ".!?…"


def _closes(text: str, at: int) -> bool:
    """Tell whether a mark stands right after a word, as the apostrophe of `states'` and closing ones do."""
    return text[at] in "'’\"”" and at > 0 and text[at - 1].isalnum()


@functools.lru_cache(maxsize=4096)
def next_word(text: str, end: int) -> str:
    """Give the word that follows after one space; "" where a mark stands between."""
    found = _NEXT.match(text, end)
    return found["word"].rstrip(".'’-") if found else ""


@functools.lru_cache(maxsize=4096)
def previous_word(text: str, start: int) -> str:
    """Give the word that stands before, after no mark but a title's full stop; "" where there is none."""
    before = text[max(0, start - _REACH) : start]
    runs = _RUN.findall(before) if before.endswith((" ", "\u00a0")) else []
    if not runs or not before[:-1].endswith(runs[-1]):
        return ""
    word: str = runs[-1]
    short = is_title(word) or is_calendar(word) or re.fullmatch(r"[A-Z]\.(?:[A-Z]\.)*", word) is not None
    last = word.rstrip("'‘’")[-1:]  # of `‘We waited,’ Lind said` the comma
    if last in ",;:!?…)]" or (last == "." and not short):
        return ""
    return word.strip("'‘’")


def is_title_case(text: str) -> bool:
    """Tell whether capitals say little here: no sentence ends, and most of the longer words have one.

    All in capitals a line is a headline however it ends; a row of names between commas is none.
    """
    if is_all_capitals(text):
        return True
    if text.rstrip(" ”\"’')")[-1:] in ".!?" or text.count(",") * _ROW >= len(text.split()):
        return False
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in PARTICLES]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _MOST * len(words)


def is_all_capitals(text: str) -> bool:
    """Tell whether a text of several words is written in capitals throughout."""
    return text.isupper() and " " in text.strip()


def has_locative(text: str, start: int) -> bool:
    """Tell whether a preposition of place stands right before."""
    return listed(previous_word(text, start), "locatives")


def opens_with_town(text: str, start: int) -> bool:
    """Tell whether a sentence opens with `In` and a town right before a name: `In Vienna Lindqvist wept`."""
    found = _IN_TOWN.search(text[max(0, start - _REACH) : start])
    if found is None or is_given_name(found["town"]):
        return False
    at = start - len(found.group())
    return starts_sentence(text, at)


def is_surname_of_place(text: str, start: int, end: int) -> bool:
    """Tell whether a surname may name a place here (`in Washington`), by the preposition before it."""
    before = previous_word(text, start)
    return before.lower() in _AT_PLACES and not _POSSESSIVE.match(text, end)


def stands_alone(word: str, whole: str, text: str, start: int) -> bool:
    """Tell whether one word of a name is enough to mean it, the whole name having stood before.

    It must not be general (`Services`), nor a number, nor tell a place or a people. As the first word it must be no
    plain word either, nor where the body has its seat (`Princeton` of `Princeton University`).
    """
    if any(
        listed(word, name)
        for name in ("general", "heads", "titles", "legal_forms", "geography", "continents", "function")
    ):
        return False
    if is_demonym(word) or is_calendar(word) or word.lower() in PARTICLES or is_land(word):
        return False
    first, *rest = whole.split()
    before = previous_word(text, start)
    if word.rstrip("s").isdigit():
        owner = before.removesuffix("'s").removesuffix("’s").rstrip("'’")
        return word.endswith("s") or listed(before, "articles") or owner == first
    if word != first:  # but `Bank shares fell` tells of no one bank
        return not (starts_sentence(text, start) and is_plain(word) and _is_attribute(text, start + len(word)))
    seated = any(listed(one, "seated") for one in rest) and not is_camel_case(word)
    distinct = not is_plain(word) or any(listed(one, "trades") for one in rest[:1])
    return distinct and not seated and before.lower() not in _AT_PLACES


def _is_attribute(text: str, end: int) -> bool:
    """Tell whether a noun follows, or a plural's verb."""
    after = next_word(text, end)
    if not after.islower() or listed(after, "function"):
        return False
    if is_title(after) or listed(after, "roles"):
        return False  # Eagles quarterback
    return not (is_verbal(after) or after.endswith("ly"))


def is_land(word: str) -> bool:
    """Tell whether a word names lands: `Oman` of Oman Times, `USA` of USA Steel, `Asia-Pacific` of a council."""
    parts = word.split("-")
    if listed(word, "lands") or listed(word, "abbreviated_lands"):
        return True
    return len(parts) > 1 and all(listed(one, "continents") for one in parts)


def may_be_plain(text: str, start: int, end: int) -> bool:
    """Tell whether a name of one word may be a plain word with a capital that the sentence gives it, or a month."""
    word = text[start:end]
    if not _is_large_word(word):
        return False
    if word.isupper() and len(word) > 1:
        return is_shouted(text, start, end) and is_plain(word)
    if is_date_word(word) and _is_date(text, start, end):
        return True
    if not starts_sentence(text, start) or _POSSESSIVE.match(text, end):
        return False
    return is_plain(word) and not listed(word, "rarely_plain")


@functools.lru_cache(maxsize=4096)
def _is_large_word(word: str) -> bool:
    return word[0].isupper() and re.fullmatch(r"[^\W\d_][^\W\d_’']*", word) is not None


def is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words on both sides are all capitals too, so that those of an acronym say nothing."""
    around = [word for word in (previous_word(text, start), next_word(text, end)) if len(word) > 1]
    return bool(around) and all(word.isupper() for word in around)


def is_common_noun(place: Place) -> bool:
    """Tell whether an article makes a plain word of a surname: `the King`, but `the Bush administration`.

    A noun that follows makes the surname its attribute (`the Cruise video`), unless that is a title too or a month.
    """
    if not listed(previous_word(place.text, place.start), "articles") or not is_plain(place.surface):
        return False
    after = next_word(place.text, place.end)
    if is_title(after):
        return False
    ruled_out = is_title(place.surface) or is_calendar(place.surface) or is_verbal(after)
    return ruled_out or not after[:1].islower() or listed(after, "function")


def is_verbal(word: str) -> bool:
    """Tell whether a word has the form of a verb that follows its subject (`agreed`); for nouns that is rare."""
    return word.endswith(("ed", "ly")) or listed(word, "sayings")


def acts(text: str, start: int, end: int, *, person: bool = False) -> bool:
    """Tell whether a verb follows that only somebody can be the subject of: `Hale served`, `Hale, whose`.

    Forms of `be` and most auxiliaries follow plain words too, if seldom where a `person` is known by that name; after a
    month so do all auxiliaries.
    """
    if re.match(r",? (?:who|whose)\b", text[end:]) or (person and _is_told_of(text, end)):
        return True
    after = next_word(text, end)
    if listed(after, "auxiliaries"):
        return (person or after in {"has", "had"}) and not is_calendar(text[start:end])
    if after.endswith("s") and listed(after, "acts_of_states"):
        return True  # Hale wants
    return after.islower() and (after.endswith("ed") or listed(after, "sayings"))


def _is_told_of(text: str, end: int) -> bool:
    """Tell whether an age follows, or what somebody is by office or trade: `Hale, 61,`, `Hale, a former investor`."""
    found = _TOLD.match(text, end)
    return found is not None and (found["age"] is not None or _is_role(found["words"].split()))


def _is_role(words: list[str]) -> bool:
    return any(listed(word, "roles") or (word.islower() and is_title(word)) for word in words)


def _is_date(text: str, start: int, end: int) -> bool:
    before = previous_word(text, start)
    return listed(before, "before_dates") or before[-1:].isdigit() or _DAY.match(text, end) is not None


def is_quiet(text: str, start: int, end: int) -> bool:
    """Tell whether what stands beside a name cannot speak against it: small words or marks."""
    return is_quiet_before(text, start) and is_quiet_after(text, end)


def is_quiet_after(text: str, end: int) -> bool:
    """Tell whether what follows a name neither goes on with it nor can be tied to it."""
    return _LOUD.match(text, end) is None


def is_quiet_before(text: str, start: int) -> bool:
    """Tell whether what stands before a name is no part of it: a mark, or a small word that is no article nor `of`."""
    if not start:
        return True
    gap = text[start - 1]
    if gap != " " and gap not in _HYPHENS:
        return gap not in "\u00a0."  # the full stop of an initial
    limit = start - _REACH if start > _REACH else 0
    run = text[(text.rfind(" ", limit, start - 1) + 1) or limit : start - 1]  # back to a space
    return _is_quiet_word(run) if gap == " " else run.islower()


@functools.lru_cache(maxsize=16_384)
def _is_quiet_word(run: str) -> bool:
    """Tell whether a word, with the marks on it, is quiet with a space after it and then a name."""
    before = previous_word(f"{run} ", len(run) + 1)
    if not before:
        return run[-1:] in _PARTING
    quiet = before.isascii() and before.isalpha() and before.islower()
    return quiet and before not in LATIN_PARTICLES and not listed(before, "not_quiet")


def is_possessive(text: str, start: int) -> bool:
    """Tell whether the word before is a possessive, which begins a name of its own: `Lebanon’s Hezbollah`."""
    at = start - len("x’s ")
    return at >= 0 and _OWNER.match(text, at, start) is not None


def given_names_before(text: str, start: int) -> Iterator[re.Match[str]]:
    """Give what may be the given name before a surname, the nearest word first: `Joe` before `R. Biden`.

    The group `middle` has the initials and middle names that would stand between; a nickname in quotation marks or
    brackets belongs to neither.
    """
    before = text[max(0, start - _REACH) : start]
    yield from (found for pattern in _GIVENS if (found := pattern.search(before)))


def follows_given_name(text: str, start: int) -> bool:
    """Tell whether a given name stands right before, one that is no plain word (`Trevor`, `Mark`, but not `New`)."""
    before = previous_word(text, start)
    if not before[:1].isupper() or not is_given_name(before):
        return False
    return not is_plain(before) or listed(before, "plain_given_names")
