"""Weigh the bearer of a surname against others of that name in the text, whom the catalogue lacks."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.knowledge.names.case import Case, Story
from generator.knowledge.names.context import follows_given_name, previous_word
from generator.knowledge.names.strength import Strength
from generator.knowledge.words import listed

At = tuple[int, int]  # a block and a position in it


def in_full(story: Story, strangers: list[At]) -> list[At]:
    """Give those places of a strange name at which it follows another, but for those in brackets: `Peter Lind`."""
    return [(block, start) for block, start in strangers if _is_in_full(story.blocks[block].text, start)]


def _is_in_full(text: str, start: int) -> bool:
    before = previous_word(text, start)
    is_aside = text.rfind("(", 0, start) > text.rfind(")", 0, start)
    return before[:1].isupper() and not listed(before, "articles") and not is_aside


def is_outweighed(case: Case, entity: str, strangers: list[At]) -> bool:
    """Tell whether a text tells more of others of a surname: by the full name, more often than of its bearer, or first.

    If only first, then as often. Not in a paragraph that names the bearer, nor once the surname has meant that one
    after the others came. A headline before them means whom the text names first.
    """
    story, here = case.story, (case.block, case.start)
    came = [at for at in strangers if follows_given_name(story.blocks[at[0]].text, at[1])]
    if entity not in story.introduced:
        return bool(came) and came[0] < first_named(story, entity)
    before = came[: bisect_left(came, here)]
    if not before or story.is_in_paragraph(entity, story.blocks[case.block].paragraph):
        return False
    meant = story.meant.get(case.of(Strength.SURNAME, Strength.WEAK))
    if meant is not None and meant.entity == entity and (meant.block, meant.start) > before[-1]:
        return False
    places = story.introduced.get(entity, [])
    own = places[: bisect_left(places, here)]
    return bool(own) and (len(before) > len(own) or (len(before) == len(own) and before[0] < own[0]))


def first_named(story: Story, entity: str) -> At:
    """Give where a full name of an entity first stands in a text, or its end."""
    return story.once(("first", entity), lambda: _find(story, entity))


def _find(story: Story, entity: str) -> At:
    known = story.catalogue.entities[entity]
    names = re.compile("|".join(re.escape(name) for name in (known.name, *known.aliases)))
    found = ((number, one.start()) for number, block in enumerate(story.blocks) if (one := names.search(block.text)))
    return next(found, (len(story.blocks), 0))
