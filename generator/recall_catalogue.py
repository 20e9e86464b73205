"""The catalogue, of which only those files are read again that were edited.

What an entry says by itself is kept, and what is wrong with that. What it refers to is looked up again where entries or
articles have come, gone or changed their names. What may be at odds in any two entries is compared each time one is
edited, for which few are read again: those whose places a message has to tell.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.content.catalogue import Entries, Read, compare, entry_files, read_alone, settle
from generator.content.entries import Draft, read_draft
from generator.content.front_matter import read_article, read_home
from generator.content.history import read_history
from generator.content.references import Known, known_ids, resolve
from generator.content.relation_types import read_relation_types
from generator.content.yaml_source import Document
from generator.memory import NOTHING, READ_ENTRIES, Kept, Memory, Told, told_of, values_of
from generator.model import Article, Catalogue, Entity, RelationType, SourceFile, Sources
from generator.problems import Problem

V = TypeVar("V")

_ENTRIES = "entries"
_ODD = "odd entries"  # those of which something refers to nothing
Head = tuple[Article, Document | None, list[Problem]]


def recall_catalogue(memory: Memory, sources: Sources) -> tuple[Catalogue, list[Problem]]:
    """Read the catalogue; it is what `validate` gives."""
    files = {file.name: file for file in sources.articles}
    head = functools.cache(lambda name: read_article(files[name]))
    before = memory.results.get(_ENTRIES, {}).get("")
    entries, problems = _entries(memory, sources, files, head)

    def make(name: str) -> Kept[Article]:
        article, faults = settle(*head(name), entries.known)
        return Kept(given[name], NOTHING, article, tuple(faults))

    given = {name: (file,) for name, file in files.items()}
    faulty = {name for name, kept in memory.results.get("articles", {}).items() if kept.told}
    same = before is not None and before.value.known.kinds is entries.known.kinds
    doubtful = faulty if same else files  # what is told of one may name any entry
    articles = memory.each("articles", given, make, {}, doubtful)
    home, homeless = read_home(sources.home)
    past = read_history(sources, entries.known)
    own = dict(sorted(values_of(articles).items()))
    catalogue = Catalogue(entries.entities, own, entries.relation_types, home, past[0], past[1])
    return catalogue, [*problems, *told_of(articles), *homeless, *past[2]]


def _entries(
    memory: Memory, sources: Sources, articles: Mapping[str, SourceFile], head: Callable[[str], Head]
) -> tuple[Entries, Told]:
    """Give the entries: as they were where no file of them was edited."""

    def make_former(name: str) -> Kept[tuple[str, ...]]:
        return Kept((articles[name],), NOTHING, head(name)[0].formerly)

    former = memory.each("formerly", {name: (file,) for name, file in articles.items()}, make_former, {})
    claiming = tuple(name for name, kept in former.items() if kept.value)
    files = {str(kind): own for kind, own in sources.entries.items()}
    given = (files, sources.relation_types, tuple(articles), tuple(articles[name] for name in claiming))

    def make(_: str) -> Kept[Entries]:
        heads = [head(name)[:2] if name in claiming else (_stub(file), None) for name, file in articles.items()]
        entries, faults = _Reading(memory, sources).entries(heads)
        return Kept(given, NOTHING, entries, tuple(faults))

    before = memory.results.get(_ENTRIES, {}).get("")
    kept = memory.each(_ENTRIES, {"": given}, make, {})[""]
    if kept is before:  # none was read, and what is kept of each lasts
        memory.coming |= {stage: memory.results.get(stage, {}) for stage in (READ_ENTRIES, _ODD)}
    return kept.value, kept.told


class _Reading:
    """One reading of the entries, of which at least one was edited."""

    def __init__(self, memory: Memory, sources: Sources) -> None:
        self.memory, self.sources = memory, sources
        self.files = entry_files(sources)
        self.drafts: dict[str, Draft] = {}
        kept = memory.results.get(_ENTRIES, {}).get("")
        self.before: Entries | None = kept.value if kept else None

    def draft(self, id_: str) -> Draft:
        """Give an entry with its places; it is read once."""
        if id_ not in self.drafts:
            self.drafts[id_] = read_draft(*self.files[id_])[0]
        return self.drafts[id_]

    def entries(self, heads: list[tuple[Article, Document | None]]) -> tuple[Entries, list[Problem]]:
        """Give all entries, and everything that is wrong with them."""
        types, problems = read_relation_types(self.sources.relation_types)
        found = self.memory.each(READ_ENTRIES, self.files, self.read, {})
        read: dict[str, Read] = values_of(found)
        known = known_ids((one.entity for one in read.values()), (file.name for file in self.sources.articles))
        if self.before:
            known = replace(known, kinds=_same(self.before.known.kinds, known.kinds))
        resolved, unresolved = self.resolved(found, known, types)
        entities, compared = compare(read, resolved, types, heads, self.draft)
        return Entries(entities, types, known), [*problems, *told_of(found), *unresolved, *compared]

    def read(self, id_: str) -> Kept[Read]:
        """Read one entry."""
        self.drafts[id_], faults = read_draft(*self.files[id_])
        read, twice = read_alone(self.drafts[id_])
        return Kept(self.files[id_], NOTHING, read, (*faults, *twice))

    def resolved(
        self, found: Mapping[str, Kept[Read]], known: Known, types: Mapping[str, RelationType]
    ) -> tuple[dict[str, Entity], list[Problem]]:
        """Look up what each entry refers to. Kept are only those of which something was left out or told."""
        before = self.before
        same = before is not None and _references(before.known, before.relation_types) == _references(known, types)
        reworded = before is not None and before.known.words != known.words  # what is told may name any word
        was, odd = self.memory.results.get(READ_ENTRIES, {}), self.memory.results.get(_ODD, {})
        entities: dict[str, Entity] = {}
        kept: dict[str, Kept[Entity]] = {}
        for id_, one in found.items():
            entities[id_] = one.value.entity
            own = odd.get(id_)
            if not same or was.get(id_) is not one or (own and reworded):
                entity, faults = resolve(self.draft(id_), known, types)
                is_odd = bool(faults) or entity != one.value.entity
                own = Kept(one.given, NOTHING, entity, tuple(faults)) if is_odd else None
            if own:
                kept[id_], entities[id_] = own, own.value
        self.memory.coming[_ODD] = kept
        return entities, told_of(kept)


def _references(known: Known, types: Mapping[str, RelationType]) -> tuple[object, ...]:
    """Give what decides whether an entry may refer to something."""
    return known.kinds, known.articles, known.persons, types


def _stub(file: SourceFile) -> Article:
    """Stand in for an article of which only its name counts."""
    return Article(file.name, "", file, 0)


def _same(before: V, now: V) -> V:
    """Give the value as it was, where it is equal: what rests on it sees at once that nothing changed."""
    return before if before == now else now
