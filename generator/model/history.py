"""What changed from one release of the content to the next, and what was corrected."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from generator.frozen import frozen
from generator.model.positions import Location
from generator.timespan import Timespan


class Difference(StrEnum):
    """What kind of change it is, in the order in which a page lists them."""

    ARTICLE_ADDED = "article-added"
    ARTICLE_REMOVED = "article-removed"
    ARTICLE_RENAMED = "article-renamed"
    ARTICLE_REVISED = "article-revised"
    ENTRY_ADDED = "entry-added"
    ENTRY_REMOVED = "entry-removed"
    ENTRY_RENAMED = "entry-renamed"
    ENTRIES_MERGED = "entries-merged"
    NAME_CHANGED = "name-changed"
    TIE_ADDED = "tie-added"
    TIE_ENDED = "tie-ended"
    TIE_WITHDRAWN = "tie-withdrawn"
    TIE_CHANGED = "tie-changed"
    STATEMENT_ADDED = "statement-added"
    STATEMENT_WITHDRAWN = "statement-withdrawn"
    STATEMENT_REWORDED = "statement-reworded"
    QUOTE_CORRECTED = "quote-corrected"
    DATE_CORRECTED = "date-corrected"
    FACT_CHANGED = "fact-changed"


@frozen(order=True)
class Change:
    """One change in words: `entry` is an id and `article` a slug as they are now, or "" where it is gone."""

    what: Difference
    entry: str
    text: str
    article: str = ""


@frozen
class Release:
    """What changed up to a day."""

    date: Timespan
    changes: tuple[Change, ...]
    title: str = ""


@frozen
class Correction:
    """What was wrong and is right now, as a newspaper prints it; `entry` or `article` says where, or neither."""

    date: Timespan
    text: str
    entry: str = ""
    article: str = ""
    location: Location = field(default=Location(""), compare=False)
