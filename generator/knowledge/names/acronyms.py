"""Find the acronyms of the names that stand in an article.

Either it introduces them itself (`Popular Mobilization Forces (PMF)`, `PMF (Popular …)`), or they are the initials of
such a name and of no other in the catalogue.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.folding import fold
from generator.knowledge.names.gazetteer import Entry, Gazetteer
from generator.knowledge.names.particles import PARTICLES
from generator.knowledge.names.spotting import Spot
from generator.knowledge.names.strength import Strength
from generator.knowledge.words import listed
from generator.model import Block, Catalogue, Kind
from generator.regex import regex

_AFTER: Final = regex(
    r"[’']?s? ?[(\[](?:the |or |also |known as )*[“\"‘]?(?P<acronym>[A-Z][A-Za-z0-9&.-]{1,9})[”\"’]?(?:[)\]]|[,;] )"
)
_BEFORE: Final = regex(r"(?<![\w.-])(?P<acronym>[A-Z][A-Z0-9&.-]{1,9}) [(\[](?:the |or )?$")
_WORD: Final = regex(r"[A-Z](?<![\w.-].)[A-Z0-9]{1,6}(?![\w-])")  # the letter first, which is sought quickest
_BRACKETED: Final = regex(r"[(\[](?:the |or |also |known as )*[“\"‘]?([A-Z][A-Z0-9]{2,6})[”\"’]?[)\],;]")
_PARTED: Final = regex(r"[\s-]")
_SHORTEST: Final = 3  # letters that an acronym must have to be no plain abbreviation


def article_acronyms(
    catalogue: Catalogue, blocks: tuple[Block, ...], spots: list[list[Spot]], gazetteer: Gazetteer
) -> list[Entry]:
    """Give the acronyms that stand in brackets beside a full name whose letters they have, and the initials."""
    found: set[Entry] = set()
    names: dict[str, frozenset[str]] = {}  # as they are written, with whose they are
    for block, here in zip(blocks, spots, strict=True):
        text = block.text
        full = [one for one in here if one.entries.is_full]
        for start, end, entries in full:
            bearers = names.setdefault(text[start:end], entries.full)
            if bearers is not entries.full:
                names[text[start:end]] = bearers | entries.full
        if "(" in text or "[" in text:
            found.update(entry for one in full for entry in _bracketed(catalogue, text, one))
    bracketed = {entry.form for entry in found}
    return sorted(found | set(_derived(blocks, _initials(catalogue, names), gazetteer, bracketed)))


def _bracketed(catalogue: Catalogue, text: str, one: Spot) -> Iterator[Entry]:
    """Give the acronyms in brackets beside a full name, for each of its bearers that is no person and no state."""
    if not _PARTED.search(text, one.start, one.end):
        return
    entities = [entity for entity in one.entries.full if catalogue.entities[entity].kind is not Kind.ACTORS]
    for acronym in _around(text, one) if entities else ():
        yield from (Entry(entity, Strength.ACRONYM, acronym) for entity in entities)


def _initials(catalogue: Catalogue, names: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """Give whose names of several words have which initials, if these are enough to mean them."""
    found: dict[str, set[str]] = {}
    for name, bearers in names.items():
        for entity in bearers if _PARTED.search(name) else ():
            kind = catalogue.entities[entity].kind
            letters = "" if kind is Kind.ACTORS else initials_of(name)
            if kind is Kind.GROUPS or len(letters) >= _SHORTEST:
                found.setdefault(letters, set()).add(entity)
    return found


def _derived(
    blocks: tuple[Block, ...], initials: dict[str, set[str]], gazetteer: Gazetteer, bracketed: set[str]
) -> Iterator[Entry]:
    """Give the words in capitals that are the initials of one name of the text, and no name of the catalogue.

    A word that stands in brackets after another name is that one's: `Islamic Republic of Iran (IRI)`.
    """
    text = "\n".join(block.text for block in blocks)
    come = {word for word in initials if word and word not in bracketed and word in text}
    if not come:
        return
    introduced = set(_BRACKETED.findall(text))
    for word in sorted((set(_WORD.findall(text)) & come) - introduced):
        short = len(word) < _SHORTEST and listed(word, "two_letters")
        if len(initials[word]) == 1 and not short and not gazetteer.knows(word):
            yield Entry(min(initials[word]), Strength.ACRONYM, word)


@functools.lru_cache(maxsize=4096)
def initials_of(name: str) -> str:
    """Give the initials of a name without its small words, numbers whole: `IE9`; "" where they are too few."""
    words = [word for word in re.split(r"[\s-]+", name) if word.lower() not in PARTICLES]
    return "".join(word if word.isdigit() else word[:1].upper() for word in words if word and word[0].isalnum())


def _around(text: str, one: Spot) -> Iterator[str]:
    name = text[one.start : one.end]
    for match in (_AFTER.match(text, one.end), _BEFORE.search(text[max(0, one.start - 20) : one.start])):
        if match and (stands_for(match["acronym"], name) or _same_letters(match["acronym"], initials_of(name))):
            yield match["acronym"]


def _same_letters(acronym: str, initials: str) -> bool:
    """Tell whether an acronym has all initials of a name, in the order of another language perhaps."""
    return len(initials) > 1 and sorted(acronym.replace(".", "").upper()) == sorted(initials)


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
