"""The entries, of which only those files are read again that were edited.

What an entry says by itself is kept, and what is wrong with that. What it refers to is looked up again where entries or
articles have come, gone or changed their names. What may be at odds in any two entries is compared each time one is
edited, for which few are read again: those whose places a message has to tell. What reads YAML takes long to load, and
is loaded where one is read: not where only a summary was edited that can be read without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.content.comparing import Entries, Read, compare, entry_files, read_alone
from generator.content.documents import Document, Draft
from generator.content.references import Known, known_ids, resolve
from generator.content.rewording import new_summary
from generator.memory import ENTRIES, NOTHING, ODD, READ_ENTRIES, TYPES, Kept, Memory, Told, told_of, values_of
from generator.model import Article, Entity, Kind, RelationType, SourceFile, Sources
from generator.problems import Problem

V = TypeVar("V")


def read_draft(kind: Kind, source: SourceFile) -> tuple[Draft, list[Problem]]:
    """Read one entry."""
    from generator.content import entries  # noqa: PLC0415 - it loads what reads YAML

    return entries.read_draft(kind, source)


class Reading:
    """One reading of the entries, of which at least one was edited."""

    def __init__(self, memory: Memory, sources: Sources) -> None:
        """Begin with no file read."""
        self.memory, self.sources = memory, sources
        self.files = entry_files(sources)
        self.drafts: dict[str, Draft] = {}
        self.reworded: set[str] = set()  # those that are without fault and refer to what they did
        kept = memory.results.get(ENTRIES, {}).get("")
        self.before: Entries | None = kept.value if kept else None

    def draft(self, id_: str) -> Draft:
        """Give an entry with its places; it is read once."""
        if id_ not in self.drafts:
            self.drafts[id_] = read_draft(*self.files[id_])[0]
        return self.drafts[id_]

    def entries(self, heads: list[tuple[Article, Document | None]]) -> tuple[Entries, list[Problem]]:
        """Give all entries, and everything that is wrong with them."""
        types, problems = self.types()
        found = self.memory.each(READ_ENTRIES, self.files, self.read, {})
        read: dict[str, Read] = values_of(found)
        known = known_ids((one.entity for one in read.values()), (file.name for file in self.sources.articles))
        if self.before:
            known = replace(known, kinds=_same(self.before.known.kinds, known.kinds))
        resolved, unresolved = self.resolved(found, known, types)
        entities, compared = compare(read, resolved, types, heads, self.draft)
        return Entries(entities, types, known), [*problems, *told_of(found), *unresolved, *compared]

    def types(self) -> tuple[Mapping[str, RelationType], Told]:
        """Give the relation types; the program's own are kept with the site's, for they take long to read."""

        def make(_: str) -> Kept[Mapping[str, RelationType]]:
            from generator.content.relation_types import read_relation_types  # noqa: PLC0415 - it loads what reads YAML

            types, problems = read_relation_types(self.sources.relation_types)
            return Kept(given, NOTHING, types, tuple(problems))

        given = (self.sources.relation_types,)
        kept = self.memory.each(TYPES, {"": given}, make, {})[""]
        return kept.value, kept.told

    def read(self, id_: str) -> Kept[Read]:
        """Read one entry."""
        if reworded := self.read_summary(id_):
            self.reworded.add(id_)
            return reworded
        self.drafts[id_], faults = read_draft(*self.files[id_])
        read, twice = read_alone(self.drafts[id_])
        return Kept(self.files[id_], NOTHING, read, (*faults, *twice))

    def read_summary(self, id_: str) -> Kept[Read] | None:
        """Give an entry without fault of which only the summary was edited, as it is now."""
        kept = self.memory.results.get(READ_ENTRIES, {}).get(id_)
        if kept is None or kept.told or id_ in self.memory.results.get(ODD, {}):
            return None
        (kind, file), (was, before), read = self.files[id_], kept.given, kept.value
        if was != kind or not isinstance(before, SourceFile) or before.path != file.path:
            return None
        summary = new_summary(before.text, file.text, read.entity.summary)
        if summary is None:
            return None
        return Kept((kind, file), NOTHING, read._replace(entity=replace(read.entity, summary=summary)))

    def resolved(
        self, found: Mapping[str, Kept[Read]], known: Known, types: Mapping[str, RelationType]
    ) -> tuple[dict[str, Entity], list[Problem]]:
        """Look up what each entry refers to. Kept are only those of which something was left out or told."""
        before = self.before
        same = before is not None and _references(before.known, before.relation_types) == _references(known, types)
        reworded = before is not None and before.known.words != known.words  # what is told may name any word
        was, odd = self.memory.results.get(READ_ENTRIES, {}), self.memory.results.get(ODD, {})
        entities: dict[str, Entity] = {}
        kept: dict[str, Kept[Entity]] = {}
        for id_, one in found.items():
            entities[id_] = one.value.entity
            own = odd.get(id_)
            is_new = was.get(id_) is not one and id_ not in self.reworded
            if not same or is_new or (own and reworded):
                entity, faults = resolve(self.draft(id_), known, types)
                is_odd = bool(faults) or entity != one.value.entity
                own = Kept(one.given, NOTHING, entity, tuple(faults)) if is_odd else None
            if own:
                kept[id_], entities[id_] = own, own.value
        self.memory.coming[ODD] = kept
        return entities, told_of(kept)


def _references(known: Known, types: Mapping[str, RelationType]) -> tuple[object, ...]:
    """Give what decides whether an entry may refer to something."""
    return known.kinds, known.articles, known.persons, types


def _same(before: V, now: V) -> V:
    """Give the value as it was, where it is equal: what rests on it sees at once that nothing changed."""
    return before if before == now else now
