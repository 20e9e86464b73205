"""The network as SVG, for the width of a desk, of a tablet or of a phone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from generator.frozen import frozen
from generator.site.drawings import geometry, metrics, svg
from generator.site.drawings.geometry import Box, moved, way
from generator.site.drawings.graph import Bond, Graph
from generator.site.drawings.layout import (
    ABOVE,
    BELOW,
    RIGHT,
    RIGHT_ABOVE,
    RIGHT_BELOW,
    RIM,
    Arrangement,
    Node,
    Side,
    Task,
    name_box,
)
from generator.site.drawings.ties import type_of
from generator.site.links import Site, entity_path, relative, shape
from generator.site.verbs import Verb

_PAGE = "network.md"
_HUBS = 3  # so many names are larger
_RADII = (6.0, 9.6)
_BEND = 0.035  # of a line's length: how far it stands off the straight
_LINE = 1.17  # the height of a line of type


@frozen
class Format:
    """A size of the drawing: its class, its width, its height for 25 nodes, its type, and how wide a name may be."""

    name: str
    width: float
    height: float
    size: float
    hub: float
    limit: float


WIDE = Format("bg-wide", 1200, 700, 15, 17, 170)
MEDIUM = Format("bg-medium", 648, 860, 14, 16, 130)
NARROW = Format("bg-narrow", 284, 900, 14, 15, 112)


@frozen
class _Shown:
    """A node as it is shown."""

    id: str
    lines: tuple[str, ...]
    size: float
    node: Node


def task(site: Site, graph: Graph, form: Format) -> Task:
    """Say what is to be laid out; few nodes need less height."""
    shown = _shown(site, graph, form)
    index = {one.id: at for at, one in enumerate(shown)}
    bends = tuple(sorted((index[bond.pair[0]], index[bond.pair[1]], bend) for bond, bend in _bends(graph)))
    links = tuple(sorted({(one, other) for one, other, _ in bends}))
    height = form.height * (0.25 + 0.75 * min(1.0, len(shown) / (12 if form is NARROW else 24)))
    return Task(tuple(one.node for one in shown), links, form.width, round(height), bends)


def draw(site: Site, graph: Graph, form: Format, laid: Arrangement) -> str:
    """Draw the network as it was laid out."""
    shown = _shown(site, graph, form)
    places = dict(zip(graph.nodes, laid.points, strict=True))
    radii = {one.id: one.node.radius for one in shown}
    parts = [
        *(_bond(site, bond, bend, places, radii) for bond, bend in _bends(graph)),
        *(_node(site, form, *one) for one in _in_reading_order(shown, laid)),
    ]
    label = (
        f"Network of {len(graph.nodes)} entries and {len(graph.bonds)} ties; the same ties stand in the tables below"
    )
    return svg.drawing(form.name, form.width, laid.height, label, parts)


def _shown(site: Site, graph: Graph, form: Format) -> list[_Shown]:
    degrees = Counter(end for bond in graph.bonds for end in bond.pair)
    most = max(degrees.values())
    hubs = sorted(graph.nodes, key=lambda node: (-degrees[node], node))[:_HUBS] if len(graph.nodes) > 2 * _HUBS else []
    made = []
    for node in graph.nodes:
        size = form.hub if node in hubs else form.size
        lines = metrics.lines(site.entities[node].name, size, form.limit)
        wide = max(metrics.width(line, size) for line in lines)
        radius = _RADII[0] + (_RADII[1] - _RADII[0]) * math.sqrt((degrees[node] - 1) / max(most - 1, 1))
        made.append(_Shown(node, lines, size, Node(radius, wide, len(lines) * size * _LINE)))
    return made


def _in_reading_order(shown: list[_Shown], laid: Arrangement) -> list[tuple[_Shown, tuple[int, int], Side]]:
    """Sort nodes as one reads, in bands from the top, each from left to right: the order of the keyboard."""
    return sorted(zip(shown, laid.points, laid.sides, strict=True), key=lambda one: (one[1][1] // 60, one[1][0]))


def _node(site: Site, form: Format, one: _Shown, place: tuple[int, int], side: Side) -> str:
    entity = site.entities[one.id]
    box = name_box(one.node, *place, side)
    x, anchor = _flush(box, place, side)
    named = svg.words(
        f"name{' hub' if one.size == form.hub else ''} {anchor}",
        (x, box[1] + one.size * 0.95),
        svg.plain(one.lines),
        one.size * _LINE,
    )
    sign = svg.sign(shape(entity), place, one.node.radius)
    attributes = f'.bg-node data-node="{one.id}" data-kind="{shape(entity)}"'
    return svg.link(sign + named, relative(_PAGE, entity_path(entity)), attributes)


def _flush(box: Box, place: tuple[int, int], side: Side) -> tuple[float, str]:
    """Give where the lines of a name are flush: in the middle, or on the side of the node."""
    if side in {BELOW, ABOVE}:
        return place[0], "middle"
    return (box[0], "start") if side in {RIGHT, RIGHT_BELOW, RIGHT_ABOVE} else (box[2], "end")


# ---------------------------------------------------------------------------------------------- bonds


def _bends(graph: Graph) -> Iterator[tuple[Bond, float]]:
    """Give each bond how far it bends, seen from the first end of its pair: those of the same two stand apart."""
    count: Counter[tuple[str, str]] = Counter()
    for bond in graph.bonds:
        at = count[bond.pair]
        count[bond.pair] += 1
        bend = _BEND * (1 + 2 * (at // 2)) * (1 if at % 2 == 0 else -1)
        yield bond, bend


def _bond(site: Site, bond: Bond, bend: float, places: dict[str, tuple[int, int]], radii: dict[str, float]) -> str:
    """Draw a bond as a curve from rim to rim, with its heads and the words that it stands for."""
    ends = (bond.one, bond.other)
    start, end = (places[node] for node in ends)
    one, other = (radii[node] + RIM for node in ends)
    curve = geometry.bowed(start, end, bend if bond.one == bond.pair[0] else -bend, (one, other))
    first, middle, last = curve.start, curve.control, curve.end
    out, back = way(start, middle), way(end, middle)
    headed = bond.line in svg.HEADED
    from_ = moved(first, out, svg.retreat(bond.line, headed=headed and bond.is_mutual))
    to = moved(last, back, svg.retreat(bond.line, headed=headed))
    heads = svg.head(bond.line, last, (-back[0], -back[1]))
    if bond.is_mutual:
        heads += svg.head(bond.line, first, (-out[0], -out[1]))
    drawn = svg.path(f"tie {bond.line}", f"M{_near(from_)}Q{_near(middle)} {_near(to)}")
    title = f"<title>{svg.plain((_told(site, bond),))[0]}</title>"
    data = f'data-line="{bond.line}" data-ends="{bond.one} {bond.other}"'
    return f'<g class="bond" {data}>{title}{drawn}{svg.path(f"head {bond.line}", heads)}</g>'


def _near(point: svg.Point) -> str:
    """Write a point of a long curve, of which no eye sees a part of a pixel; its head is exact."""
    return svg.at((round(point[0]), round(point[1])))


def _told(site: Site, bond: Bond) -> str:
    """Say what a line stands for: each of its ties in a few words."""
    said = []
    for relation in bond.relations:
        kind = type_of(site, relation)
        plural = site.namings[relation.owner].is_plural
        verb = Verb(kind.label, plural=plural, ended=relation.until is not None)
        target = site.entities[relation.target].name
        said.append(f"{site.entities[relation.owner].name} {verb.finite} {target}{verb.after}")
    return "; ".join(dict.fromkeys(said))
