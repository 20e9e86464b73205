"""Which part of the network is drawn: between whom there are most ties, few enough to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from generator.frozen import frozen
from generator.model import Entity, Kind, Relation
from generator.site.drawings.svg import HEADED
from generator.site.drawings.ties import ends, type_of
from generator.site.links import Site

MOST_NODES = 25
MOST_TIES = 36
FEWEST_TIES = 3
_NARROW_NODES = 12
_NARROW_TIES = 3  # who has fewer is left out on a phone
_KINDS = frozenset({Kind.ACTORS, Kind.GROUPS})


@frozen(order=True)
class Bond:
    """What a drawing shows as one line: all ties of a class between two entities; `one` acts on `other`, or both do."""

    one: str
    other: str
    line: str
    is_mutual: bool
    relations: tuple[Relation, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """Give both ends in order of their ids."""
        return (self.one, self.other) if self.one < self.other else (self.other, self.one)


@frozen
class Graph:
    """What is drawn: the ids of the entities, sorted, and the bonds between them, sorted."""

    nodes: tuple[str, ...]
    bonds: tuple[Bond, ...]

    def degree(self, node: str) -> int:
        """Count the bonds of a node."""
        return sum(node in bond.pair for bond in self.bonds)


def whole(site: Site) -> Graph:
    """Give all that could be drawn: who is tied to whom.

    Ties of the class `other`, such as where someone comes from, stand in the table alone, unless there are no others.
    """
    bonds = _bonds(site, (one for one in _relations(site) if type_of(site, one).line != "other"))
    if len(bonds) < FEWEST_TIES:
        bonds = _bonds(site, _relations(site))
    return _graph(bonds)


def most_tied(site: Site, graph: Graph) -> Graph:
    """Reduce a network to what can be read.

    First goes what no article supports, then, one after the other, whoever has the fewest ties to those that are left,
    of several the one with the fewest ties of any kind.
    """
    if _fits(len(graph.nodes), len(graph.bonds)):
        return graph
    supported = _graph([bond for bond in graph.bonds if any(one.evidence for one in bond.relations)])
    return _peeled(site, supported if len(supported.bonds) >= FEWEST_TIES else graph)


def for_phone(graph: Graph) -> Graph:
    """Reduce a network for a phone: those with three ties or more, twelve at most, and the ties between them."""
    degrees = Counter(end for bond in graph.bonds for end in bond.pair)
    order = sorted(graph.nodes, key=lambda node: (-degrees[node], node))
    chosen = {node for node in order[:_NARROW_NODES] if degrees[node] >= _NARROW_TIES}
    reduced = _graph([bond for bond in graph.bonds if set(bond.pair) <= chosen])
    if len(reduced.bonds) >= FEWEST_TIES:
        return reduced
    chosen = set(order[:_NARROW_NODES])
    return _graph([bond for bond in graph.bonds if set(bond.pair) <= chosen])


def _fits(nodes: int, bonds: int) -> bool:
    return nodes <= MOST_NODES and bonds <= MOST_TIES


def _peeled(site: Site, graph: Graph) -> Graph:
    standing = {node: (len(site.knowledge.ties.get(node, ())), node) for node in graph.nodes}
    bonds: dict[str, set[Bond]] = {node: set() for node in graph.nodes}
    for bond in graph.bonds:
        for end in bond.pair:
            bonds[end].add(bond)
    order = [(len(own), *standing[node]) for node, own in bonds.items()]
    heapify(order)
    left = set(graph.bonds)
    while not _fits(len(bonds), len(left)):
        degree, _, least = heappop(order)
        if least not in bonds or degree != len(bonds[least]):
            continue  # it was counted before another went
        for bond in bonds.pop(least):
            left.discard(bond)
            other = bond.one if bond.other == least else bond.other
            bonds[other].discard(bond)
            heappush(order, (len(bonds[other]), *standing[other]))
            if not bonds[other]:
                del bonds[other]
    return _graph(left)


def _relations(site: Site) -> Iterable[Relation]:
    """Give the ties, by the ids of those who have them; entries without a tie are not asked for."""
    for relation in sorted(site.relations, key=lambda one: one.owner):
        ends = relation.owner, relation.target
        if relation.owner != relation.target and all(_is_drawn(site.entities[end]) for end in ends):
            yield relation


def _is_drawn(entity: Entity) -> bool:
    return entity.kind in _KINDS


def _bonds(site: Site, relations: Iterable[Relation]) -> list[Bond]:
    found: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in relations:
        low, high = sorted((relation.owner, relation.target))
        found.setdefault((low, high, type_of(site, relation).line), []).append(relation)
    return [_bond(site, line, own) for (_, _, line), own in found.items()]


def _bond(site: Site, line: str, relations: list[Relation]) -> Bond:
    directions = sorted({ends(site, relation) for relation in relations})
    mutual = len(directions) > 1 or any(type_of(site, relation).symmetric for relation in relations)
    one, other = directions[0]
    return Bond(one, other, line, mutual and line in HEADED, tuple(sorted(relations)))


def _graph(bonds: Iterable[Bond]) -> Graph:
    ordered = tuple(sorted(bonds))
    return Graph(tuple(sorted({end for bond in ordered for end in bond.pair})), ordered)
