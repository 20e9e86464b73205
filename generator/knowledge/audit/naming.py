"""Names that the catalogue lacks, does not need, or gives to two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from ahocorasick_rs import AhoCorasick
from anyascii import anyascii
from rapidfuzz import fuzz

from generator.codes import Advice
from generator.folding import fold
from generator.model import Entity, Kind, Knowledge, Suggestion
from generator.problems import Problem, advice, quoted

_ALIKE: Final = 90  # of 100, by edit distance
_LEAD: Final = 3  # consonants
_NO_CONSONANT: Final = re.compile(r"[^b-df-hj-np-tv-z]")
_TWICE: Final = re.compile(r"(.)\1")
_NOUNS: Final = {
    Kind.ACTORS: "a person or state",
    Kind.GROUPS: "a group",
    Kind.EVENTS: "an event",
    Kind.PLACES: "a place",
    Kind.GLOSSARY: "a term",
}


def uncatalogued(knowledge: Knowledge, suggestions: Iterable[Suggestion]) -> Iterator[Problem]:
    """Tell of each name that the articles use and no entry has, those used most first."""
    for one in sorted(suggestions, key=lambda one: -one.count):
        prose = knowledge.prose[one.article]
        at = next((block.start for block in prose.blocks if one.context in block.text), 0)
        place = prose.location(at)
        times = "once" if one.count == 1 else f"{one.count} times"
        message = f"{quoted(one.name)}, {_NOUNS[one.kind]} it seems, is named {times} and has no entry"
        yield advice(place, Advice.UNCATALOGUED, message)


def unused_aliases(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the aliases that stand in no article. Searchers may use them all the same, so this comes last."""
    if not knowledge.prose:
        return
    entities = knowledge.catalogue.entities.values()
    texts = (_plain(block.text) for prose in knowledge.prose.values() for block in prose.blocks)
    used = _standing({_plain(alias) for entity in entities for alias in entity.aliases}, texts)
    for entity in entities:
        unused = [alias for alias in entity.aliases if _plain(alias) not in used]
        if unused:
            names = ", ".join(quoted(alias) for alias in unused)
            message = f"{quoted(entity.name)} is called {names} in no article"
            yield advice(entity.location, Advice.UNUSED_ALIAS, message)


def _plain(text: str) -> str:
    """Give the words of a text, folded, each with a space before and after it: one stands in another as whole words."""
    words = "".join(one if one.isalnum() or one.isspace() else " " for one in fold(text)).split()
    return f" {' '.join(words)} "


def _standing(names: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Give those of the names that stand in any of the texts."""
    sought = sorted(names)
    find = AhoCorasick(sought).find_matches_as_indexes
    return {sought[name] for text in texts for name, _, _ in find(text, overlapping=True)}


def shared(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the names that two entries bear: each needs the article's word, or the editor's, for whom it means."""
    for one in knowledge.shared_names:
        bearers = [knowledge.catalogue.entities[bearer] for bearer in one.bearers]
        message = f"{quoted(one.name)} is a name of {' and of '.join(quoted(entity.name) for entity in bearers)}"
        if any(not _told_apart(entity, bearers) for entity in bearers):
            yield advice(bearers[0].location, Advice.SHARED_NAME, message)


def _told_apart(entity: Entity, bearers: Iterable[Entity]) -> bool:
    return all(other.id == entity.id or other.id in entity.not_to_be_confused_with for other in bearers)


def near_duplicates(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of two entries of one kind whose names are one name in two transliterations, or with a slip."""
    for one, two in _rivals(list(knowledge.catalogue.entities.values())):
        if not _told_apart(one, [two]) and not _told_apart(two, [one]) and _alike(one, two):
            message = f"{quoted(two.name)} and {quoted(one.name)} ({one.kind}/{one.id}.yml) are spelled nearly alike"
            yield advice(two.location, Advice.NEAR_DUPLICATE, message)


def _rivals(entities: Sequence[Entity]) -> list[tuple[Entity, Entity]]:
    """Pair those of one kind that are to be compared: their names begin alike, and differ in one consonant at the most.

    All transliterations of a name share its consonants, so few pairs are left. A name with a number is in none: 2019
    and 2020 are spelled alike and are not the same.
    """
    sounding: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for number, entity in enumerate(entities):
        name = _latin(entity)
        if not any(map(str.isdigit, name)):
            heard = _TWICE.sub(r"\1", _NO_CONSONANT.sub("", name))
            slips = (heard[:at] + heard[at + 1 :] for at in range(_LEAD, len(heard)))
            for consonants in {heard, *slips}:
                sounding[entity.kind, consonants].append(number)
    pairs = {pair for numbers in sounding.values() for pair in combinations(numbers, 2)}
    return [(entities[one], entities[two]) for one, two in sorted(pairs)]


def _alike(one: Entity, two: Entity) -> bool:
    return fuzz.ratio(_latin(one), _latin(two), score_cutoff=_ALIKE) > 0


def _latin(entity: Entity) -> str:
    return fold(anyascii(entity.name))
