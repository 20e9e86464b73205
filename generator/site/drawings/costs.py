"""What a plan costs: crossings, ties that pass through a name or a node, narrow angles, long ties, nodes that crowd.

What a place costs is reckoned once, and then what the name costs on each side of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.drawings import geometry
from generator.site.drawings.geometry import Box, Line, Point, Traced
from generator.site.drawings.layout import MARGIN, Side
from generator.site.drawings.plan import Link, Plan

_LONG = 1.15  # of the room that a node has: how long a tie may be at no cost
HALO = 2.0  # around a name in the colour of the paper, so that a tie in it is cut
# What each fault costs.
_CROSSING, _THROUGH_NAME, _THROUGH_NODE, _OVERLAP, _NARROW_ANGLE, _CROWDED, _LENGTH = 10, 12, 14, 60, 8, 9, 3
_CURVE_THROUGH_NAME = 40  # worth some crossings
_SMALL_ANGLE = 0.96  # cosine

_Passer = tuple[Line, tuple[Point, ...], tuple[Point, ...]]  # a tie between others; the ends of a node's on either side


@dataclass(frozen=True, slots=True)
class Rest:
    """What stays as it is while a certain node is moved."""

    boxes: tuple[Box, ...]  # signs and names of others, with what should be free around them
    lines: tuple[_Passer, ...]  # the ties between others
    curves: tuple[Traced, ...]  # these as they are drawn
    ways: dict[int, tuple[Point, ...]]  # for each node that is tied to it, the directions of its other ties


def of_all(plan: Plan) -> float:
    """Give the cost of the whole: what is between two nodes counts for each."""
    rests = (resting(plan, node) for node in range(len(plan.xs)))
    return sum(of_place(plan, node, rest) + of_name(plan, node, rest) for node, rest in enumerate(rests))


def crossed_names(plan: Plan) -> int:
    """Count how often a tie passes through a name, or the halo around it."""
    return sum(_ties_through(plan, geometry.grown(name, HALO)) for name in plan.names)


def is_at_fault(plan: Plan, node: int) -> bool:
    """Tell whether a tie passes through the node's name, or one of its own through another."""
    own = [(min(node, other), max(node, other)) for other in plan.beside[node]]
    return _ties_through(plan, plan.rooms[node]) > 0 or any(_names_crossed(plan, link, node) for link in own)


# ------------------------------------------------------------------------------------------ what a name costs


def of_side(plan: Plan, node: int, side: Side, rest: Rest, limit: float) -> float:
    """Put a name on a side of its node, and cost it there; beyond the limit it need not be exact."""
    plan.turn(node, side)
    left, top, right, bottom = plan.names[node]
    if left < MARGIN or top < MARGIN or right > plan.task.width - MARGIN or bottom > plan.task.height - MARGIN:
        return math.inf
    return of_name(plan, node, rest, limit)


def of_name(plan: Plan, node: int, rest: Rest, limit: float = math.inf) -> float:
    """Cost what the name stands on, the ties through it, and the sides that a reader looks at last."""
    cost = 0.4 * plan.sides[node] + _OVERLAP * _overlaps(plan.names[node], rest.boxes)
    if cost >= limit:
        return cost
    return cost + _price(plan) * _ties_through(plan, plan.rooms[node], (limit - cost) / _price(plan))


def _overlaps(box: Box, others: Iterable[Box]) -> int:
    """Count the boxes that overlap a certain one."""
    left, top, right, bottom = box
    count = 0
    for a, b, c, d in others:
        if left < c and a < right and top < d and b < bottom:
            count += 1
    return count


def _price(plan: Plan) -> int:
    return _CURVE_THROUGH_NAME if plan.is_bent else _THROUGH_NAME


def _ties_through(plan: Plan, room: Box, most: float = math.inf) -> int:
    """Count the ties that pass through the room of a name; from `most` on it need not be exact."""
    left, top, right, bottom = room
    count = 0
    for link in plan.links:
        for curve in plan.curves.get(link) or plan.traced(link):
            a, b, c, d = curve.bounds
            if c >= left and a <= right and d >= top and b <= bottom and geometry.passes(curve, room):
                count += 1
                if count >= most:
                    return count
    return count


def _names_crossed(plan: Plan, link: Link, but: int) -> int:
    """Count the names that the ties between two nodes pass through, but for that of one node."""
    count = 0
    for curve in plan.traced(link):
        left, top, right, bottom = curve.bounds
        for other, room in enumerate(plan.rooms):
            a, b, c, d = room
            if a < right and c > left and b < bottom and d > top and other != but:
                count += geometry.passes(curve, room)
    return count


# ------------------------------------------------------------------------------------------ what a place costs


def resting(plan: Plan, node: int) -> Rest:
    """Reckon what stays as it is while a node is moved."""
    links = [link for link in plan.links if node not in link]
    others = [other for other in range(len(plan.xs)) if other != node]
    return Rest(
        tuple(geometry.guarded(box) for boxes in (plan.names, plan.marks) for box in map(boxes.__getitem__, others)),
        tuple(_passer(plan, link, node) for link in links),
        tuple(curve for link in links for curve in plan.traced(link)),
        {
            other: tuple(plan.direction(other, third) for third in plan.beside[other] if third != node)
            for other in plan.beside[node]
        },
    )


def _passer(plan: Plan, link: Link, node: int) -> _Passer:
    line = plan.line(*link)
    ends = [(plan.xs[end], plan.ys[end]) for end in plan.beside[node] if end not in link]
    sides = [(geometry.side(line, end), end) for end in ends]
    return line, tuple(end for side, end in sides if side < 0), tuple(end for side, end in sides if side > 0)


def of_place(plan: Plan, node: int, rest: Rest, limit: float = math.inf) -> float:
    """Cost what stands too near to a node, its ties, and those of others; beyond the limit it need not be exact.

    What is reckoned quickly comes first.
    """
    own = (plan.line(node, other) for other in plan.beside[node])
    cost = _of_room(plan, node, rest, limit) + sum(_of_length(plan, line) for line in own)
    if cost < limit:
        cost += _of_angles(plan, node, rest, limit - cost)
    if cost < limit:
        cost += _of_passers(plan, node, rest, limit - cost)
    return cost if cost >= limit else cost + _of_own_ties(plan, node, limit - cost)


def _of_passers(plan: Plan, node: int, rest: Rest, limit: float) -> float:
    """Cost the ties of others that pass by a node or cross one of its own; break off at the limit."""
    x, y = plan.xs[node], plan.ys[node]
    cost = _THROUGH_NODE * _nearness(plan, rest.curves, node)
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


def _of_own_ties(plan: Plan, node: int, limit: float) -> float:
    """Cost the ties of a node that pass through the names of others, or by others; break off at the limit."""
    cost = 0.0
    for end in plan.beside[node]:
        link = (min(node, end), max(node, end))
        cost += _price(plan) * _names_crossed(plan, link, node)
        if cost >= limit:
            break
        cost += _THROUGH_NODE * _passing_by(plan, link)
        if cost >= limit:
            break
    return cost


def _of_room(plan: Plan, node: int, rest: Rest, limit: float) -> float:
    """Cost what stands too near to a node, or on it; beyond the limit it need not be exact."""
    cost = float(_OVERLAP * _overlaps(plan.marks[node], rest.boxes))
    if cost >= limit:
        return cost
    x, y, room = plan.xs[node], plan.ys[node], plan.room
    near = room * room
    for other, (there_x, there_y) in enumerate(zip(plan.xs, plan.ys, strict=True)):
        away_x, away_y = there_x - x, there_y - y
        square = away_x * away_x + away_y * away_y
        if square < near and other != node:
            crowded = 1 - math.sqrt(square) / room
            cost += _CROWDED * crowded * crowded
    return cost


def _of_length(plan: Plan, line: Line) -> float:
    x, y = line[2] - line[0], line[3] - line[1]
    beyond = math.sqrt(x * x + y * y) / (_LONG * plan.room) - 1
    return _LENGTH * beyond * beyond if beyond > 0 else 0.0


def _nearness(plan: Plan, curves: Iterable[Traced], node: int) -> float:
    """Give how near ties between others pass by a node: 1 for each through its middle."""
    x, y, reach = plan.xs[node], plan.ys[node], plan.reaches[node]
    left, top, right, bottom = x - reach, y - reach, x + reach, y + reach
    near = 0.0
    for curve in curves:
        a, b, c, d = curve.bounds
        if c > left and a < right and d > top and b < bottom:
            near += max(0.0, 1 - geometry.distance(curve, (x, y)) / reach)
    return near


def _passing_by(plan: Plan, link: Link) -> float:
    """Give how near the ties between two nodes pass by others: 1 for each middle that one goes through."""
    near = 0.0
    for curve in plan.traced(link):
        left, top, right, bottom = curve.bounds
        for node, (x, y, reach) in enumerate(zip(plan.xs, plan.ys, plan.reaches, strict=True)):
            if left - reach < x < right + reach and top - reach < y < bottom + reach and node not in link:
                near += max(0.0, 1 - geometry.distance(curve, (x, y)) / reach)
    return near


def _of_angles(plan: Plan, node: int, rest: Rest, limit: float) -> float:
    """Cost ties that leave the node, or one beside it, in almost the same direction; break off at the limit."""
    ways = [plan.direction(node, other) for other in plan.beside[node]]
    cost = sum(_narrowness(one, ways[at + 1 :]) for at, one in enumerate(ways))
    for (x, y), others in zip(ways, rest.ways.values(), strict=True):
        if cost >= limit:
            break
        cost += _narrowness((-x, -y), others)
    return cost


def _narrowness(way: Point, others: Iterable[Point]) -> float:
    """Cost those directions, unit vectors, that are almost the same as a certain one."""
    x, y = way
    cost = 0.0
    for one, other in others:
        same = x * one + y * other
        if same > _SMALL_ANGLE:
            cost += _NARROW_ANGLE * (same - _SMALL_ANGLE) / (1 - _SMALL_ANGLE)
    return cost
