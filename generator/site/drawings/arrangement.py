"""Where the nodes of the network stand, and their names: so that ties cross, and run through names, least.

From several starts (stress.py) each node in turn is moved, or its name put on another side, wherever that costs less,
until nothing gets better; the cheapest result wins. The cost counts crossings, ties that pass through a name or a node,
ties that leave a node in almost the same direction, and keeps nodes from crowding. Last, what still overlaps is moved
down.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.site.drawings.stress import Links, Points, distances, settle

Side = int
BELOW, ABOVE, RIGHT, LEFT = range(4)
Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # from (x, y) to (x, y)
Way = tuple[Line, Box]  # a line with the box that just holds it

GAP = 4.0  # between a node and its name above or below
_ASIDE = 7.0  # and beside it
MARGIN = 6.0  # between the drawing's edge and what is in it
_LONG = 1.15  # of the room that a node has: how long a tie may be at no cost
_CLEAR = 5.0  # between boxes
_NEAR = 10.0  # a tie this near to a node's rim looks as if it ended there
_STARTS = 40
_CLIMBS = 5  # so many of the starts are worth climbing on
_ROUNDS = 14
_STEPS = (60.0, 18.0)
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
# What each fault costs.
_CROSSING, _THROUGH_NAME, _THROUGH_NODE, _OVERLAP, _NARROW_ANGLE, _CROWDED, _LENGTH = 10, 12, 14, 60, 8, 9, 3
_SMALL_ANGLE = 0.96  # cosine


@dataclass(frozen=True, slots=True)
class Node:
    """What has to find room: a sign of this radius, and a name of this width and height."""

    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Task:
    """A graph to be laid out in a frame of this width and about this height, all in pixels."""

    nodes: tuple[Node, ...]
    links: Links
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The result: whole pixels, the sides of the names, and the height that is needed."""

    points: tuple[tuple[int, int], ...]
    sides: tuple[Side, ...]
    height: int


def name_box(node: Node, x: float, y: float, side: Side) -> Box:
    """Give the room that a name takes on a side of its node."""
    if side in {BELOW, ABOVE}:
        left = x - node.width / 2
        top = y + node.radius + GAP if side == BELOW else y - node.radius - GAP - node.height
    else:
        left = x + node.radius + _ASIDE if side == RIGHT else x - node.radius - _ASIDE - node.width
        top = y - node.height / 2
    return left, top, left + node.width, top + node.height


def arrange(task: Task) -> Arrangement:
    """Find the arrangement that costs least, of those that a fixed series of starts leads to."""
    if len(task.nodes) == 1:
        return _legal(_State(task, [(0.5, 0.5)]))
    states = [_State(task, points) for points in _starts(len(task.nodes), task.links)]
    states.sort(key=_State.cost)
    for state in states[:_CLIMBS]:
        state.climb()
    best = min(states[:_CLIMBS], key=_State.cost)
    best.climb(thorough=True)
    return _legal(best)


@functools.lru_cache(maxsize=2)  # of one graph there are drawings of several widths, which start alike
def _starts(count: int, links: Links) -> tuple[Points, ...]:
    apart = distances(count, links)
    return tuple(settle(apart, seed) for seed in range(_STARTS))


class _State:
    """An arrangement in the making: the only thing here that changes."""

    def __init__(self, task: Task, points: Points) -> None:
        """Spread points of a unit square over the frame, each with its name below."""
        self.task = task
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.sides: list[Side] = [BELOW] * len(points)
        self.names: list[Box] = []
        self.marks: list[Box] = []
        self.links = tuple(sorted({(min(link), max(link)) for link in task.links}))
        self.beside: list[list[int]] = [[] for _ in points]
        self.ties: list[list[int]] = [[] for _ in points]  # the indices of each node's links
        for at, (one, other) in enumerate(self.links):
            self.beside[one].append(other)
            self.beside[other].append(one)
            self.ties[one].append(at)
            self.ties[other].append(at)
        self.room = math.sqrt(task.width * task.height / len(points))
        for node, (x, y) in zip(task.nodes, points, strict=True):
            placed = self._inside(node, x * task.width, y * task.height, BELOW)
            self.xs.append(placed[0])
            self.ys.append(placed[1])
            self.names.append(name_box(node, *placed, BELOW))
            self.marks.append(_mark(node, *placed))
        self.ways: list[Way] = [self._way(one, other) for one, other in self.links]  # as the links

    def cost(self) -> float:
        """Give the cost of the whole: what is between two nodes counts for each."""
        return sum(self._cost_of(node) for node in range(len(self.xs)))

    def climb(self, *, thorough: bool = False) -> None:
        """Move one node after the other to where it costs less, until none moves or it has been tried long enough.

        A thorough climb tries each place with the name on each side.
        """
        for _ in range(_ROUNDS):
            moved = [self._improve(node, thorough=thorough) for node in range(len(self.xs))]
            if not any(moved):
                return

    def _improve(self, node: int, *, thorough: bool) -> bool:
        best = self.xs[node], self.ys[node], self.sides[node]
        start = least = self._cost_of(node)
        for move in list(self._moves(node, thorough=thorough)):
            self._put(node, *move)
            cost = self._cost_of(node, least)
            if cost < least - 1e-6:
                best, least = move, cost
        self._put(node, *best)
        return least < start

    def _moves(self, node: int, *, thorough: bool) -> Iterator[tuple[float, float, Side]]:
        x, y, side = self.xs[node], self.ys[node], self.sides[node]
        size = self.task.nodes[node]
        for other in (BELOW, ABOVE, RIGHT, LEFT):
            if other != side:
                yield (*self._inside(size, x, y, other), other)
        for there in (BELOW, ABOVE, RIGHT, LEFT) if thorough else (side,):
            for step in _STEPS:
                for way_x, way_y in _WAYS:
                    yield (*self._inside(size, x + step * way_x, y + step * way_y, there), there)

    def _put(self, node: int, x: float, y: float, side: Side) -> None:
        self.xs[node], self.ys[node], self.sides[node] = x, y, side
        self.names[node] = name_box(self.task.nodes[node], x, y, side)
        self.marks[node] = _mark(self.task.nodes[node], x, y)
        for at in self.ties[node]:
            self.ways[at] = self._way(*self.links[at])

    def _inside(self, node: Node, x: float, y: float, side: Side) -> tuple[float, float]:
        """Move a node so that it and its name stand in the frame."""
        left, top, right, bottom = name_box(node, x, y, side)
        reach = node.radius + MARGIN
        wide, high = self.task.width, self.task.height
        x += max(0.0, MARGIN - left, reach - x) - max(0.0, right - wide + MARGIN, x - wide + reach)
        y += max(0.0, MARGIN - top, reach - y) - max(0.0, bottom - high + MARGIN, y - high + reach)
        return x, y

    # -------------------------------------------------------------------------------------- what it costs

    def _cost_of(self, node: int, limit: float = math.inf) -> float:
        """Sum what a node costs, and break off at the limit: each part costs nothing or something."""
        cost = self._cost_of_room(node, limit)
        if cost < limit:
            cost += self._cost_of_angles(node)
        return cost if cost >= limit else self._with_ties(node, cost, limit)

    def _cost_of_room(self, node: int, limit: float) -> float:
        """Cost what stands too near, and the sides that a reader looks at last."""
        xs, ys, room = self.xs, self.ys, self.room
        x, y, name, mark, near = xs[node], ys[node], self.names[node], self.marks[node], room * room
        cost = 0.4 * self.sides[node]
        for other, (there_x, there_y) in enumerate(zip(xs, ys, strict=True)):
            if other == node:
                continue
            away_x, away_y = there_x - x, there_y - y
            square = away_x * away_x + away_y * away_y
            if square < near:
                crowded = 1 - math.sqrt(square) / room
                cost += _CROWDED * crowded * crowded
            if -400 < away_x < 400 and -90 < away_y < 90:  # noqa: PLR2004 - further than names reach
                there, sign = self.names[other], self.marks[other]
                cost += _OVERLAP * (_meet(name, there) + _meet(name, sign) + _meet(mark, there) + _meet(mark, sign))
                if cost >= limit:
                    return cost
        return cost

    def _with_ties(self, node: int, cost: float, limit: float) -> float:
        """Add crossings, and ties that pass through a name or a node: its own ties, and those of others at it."""
        own = [(self.ways[at], other) for at, other in zip(self.ties[node], self.beside[node], strict=True)]
        around = _around([self.marks[node], *(box for (_, box), _ in own)])
        ties = 0.0
        for (line, _), _ in own:
            ties += self._cost_of_length(line)
        for more in self._costs_at(node, own, around), self._costs_of_own(node, own, around):
            for one in more:
                ties += one
                if cost + ties >= limit:
                    return cost + ties
        return cost + ties

    def _costs_at(self, node: int, own: list[tuple[Way, int]], around: Box) -> Iterator[float]:
        """Give what the ties of others cost that cross those of a node or pass through it, and its own at its name."""
        name, reach = self.names[node], self._reach(node)
        here = _around((name, reach, around))
        for (one, other), way in zip(self.links, self.ways, strict=True):
            if _apart(way[1], here):
                continue
            if node not in (one, other):
                yield _CROSSING * sum(end not in (one, other) and _cross(way, mine) for mine, end in own)
                yield _THROUGH_NODE * self._nearness(way, node, reach)
            yield _THROUGH_NAME * _through(way, name)

    def _costs_of_own(self, node: int, own: list[tuple[Way, int]], around: Box) -> Iterator[float]:
        """Give what the ties of a node cost that pass through the names and the nodes of others."""
        for other, name in enumerate(self.names):
            reach = self._reach(other)
            if other == node or (_apart(around, name) and _apart(around, reach)):
                continue
            for way, end in own:
                yield _THROUGH_NAME * _through(way, name)
                if end != other:
                    yield _THROUGH_NODE * self._nearness(way, other, reach)

    def _way(self, one: int, other: int) -> Way:
        return way_of((self.xs[one], self.ys[one], self.xs[other], self.ys[other]))

    def _reach(self, node: int) -> Box:
        """Give the box around a node within which a line is near it."""
        x, y, reach = self.xs[node], self.ys[node], self.task.nodes[node].radius + _NEAR
        return x - reach, y - reach, x + reach, y + reach

    def _cost_of_length(self, line: Line) -> float:
        x, y = line[2] - line[0], line[3] - line[1]
        beyond = math.sqrt(x * x + y * y) / (_LONG * self.room) - 1
        return _LENGTH * beyond * beyond if beyond > 0 else 0.0

    def _nearness(self, way: Way, node: int, around: Box) -> float:
        """Tell how near a line passes by a node: 0 beyond reach, 1 through its middle."""
        (a, b, c, d), box = way
        if _apart(box, around):
            return 0.0
        x, y, reach = self.xs[node], self.ys[node], self.task.nodes[node].radius + _NEAR
        along_x, along_y = c - a, d - b
        square = along_x * along_x + along_y * along_y or 1.0
        part = min(1.0, max(0.0, ((x - a) * along_x + (y - b) * along_y) / square))
        away_x, away_y = a + part * along_x - x, b + part * along_y - y
        away = math.sqrt(away_x * away_x + away_y * away_y)
        return 1 - away / reach if away < reach else 0.0

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

    def _direction(self, node: int, other: int) -> tuple[float, float]:
        away_x, away_y = self.xs[other] - self.xs[node], self.ys[other] - self.ys[node]
        length = math.sqrt(away_x * away_x + away_y * away_y) or 1.0
        return away_x / length, away_y / length


# ---------------------------------------------------------------------------------------------- geometry


def _meet(one: Box, other: Box) -> bool:
    return one[0] - _CLEAR < other[2] and other[0] - _CLEAR < one[2] and one[1] - 2 < other[3] and other[1] - 2 < one[3]


def way_of(line: Line) -> Way:
    """Give a line with its box."""
    a, b, c, d = line
    return line, (min(a, c), min(b, d), max(a, c), max(b, d))


def _around(boxes: Iterable[Box]) -> Box:
    """Give the box that just holds some boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _apart(one: Box, other: Box) -> bool:
    return one[2] < other[0] or one[0] > other[2] or one[3] < other[1] or one[1] > other[3]


def _narrowness(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Cost two directions, unit vectors, that are almost the same."""
    same = one[0] * other[0] + one[1] * other[1]
    return _NARROW_ANGLE * (same - _SMALL_ANGLE) / (1 - _SMALL_ANGLE) if same > _SMALL_ANGLE else 0.0


def _cross(one: Way, other: Way) -> bool:
    """Tell whether two lines cross; where they only touch, they do not."""
    (a, b, c, d), box = one
    (e, f, g, h), there = other
    if _apart(box, there):
        return False
    side = (c - a) * (f - b) - (d - b) * (e - a)
    if side * ((c - a) * (h - b) - (d - b) * (g - a)) >= 0:
        return False
    return ((g - e) * (b - f) - (h - f) * (a - e)) * ((g - e) * (d - f) - (h - f) * (c - e)) < 0


def _through(way: Way, box: Box) -> bool:
    """Tell whether a line passes through a box (Y.-D. Liang and B. Barsky, 1984)."""
    (a, b, c, d), around = way
    if _apart(around, box):
        return False
    left, top, right, bottom = box
    enter, leave = 0.0, 1.0
    for along, low, high, at in ((c - a, left, right, a), (d - b, top, bottom, b)):
        if along == 0:  # it is beside the box, which was asked before, or within its bounds all along
            continue
        first, last = (low - at) / along, (high - at) / along
        enter, leave = max(enter, min(first, last)), min(leave, max(first, last))
    return enter <= leave


# ---------------------------------------------------------------------------------------------- the last word


def _legal(state: _State) -> Arrangement:
    """Round to pixels, and move down whatever still overlaps: nothing does in the end, for there is room below."""
    nodes, sides = state.task.nodes, state.sides
    points = [(round(x), round(y)) for x, y in zip(state.xs, state.ys, strict=True)]
    placed: list[Box] = []
    lift = round(
        min(box[1] for at, point in enumerate(points) for box in _boxes(nodes[at], *point, sides[at])) - MARGIN
    )
    points = [(x, y - lift) for x, y in points]
    for at in sorted(range(len(points)), key=lambda one: (points[one][1], points[one][0], one)):
        x, y = points[at]
        while any(_meet(one, other) for one in _boxes(nodes[at], x, y, sides[at]) for other in placed):
            y += 4
        points[at] = x, y
        placed += _boxes(nodes[at], x, y, sides[at])
    height = math.ceil(max(box[3] for box in placed) + MARGIN)
    return Arrangement(tuple(points), tuple(sides), height)


def _boxes(node: Node, x: float, y: float, side: Side) -> tuple[Box, Box]:
    return _mark(node, x, y), name_box(node, x, y, side)


def _mark(node: Node, x: float, y: float) -> Box:
    """Give the room that the sign of a node takes."""
    return x - node.radius, y - node.radius, x + node.radius, y + node.radius
