"""Events by date: as a list, and what stands before and after one of them."""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen
from generator.model import Entity, Kind
from generator.site import dates, escape
from generator.site.claims import reference
from generator.site.links import Site, link
from generator.site.sentences import HEDGES, linked, source
from generator.timespan import Timespan


@frozen
class EventView:
    """An event in a list by date; `gap` is the time since the one before it, where it is long."""

    date: str
    day: str  # the date without its year
    year: str  # "" where the event before it is of the same year
    mark: str  # day, vague or span
    is_open: bool
    link: str
    pilcrow: str
    summary: str
    who: str
    gap: str


def event_views(site: Site, events: tuple[str, ...], page: str) -> tuple[EventView, ...]:
    """Show dated events in the order given, each with its distance from the one before."""
    shown = []
    before: Timespan | None = None
    for event in events:
        entity = site.entities[event]
        if entity.date is None:
            continue
        shown.append(_event(site, entity, entity.date, before, page))
        before = entity.date
    return tuple(shown)


def _event(site: Site, entity: Entity, date: Timespan, before: Timespan | None, page: str) -> EventView:
    year = dates.year(date)
    return EventView(
        date=escape.md(dates.in_words(date, short=True)),
        day=escape.md(_day(date)),
        year="" if before and dates.year(before) == year else escape.md(year),
        mark="day" if date.is_day else "span" if dates.is_span(date) else "vague",
        is_open=date.is_open,
        link=link(page, entity),
        pilcrow=reference(site, page, entity.id),
        summary=escape.md(entity.summary),
        who=_who(site, entity, page),
        gap=dates.gap(before, date) if before and before.first <= date.first else "",
    )


def concerned(site: Site, event: Entity) -> list[str]:
    """List who took part in an event: its participants, or where none are given, the actors and groups tied to it."""
    ties = [tie.other for tie in site.knowledge.ties.get(event.id, ())]
    named = dict.fromkeys([participant.entity for participant in event.participants] or ties)
    return [other for other in named if site.entities[other].kind in {Kind.ACTORS, Kind.GROUPS}]


def _who(site: Site, event: Entity, page: str) -> str:
    """Link who took part, each with the doubt that its role or its tie to the event expresses."""
    named = [(link(page, site.entities[one]), _doubt(site, event, one, page)) for one in concerned(site, event)]
    return ", ".join(f"{who} ({doubt})" if doubt else who for who, doubt in named)


def _doubt(site: Site, event: Entity, one: str, page: str) -> str:
    role = next((participant.role for participant in event.participants if participant.entity == one), "")
    if HEDGES.search(role):
        return escape.md(role)
    ties = [tie.relation for tie in site.knowledge.ties.get(event.id, ()) if tie.other == one]
    return next((words for words in (linked(site, source(site, tie), page) for tie in ties) if words), "")


def beside(site: Site, entity: Entity, page: str, *, before: bool) -> tuple[EventView, ...]:
    """List the events next to an event in the timeline: two before, or three after; `gap` is the exact interval."""
    if entity.date is None:
        return ()
    chosen = [one for one in neighbours(site, entity) if (site.order[one] < site.order[entity.id]) is before]
    return tuple(_neighbouring(site, site.entities[event], entity.date, page, before=before) for event in chosen)


def neighbours(site: Site, entity: Entity) -> tuple[str, ...]:
    """List the ids of the events next to an event in the timeline; () for what is none, or has no date."""
    if entity.id not in site.order:
        return ()
    order, at = site.knowledge.timeline, site.order[entity.id]
    return (*order[max(0, at - 2) : at], *order[at + 1 : at + 4])


def _neighbouring(site: Site, other: Entity, date: Timespan, page: str, *, before: bool) -> EventView:
    assert other.date is not None  # noqa: S101 - the timeline holds dated events only
    words = dates.interval(other.date, date) if before else dates.interval(date, other.date)
    gap = words.replace(" later", " earlier") if before else words
    return replace(_event(site, other, other.date, None, page), year="", gap=gap)


def _day(date: Timespan) -> str:
    """Write a date without its year, for a list that has the year beside it."""
    words = dates.in_words(date, short=True)
    return words if date.is_interval else words.removesuffix(dates.year(date)).rstrip()
