"""Where the nodes of the network stand, and their names: so that ties cross, and run through names, least.

From several starts (stress.py) each node in turn is moved, or its name put on another side, wherever that costs less,
until nothing gets better; the cheapest result wins. The cost counts crossings, ties that pass through a name or a node,
ties that leave a node in almost the same direction, and keeps nodes from crowding. Last, what still overlaps is moved
down.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.drawings.stress import Links, Points, distances, settle

Side = int
BELOW, ABOVE, RIGHT, LEFT = range(4)
Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # from (x, y) to (x, y)

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
    apart = distances(len(task.nodes), task.links)
    states = [_State(task, settle(apart, seed)) for seed in range(_STARTS)]
    states.sort(key=_State.cost)
    for state in states[:_CLIMBS]:
        state.climb()
    best = min(states[:_CLIMBS], key=_State.cost)
    best.climb(thorough=True)
    return _legal(best)


class _State:
    """An arrangement in the making: the only thing here that changes."""

    def __init__(self, task: Task, points: Points) -> None:
        """Spread points of a unit square over the frame, each with its name below."""
        self.task = task
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.sides: list[Side] = [BELOW] * len(points)
        self.names: list[Box] = []
        self.links = tuple(sorted({(min(link), max(link)) for link in task.links}))
        self.beside: list[list[int]] = [[] for _ in points]
        for one, other in self.links:
            self.beside[one].append(other)
            self.beside[other].append(one)
        self.room = math.sqrt(task.width * task.height / len(points))
        for node, (x, y) in zip(task.nodes, points, strict=True):
            placed = self._inside(node, x * task.width, y * task.height, BELOW)
            self.xs.append(placed[0])
            self.ys.append(placed[1])
            self.names.append(name_box(node, *placed, BELOW))

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
        """Sum what a node costs; beyond the limit it need not be exact."""
        cost = self._cost_of_room(node) + self._cost_of_angles(node)
        return cost if cost >= limit else cost + self._cost_of_ties(node)

    def _cost_of_room(self, node: int) -> float:
        """Cost what stands too near, and the sides that a reader looks at last."""
        xs, ys, names, nodes = self.xs, self.ys, self.names, self.task.nodes
        x, y, name, radius, room = xs[node], ys[node], names[node], nodes[node].radius, self.room
        mark = (x - radius, y - radius, x + radius, y + radius)
        cost = 0.4 * self.sides[node]
        for other in range(len(xs)):
            if other == node:
                continue
            away_x, away_y = xs[other] - x, ys[other] - y
            square = away_x * away_x + away_y * away_y
            if square < room * room:
                crowded = 1 - math.sqrt(square) / room
                cost += _CROWDED * crowded * crowded
            if abs(away_x) < 400 and abs(away_y) < 90:  # noqa: PLR2004 - further than names reach
                far = nodes[other].radius
                there = (xs[other] - far, ys[other] - far, xs[other] + far, ys[other] + far)
                pairs = ((name, names[other]), (name, there), (mark, names[other]), (mark, there))
                cost += _OVERLAP * sum(_meet(*pair) for pair in pairs)
        return cost

    def _cost_of_ties(self, node: int) -> float:
        """Cost crossings, and ties that pass through a name or a node: its own ties, and those of others at it."""
        own = [(self._line(node, other), other) for other in self.beside[node]]
        cost = sum(self._cost_of_length(line) for line, _ in own)
        for one, other in self.links:
            line = self._line(one, other)
            if node not in (one, other):
                crossed = [end for way, end in own if end not in (one, other) and _cross(line, way)]
                cost += _CROSSING * len(crossed)
                cost += _THROUGH_NODE * self._nearness(line, node)
            cost += _THROUGH_NAME * _through(line, self.names[node])
        for other, name in enumerate(self.names):
            if other != node:
                for line, end in own:
                    cost += _THROUGH_NAME * _through(line, name)
                    if end != other:
                        cost += _THROUGH_NODE * self._nearness(line, other)
        return cost

    def _line(self, one: int, other: int) -> Line:
        return self.xs[one], self.ys[one], self.xs[other], self.ys[other]

    def _cost_of_length(self, line: Line) -> float:
        x, y = line[2] - line[0], line[3] - line[1]
        beyond = math.sqrt(x * x + y * y) / (_LONG * self.room) - 1
        return _LENGTH * beyond * beyond if beyond > 0 else 0.0

    def _nearness(self, line: Line, node: int) -> float:
        """Tell how near a line passes by a node: 0 beyond reach, 1 through its middle."""
        a, b, c, d = line
        x, y, reach = self.xs[node], self.ys[node], self.task.nodes[node].radius + _NEAR
        if (a < x - reach and c < x - reach) or (a > x + reach and c > x + reach):
            return 0.0
        if (b < y - reach and d < y - reach) or (b > y + reach and d > y + reach):
            return 0.0
        along_x, along_y = c - a, d - b
        square = along_x * along_x + along_y * along_y or 1.0
        part = min(1.0, max(0.0, ((x - a) * along_x + (y - b) * along_y) / square))
        away_x, away_y = a + part * along_x - x, b + part * along_y - y
        away = math.sqrt(away_x * away_x + away_y * away_y)
        return 1 - away / reach if away < reach else 0.0

    def _cost_of_angles(self, node: int) -> float:
        """Cost ties that leave the node, or one beside it, in almost the same direction."""
        cost = self._angles_at(node, None)
        return cost + sum(self._angles_at(other, node) for other in self.beside[node])

    def _angles_at(self, node: int, only: int | None) -> float:
        x, y = self.xs[node], self.ys[node]
        ways = []
        for other in self.beside[node]:
            away_x, away_y = self.xs[other] - x, self.ys[other] - y
            length = math.sqrt(away_x * away_x + away_y * away_y) or 1.0
            ways.append((other, away_x / length, away_y / length))
        cost = 0.0
        for at, (one, a, b) in enumerate(ways):
            for other, c, d in ways[at + 1 :]:
                if only in (None, one, other):
                    same = a * c + b * d
                    if same > _SMALL_ANGLE:
                        cost += _NARROW_ANGLE * (same - _SMALL_ANGLE) / (1 - _SMALL_ANGLE)
        return cost


# ---------------------------------------------------------------------------------------------- geometry


def _meet(one: Box, other: Box) -> bool:
    return one[0] - _CLEAR < other[2] and other[0] - _CLEAR < one[2] and one[1] - 2 < other[3] and other[1] - 2 < one[3]


def _cross(one: Line, other: Line) -> bool:
    """Tell whether two lines cross; where they only touch, they do not."""
    a, b, c, d = one
    e, f, g, h = other
    if (a < e and a < g and c < e and c < g) or (a > e and a > g and c > e and c > g):
        return False
    side = (c - a) * (f - b) - (d - b) * (e - a)
    if side * ((c - a) * (h - b) - (d - b) * (g - a)) >= 0:
        return False
    return ((g - e) * (b - f) - (h - f) * (a - e)) * ((g - e) * (d - f) - (h - f) * (c - e)) < 0


def _through(line: Line, box: Box) -> bool:
    """Tell whether a line passes through a box (Y.-D. Liang and B. Barsky, 1984)."""
    a, b, c, d = line
    left, top, right, bottom = box
    if (a < left and c < left) or (a > right and c > right) or (b < top and d < top) or (b > bottom and d > bottom):
        return False
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
    mark = (x - node.radius, y - node.radius, x + node.radius, y + node.radius)
    return mark, name_box(node, x, y, side)
