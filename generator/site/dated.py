"""Whether an article says when: the date that an entry gives is its own, unless the words that it rests on name it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.model import Backlink, DateMention, Passage, Relation
from generator.site import dates
from generator.site.links import Site
from generator.site.passages import passages
from generator.timespan import Timespan


def lacks_dates(site: Site, relations: Iterable[Relation]) -> bool:
    """Tell whether relations that rest on passages have a date that none of those paragraphs names."""
    return any(_lacks(site, passages(site, one), {one.since, one.until} - {None}) for one in relations)


def gives(site: Site, entity: str, backlink: Backlink, date: Timespan) -> bool:
    """Tell whether the sentence of a mention gives this very date, or the rest of its paragraph dates the event so."""
    return _is_written(date, backlink.sentence) or any(
        one.timespan == date and (one.surface in backlink.sentence or entity in site.knowledge.events_on.get(one, ()))
        for one in _from(site, backlink)
    )


def paragraph_of(site: Site, passage: Passage) -> str:
    """Give the text of the paragraph in which a passage stands."""
    return site.knowledge.prose[passage.article].blocks[passage.block].text


def _lacks(site: Site, found: list[Passage], told: set[Timespan | None]) -> bool:
    return bool(found) and not all(date and _is_named(site, found, date) for date in told)


def _is_named(site: Site, found: list[Passage], date: Timespan) -> bool:
    """Tell whether the paragraph of a passage names the date, or a day or month within it."""
    for passage in found:
        if _is_written(date, paragraph_of(site, passage)):
            return True
        if any(date.first <= one.timespan.first and one.timespan.last <= date.last for one in _within(site, passage)):
            return True
    return False


def _within(site: Site, passage: Passage) -> Iterator[DateMention]:
    named = site.knowledge.dates.get(passage.article, ())
    for at in range(bisect_left(named, passage.block, key=lambda one: one.block), len(named)):
        if named[at].block != passage.block:
            return
        yield named[at]


def _from(site: Site, backlink: Backlink) -> Iterator[DateMention]:
    """Give the dates from the sentence of a mention to the end of its paragraph."""
    named = site.knowledge.dates.get(backlink.article, ())
    blocks = site.knowledge.prose[backlink.article].blocks if named else ()
    for at in range(bisect_left(named, backlink.start, key=lambda one: one.start), len(named)):
        if blocks[named[at].block].paragraph != backlink.paragraph:
            return
        yield named[at]


def _is_written(date: Timespan, text: str) -> bool:
    return any(re.search(rf"(?<!\d){re.escape(words)}(?!\d)", text) for words in dates.wordings(date))
