"""Where the nodes of a graph come to lie if each pair is to be as far apart as the shortest way between them is long.

Source: T. Kamada and S. Kawai, "An algorithm for drawing general undirected graphs", Information Processing Letters 31
(1989), in the form of stress that E. Gansner, Y. Koren and S. North minimise node by node in "Graph drawing by stress
majorization" (2004). Only sums, products, quotients and square roots are taken, in a fixed order: these are exact to
the last bit on every machine, and so are the drawings. (The same layout of networkx rests on scipy, whose results
depend on the processor.)
"""

from __future__ import annotations

import math
import random

Links = tuple[tuple[int, int], ...]  # pairs of indices of nodes
Points = list[tuple[float, float]]

_ROUNDS = 30
_APART = 1  # how much further than the longest way those lie that no way joins


def distances(count: int, links: Links) -> list[list[int]]:
    """Count the steps of the shortest way between any two of `count` nodes."""
    beside: list[set[int]] = [set() for _ in range(count)]
    for one, other in links:
        beside[one].add(other)
        beside[other].add(one)
    ways = [_from(start, beside) for start in range(count)]
    longest = max((steps for way in ways for steps in way.values()), default=0)
    return [[way.get(node, longest + _APART) for node in range(count)] for way in ways]


def _from(start: int, beside: list[set[int]]) -> dict[int, int]:
    steps = {start: 0}
    queue = [start]
    for node in queue:
        for other in sorted(beside[node]):
            if other not in steps:
                steps[other] = steps[node] + 1
                queue.append(other)
    return steps


def settle(apart: list[list[int]], seed: int) -> Points:
    """Lay nodes out at the distances asked for, as well as the plane allows, from a start that the seed gives.

    The result is a square of side 1 that just holds all nodes.
    """
    start = random.Random(seed)  # noqa: S311 - a start for a layout, nothing secret
    count = len(apart)
    points = [(start.random() * count, start.random() * count) for _ in range(count)]
    pulls = [[(steps, _weight(steps)) for steps in row] for row in apart]
    for _ in range(_ROUNDS):
        for node in range(count):
            points[node] = _better(points[node], points, pulls[node])
    return _in_square(points)


def _weight(steps: int) -> float:
    """Weigh a distance as Kamada and Kawai do; that of a node to itself, 0, does not count."""
    return 1.0 / (steps * steps) if steps else 0.0


def _better(here: tuple[float, float], points: Points, pulls: list[tuple[int, float]]) -> tuple[float, float]:
    """Move a node to where the others, each at its distance and the nearer the more, would have it.

    `pulls` has for each point its distance and the weight of that.
    """
    x, y = here
    sum_x = sum_y = weights = 0.0
    for (there_x, there_y), (steps, weight) in zip(points, pulls, strict=True):
        away_x, away_y = x - there_x, y - there_y
        length = math.sqrt(away_x * away_x + away_y * away_y) or 1.0
        sum_x += weight * (there_x + steps * away_x / length)
        sum_y += weight * (there_y + steps * away_y / length)
        weights += weight
    return (sum_x / weights, sum_y / weights) if weights else (x, y)


def _in_square(points: Points) -> Points:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = max(x for x, _ in points) - left or 1.0
    high = max(y for _, y in points) - top or 1.0
    return [((x - left) / wide, (y - top) / high) for x, y in points]
