"""What is to be laid out in a drawing of the network, and the result."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site.drawings.geometry import Box
from generator.site.drawings.stress import Links

Side = int
BELOW, ABOVE, RIGHT, LEFT, RIGHT_BELOW, LEFT_BELOW, RIGHT_ABOVE, LEFT_ABOVE = SIDES = range(8)
Bend = tuple[int, int, float]  # a curve from a node to one of a higher index, and by what part of its length it bends

RIM = 4.0  # between a node and the ties that end at it
MARGIN = 6.0  # between the drawing's edge and what is in it
_GAP = 4.0  # between a node and its name above or below
_ASIDE = 7.0  # and beside it
_CORNER = 0.7  # of the radius: how far off the middle of a node a name stands at its corner


@dataclass(frozen=True, slots=True)
class Node:
    """What has to find room: a sign of this radius, and a name of this width and height."""

    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Task:
    """A graph to be laid out in a frame of this width and about this height, all in pixels.

    `bends` are the curves of its links, of which one may have several; a link without any is straight.
    """

    nodes: tuple[Node, ...]
    links: Links
    width: float
    height: float
    bends: tuple[Bend, ...] = ()


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
        top = y + node.radius + _GAP if side == BELOW else y - node.radius - _GAP - node.height
    elif side in {RIGHT, LEFT}:
        left = x + node.radius + _ASIDE if side == RIGHT else x - node.radius - _ASIDE - node.width
        top = y - node.height / 2
    else:
        off = node.radius * _CORNER + _GAP
        left = x + off if side in {RIGHT_BELOW, RIGHT_ABOVE} else x - off - node.width
        top = (
            y + node.radius * _CORNER if side in {RIGHT_BELOW, LEFT_BELOW} else y - node.radius * _CORNER - node.height
        )
    return left, top, left + node.width, top + node.height


def mark_box(node: Node, x: float, y: float) -> Box:
    """Give the room that the sign of a node takes."""
    return x - node.radius, y - node.radius, x + node.radius, y + node.radius


def boxes(node: Node, x: float, y: float, side: Side) -> tuple[Box, Box]:
    """Give the room that a node takes, and that of its name."""
    return mark_box(node, x, y), name_box(node, x, y, side)
