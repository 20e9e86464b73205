"""Find the names that more than one entity bears: each gets a page that tells its bearers apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from anyascii import anyascii

from generator.knowledge.folding import fold
from generator.knowledge.names import is_person, surname_forms
from generator.model import Catalogue, Entity, SharedName


def shared_names(catalogue: Catalogue) -> tuple[SharedName, ...]:
    """Give every name, alias, weak alias or surname that folds alike for two or more entities, sorted by its page."""
    bearers: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for _, entity in sorted(catalogue.entities.items()):
        for form in dict.fromkeys(_forms(entity)):
            bearers[fold(form)].add(entity.id)
            spellings[fold(form)][form] += 1
    groups = {folded: frozenset(ids) for folded, ids in sorted(bearers.items()) if folded and len(ids) > 1}
    taken: set[str] = set()
    found = []
    for folded in _widest(groups):
        spelling = min(spellings[folded], key=lambda form: (-spellings[folded][form], form))
        found.append(SharedName(_slug(spelling, taken), spelling, tuple(sorted(groups[folded]))))
    return tuple(sorted(found))


def _forms(entity: Entity) -> Iterator[str]:
    yield from (entity.name, *entity.aliases, *entity.weak_aliases)
    if is_person(entity):
        for name in (entity.name, *entity.aliases):
            yield from surname_forms(name)


def _widest(groups: dict[str, frozenset[str]]) -> list[str]:
    """Leave out a surname without its particle where the name with it has the same bearers (`Kaabi`, `al-Kaabi`)."""
    return [
        folded
        for folded, ids in groups.items()
        if not any(other != folded and other.endswith(" " + folded) and groups[other] == ids for other in groups)
    ]


def _slug(name: str, taken: set[str]) -> str:
    """Give an ASCII name for the page that no other page has yet."""
    base = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", anyascii(name).lower())).strip("-") or "name"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
