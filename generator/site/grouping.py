"""What rows of a long list have in common that stand beside each other, so that its pages begin where a reader expects.

Each function gives the rows of a list in its order, as a letter or year and how many rows it has.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from generator.model import Backlink, Kind
from generator.site import dates
from generator.site.links import Site
from generator.site.parts import Group
from generator.site.tie_tables import around
from generator.timespan import Timespan

_STATES = "the states"


def letters(site: Site, kind: Kind) -> list[Group]:
    """Group the entries of an index by their letters; all states, which stand apart from the people, are one group."""
    initials = sorted(site.initials[kind], key=lambda one: one.row)
    labels = [_STATES if one.states else one.letter for one in initials]
    rows = itertools.pairwise([*(one.row for one in initials), len(site.by_kind[kind])])
    found = itertools.groupby(zip(labels, rows, strict=True), key=lambda one: one[0])
    return [Group(label, sum(stop - start for _, (start, stop) in own)) for label, own in found]


def years_of_articles(site: Site, slugs: Iterable[str]) -> list[Group]:
    """Group articles by the year of their dates."""
    return _counted(_year(site.articles[slug].date) for slug in slugs)


def years_of_mentions(site: Site, found: Sequence[Backlink]) -> list[Group]:
    """Group sentences by the year of their articles."""
    return _counted(_year(site.articles[one.article].date) for one in found)


def years_of_events(site: Site, events: Iterable[str]) -> list[Group]:
    """Group events by the year under which the timeline lists them."""
    return _counted(_year(site.entities[id_].date) for id_ in events)


def communities(site: Site) -> list[Group]:
    """Group the ties of the network by community."""
    return [Group(around(site, one), one.ties) for one in site.partition.communities]


def _year(date: Timespan | None) -> str:
    return dates.year(date) if date else "without a date"


def _counted(labels: Iterable[str]) -> list[Group]:
    return [Group(label, sum(1 for _ in rows)) for label, rows in itertools.groupby(labels)]
