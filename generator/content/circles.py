"""Circles of ties that cannot be one: nothing is part of itself, or before itself, over others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.codes import Code
from generator.frozen import frozen
from generator.model import Entity, Location, Relation
from generator.problems import Problem, error, quoted


@frozen
class _Order:
    """Relation types by which one thing stands before another, and how a circle of them is told."""

    types: Mapping[str, bool]  # whether the owner stands before the target
    word: str  # between two names of a circle
    hint: str


_PARTS = _Order({"part_of": True}, "in", "remove one of these ties: nothing is part of itself")
_ORDERS = (
    _Order(
        {"led_to": True, "preceded": True, "response_to": False},
        "before",
        "remove or turn one of these ties: nothing comes before itself",
    ),
    _Order({"succeeded": False}, "before", "remove or turn one of these ties, or give each its date in since"),
    _Order({"branch_of": True}, "is a branch of", "remove or turn one of these ties"),
    _Order({"offshoot_of": True}, "is an offshoot of", "remove or turn one of these ties"),
)
_Edges = dict[str, list[tuple[str, Location]]]


def without_circles(
    entities: Mapping[str, Entity], within: Mapping[str, Location]
) -> tuple[dict[str, Entity], list[Problem]]:
    """Cut every circle of `within` (whose places are given) and of `part_of` at the tie that closes it.

    Circles of the other types are told and left: nothing follows them round.
    """
    kept, problems = dict(entities), []
    edges = _edges(entities, _PARTS)
    for id_, entity in entities.items():
        if entity.within:
            edges[id_].append((entity.within, within[id_]))
    for circle, location in _circles(edges):
        problems.append(_told(entities, circle, location, _PARTS))
        kept[circle[-2]] = _cut(kept[circle[-2]], circle[-1])
    for order in _ORDERS:
        problems += [_told(entities, *found, order) for found in _circles(_edges(entities, order))]
    return kept, problems


def _edges(entities: Mapping[str, Entity], order: _Order) -> _Edges:
    edges: _Edges = {id_: [] for id_ in entities}
    for id_, entity in entities.items():
        for one in entity.relations:
            if _counts(one, order) and one.target in edges:
                before, after = (id_, one.target) if order.types[one.type] else (one.target, id_)
                edges[before].append((after, one.location))
    return edges


def _counts(one: Relation, order: _Order) -> bool:
    """Tell whether a relation must not stand in a circle; who succeeds whom in turn, each at a date, may."""
    return one.type in order.types and not (one.type == "succeeded" and (one.since or one.until))


def _told(entities: Mapping[str, Entity], circle: list[str], location: Location, order: _Order) -> Problem:
    told = f" {order.word} ".join(quoted(entities[id_].name) for id_ in circle)
    return error(location, Code.CYCLE, f"a circle: {told}", order.hint)


def _cut(entity: Entity, target: str) -> Entity:
    relations = tuple(one for one in entity.relations if (one.type, one.target) != ("part_of", target))
    return replace(entity, relations=relations, within="" if entity.within == target else entity.within)


def _circles(edges: _Edges) -> Iterator[tuple[list[str], Location]]:
    """Walk depth first, without recursion; a tie to an entry on the way that led here closes a circle."""
    done: set[str] = set()
    for root in [one for one, targets in edges.items() if targets]:
        way, waiting, on_way = [root], [iter(edges[root])], {root}
        while way:
            if way[-1] in done or (following := next(waiting[-1], None)) is None:
                done.add(way[-1])
                on_way.discard(way.pop())
                waiting.pop()
                continue
            target, location = following
            if target in on_way:
                yield [*way[way.index(target) :], target], location
            elif target not in done:
                way.append(target)
                on_way.add(target)
                waiting.append(iter(edges[target]))
