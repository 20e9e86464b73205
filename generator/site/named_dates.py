"""The dates that an article names: beside the events that fall on them, and those that fall on none."""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen
from generator.model import Block, DateMention
from generator.site import dates, escape
from generator.site.events import EventView, event_views
from generator.site.links import Site, pilcrow
from generator.site.passages import enclosing


@frozen
class DateView:
    """The dates of a sentence on which no event of the catalogue falls, all in Markdown."""

    date: str
    sentence: str
    pilcrow: str


def dated_events(site: Site, slug: str, named: list[str], page: str) -> tuple[EventView, ...]:
    """Show in order the events that an article names, or dates, each with the words by which it dates it."""
    tied = _tied(site, slug)
    events = [one for one in {*named, *tied} if one in site.order]
    in_order = tuple(sorted(events, key=site.order.__getitem__))
    views = event_views(site, in_order, page)
    return tuple(
        replace(view, pilcrow=_with_words(site, event, view.pilcrow, tied.get(event, []), page))
        for event, view in zip(in_order, views, strict=True)
    )


def other_dates(site: Site, slug: str, page: str) -> tuple[DateView, ...]:
    """Show the dates of an article on which no event falls: a row for each sentence, by the first of its dates."""
    rows: dict[tuple[int, int, int], list[DateMention]] = {}
    for date in site.knowledge.dates.get(slug, ()):
        if date not in site.knowledge.events_on:
            rows.setdefault(_sentence(site, date), []).append(date)
    in_order = sorted(rows, key=lambda row: (min(date.timespan for date in rows[row]), row))
    return tuple(_date_view(site, slug, row, rows[row], page) for row in in_order)


def _tied(site: Site, slug: str) -> dict[str, list[DateMention]]:
    found: dict[str, list[DateMention]] = {}
    for date in site.knowledge.dates.get(slug, ()):
        for event in site.knowledge.events_on.get(date, ()):
            found.setdefault(event, []).append(date)
    return found


def _with_words(site: Site, event: str, first: str, named: list[DateMention], page: str) -> str:
    """Put the words of the dates before their ¶; the ¶ of the first mention stays where it is another one."""
    date = site.entities[event].date
    known = {dates.in_words(date), dates.in_words(date, short=True)} if date else set()
    places: dict[str, list[str]] = {}
    for one in named:
        number = _block(site, one).paragraph
        if number:
            places.setdefault(pilcrow(site, page, one.owner, number), []).append(" ".join(one.surface.split()))
    shown = [_dated(words, known, place) for place, words in places.items()]
    return " ".join(shown if first in places or not first else [first, *shown])


def _dated(words: list[str], known: set[str], place: str) -> str:
    """Quote the words of dates, but those that stand beside the event already."""
    quoted = ", ".join(f"“{escape.inline(one)}”" for one in dict.fromkeys(words) if one not in known)
    return f'<span class="bg-dated"><span class="bg-gloss">{quoted}</span> {place}</span>' if quoted else place


def _date_view(site: Site, slug: str, row: tuple[int, int, int], named: list[DateMention], page: str) -> DateView:
    number, first, last = row
    block = site.knowledge.prose[slug].blocks[number]
    words = dict.fromkeys(dates.in_words(span, short=True) for span in sorted(date.timespan for date in named))
    place = pilcrow(site, page, slug, block.paragraph) if block.paragraph else ""
    return DateView(escape.md(", ".join(words)), escape.at_start(escape.inline(block.text[first:last])), place)


def _sentence(site: Site, date: DateMention) -> tuple[int, int, int]:
    block = _block(site, date)
    return (date.block, *enclosing(block.text, block.position(date.start), block.position(date.end - 1) + 1))


def _block(site: Site, date: DateMention) -> Block:
    return site.knowledge.prose[date.owner].blocks[date.block]
