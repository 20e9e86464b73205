"""Whether relations can be as they are written: type, kinds, dates, repetitions, circles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.codes import Code
from generator.guess import did_you_mean
from generator.model import Entity, Kind, Location, RelationType
from generator.problems import Problem, quoted, warning
from generator.timespan import Timespan

Told = tuple[Code, str, str]  # code, message, hint
_AUXILIARY = re.compile(r"^(?:is|are|was|were|has|have|had) ")


def mistyped(name: str, types: Mapping[str, RelationType]) -> Told | None:
    """Tell what is wrong with a relation's type, and which may have been meant, by id or by the words of either end."""
    if name in types:
        return None
    message = f"there is no relation type {quoted(name)}"
    for type_ in types.values():
        if name.replace("_", " ") in {type_.inverse, _AUXILIARY.sub("", type_.inverse)} and not type_.symmetric:
            hint = f'it is "{type_.id}" told from the other end: write that in the other entry, with this as its target'
            return Code.UNKNOWN_RELATION, message, hint
    words = {word: type_.id for type_ in types.values() for word in (type_.label, type_.id)}
    hint = did_you_mean(name, words) or f"the types are {', '.join(types)}; a site adds its own in relations.yml"
    return Code.UNKNOWN_RELATION, message, hint


def unfit(
    owner: tuple[str, Kind], target: tuple[str, Kind], type_: RelationType, types: Mapping[str, RelationType]
) -> Told | None:
    """Tell whether a type cannot join two entries, given by id and kind, and what can: it the other way, or others."""
    if _joins(type_, owner[1], target[1]):
        return None
    joins = f"it leads from {either(type_.source_kinds)} to {either(type_.target_kinds)}"
    message = f'"{type_.id}" cannot lead from {quoted(owner[0])} ({owner[1]}) to {quoted(target[0])} ({target[1]})'
    if _joins(type_, target[1], owner[1]):
        joins += f"; the other way round, write {{type: {type_.id}, target: {owner[0]}}} in {target[1]}/{target[0]}.yml"
    elif fitting := [id_ for id_, other in types.items() if _joins(other, owner[1], target[1])]:
        joins += f"; from {owner[1]} to {target[1]} lead {', '.join(fitting)}"
    return Code.WRONG_KIND, message, joins


def _joins(type_: RelationType, source: Kind, target: Kind) -> bool:
    return source in type_.source_kinds and target in type_.target_kinds


def either(kinds: tuple[Kind, ...]) -> str:
    """List kinds for a message: `actors, groups or places`."""
    *others, last = kinds
    return f"{', '.join(others)} or {last}" if others else last


def backwards(first: Timespan | None, last: Timespan | None) -> Told | None:
    """Tell whether something ends before it begins."""
    if first is None or last is None or first.first <= last.last:
        return None
    return (
        Code.DATE_ORDER,
        f"the end {quoted(last)} is before the beginning {quoted(first)}",
        "exchange or mend the dates",
    )


def without_repeats(
    entities: Mapping[str, Entity], types: Mapping[str, RelationType]
) -> tuple[dict[str, Entity], list[Problem]]:
    """Keep the first of relations that say the same, also where a symmetric one is written at both ends."""
    first: dict[tuple[object, ...], Location] = {}
    problems: list[Problem] = []
    kept: dict[str, Entity] = {}
    for id_, entity in entities.items():
        relations = []
        for relation in entity.relations:
            ends = [id_, relation.target]
            joined = tuple(sorted(ends) if types[relation.type].symmetric else ends)
            rival = first.setdefault((relation.type, joined, relation.since, relation.until), relation.location)
            if rival is relation.location:
                relations.append(relation)
                continue
            message = f'"{relation.type}" with {quoted(relation.target)} is written already, at {place(rival)}'
            hint = "keep one: a relation shows at both ends, and its evidence may be a list"
            problems.append(warning(relation.location, Code.DUPLICATE_RELATION, message, hint))
        fewer = len(relations) < len(entity.relations)
        kept[id_] = replace(entity, relations=tuple(relations)) if fewer else entity
    return kept, problems


def place(location: Location) -> str:
    """Give a place as it stands in a message."""
    return f"{location.path}:{location.line}"
