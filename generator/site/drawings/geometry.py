"""Points, lines, curves and boxes of a drawing, in pixels: what meets, crosses or passes through what."""

from __future__ import annotations

import math
from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # from (x, y) to (x, y)

CLEAR = 5.0  # between boxes
_PIECES = 8  # straight pieces that stand for a curve
_PARTS = [at / _PIECES for at in range(_PIECES + 1)]
_WEIGHTS = tuple(((1 - part) * (1 - part), 2 * (1 - part) * part, part * part) for part in _PARTS)  # of Bernstein


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve: from `start` to `end`, drawn towards `control`."""

    start: Point
    control: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Traced:
    """A curve as straight pieces, and the box that holds them."""

    pieces: tuple[Line, ...]
    bounds: Box


def way(start: Point, end: Point) -> Point:
    """Give the direction from a point to another, of length 1."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = math.sqrt(x * x + y * y) or 1.0
    return x / length, y / length


def moved(point: Point, direction: Point, by: float) -> Point:
    """Give the point that lies so far in a direction."""
    return point[0] + direction[0] * by, point[1] + direction[1] * by


def bowed(start: Point, end: Point, bend: float, gaps: tuple[float, float]) -> Curve:
    """Give the curve between two points that bends by a part of its length, to the right as y goes down.

    It begins and ends as far from the points as the two gaps say.
    """
    along = (end[0] - start[0], end[1] - start[1])
    control = (start[0] + along[0] / 2 - 2 * bend * along[1], start[1] + along[1] / 2 + 2 * bend * along[0])
    first, last = (moved(at, way(at, control), gap) for at, gap in zip((start, end), gaps, strict=True))
    return Curve(first, control, last)


def traced(curve: Curve) -> Traced:
    """Put straight pieces in the place of a curve; off by less than a pixel on any drawing of ours."""
    (a, b), (c, d), (e, f) = curve.start, curve.control, curve.end
    xs = [near * a + mid * c + far * e for near, mid, far in _WEIGHTS]
    ys = [near * b + mid * d + far * f for near, mid, far in _WEIGHTS]
    return Traced(tuple(zip(xs, ys, xs[1:], ys[1:], strict=False)), (min(xs), min(ys), max(xs), max(ys)))


def straight(start: Point, end: Point) -> Traced:
    """Give a line as a curve that does not bend."""
    (a, b), (c, d) = start, end
    return Traced(((a, b, c, d),), (min(a, c), min(b, d), max(a, c), max(b, d)))


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap, or stand too near to each other."""
    return one[0] - CLEAR < other[2] and other[0] - CLEAR < one[2] and one[1] - 2 < other[3] and other[1] - 2 < one[3]


def guarded(box: Box) -> Box:
    """Give a box with what should be free around it: another overlaps it where the two, as they are, `meet`."""
    return box[0] - CLEAR, box[1] - 2, box[2] + CLEAR, box[3] + 2


def grown(box: Box, by: float) -> Box:
    """Give a box that is larger on each side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def side(line: Line, point: Point) -> float:
    """Tell on which side of a line a point lies: less than 0, more, or 0 if on it."""
    a, b, c, d = line
    return (c - a) * (point[1] - b) - (d - b) * (point[0] - a)


def through(line: Line, box: Box) -> bool:
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
        if first > last:
            first, last = last, first
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def passes(curve: Traced, box: Box) -> bool:
    """Tell whether a curve passes through a box. Whoever asks often looks at the curve's bounds first."""
    return any(through(piece, box) for piece in curve.pieces)


def distance(curve: Traced, point: Point) -> float:
    """Give how far a point is from a curve. Whoever asks often looks at the curve's bounds first."""
    x, y = point
    nearest = math.inf  # squared
    for a, b, c, d in curve.pieces:
        along_x, along_y = c - a, d - b
        square = along_x * along_x + along_y * along_y or 1.0
        part = ((x - a) * along_x + (y - b) * along_y) / square
        part = 0.0 if part < 0 else 1.0 if part > 1 else part
        away_x, away_y = a + part * along_x - x, b + part * along_y - y
        away = away_x * away_x + away_y * away_y
        nearest = min(nearest, away)
    return math.sqrt(nearest)
