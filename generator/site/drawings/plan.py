"""Nodes, names and ties as they stand while a drawing is laid out: the only thing here that changes."""

from __future__ import annotations

import math

from generator.site.drawings import geometry
from generator.site.drawings.geometry import Box, Line, Point, Traced
from generator.site.drawings.layout import BELOW, MARGIN, RIM, Node, Side, Task, boxes, mark_box, name_box
from generator.site.drawings.stress import Points

_NEAR = 10.0  # a tie this near to a node's rim looks as if it ended there
_AROUND = 3.0  # between a name and a tie that passes by, as it should be

Link = tuple[int, int]  # the lower index first


class Plan:
    """Where everything stands: sides and boxes by node, curves by the two ends of a tie."""

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

    def put(self, node: int, x: float, y: float, side: Side) -> None:
        """Move a node and its name."""
        self.move(node, x, y)
        self.turn(node, side)

    def move(self, node: int, x: float, y: float) -> None:
        """Move a node alone; its name has to be turned before anything is asked of that."""
        self.xs[node], self.ys[node] = x, y
        self.marks[node] = mark_box(self.task.nodes[node], x, y)
        for other in self.beside[node]:
            self.curves.pop((min(node, other), max(node, other)), None)

    def turn(self, node: int, side: Side) -> None:
        """Put the name of a node on another side of it."""
        self.sides[node] = side
        self.names[node] = name_box(self.task.nodes[node], self.xs[node], self.ys[node], side)
        self.rooms[node] = geometry.grown(self.names[node], _AROUND)

    def inside(self, node: Node, x: float, y: float, side: Side) -> tuple[float, float]:
        """Move a node so that it and its name stand in the frame."""
        left, top, right, bottom = name_box(node, x, y, side)
        reach = node.radius + MARGIN
        wide, high = self.task.width, self.task.height
        x += max(0.0, MARGIN - left, reach - x) - max(0.0, right - wide + MARGIN, x - wide + reach)
        y += max(0.0, MARGIN - top, reach - y) - max(0.0, bottom - high + MARGIN, y - high + reach)
        return x, y

    def in_frame(self, radius: float, x: float, y: float) -> tuple[float, float]:
        """Move a place so that a sign of this radius stands in the frame."""
        reach = radius + MARGIN
        return min(max(x, reach), self.task.width - reach), min(max(y, reach), self.task.height - reach)

    def traced(self, link: Link) -> tuple[Traced, ...]:
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

    def line(self, one: int, other: int) -> Line:
        """Give the straight line between two nodes."""
        return self.xs[one], self.ys[one], self.xs[other], self.ys[other]

    def direction(self, node: int, other: int) -> Point:
        """Give the direction from a node to another."""
        return geometry.way((self.xs[node], self.ys[node]), (self.xs[other], self.ys[other]))
