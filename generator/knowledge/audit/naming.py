"""Names that the catalogue lacks, does not need, or gives to two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from anyascii import anyascii
from rapidfuzz import fuzz

from generator.codes import Advice
from generator.folding import fold
from generator.model import Entity, Kind, Knowledge, Suggestion
from generator.problems import Problem, advice, quoted

_ALIKE: Final = 90  # of 100, by edit distance
_LEAD: Final = 3  # consonants
_NO_CONSONANT: Final = re.compile(r"[^b-df-hj-np-tv-z]")
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
    texts = [f" {' '.join(_words(block.text))} " for prose in knowledge.prose.values() for block in prose.blocks]
    for entity in knowledge.catalogue.entities.values():
        unused = [
            alias for alias in entity.aliases if not any(f" {' '.join(_words(alias))} " in text for text in texts)
        ]
        if unused:
            names = ", ".join(quoted(alias) for alias in unused)
            message = f"{quoted(entity.name)} is called {names} in no article"
            yield advice(entity.location, Advice.UNUSED_ALIAS, message)


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() or one.isspace() else " " for one in fold(text)).split()


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
    alike: dict[tuple[Kind, str], list[Entity]] = defaultdict(list)
    for entity in knowledge.catalogue.entities.values():
        alike[entity.kind, _sounds(entity.name)].append(entity)
    for one, two in (pair for rivals in alike.values() for pair in combinations(rivals, 2)):
        if not _told_apart(one, [two]) and not _told_apart(two, [one]) and _alike(one, two):
            message = f"{quoted(two.name)} and {quoted(one.name)} ({one.kind}/{one.id}.yml) are spelled nearly alike"
            yield advice(two.location, Advice.NEAR_DUPLICATE, message)


def _sounds(name: str) -> str:
    """Give the first consonants of a name, which all transliterations of it share: so few pairs have to be compared."""
    return _NO_CONSONANT.sub("", fold(anyascii(name)))[:_LEAD]


def _alike(one: Entity, two: Entity) -> bool:
    first, second = (fold(anyascii(entity.name)) for entity in (one, two))
    if any(map(str.isdigit, first + second)):
        return False  # 2019 and 2020 are spelled alike and are not the same
    return fuzz.ratio(first, second, score_cutoff=_ALIKE) > 0
