"""Tell which possessives are part of a name: `Women's Institute`, `Hadrian's Wall`, `Heroes' Square`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.suggestions.lists import HEADS, cue, is_city, is_region, is_state
from generator.knowledge.suggestions.tokens import Word
from generator.knowledge.words import is_demonym, is_plain, listed

_MANY: Final = frozenset("women men children people workers".split())
_OF_MANY: Final = re.compile(r"(?:s[’']|men[’']s|ren[’']s|ople[’']s)")
_FURTHEST: Final = 3  # words ahead


def is_kept_possessive(text: str, found: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether a possessive is part of the name: `Women's Institute`, `King's College`."""
    owner, after = found[stop - 1], found[stop]
    between = text[owner.end : after.start]
    if between.lstrip("’'s") != " " or not after.text[0].isupper():
        return False
    if _owns_site(found[max(at, stop - 2) : stop + 1]) or _is_officers(found[at : stop + 1]):
        return True
    if stop - 1 != at and not _OF_MANY.search(text, owner.start, after.start):
        return False
    is_place = is_state(owner.text) or is_city(owner.text) or is_demonym(owner.text)
    if not is_plain(re.split("[-–]", owner.text)[-1]) or is_place:
        return False  # but LDS–People’s Party
    if between.startswith(("’ ", "' ")) and any(cue(after.text, heads) for heads in HEADS):
        return True  # Heroes’ Square, Peasants’ Revolt
    of_many = owner.lower in _MANY or owner.lower.removesuffix("s") in speech.PEOPLE
    return cue(after.text, "group_heads") or (of_many and _is_body_ahead(text, found, stop))


def _is_officers(stretch: Sequence[Word]) -> bool:
    """Tell whether an office is called after who holds it: `Attorney General’s Office`."""
    *owners, after = stretch
    held = all(is_plain(word.text) for word in owners) and listed(owners[-1].text, "titles")
    return len(owners) > 1 and held and after.text in {"Office", "Department"}


def _owns_site(stretch: Sequence[Word]) -> bool:
    """Tell whether a possessive is part of a place’s name or of what a body is for.

    `stretch` is the word before it in the run, where there is one, itself and the word after it: `Hadrian’s Wall`,
    `Year of Glaciers’ Preservation`.
    """
    *before, owner, after = stretch
    if before and before[0].text in {"of", "for"}:
        return is_plain(owner.text) and is_plain(after.text) and owner.lower.endswith("s")
    known = is_state(owner.text) or is_city(owner.text) or is_region(owner.text)
    alone = not before or listed(before[0].text, "function")
    return alone and not known and cue(after.text, "place_heads") and not cue(after.text, "group_heads")


def _is_body_ahead(text: str, found: Sequence[Word], at: int) -> bool:
    """Tell whether a body's noun is among the next words, all of them capital: `Soccer League`."""
    for number in range(at, min(at + _FURTHEST, len(found))):
        word = found[number]
        if not word.text[0].isupper() or (number > at and text[found[number - 1].end : word.start] != " "):
            return False
        if cue(word.text, "group_heads"):
            return True
    return False
