"""Judge whether a name may be written as it is: which letters may be large and which small."""

from __future__ import annotations

import functools
import re
from typing import Final

from generator.folding import APOSTROPHES, fold_with_positions
from generator.knowledge.names.gazetteer import Entry
from generator.knowledge.names.particles import PARTICLES
from generator.knowledge.names.strength import Strength
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.words import is_plain
from generator.model import Kind

_SHOUTED: Final = 4  # the letters that a name of one word must have to be known in capitals


@functools.lru_cache(maxsize=65536)
def _capitals(text: str) -> tuple[str, tuple[bool, ...]]:
    """Fold a name and tell for each folded character whether it was written large."""
    folded, positions = fold_with_positions(text)
    return folded, tuple(text[position].isupper() for position in positions)


def case_fits(entry: Entry, surface: str, kind: Kind | None) -> bool:
    """Tell whether a name may be written as `surface` where its form is `entry.form`.

    The letters agree already. All capitals fit a name of some length. Otherwise case may differ in the first letters of
    words only: large for small always; small for large in particles, in glossary terms, and where a word remains that
    can only be a name (`Sadrist movement`, never `white house`), or in an event one that is large within it (`battle of
    Hastings`). A surname, a part of a name or a weak alias stays large.
    """
    if _is_possessive_of_another(entry.form, surface):
        return False
    folded, wanted = _capitals(entry.form)
    _, found = _capitals(surface)
    differing = [index for index, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b]
    if entry.form == surface or not differing:
        return True
    if surface.isupper():
        return _shouted(entry, folded, wanted)
    if any(index and folded[index - 1] not in " -" for index in differing):
        return is_camel_case(entry.form) and found[0] and _in_words(surface) == _in_words(entry.form)
    if entry.strength is Strength.PHRASE:
        return differing == [0]
    lowered = [index for index in differing if wanted[index]]
    return not lowered or _lower_fits(entry, folded, found, lowered, kind)


def _is_possessive_of_another(form: str, surface: str) -> bool:
    """Tell whether a plain word owns something here, as no plural does: `Time’s` is not the Times."""
    owns = surface[-2:-1] in APOSTROPHES and surface[-1:] in "sS" and form[-2:-1] not in APOSTROPHES
    return owns and is_plain(surface[surface.rfind(" ") + 1 : -2])


def _in_words(text: str) -> list[bool]:
    """Tell for each word whether it begins with a capital."""
    return [word[:1].isupper() for word in text.split()]


def _shouted(entry: Entry, folded: str, wanted: tuple[bool, ...]) -> bool:
    if entry.form.isupper() or entry.strength is Strength.PHRASE:
        return False
    words = folded.split()
    return any(wanted) and (len(words) > 1 or (len(folded) >= _SHOUTED and not is_plain(folded)))


def _lower_fits(entry: Entry, folded: str, found: tuple[bool, ...], lowered: list[int], kind: Kind | None) -> bool:
    words = [(m.start(), m.group()) for m in re.finditer(r"[^ ]+", folded)]
    small = {word for at, word in words if at in lowered}
    if small <= PARTICLES:
        return True
    if kind is Kind.GLOSSARY and entry.strength in {Strength.NAME, Strength.ALIAS}:
        return True
    if entry.strength not in {Strength.NAME, Strength.ALIAS, Strength.SETTLED} or entry.form.isupper():
        return False
    if len(words) == 1:
        return not is_plain(folded)
    if kind is Kind.ACTORS and lowered != [0]:
        return False
    large_within = [word for at, word in words if at and found[at] and word not in PARTICLES]
    sure = [word for word in (words[0][1], *large_within) if word not in PARTICLES and not is_plain(word)]
    return bool(sure) or (kind is Kind.EVENTS and bool(large_within))
