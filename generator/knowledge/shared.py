"""Find the names that more than one entity bears: each gets a page that tells its bearers apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from anyascii import anyascii

from generator.folding import fold
from generator.knowledge.names.person_names import is_person, surname_forms
from generator.model import Catalogue, Entity, SharedName

_LONGEST_SLUG = 100  # characters: a file's name has at most 255 bytes


def shared_names(catalogue: Catalogue) -> tuple[SharedName, ...]:
    """Give every name, alias, weak alias or surname that folds alike for two or more entities, sorted by its page.

    Names with the same bearers (`al-Kaabi`, `Kaabi`) share a page, which has the one that most entries lead with.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for _, entity in sorted(catalogue.entities.items()):
        for form, weight in _forms(entity):
            folded = fold(form)
            bearers[folded].add(entity.id)
            spellings[folded][form] += weight
    groups: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for folded, ids in sorted(bearers.items()):
        if folded and len(ids) > 1:
            groups[tuple(sorted(ids))] += spellings[folded]
    taken: set[str] = set()
    names = sorted((min(forms, key=lambda form: (-forms[form], form)), ids) for ids, forms in groups.items())
    return tuple(sorted(SharedName(_slug(name, taken), name, ids) for name, ids in names))


def _forms(entity: Entity) -> Iterator[tuple[str, int]]:
    """Give the forms of an entity and how much each counts for the spelling: what its name holds counts most."""
    yield entity.name, 4
    yield from ((form, 1) for form in (*entity.aliases, *entity.weak_aliases))
    if is_person(entity):
        surnames = surname_forms(entity.name)
        yield from ((form, 4 if form == surnames[0] else 2) for form in surnames)
        yield from ((form, 1) for alias in entity.aliases for form in surname_forms(alias))


def _slug(name: str, taken: set[str]) -> str:
    """Give an ASCII name for the page that no other page has yet."""
    base = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", anyascii(name).lower())).strip("-")
    base = base[:_LONGEST_SLUG].strip("-") or "name"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
