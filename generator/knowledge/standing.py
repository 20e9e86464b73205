"""Drop the spots at which a name does not stand for itself, by the words around it (context.py has the reasons)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.knowledge.context import (
    Place,
    Sort,
    compound_word,
    follows_of,
    in_longer_name,
    is_common_noun,
    is_model,
    is_title_case,
    may_be_plain,
)
from generator.knowledge.folding import fold
from generator.knowledge.gazetteer import Entry, Gazetteer
from generator.knowledge.names import STRONG, Strength, is_person
from generator.knowledge.spotting import Spot
from generator.knowledge.words import is_date_word
from generator.model import Block, Catalogue, Kind

_CERTAIN = frozenset({Strength.HAND, Strength.SETTLED, Strength.PHRASE})


@dataclass(frozen=True, slots=True)
class Natures:
    """What the catalogue says of each entity that bears on how its names are read."""

    kinds: Mapping[str, Kind]
    persons: frozenset[str]

    def sort(self, entry: Entry) -> Sort:
        """Tell as what a name of one word would stand."""
        weak_person = entry.strength is Strength.WEAK and entry.entity in self.persons
        if weak_person or entry.strength in {Strength.SURNAME, Strength.GIVEN}:
            return Sort.PERSON
        return Sort.GROUP if self.kinds.get(entry.entity) is Kind.GROUPS else Sort.OTHER


def natures(catalogue: Catalogue) -> Natures:
    """Gather the natures of all entities."""
    entities = catalogue.entities.values()
    return Natures(
        kinds={entity.id: entity.kind for entity in entities},
        persons=frozenset(entity.id for entity in entities if is_person(entity)),
    )


def standing(block: Block, spots: list[Spot], gazetteer: Gazetteer, known: Natures) -> list[Spot]:
    """Give the spots of a block, and of each the entries, that the words around do not speak against."""
    starts = {one.start for one in spots if one.entries[0].strength in STRONG}
    title_case = block.kind == "heading" or is_title_case(block.text)
    kept = []
    for one in spots:
        place = Place(block.text, one.start, one.end, title_case, one.end + 1 in starts)
        entries = tuple(entry for entry in one.entries if _stands(place, entry, gazetteer, known))
        if entries:
            kept.append(one._replace(entries=entries))
    return kept


def _stands(place: Place, entry: Entry, gazetteer: Gazetteer, known: Natures) -> bool:
    kind = known.kinds.get(entry.entity)
    if entry.strength is Strength.PHRASE or kind is Kind.GLOSSARY:
        return True
    if follows_of(place):
        return False
    if entry.strength in STRONG and " " in place.surface:
        return True
    sort = known.sort(entry)
    if in_longer_name(place, sort) or (sort is Sort.GROUP and is_model(place)):
        return False
    if sort is Sort.PERSON and is_common_noun(place):
        return False
    tied = compound_word(place)
    loose = kind in {Kind.PLACES, Kind.ACTORS} and sort is not Sort.PERSON  # a state in `Jordan-Saudi`
    return not tied or loose or _is_known(tied, gazetteer)


def _is_known(word: str, gazetteer: Gazetteer) -> bool:
    folded = fold(word)
    found = gazetteer.automaton.find_matches_as_indexes(folded, overlapping=True)
    return any(begin == 0 and end == len(folded) for _, begin, end in found)


def drop_doubtful(blocks: tuple[Block, ...], spots: list[list[Spot]], known: Natures) -> list[list[Spot]]:
    """Drop the names that may be plain words, unless the text writes them large where only a name is."""
    doubtful: set[tuple[int, Spot]] = set()
    sure: set[str] = set()
    for number, block in enumerate(blocks):
        for one in spots[number]:
            if _is_doubtful(block.text, one, known):
                doubtful.add((number, one))
            elif block.kind != "heading":
                sure.add(block.text[one.start : one.end])

    def keeps(number: int, one: Spot) -> bool:
        word = blocks[number].text[one.start : one.end]
        return (number, one) not in doubtful or (word in sure and not is_date_word(word) and not word.isupper())

    return [[one for one in here if keeps(number, one)] for number, here in enumerate(spots)]


def _is_doubtful(text: str, one: Spot, known: Natures) -> bool:
    if any(e.strength in _CERTAIN or known.kinds.get(e.entity) is Kind.GLOSSARY for e in one.entries):
        return False
    return may_be_plain(text, one.start, one.end)
