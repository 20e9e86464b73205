"""Find the acronyms that an article introduces itself: `Popular Mobilization Forces (PMF)`, `PMF (Popular …)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.knowledge.folding import fold
from generator.knowledge.gazetteer import Entry
from generator.knowledge.names import STRONG, Strength
from generator.knowledge.spotting import Spot
from generator.model import Block, Catalogue, Kind

_AFTER: Final = re.compile(r"[’']?s? ?\((?:the |or )?[“\"]?(?P<acronym>[A-Z][A-Za-z&.-]{1,9})[”\"]?\)")
_BEFORE: Final = re.compile(r"(?<![\w.-])(?P<acronym>[A-Z][A-Z&.-]{1,9}) \((?:the )?$")


def bracketed_acronyms(catalogue: Catalogue, blocks: tuple[Block, ...], spots: list[list[Spot]]) -> list[Entry]:
    """Give the acronyms that stand in brackets after a full name, or before it, and whose letters it has."""
    found = set()
    for block, here in zip(blocks, spots, strict=True):
        for one in here:
            for entity in sorted({entry.entity for entry in one.entries if entry.strength in STRONG}):
                if catalogue.entities[entity].kind is not Kind.ACTORS:
                    found |= {Entry(entity, Strength.ACRONYM, letters) for letters in _around(block.text, one)}
    return sorted(found)


def _around(text: str, one: Spot) -> Iterator[str]:
    name = text[one.start : one.end]
    for match in (_AFTER.match(text, one.end), _BEFORE.search(text[max(0, one.start - 20) : one.start])):
        if match and " " in name and stands_for(match["acronym"], name):
            yield match["acronym"]


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether the letters of an acronym are those of a name: its initials, or in their order within it."""
    letters = [c for c in acronym if c.isupper()]
    if len(letters) <= 1 or len(letters) < len(acronym.replace(".", "").removesuffix("s")) / 2:
        return False
    folded = fold(name)
    words = folded.split()
    if letters[0].lower() != folded[0]:
        return False
    initials = "".join(word[0] for word in words)
    return _in_order("".join(letters).lower(), folded) and _in_order(initials_kept(initials, letters), initials)


def initials_kept(initials: str, letters: list[str]) -> str:
    """Give the letters of the acronym that are initials of the name; at least two must be."""
    kept = "".join(letter.lower() for letter in letters if letter.lower() in initials)
    return kept[:2] if len(kept) > 1 else "\0"


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
