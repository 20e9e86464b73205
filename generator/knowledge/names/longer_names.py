"""Tell whether a name is part of a longer one that the catalogue lacks: `London Marathon`, `Hunter Biden`."""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.names.context import (
    Place,
    Sort,
    is_possessive,
    next_word,
    previous_word,
    starts_sentence,
)
from generator.knowledge.names.particles import KEPT_PARTICLES, LATIN_PARTICLES
from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title, listed
from generator.regex import regex

_NICKNAME: Final = r"[“\"‘'(](?:the )?[A-Z][\w ’'-]{1,24}[”\"’')] $"
_NICKNAMED: Final = regex(rf"[A-Z]\w+ {_NICKNAME}")
_ARABIC: Final = regex(
    r"[ \u00a0](?:(?:al|el|ul|as|ash|ad|an|ar|at|az|es)[-\u2010\u2011]|[ae]l )[A-Z]"
)  # Fatah al-Islam
_GENERATION: Final = regex(r",?[ \u00a0](?:(?:Jr|Sr)\b|(?:II|III|IV|V|VI|VII|VIII|IX)(?![\w.-]))")
_THING: Final = regex(r", (?:an?|the|which|built|launched)\b|[ \u00a0](?:sailed|sank|docked|ran aground)\b")
_PARTNER: Final = regex(r"[ \u00a0]&[ \u00a0][A-Z]")
_PARTNER_BEFORE: Final = regex(r"[A-Z][\w’'-]*[ \u00a0]&[ \u00a0]$")
_PURPOSE: Final = regex(r"[ \u00a0]for[ \u00a0](?P<word>[A-Z][\w’'-]+)")
_INITIAL: Final = regex(
    r"[ \u00a0](?:[A-Z]\. ?[A-Z]|[A-HJ-Z][A-Z]? [A-Z][a-z])"
)  # James A. Lewis is another than James
_ACRONYM_BEFORE: Final = regex(r"[a-z] \([A-Z]{2,6}\) $")
_NUMBERS: Final = frozenset({"One", "Two", "Three"})
_HANDLE: Final = regex(r" ?@ ?\w")
_MODEL: Final = regex(r"[ \u00a0]([A-Z]*-?\d[\w-]*)(?![\w-]|[,.]\d)")
_HEAD_OF: Final = regex(r"(?P<word>[A-Z][\w’'-]+) of (?:the )?$")
_TIED: Final = regex(r"[-\u2010\u2011](?P<word>[A-Z][\w’']*)")
_TIED_BEFORE: Final = regex(r"(?P<word>[A-Z][\w’'.]*)[-\u2010\u2011]$")
_PARTICLED: Final = regex(
    rf"(?P<word>[A-Z][\w’'-]+)[ \u00a0](?:(?:{'|'.join(sorted(LATIN_PARTICLES - KEPT_PARTICLES))})[ \u00a0]){{1,2}}$"
)
_CAPITALS: Final = regex(r"(?:[ \u00a0][A-Z][\w’'-]*)+")
_REACH: Final = 40  # how far to look for the word before, in characters


def in_longer_name(place: Place, sort: Sort) -> bool:
    """Tell whether a name of one word is part of a longer one that the catalogue lacks."""
    after, before = next_word(place.text, place.end), previous_word(place.text, place.start)
    if not place.known_after and (_continues(place, sort) or _makes_longer(after, place, sort)):
        return True
    if sort is Sort.PERSON and _NICKNAMED.search(place.text[max(0, place.start - _REACH) : place.start]):
        return True
    if place.known_before or is_possessive(place.text, place.start):
        return False
    if not before[:1].isupper():
        return before.lower() in LATIN_PARTICLES and _follows_particle(place)
    return _makes_longer_before(before, place, sort)


def in_longer_long_name(place: Place, sort: Sort) -> bool:
    """Tell whether a name of several words is part of a longer one: judged more mildly, by what follows alone.

    For a group a word that says again what it is makes no other name (`Brigades`), for all that is a title.
    """
    if place.known_after:
        return False
    if _continues(place, sort):
        return True
    after = next_word(place.text, place.end)
    if sort is not Sort.PERSON and not place.title_case and ends_in_body(place.text, place.end):
        return True
    if not after[:1].isupper() or is_title(after) or (sort is Sort.GROUP and listed(after, "kinds_of_groups")):
        return False
    return listed(after, "heads")


def follows_given_name(place: Place) -> bool:
    """Tell whether another given name stands before a name, inside a sentence: `Ahmed` before `Ali Saleh`."""
    before = previous_word(place.text, place.start)
    if place.title_case or place.known_before or not before[:1].isupper() or is_possessive(place.text, place.start):
        return False
    return is_given_name(before) and not (is_plain(before) or is_title(before))


def is_tail_of_another(place: Place) -> bool:
    """Tell whether part of a body's name ends another's, whose words are plain: `Financial Times`, `(PLA) Navy`."""
    text, start = place.text, place.start
    if _ACRONYM_BEFORE.search(text[max(0, start - _REACH) : start]):
        return True
    before = previous_word(text, start)
    if place.title_case or place.known_before or not before[:1].isupper() or is_possessive(text, start):
        return False
    if is_title(before) or is_calendar(before) or is_demonym(before):
        return False
    if listed(before, "function") or listed(before, "roles") or listed(before, "convictions"):
        return False
    return not starts_sentence(text, start - 1 - len(before))


def is_named_after(place: Place) -> bool:
    """Tell whether a thing bears a person's full name: `the steamer Ann Lee`, `the Ann Lee, a ferry`."""
    before = previous_word(place.text, place.start)
    if listed(before, "named_after"):
        return True
    if " of " in place.surface:
        return False  # the Count of Lindia, the emperor’s son-in-law
    return before.lower() == "the" and _THING.match(place.text, place.end) is not None


def _continues(place: Place, sort: Sort) -> bool:
    """Tell whether what follows can only go on with the name: `al-Islam`, `Jr.`, `& Sons`, `for Peace`."""
    text, end = place.text, place.end
    if _ARABIC.match(text, end) or _GENERATION.match(text, end) or _goes_on(text, end, sort):
        return True
    before = text[max(0, place.start - _REACH) : place.start]
    if sort is not Sort.OTHER and (_PARTNER.match(text, end) or ("&" in before and _PARTNER_BEFORE.search(before))):
        return True
    purpose = _PURPOSE.match(text, end)
    if sort is not Sort.GROUP or place.title_case or not purpose or is_calendar(purpose["word"]):
        return False
    return is_plain(purpose["word"]) and not is_title(purpose["word"])


def _goes_on(text: str, end: int, sort: Sort) -> bool:
    """Tell whether an initial follows a person's name, or a body's number (`Air Force One`)."""
    return (sort is Sort.PERSON and _INITIAL.match(text, end) is not None) or (
        sort is Sort.GROUP and next_word(text, end) in _NUMBERS
    )


def _makes_longer(after: str, place: Place, sort: Sort) -> bool:
    """Judge the word after: a capital makes a longer name, but a title, a date or a word that begins a sentence."""
    if after[:1].isupper() and _ends_as_longer(after, place, sort):
        return True
    if not after[:1].isupper() or is_title(after) or is_calendar(after) or listed(after, "function"):
        return False
    if sort is Sort.GROUP and listed(after, "legal_forms"):
        return False
    if listed(after, "heads"):
        return True
    if place.title_case or (after.isupper() and (sort is not Sort.PERSON or len(after) > 1)):
        return False
    return sort is Sort.PERSON or not (is_demonym(after) or _is_attribute(place, after, sort))


def _ends_as_longer(after: str, place: Place, sort: Sort) -> bool:
    """Tell whether the capitals that follow end as only a longer name does, a title among them or not."""
    if is_title(after) and sort is not Sort.PERSON and _ends_in_company(place):
        return True
    return not place.title_case and ends_in_body(place.text, place.end)


def _ends_in_company(place: Place) -> bool:
    """Tell whether the capitals that follow end in a legal form: `Basra Oil Company`."""
    found = _CAPITALS.match(place.text, place.end)
    return found is not None and any(listed(word, "incorporations") for word in found.group().split()[1:])


def ends_in_body(text: str, end: int) -> bool:
    """Tell whether the capitals that follow a name end in the word for a body: `US Supreme Court`.

    One word is not enough (`US Army`), nor does a title begin the name, or a legal form do so or end it.
    """
    found = _CAPITALS.match(text, end)
    first, *others = found.group().split() if found else [""]
    if not others or (is_title(first) and others[1:]) or any(word[-2:] in {"’s", "'s"} for word in (first, *others)):
        return False
    last = others[-1]
    if listed(first, "incorporations") or listed(last, "incorporations") or listed(first, "function"):
        return False
    return any(listed(last, name) for name in ("heads", "bodies", "creeds"))


def _is_attribute(place: Place, after: str, sort: Sort) -> bool:
    """Tell whether a name only tells whose or of what kind the word after it is: `U.S. Second`, `NASA Discovery`.

    That word is a plain one. A name must be an acronym or be followed by the word for a division; a place that
    is a given name too may begin a person's name (`Jordan Brook`).
    """
    if not is_plain(after) or listed(place.surface, "place_given_names"):
        return False
    if sort is Sort.OTHER and not place.surface.replace(".", "").isupper():
        # Iran International, Berlin Wall; but a headline's Iran Losing
        return after.endswith(("ing", "ed")) and "." not in place.text
    return sort is not Sort.GROUP or place.surface.isupper() or listed(after, "divisions")


def _makes_longer_before(before: str, place: Place, sort: Sort) -> bool:
    """Judge the word before, which is capitalised: for a person it is another given name unless it can be none."""
    if place.title_case:
        return False
    if listed(before, "geography") or listed(before, "named_after"):
        return True
    if is_title(before) or is_calendar(before) or listed(before, "function"):
        return sort is Sort.PERSON and _is_name_inside(before, place)
    if is_demonym(before) and (listed(before, "demonyms") or not is_given_name(before)):
        return False  # but Brian and Susan end as peoples do
    if sort is not Sort.PERSON:
        inside = not listed(before, "roles") and not starts_sentence(place.text, place.start - 1 - len(before))
        return not is_plain(before) or (sort is Sort.OTHER and inside)  # Real Madrid
    return not listed(before, "roles") and not _only_begins_sentence(before, place)


def _follows_particle(place: Place) -> bool:
    """Tell whether a particle ties the name to a capitalised word: `Carla de Groot`, not Jan; `Office du Lac`."""
    found = _PARTICLED.search(place.text[max(0, place.start - _REACH) : place.start])
    if found is None or place.title_case:
        return False
    word = found["word"]
    if is_title(word) or is_calendar(word) or is_demonym(word) or listed(word, "function") or listed(word, "roles"):
        return False
    return not (is_plain(word) and starts_sentence(place.text, place.start - len(found[0])))


def _is_name_inside(word: str, place: Place) -> bool:
    """Tell whether a small word is large inside a sentence, which makes a given name of it: `edited by Will Lind`."""
    start = place.start - 1 - len(word)
    before = previous_word(place.text, start)
    if is_title(word) or is_calendar(word):
        return False
    inside = (before.islower() and before.isalpha()) or (is_title(before) and before[:1].isupper())
    return inside and not listed(word, "articles") and not starts_sentence(place.text, start)


def _only_begins_sentence(word: str, place: Place) -> bool:
    """Tell whether the word before is a plain one, large as the first of its sentence, and no given name (`Mark`)."""
    if not is_plain(word) or listed(word, "plain_given_names"):
        return False
    return starts_sentence(place.text, place.start - 1 - len(word))


def is_handle(place: Place) -> bool:
    """Tell whether an at sign ties the name to another word, with spaces or without: `Stardust @ home`."""
    return _HANDLE.match(place.text, place.end) is not None


def is_model(place: Place) -> bool:
    """Tell whether a model number follows, so that not the maker is named but what it makes (`Airbus A330-200`).

    No amount is one: `They fined Airbus 500 million euros`.
    """
    found = _MODEL.match(place.text, place.end, place.end + _REACH)
    if found is None or re.fullmatch(r"(?:1[5-9]|20)\d\d", found[1]):
        return False
    return not (found[1].isdigit() and listed(next_word(place.text, found.end()), "amounts"))


def follows_of(place: Place) -> bool:
    """Tell whether a capitalised noun and `of` stand before, as in `University of Tehran`; offices do not count."""
    before = place.text[max(0, place.start - _REACH) : place.start]
    found = _HEAD_OF.search(before) if before.endswith((" of ", " of the ")) else None
    if found is None:
        return False
    body = listed(found["word"], "heads") and not listed(found["word"], "offices")
    return body or listed(found["word"], "peerages")


def compound_word(place: Place) -> str:
    """Give the capitalised word that a hyphen ties to the name, "" where there is none: `Foo` for `Kataib-Foo`."""
    found = _TIED.match(place.text, place.end, place.end + _REACH)
    before = place.text[max(0, place.start - _REACH) : place.start]
    if found is None and before.endswith(("-", "\u2010", "\u2011")):
        found = _TIED_BEFORE.search(before)
    return found["word"] if found else ""
