"""The order of events in time: by date, and where dates leave it open, cause before effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from generator.model import Catalogue, Entity, Kind
from generator.timespan import Day, Timespan

# The relation types that tell which of two events came first, and whether that is the one that holds the relation.
_OWNER_FIRST: Mapping[str, bool] = {"led_to": True, "preceded": True, "response_to": False}

Key = tuple[Day, Timespan, str, str]


def in_order(catalogue: Catalogue) -> tuple[str, ...]:
    """Give the ids of all events that have a date, in the order in which they happened.

    An event stands before every other that begins after its last day. Where two dates overlap, `led_to`, `preceded` and
    `response_to` decide: cause before effect. What is then still open goes by the first day, the more precise date
    first, then by name; but a vague date (`2024-01`) that such a relation puts before another event of that time stands
    just before that one, for nothing is known of its place but this. A relation that the dates, or other relations,
    contradict decides nothing.

    It is a topological sort (A. B. Kahn, 1962) that always takes the first of those that are free, so that the order
    depends on nothing but the events. Cost: O(n log n) where the relations do not contradict each other.
    """
    events = {one.id: one for one in catalogue.entities.values() if one.kind is Kind.EVENTS and one.date is not None}
    effects = _effects(events)
    return tuple(_sorted(events, effects, {one: _key(events, effects, one) for one in events}))


def _effects(events: Mapping[str, Entity]) -> dict[str, set[str]]:
    """Give for each event those that came after it by a relation that the dates leave open."""
    found: dict[str, set[str]] = {one: set() for one in events}
    for owner in events.values():
        for relation in owner.relations:
            if relation.type in _OWNER_FIRST and relation.target in events and relation.target != owner.id:
                pair = (owner.id, relation.target)
                before, after = pair if _OWNER_FIRST[relation.type] else reversed(pair)
                if _overlap(_date(events[before]), _date(events[after])):
                    found[before].add(after)
    return found


def _key(events: Mapping[str, Entity], effects: Mapping[str, set[str]], one: str) -> Key:
    """Give what sorts an event where no relation does: a day within its date, the date, its name."""
    date = _date(events[one])
    after = [_date(events[other]).first for other in effects[one]]
    vague = not date.is_interval and date.first != date.last
    return max(date.first, min(after)) if vague and after else date.first, date, events[one].name, one


def _sorted(events: Mapping[str, Entity], effects: Mapping[str, set[str]], keys: Mapping[str, Key]) -> Iterator[str]:
    causes = dict.fromkeys(events, 0)
    for after in effects.values():
        for one in after:
            causes[one] += 1
    free = [keys[one] for one in events if not causes[one]]
    ends = [(_date(events[one]).last, one) for one in events]
    heapify(free)
    heapify(ends)
    left = set(events)
    while left:
        while ends[0][1] not in left:
            heappop(ends)
        one = _next(free, left, ends[0][0], keys)
        left.remove(one)
        yield one
        for effect in sorted(effects[one]):
            causes[effect] -= 1
            if not causes[effect] and effect in left:
                heappush(free, keys[effect])


def _next(free: list[Key], left: set[str], first_end: Day, keys: Mapping[str, Key]) -> str:
    """Take the first event for which no other has to wait that ended before it began.

    As a rule that is the first free one. It may not be where a vague date was put late, and none is free where
    relations go round in a circle: then the relations of the first one that the dates allow are left aside.
    """
    while free and free[0][-1] not in left:
        heappop(free)
    if free and free[0][1].first <= first_end:
        return heappop(free)[-1]
    open_ = [key for key in free if key[-1] in left and key[1].first <= first_end]
    return min(open_ or [keys[one] for one in left if keys[one][1].first <= first_end])[-1]


def _overlap(one: Timespan, other: Timespan) -> bool:
    return one.first <= other.last and other.first <= one.last


def _date(event: Entity) -> Timespan:
    assert event.date is not None  # noqa: S101 - only dated events are sorted
    return event.date
