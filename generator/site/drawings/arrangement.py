"""Where the nodes of the network stand, and their names: so that ties cross, and run through names, least.

From several starts (stress.py) a plan is bettered (climb.py), first with straight ties, which is quickly
reckoned, then, from the best, with the curves that will be drawn. That one wins in which ties run through fewest names.
Last, what still overlaps is moved down.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from generator.site.drawings import costs, geometry
from generator.site.drawings.climb import climb
from generator.site.drawings.geometry import Box
from generator.site.drawings.layout import MARGIN, Arrangement, Task, boxes
from generator.site.drawings.plan import Plan
from generator.site.drawings.stress import Links, Points, distances, settle

_STARTS = 12
_TRIED = 5  # so many of the starts at most: one after the other, until no tie runs through a name


def arrange(task: Task, starts: Sequence[Points] = ()) -> Arrangement:
    """Find an arrangement in which no tie runs through a name, from the best of a fixed series of starts on.

    `starts` are those of the task where they are known.
    """
    if len(task.nodes) == 1:
        return legal(Plan(task, [(0.5, 0.5)]))
    done: list[Plan] = []
    for plan in sorted((Plan(task, points) for points in starts or starts_of(task)), key=costs.of_all)[:_TRIED]:
        climb(plan)
        climb(plan, bent=True)
        if not costs.crossed_names(plan):
            return legal(plan)
        done.append(plan)
    return legal(min(done, key=lambda plan: (costs.crossed_names(plan), costs.of_all(plan))))


def starts_of(task: Task) -> Sequence[Points]:
    """Give where the nodes lie at the starts: that hangs on the graph alone, not on the room that there is."""
    return _starts(len(task.nodes), task.links)


@functools.lru_cache(maxsize=2)  # of one graph there are drawings of several widths, which start alike
def _starts(count: int, links: Links) -> tuple[Points, ...]:
    apart = distances(count, links)
    return tuple(settle(apart, seed) for seed in range(_STARTS))


def legal(plan: Plan) -> Arrangement:
    """Round to pixels, and move down whatever still overlaps: nothing does in the end, for there is room below."""
    nodes, sides = plan.task.nodes, plan.sides
    points = [(round(x), round(y)) for x, y in zip(plan.xs, plan.ys, strict=True)]
    placed: list[Box] = []
    lift = round(min(box[1] for at, point in enumerate(points) for box in boxes(nodes[at], *point, sides[at])) - MARGIN)
    points = [(x, y - lift) for x, y in points]
    for at in sorted(range(len(points)), key=lambda one: (points[one][1], points[one][0], one)):
        x, y = points[at]
        while any(geometry.meet(one, other) for one in boxes(nodes[at], x, y, sides[at]) for other in placed):
            y += 4
        points[at] = x, y
        placed += boxes(nodes[at], x, y, sides[at])
    height = math.ceil(max(box[3] for box in placed) + MARGIN)
    return Arrangement(tuple(points), tuple(sides), height)
