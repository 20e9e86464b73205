"""Find where names of the gazetteer stand in a block, as whole words and written as names are.

The automaton reads folded text. Word boundaries and case are judged here on the text itself: `Iran` stands in `Iran's`,
`Iran-backed` and `anti-Iran`, `Kata` does not stand in `Kata'ib`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from generator.knowledge.folding import APOSTROPHES, fold_with_positions
from generator.knowledge.names.forms import PARTICLES, Strength
from generator.knowledge.names.gazetteer import Entry, Gazetteer
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.words import is_plain
from generator.model import Kind

_LETTER_LIKE: Final = frozenset("ʿʾʼʻʹ")  # apostrophes that can only be letters
_SHOUTED: Final = 4  # the letters that a name of one word must have to be known in capitals
_POSSESSIVE: Final = re.compile(r"[’'ʼ`´][sS](?!\w)")
# Where no name is looked for: addresses, hashtags, handles, file names.
_ADDRESS: Final = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<!\w)[#@]\w+|"
    r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:com|org|net|edu|gov|mil|int|info|io|eu|uk|de|fr|ir|iq|il|sy|lb|html?|pdf|md|jpe?g|png)\b(?:/\S*)?",
    re.IGNORECASE,
)


class Spot(NamedTuple):
    """A place in a block where a name stands, and what it may mean; positions in the block's text."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Folded(NamedTuple):
    """A block's text, folded, with the position of each folded character; and the spans that hold no names."""

    text: str
    folded: str
    positions: list[int]
    addresses: tuple[tuple[int, int], ...]


def prepare(text: str) -> Folded:
    """Fold a block's text once, for every gazetteer that is looked up in it."""
    addresses = tuple(found.span() for found in _ADDRESS.finditer(text)) if _may_have_address(text) else ()
    return Folded(text, *fold_with_positions(text), addresses)


def spot(
    prepared: Folded, gazetteer: Gazetteer, kinds: Mapping[str, Kind], named: Collection[int] | None = None
) -> list[Spot]:
    """Give every place where a form of the gazetteer stands as whole words and in a case that the form allows.

    `named` are those whose full names the whole text has, as the gazetteer's `named_in` gives them.
    """
    if named is None:
        named = set(gazetteer.named_in(prepared.folded))
    spots = []
    for pattern, begin, stop in gazetteer.automaton.find_matches_as_indexes(prepared.folded, overlapping=True):
        span = _whole_words(prepared, begin, stop)
        if span is None:
            continue
        surface = prepared.text[span[0] : span[1]]
        entries = tuple(e for e in gazetteer.entries(pattern, named) if case_fits(e, surface, kinds.get(e.entity)))
        if entries:
            spots.append(Spot(*span, entries))
    return spots


def _may_have_address(text: str) -> bool:
    return "@" in text or "#" in text or "/" in text or re.search(r"\.[a-z]", text) is not None


def _whole_words(prepared: Folded, begin: int, stop: int) -> tuple[int, int] | None:
    text, positions = prepared.text, prepared.positions
    start, end = positions[begin], positions[stop - 1] + 1
    if (begin and positions[begin - 1] == start) or (stop < len(positions) and positions[stop] == end - 1):
        return None  # half of a character such as æ
    while end < len(text) and (
        unicodedata.combining(text[end]) or (text[end] in _LETTER_LIKE and not _word(text, end + 1))
    ):
        end += 1
    while start and text[start - 1] in _LETTER_LIKE and not _word(text, start - 2):
        start -= 1
    if not (_begins(text, start) and _ends(text, end)):
        return None
    if any(first < end and start < last for first, last in prepared.addresses):
        return None
    return start, end


def _word(text: str, position: int) -> bool:
    """Tell whether a letter, a digit, a mark on one or an underscore stands at `position`."""
    if not 0 <= position < len(text):
        return False
    character = text[position]
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _begins(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if before in APOSTROPHES or before == ".":
        return not _word(text, start - 2)
    return not _word(text, start - 1) and before not in "@#\\"


def _ends(text: str, end: int) -> bool:
    if _word(text, end):
        return False
    after = text[end] if end < len(text) else " "
    if after in "$€£¥":
        return False  # US$
    if after in APOSTROPHES:
        return not _word(text, end + 1) or _POSSESSIVE.match(text, end) is not None
    return after != "." or not _word(text, end + 1)


@functools.lru_cache(maxsize=65536)
def _capitals(text: str) -> tuple[str, tuple[bool, ...]]:
    """Fold a name and tell for each folded character whether it was written large."""
    folded, positions = fold_with_positions(text)
    return folded, tuple(text[position].isupper() for position in positions)


def case_fits(entry: Entry, surface: str, kind: Kind | None) -> bool:
    """Tell whether a name may be written as `surface` where its form is `entry.form`.

    The letters agree already. All capitals fit a name of some length. Otherwise case may differ in the first letters of
    words only: large for small always; small for large in particles, in glossary terms, and where a word remains that
    can only be a name (`Sadrist movement`, never `white house`). A surname, a part of a name or a weak alias stays
    large.
    """
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
    named = [word for at, word in words if (found[at] or at == 0) and word not in PARTICLES]
    return any(not is_plain(word) for word in named)
