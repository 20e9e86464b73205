"""An arrangement in the making: each node in turn moves, or its name, wherever that costs less, until nothing does.

The cost counts crossings, ties that pass through a name or a node, ties that leave a node in almost the same direction,
and keeps nodes from crowding. What a place costs is reckoned once, and then what the name costs on each side of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.site.drawings import geometry
from generator.site.drawings.geometry import Box, Line, Point, Traced
from generator.site.drawings.layout import BELOW, MARGIN, RIM, SIDES, Node, Side, Task, boxes, name_box
from generator.site.drawings.stress import Points

_LONG = 1.15  # of the room that a node has: how long a tie may be at no cost
_NEAR = 10.0  # a tie this near to a node's rim looks as if it ended there
_AROUND = 3.0  # between a name and a tie that passes by, as it should be
HALO = 2.0  # around a name in the colour of the paper, so that a tie in it is cut
_ROUNDS = 14
_STEPS = (60.0, 18.0)
_BENT_STEPS = (100.0, 45.0, 20.0, 8.0)
_GRID = (12, 9)  # where else a node is tried that has part in a fault
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
# What each fault costs.
_CROSSING, _THROUGH_NAME, _THROUGH_NODE, _OVERLAP, _NARROW_ANGLE, _CROWDED, _LENGTH = 10, 12, 14, 60, 8, 9, 3
_CURVE_THROUGH_NAME = 40  # worth some crossings
_SMALL_ANGLE = 0.96  # cosine

Link = tuple[int, int]  # the lower index first
_Passer = tuple[Line, tuple[Point, ...], tuple[Point, ...]]  # a tie between others; the ends of a node's on either side


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stays as it is while a certain node is moved."""

    lines: tuple[_Passer, ...]  # the ties between others
    curves: tuple[Traced, ...]  # these as they are drawn
    ways: dict[int, tuple[Point, ...]]  # for each node that is tied to it, the directions of its other ties


class Climb:
    """Nodes, names and ties as they stand: the only thing here that changes."""

    def __init__(self, task: Task, points: Points) -> None:
        """Spread points of a unit square over the frame, each with its name below."""
        self.task = task
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.sides: list[Side] = [BELOW] * len(points)
        self.names: list[Box] = []
        self.rooms: list[Box] = []  # the names with what should be free around them
        self.marks: list[Box] = []
        self.links: tuple[Link, ...] = tuple(sorted({(min(link), max(link)) for link in task.links}))
        self.beside: list[list[int]] = [[] for _ in points]
        for one, other in self.links:
            self.beside[one].append(other)
            self.beside[other].append(one)
        self.reaches = [node.radius + _NEAR for node in task.nodes]
        self.is_bent = False
        self.bends: dict[Link, list[float]] = {}
        for one, other, by in task.bends:
            self.bends.setdefault((one, other), []).append(by)
        self.curves: dict[Link, tuple[Traced, ...]] = {}  # those that have been traced since their ends were moved
        self.room = math.sqrt(task.width * task.height / len(points))
        for node, (x, y) in zip(task.nodes, points, strict=True):
            placed = self.inside(node, x * task.width, y * task.height, BELOW)
            self.xs.append(placed[0])
            self.ys.append(placed[1])
            mark, name = boxes(node, *placed, BELOW)
            self.marks.append(mark)
            self.names.append(name)
            self.rooms.append(geometry.grown(name, _AROUND))

    def cost(self) -> float:
        """Give the cost of the whole: what is between two nodes counts for each."""
        return sum(
            self._cost_of_place(node, self._rest(node)) + self._cost_of_name(node) for node in range(len(self.xs))
        )

    def crossed_names(self) -> int:
        """Count how often a tie passes through a name, or the halo around it."""
        return sum(self._ties_through(geometry.grown(name, HALO)) for name in self.names)

    def on(self, *, bent: bool = False) -> None:
        """Move one node after the other to where it costs less, until none moves or it has been tried long enough.

        After the first round those are tried that were moved themselves, or to which one is tied that was.
        If `bent`, ties are from now on the curves that will be drawn, and more places are tried.
        """
        self.is_bent = bent
        self.curves.clear()
        waiting = set(range(len(self.xs)))
        for _ in range(_ROUNDS):
            for node in sorted(waiting):
                waiting.discard(node)
                if self._improve(node):
                    waiting.update((node, *self.beside[node]))
            if not waiting:
                return

    def _improve(self, node: int) -> bool:
        best = self.xs[node], self.ys[node], self.sides[node]
        rest = self._rest(node)
        start = least = self._cost_of_place(node, rest) + self._cost_of_name(node)
        for x, y in list(self._places(node)):
            self.put(node, x, y, best[2])
            place = self._cost_of_place(node, rest, least)
            if place >= least:
                continue
            for side in SIDES:
                cost = self._cost_of_side(node, side, least - place) + place
                if cost < least - 1e-6:
                    best, least = (x, y, side), cost
        self.put(node, *best)
        return least < start

    def _places(self, node: int) -> Iterator[tuple[float, float]]:
        x, y, radius = self.xs[node], self.ys[node], self.task.nodes[node].radius
        yield x, y
        for step in _BENT_STEPS if self.is_bent else _STEPS:
            for way_x, way_y in _WAYS:
                yield self._in_frame(radius, x + step * way_x, y + step * way_y)
        if self.is_bent and self._is_at_fault(node):
            across, down = _GRID
            for at in range(across * down):
                part_x, part_y = (at % across + 0.5) / across, (at // across + 0.5) / down
                yield self._in_frame(radius, part_x * self.task.width, part_y * self.task.height)

    def _is_at_fault(self, node: int) -> bool:
        """Tell whether a tie passes through the node's name, or one of its own through another."""
        own = [(min(node, other), max(node, other)) for other in self.beside[node]]
        return self._ties_through(self.rooms[node]) > 0 or any(self._names_crossed(link, node) for link in own)

    def put(self, node: int, x: float, y: float, side: Side) -> None:
        """Move a node and its name."""
        self.xs[node], self.ys[node], self.sides[node] = x, y, side
        self.marks[node], self.names[node] = boxes(self.task.nodes[node], x, y, side)
        self.rooms[node] = geometry.grown(self.names[node], _AROUND)
        for other in self.beside[node]:
            self.curves.pop((min(node, other), max(node, other)), None)

    def inside(self, node: Node, x: float, y: float, side: Side) -> tuple[float, float]:
        """Move a node so that it and its name stand in the frame."""
        left, top, right, bottom = name_box(node, x, y, side)
        reach = node.radius + MARGIN
        wide, high = self.task.width, self.task.height
        x += max(0.0, MARGIN - left, reach - x) - max(0.0, right - wide + MARGIN, x - wide + reach)
        y += max(0.0, MARGIN - top, reach - y) - max(0.0, bottom - high + MARGIN, y - high + reach)
        return x, y

    def _in_frame(self, radius: float, x: float, y: float) -> tuple[float, float]:
        reach = radius + MARGIN
        return min(max(x, reach), self.task.width - reach), min(max(y, reach), self.task.height - reach)

    # -------------------------------------------------------------------------------------- what a name costs

    def _cost_of_side(self, node: int, side: Side, limit: float) -> float:
        """Cost a name on a side of its node; beyond the limit it need not be exact. It stays there."""
        name = name_box(self.task.nodes[node], self.xs[node], self.ys[node], side)
        wide, high = self.task.width - MARGIN, self.task.height - MARGIN
        if name[0] < MARGIN or name[1] < MARGIN or name[2] > wide or name[3] > high:
            return math.inf
        self.sides[node], self.names[node] = side, name
        self.rooms[node] = geometry.grown(name, _AROUND)
        return self._cost_of_name(node, limit)

    def _cost_of_name(self, node: int, limit: float = math.inf) -> float:
        """Cost what the name stands on, the ties through it, and the sides that a reader looks at last."""
        name, marks, names = self.names[node], self.marks, self.names
        cost = 0.4 * self.sides[node]
        for other in range(len(marks)):
            if other != node:
                cost += _OVERLAP * (geometry.meet(name, names[other]) + geometry.meet(name, marks[other]))
                if cost >= limit:
                    return cost
        return cost + self._price * self._ties_through(self.rooms[node], (limit - cost) / self._price)

    @property
    def _price(self) -> int:
        return _CURVE_THROUGH_NAME if self.is_bent else _THROUGH_NAME

    def _ties_through(self, room: Box, most: float = math.inf) -> int:
        """Count the ties that pass through the room of a name; from `most` on it need not be exact."""
        left, top, right, bottom = room
        count = 0
        for link in self.links:
            for curve in self.curves.get(link) or self._traced(link):
                a, b, c, d = curve.bounds
                if c >= left and a <= right and d >= top and b <= bottom and geometry.passes(curve, room):
                    count += 1
                    if count >= most:
                        return count
        return count

    def _names_crossed(self, link: Link, but: int) -> int:
        """Count the names that the ties between two nodes pass through, but for that of one node."""
        count = 0
        for curve in self._traced(link):
            left, top, right, bottom = curve.bounds
            for other, room in enumerate(self.rooms):
                if room[0] < right and room[2] > left and room[1] < bottom and room[3] > top and other != but:
                    count += geometry.passes(curve, room)
        return count

    def _traced(self, link: Link) -> tuple[Traced, ...]:
        """Trace the ties between two nodes: straight at first, then as they will be drawn."""
        found = self.curves.get(link)
        if found is None:
            one, other = link
            start, end = (self.xs[one], self.ys[one]), (self.xs[other], self.ys[other])
            if self.is_bent:
                gaps = (self.task.nodes[one].radius + RIM, self.task.nodes[other].radius + RIM)
                bends = self.bends.get(link, [0.0])
                found = tuple(geometry.traced(geometry.bowed(start, end, by, gaps)) for by in bends)
            else:
                found = (geometry.straight(start, end),)
            self.curves[link] = found
        return found

    # -------------------------------------------------------------------------------------- what a place costs

    def _rest(self, node: int) -> _Rest:
        links = [link for link in self.links if node not in link]
        return _Rest(
            tuple(self._passer(link, node) for link in links),
            tuple(curve for link in links for curve in self._traced(link)),
            {
                other: tuple(self._direction(other, third) for third in self.beside[other] if third != node)
                for other in self.beside[node]
            },
        )

    def _passer(self, link: Link, node: int) -> _Passer:
        line = self._line(*link)
        ends = [(self.xs[end], self.ys[end]) for end in self.beside[node] if end not in link]
        sides = [(geometry.side(line, end), end) for end in ends]
        return line, tuple(end for side, end in sides if side < 0), tuple(end for side, end in sides if side > 0)

    def _cost_of_place(self, node: int, rest: _Rest, limit: float = math.inf) -> float:
        """Cost what stands too near to a node, its ties, and those of others; beyond the limit it need not be exact.

        What is reckoned quickly comes first.
        """
        own = (self._line(node, other) for other in self.beside[node])
        cost = self._cost_of_room(node, limit) + sum(map(self._cost_of_length, own))
        if cost < limit:
            cost += self._cost_of_angles(node, rest, limit - cost)
        if cost < limit:
            cost += self._cost_of_passers(node, rest, limit - cost)
        return cost if cost >= limit else cost + self._cost_of_own_ties(node, limit - cost)

    def _cost_of_passers(self, node: int, rest: _Rest, limit: float) -> float:
        """Cost the ties of others that pass by a node or cross one of its own; break off at the limit."""
        x, y = self.xs[node], self.ys[node]
        cost = _THROUGH_NODE * self._nearness(rest.curves, node)
        for line, left, right in rest.lines:
            if cost >= limit:
                break
            a, b, c, d = line
            side = (c - a) * (y - b) - (d - b) * (x - a)
            for e, f in right if side < 0 else left if side > 0 else ():
                # The ends of the tie of its own lie on either side of the line; do those of the line, too?
                if ((e - x) * (b - y) - (f - y) * (a - x)) * ((e - x) * (d - y) - (f - y) * (c - x)) < 0:
                    cost += _CROSSING
        return cost

    def _cost_of_own_ties(self, node: int, limit: float) -> float:
        """Cost the ties of a node that pass through the names of others, or by others; break off at the limit."""
        cost = 0.0
        for end in self.beside[node]:
            link = (min(node, end), max(node, end))
            cost += self._price * self._names_crossed(link, node)
            if cost >= limit:
                break
            cost += _THROUGH_NODE * self._passing_by(link)
            if cost >= limit:
                break
        return cost

    def _cost_of_room(self, node: int, limit: float) -> float:
        """Cost what stands too near to a node; break off at the limit."""
        xs, ys, mark, room = self.xs, self.ys, self.marks[node], self.room
        x, y = xs[node], ys[node]
        cost = 0.0
        for other in range(len(xs)):
            if other == node:
                continue
            away_x, away_y = xs[other] - x, ys[other] - y
            square = away_x * away_x + away_y * away_y
            if square < room * room:
                crowded = 1 - math.sqrt(square) / room
                cost += _CROWDED * crowded * crowded
            cost += _OVERLAP * (geometry.meet(mark, self.names[other]) + geometry.meet(mark, self.marks[other]))
            if cost >= limit:
                break
        return cost

    def _line(self, one: int, other: int) -> Line:
        return self.xs[one], self.ys[one], self.xs[other], self.ys[other]

    def _cost_of_length(self, line: Line) -> float:
        x, y = line[2] - line[0], line[3] - line[1]
        beyond = math.sqrt(x * x + y * y) / (_LONG * self.room) - 1
        return _LENGTH * beyond * beyond if beyond > 0 else 0.0

    def _nearness(self, curves: Iterable[Traced], node: int) -> float:
        """Give how near ties between others pass by a node: 1 for each through its middle."""
        x, y, reach = self.xs[node], self.ys[node], self.reaches[node]
        left, top, right, bottom = x - reach, y - reach, x + reach, y + reach
        near = 0.0
        for curve in curves:
            a, b, c, d = curve.bounds
            if c > left and a < right and d > top and b < bottom:
                near += max(0.0, 1 - geometry.distance(curve, (x, y)) / reach)
        return near

    def _passing_by(self, link: Link) -> float:
        """Give how near the ties between two nodes pass by others: 1 for each middle that one goes through."""
        near = 0.0
        for curve in self._traced(link):
            left, top, right, bottom = curve.bounds
            for node, (x, y, reach) in enumerate(zip(self.xs, self.ys, self.reaches, strict=True)):
                if left - reach < x < right + reach and top - reach < y < bottom + reach and node not in link:
                    near += max(0.0, 1 - geometry.distance(curve, (x, y)) / reach)
        return near

    def _cost_of_angles(self, node: int, rest: _Rest, limit: float) -> float:
        """Cost ties that leave the node, or one beside it, in almost the same direction; break off at the limit."""
        ways = [self._direction(node, other) for other in self.beside[node]]
        cost = sum(_narrowness(one, ways[at + 1 :]) for at, one in enumerate(ways))
        for (x, y), others in zip(ways, rest.ways.values(), strict=True):
            if cost >= limit:
                break
            cost += _narrowness((-x, -y), others)
        return cost

    def _direction(self, node: int, other: int) -> Point:
        return geometry.way((self.xs[node], self.ys[node]), (self.xs[other], self.ys[other]))


def _narrowness(way: Point, others: Iterable[Point]) -> float:
    """Cost those directions, unit vectors, that are almost the same as a certain one."""
    x, y = way
    cost = 0.0
    for one, other in others:
        same = x * one + y * other
        if same > _SMALL_ANGLE:
            cost += _NARROW_ANGLE * (same - _SMALL_ANGLE) / (1 - _SMALL_ANGLE)
    return cost
