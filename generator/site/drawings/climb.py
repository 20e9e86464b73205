"""An arrangement in the making: each node in turn moves, or its name, wherever that costs less, until nothing does.

The cost counts crossings, ties that pass through a name or a node, ties that leave a node in almost the same direction,
and keeps nodes from crowding. What a place costs is reckoned once, and then what the name costs on each side of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

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
        return sum(self._cost_of_place(node) + self._cost_of_name(node) for node in range(len(self.xs)))

    def crossed_names(self) -> int:
        """Count how often a tie passes through a name, or the halo around it."""
        return sum(self._ties_through(geometry.grown(name, HALO)) for name in self.names)

    def on(self, *, bent: bool = False) -> None:
        """Move one node after the other to where it costs less, until none moves or it has been tried long enough.

        If `bent`, ties are from now on the curves that will be drawn, and more places are tried.
        """
        self.is_bent = bent
        self.curves.clear()
        for _ in range(_ROUNDS):
            moved = [self._improve(node) for node in range(len(self.xs))]
            if not any(moved):
                return

    def _improve(self, node: int) -> bool:
        best = self.xs[node], self.ys[node], self.sides[node]
        start = least = self._cost_of_place(node) + self._cost_of_name(node)
        for x, y in list(self._places(node)):
            self.put(node, x, y, best[2])
            place = self._cost_of_place(node, least)
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

    def _cost_of_place(self, node: int, limit: float = math.inf) -> float:
        """Cost what stands too near to a node, its ties, and those of others; beyond the limit it need not be exact."""
        own = [(self._line(node, other), other) for other in self.beside[node]]
        cost = self._cost_of_room(node, limit) + sum(self._cost_of_length(line) for line, _ in own)
        if cost < limit:
            cost += self._cost_of_angles(node) + self._cost_of_others_ties(node, own)
        return cost if cost >= limit else cost + self._cost_of_own_ties(node, limit - cost)

    def _cost_of_others_ties(self, node: int, own: list[tuple[Line, int]]) -> float:
        """Cost the ties of others that cross those of a node, or pass by it."""
        xs, ys, cost = self.xs, self.ys, 0.0
        across = [xs[node], *(xs[end] for _, end in own)]
        left, right = min(across), max(across)
        for one, other in self.links:
            if node not in (one, other):
                a, c = xs[one], xs[other]
                if (a > left or c > left) and (a < right or c < right):
                    line = (a, ys[one], c, ys[other])
                    for way, end in own:
                        if end not in (one, other) and geometry.cross(line, way):
                            cost += _CROSSING
                for near in self._near((one, other), (node,)):
                    cost += _THROUGH_NODE * near
        return cost

    def _cost_of_own_ties(self, node: int, limit: float) -> float:
        """Cost the ties of a node that pass through the names of others, or by others; break off at the limit."""
        cost = 0.0
        for end in self.beside[node]:
            link = (min(node, end), max(node, end))
            cost += self._price * self._names_crossed(link, node)
            if cost >= limit:
                break
            for near in self._near(link, range(len(self.xs))):
                cost += _THROUGH_NODE * near
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

    def _near(self, link: Link, nodes: Iterable[int]) -> Iterator[float]:
        """Give how near ties pass by each node that they come near to: 1 for each through its middle."""
        curves = self._traced(link)
        for node in nodes:
            if node in link:  # a tie ends there
                continue
            x, y, reach = self.xs[node], self.ys[node], self.task.nodes[node].radius + _NEAR
            near = 0.0
            for curve in curves:
                left, top, right, bottom = curve.bounds
                if right < x - reach or left > x + reach or bottom < y - reach or top > y + reach:
                    continue
                away = geometry.distance(curve, (x, y))
                if away < reach:
                    near += 1 - away / reach
            if near:
                yield near

    def _cost_of_angles(self, node: int) -> float:
        """Cost ties that leave the node, or one beside it, in almost the same direction."""
        ways = [self._direction(node, other) for other in self.beside[node]]
        cost = 0.0
        for at, one in enumerate(ways):
            for other in ways[at + 1 :]:
                cost += _narrowness(one, other)
        return cost + sum(self._angles_with(other, node) for other in self.beside[node])

    def _angles_with(self, node: int, only: int) -> float:
        """Cost the ties that leave a node in almost the same direction as that to a certain other."""
        cost, one = 0.0, self._direction(node, only)
        for other in self.beside[node]:
            if other != only:
                cost += _narrowness(one, self._direction(node, other))
        return cost

    def _direction(self, node: int, other: int) -> Point:
        return geometry.way((self.xs[node], self.ys[node]), (self.xs[other], self.ys[other]))


def _narrowness(one: Point, other: Point) -> float:
    """Cost two directions, unit vectors, that are almost the same."""
    same = one[0] * other[0] + one[1] * other[1]
    return _NARROW_ANGLE * (same - _SMALL_ANGLE) / (1 - _SMALL_ANGLE) if same > _SMALL_ANGLE else 0.0
