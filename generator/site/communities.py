"""Communities of the network: entries that are tied to each other more than to the rest, to read it in parts.

They are found by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008,
doi:10.1088/1742-5468/2008/10/P10008) as networkx has it: the same ties give the same communities in each run and in
whatever order they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from generator.frozen import frozen
from generator.model import Relation, RelationType

WHOLE = 200  # ties of a network that is shown in one piece
_LEAST = 5  # ties of a community that is told apart
_LEADING = 2  # entries by which it is called


@frozen
class Community:
    """A community: the ids of its most tied entries, none of small ones together, and how many ties it has."""

    leading: tuple[str, ...]
    ties: int


@frozen
class Partition:
    """All ties, those of a community together, the largest first, in each by sense; and the communities in this order.

    A tie between communities stands in that of the entry that has it. A network of few ties has no communities.
    """

    ties: tuple[Relation, ...]
    communities: tuple[Community, ...] = ()
    of: Mapping[str, int] = field(default_factory=dict)  # by entry: its community, counted from 0, but for small ones


def parted(relations: Iterable[Relation], types: Mapping[str, RelationType], before: Partition | None) -> Partition:
    """Part the ties into communities, and sort those of each by sense; equal ones stay in the order in which they come.

    `before` is that of an earlier run: where the same entries are tied in it, its communities are taken over.
    """
    senses: dict[str, int] = {}
    for kind in sorted(types.values(), key=lambda one: one.rank):
        senses.setdefault(kind.group, len(senses))
    ties = sorted(relations, key=lambda one: (senses[types[one.type].group], types[one.type].rank))
    if len(ties) <= WHOLE:
        return Partition(tuple(ties))
    pairs = _pairs(ties)
    of = before.of if before and before.communities and _pairs(before.ties) == pairs else _found(pairs)
    last = len(set(of.values()))
    ties.sort(key=lambda one: of.get(one.owner, last))
    count = Counter(of.get(one.owner, last) for one in ties)
    degrees = [Counter[str]() for _ in range(last + 1)]
    for id_, tied in Counter(id_ for pair in pairs for id_ in pair).items():
        degrees[of.get(id_, last)][id_] = tied
    told = [*(_leading(own) for own in degrees[:last]), ()]
    return Partition(tuple(ties), tuple(Community(told[at], count[at]) for at in sorted(count)), of)


def _pairs(ties: Iterable[Relation]) -> list[tuple[str, str]]:
    return sorted((one.owner, one.target) for one in ties)


def _found(pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Find the communities of what is tied, those of few ties left out, and count them from the largest on."""
    from networkx import Graph, community  # noqa: PLC0415 - slow to load; needed by large sites whose ties changed

    names = sorted({id_ for pair in pairs for id_ in pair})
    number = {id_: at for at, id_ in enumerate(names)}  # sets of numbers are gone through in the same order each time
    graph = Graph()
    graph.add_nodes_from(range(len(names)))
    for (one, other), ties in Counter(pairs).items():
        weight = graph.get_edge_data(number[one], number[other], {"weight": 0})["weight"]
        graph.add_edge(number[one], number[other], weight=weight + ties)
    found = {names[at]: min(own) for own in community.louvain_communities(graph, seed=0) for at in own}
    count = Counter(found[owner] for owner, _ in pairs)
    large = sorted((one for one in count if count[one] >= _LEAST), key=lambda one: (-count[one], one))
    place = {one: at for at, one in enumerate(large)}
    return {id_: place[one] for id_, one in sorted(found.items()) if one in place}


def _leading(degrees: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(degrees, key=lambda id_: (-degrees[id_], id_))[:_LEADING])
