"""The timeline as SVG: what happened, side by side on the lanes above an axis of one or two scales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model import Entity
from generator.site import dates
from generator.site.drawings import metrics, svg
from generator.site.drawings.timescale import BREAK, Scale, place, reach, scales, ticks, unit
from generator.site.links import Site, entity_path, relative
from generator.timespan import FIRST_DAY, LAST_DAY, Timespan

FEWEST = 4  # events: fewer are seen at a glance in the list
MOST_LANES = 14
MOST_LANES_NARROW = 20  # a phone is held upright, and few names find room beside each other there
NAME, TICK = 14, 13  # sizes of type
_PAGE = "timeline.md"
_PAD = 14.0
_LANE, _TOP = 30.0, 6.0
_MARK = 5.2
_BESIDE = 10.0  # from the middle of a mark to its name
_BAR = 5.0
_TIP = 7.0  # how long the point of a bar is that goes on
_APART = 12.0  # between what stands on a lane
_TICKS_APART = 78.0
_NAME_LIMIT = 300.0
_CANDIDATES = 60  # events that are tried at all


@frozen
class _Item:
    """An event where it stands: from `start` to `end` in pixels, its name at `x` with its anchor, on a lane."""

    event: Entity
    date: Timespan
    start: float
    end: float
    name: str
    x: float
    anchor: str
    lane: int = 0
    is_above: bool = False  # the name, over its mark

    @property
    def left(self) -> float:
        """Give where it begins, its name included."""
        return min(self.start - _MARK, self.x - (metrics.width(self.name, NAME) if self.anchor == "end" else 0))

    @property
    def right(self) -> float:
        """Give where it ends, its name included."""
        return max(self.end + _MARK, self.x + (metrics.width(self.name, NAME) if self.anchor == "start" else 0))


@frozen
class Picture:
    """A timeline as a picture; `left_out` counts the dated events that it had no room for."""

    drawing: str
    units: tuple[str, ...]  # what is marked on each scale: years, months or days
    left_out: int


def picture(site: Site, width: float, name: str, most: int = MOST_LANES) -> Picture | None:
    """Draw the timeline at a width in pixels, on at most so many lanes; None where there are too few events.

    Where the lanes do not suffice, the events go that have the fewest mentions and ties.
    """
    events = [site.entities[one] for one in site.knowledge.timeline]
    if len(events) < FEWEST:
        return None
    ranked = sorted(events, key=lambda one: (-_weight(site, one), site.order[one.id]))[:_CANDIDATES]
    while True:
        shown = sorted(ranked, key=lambda one: site.order[one.id])
        parts = scales([_date(one) for one in shown], width, _PAD)
        if items := _on_lanes([_item(one, parts, width) for one in shown], most):
            break
        ranked.pop()
    lanes = 1 + max(item.lane for item in items)
    drawing = svg.drawing(name, width, _axis(lanes) + 26, _label(len(shown)), _parts(parts, items, lanes, width))
    return Picture(drawing, tuple(unit(part, _TICKS_APART) for part in parts), len(events) - len(shown))


def _label(count: int) -> str:
    return f"{count} events on an axis of time; the list below has them with their dates"


def _weight(site: Site, event: Entity) -> int:
    return len(site.knowledge.backlinks.get(event.id, ())) + len(site.knowledge.ties.get(event.id, ()))


def _date(event: Entity) -> Timespan:
    assert event.date is not None  # noqa: S101 - the timeline holds dated events only
    return event.date


# ---------------------------------------------------------------------------------------------- where things stand


def _item(event: Entity, parts: tuple[Scale, ...], width: float) -> _Item:
    """Place an event; its name stands above a bar, and right of a mark unless it would leave its scale there.

    It stands left of the mark then, and above it where it has no room there either.
    """
    date = _date(event)
    first, last = reach(date)
    start = place(parts, first)
    name = metrics.lines(event.name, NAME, min(_NAME_LIMIT, width - _MARK), 1)[0]
    long = metrics.width(name, NAME)
    if dates.is_span(date):
        end = width - 2 if _goes_on(date, parts) else max(place(parts, last), start + 2 * _MARK)
        return _Item(event, date, 2.0 if date.first == FIRST_DAY else start, end, name, *_above(start, long, width))
    room = width if len(parts) == 1 or start > parts[0].right else parts[0].right
    if start + _BESIDE + long <= room:
        return _Item(event, date, start, start, name, start + _BESIDE, "start")
    if start - _BESIDE - long >= 0:
        return _Item(event, date, start, start, name, start - _BESIDE, "end")
    if start + _BESIDE + long <= width:
        return _Item(event, date, start, start, name, start + _BESIDE, "start")
    return _Item(event, date, start, start, name, *_above(start - _MARK, long, width), is_above=True)


def _goes_on(date: Timespan, parts: tuple[Scale, ...]) -> bool:
    """Tell whether a span runs out of the picture: it has no end yet, or ends later."""
    return date.last == LAST_DAY or reach(date)[1] > parts[-1].end


def _above(start: float, long: float, width: float) -> tuple[float, str]:
    return (start, "start") if start + long <= width else (width, "end")


def _on_lanes(items: list[_Item], most: int) -> list[_Item]:
    """Give each event the first lane that is free there, in the order of time; [] where the lanes do not suffice."""
    taken: list[list[tuple[float, float]]] = []
    lanes = []
    for item in items:
        left, right = item.left, item.right
        lane = next((at for at, lane in enumerate(taken) if _is_free(lane, left, right)), len(taken))
        if lane == most:
            return []
        if lane == len(taken):
            taken.append([])
        taken[lane].append((left, right))
        lanes.append(lane)
    return [replace(item, lane=lane) for item, lane in zip(items, lanes, strict=True)]


def _is_free(lane: list[tuple[float, float]], left: float, right: float) -> bool:
    return all(left > its_right + _APART or right < its_left - _APART for its_left, its_right in lane)


def _axis(lanes: int) -> float:
    return _TOP + lanes * _LANE + 6


# ---------------------------------------------------------------------------------------------- what is drawn


def _parts(parts: tuple[Scale, ...], items: list[_Item], lanes: int, width: float) -> Iterator[str]:
    base = _axis(lanes)
    marks = [tick for part in parts for tick in ticks(part, _TICKS_APART)]
    yield svg.path("grid", "".join(f"M{svg.number(tick.x)} {svg.number(_TOP)}V{svg.number(base)}" for tick in marks))
    yield svg.path("axis", _axis_line(parts, base, width))
    for tick in marks:
        x = min(tick.x, width - metrics.width(tick.words, TICK) / 2)
        half = metrics.width(tick.words, TICK) / 2
        yield svg.words("tick middle", (max(x, half), base + 19), svg.plain((tick.words,)), TICK)
    for item in items:
        yield _drawn(item, parts)


def _axis_line(parts: tuple[Scale, ...], base: float, width: float) -> str:
    """Draw the axis, and where the scale changes a gap between two strokes."""
    if len(parts) == 1:
        return f"M0 {svg.number(base)}H{svg.number(width)}"
    middle = (parts[0].right + parts[1].left) / 2
    strokes = "".join(
        f"M{svg.at((middle + by - 3, base + 7))}L{svg.at((middle + by + 3, base - 7))}" for by in (-6.0, 6.0)
    )
    return f"M0 {svg.number(base)}H{svg.number(middle - 6)}M{svg.at((middle + 6, base))}H{svg.number(width)}{strokes}"


def _drawn(item: _Item, parts: tuple[Scale, ...]) -> str:
    top = _TOP + item.lane * _LANE
    if dates.is_span(item.date):
        shape = svg.path("span", _bar(item, parts, top + _LANE - 8))
        baseline = top + NAME * 0.95
    else:
        middle = top + _LANE - 8 + _BAR / 2 if item.is_above else top + _LANE / 2
        outlined = "" if item.date.is_day else " outline"
        shape = svg.sign("event", (item.start, middle), _MARK).replace('"sign"', f'"sign{outlined}"')
        baseline = top + NAME * 0.9 if item.is_above else middle + NAME * 0.33
    named = svg.words(f"name {item.anchor}", (item.x, baseline), svg.plain((item.name,)), NAME)
    return svg.link(shape + named, relative(_PAGE, entity_path(item.event)), f'.bg-node data-event="{item.event.id}"')


def _bar(item: _Item, parts: tuple[Scale, ...], y: float) -> str:
    """Draw a span as a bar, in two pieces where the break is within it, pointed where it goes on."""
    pieces = [(item.start, item.end)]
    if len(parts) > 1 and item.start < parts[0].right + BREAK / 2 < item.end:
        pieces = [(item.start, parts[0].right + 4), (parts[1].left - 4, item.end)]
    drawn = ""
    for at, (left, right) in enumerate(pieces):
        tip = _TIP if _goes_on(item.date, parts) and at == len(pieces) - 1 else 0.0
        drawn += (
            f"M{svg.at((left, y))}H{svg.number(right - tip)}L{svg.at((right, y + _BAR / 2))}"
            f"L{svg.at((right - tip, y + _BAR))}H{svg.number(left)}Z"
        )
    return drawn
