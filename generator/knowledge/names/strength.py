"""How firmly a form of a name points to its entity."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Strength(IntEnum):
    """How firmly a surface form points to its entity; the resolver treats each kind by a rule of its own."""

    HAND = 0  # a link by hand
    SETTLED = 1  # the article's front matter settles the name
    ACRONYM = 2  # of a full name that stands in the article
    NAME = 3
    ALIAS = 4
    NATIVE = 5
    SHORT = 6  # the name without what may always be left out: a middle name, a legal form, `The`
    SURNAME = 7
    GIVEN = 8
    PARTIAL = 9
    WEAK = 10
    PHRASE = 11

    __hash__ = int.__hash__  # as fast as a number's; an enumeration's own is Python code, run at each look into a set


STRONG: Final = frozenset({Strength.NAME, Strength.ALIAS, Strength.NATIVE, Strength.SHORT})
