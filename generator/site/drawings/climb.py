"""A plan is bettered: each node in turn moves, or its name, wherever that costs less, until nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.drawings import costs
from generator.site.drawings.layout import SIDES
from generator.site.drawings.plan import Plan

_ROUNDS = 14  # with the curves as they will be drawn
_STRAIGHT_ROUNDS = 1  # what more are won for straight ties is lost when they are bent
_STEPS = (60.0, 18.0)
_BENT_STEPS = (100.0, 45.0, 20.0, 8.0)
_GRID = (12, 9)  # where else a node is tried that has part in a fault
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))


def climb(plan: Plan, *, bent: bool = False) -> None:
    """Move one node after the other to where it costs less, until none moves or it has been tried long enough.

    After the first round those are tried that were moved themselves, or to which one is tied that was.
    If `bent`, ties are from now on the curves that will be drawn, and more places are tried.
    """
    plan.is_bent = bent
    plan.curves.clear()
    waiting = set(range(len(plan.xs)))
    for _ in range(_ROUNDS if bent else _STRAIGHT_ROUNDS):
        for node in sorted(waiting):
            waiting.discard(node)
            if _improve(plan, node):
                waiting.update((node, *plan.beside[node]))
        if not waiting:
            return


def _improve(plan: Plan, node: int) -> bool:
    best = plan.xs[node], plan.ys[node], plan.sides[node]
    rest = costs.resting(plan, node)
    start = least = costs.of_place(plan, node, rest) + costs.of_name(plan, node, rest)
    for x, y in list(_places(plan, node)):
        plan.move(node, x, y)
        place = costs.of_place(plan, node, rest, least)
        if place >= least:
            continue
        for side in SIDES:
            cost = costs.of_side(plan, node, side, rest, least - place) + place
            if cost < least - 1e-6:
                best, least = (x, y, side), cost
    plan.put(node, *best)
    return least < start


def _places(plan: Plan, node: int) -> Iterator[tuple[float, float]]:
    x, y, radius = plan.xs[node], plan.ys[node], plan.task.nodes[node].radius
    yield x, y
    for step in _BENT_STEPS if plan.is_bent else _STEPS:
        for way_x, way_y in _WAYS:
            yield plan.in_frame(radius, x + step * way_x, y + step * way_y)
    if plan.is_bent and costs.is_at_fault(plan, node):
        across, down = _GRID
        for at in range(across * down):
            part_x, part_y = (at % across + 0.5) / across, (at // across + 0.5) / down
            yield plan.in_frame(radius, part_x * plan.task.width, part_y * plan.task.height)
