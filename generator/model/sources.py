"""What was read: the files of a content folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kind of an entity: the folder under content/ that its entry stands in."""

    ACTORS = "actors"
    GROUPS = "groups"
    EVENTS = "events"
    PLACES = "places"
    GLOSSARY = "glossary"

    __hash__ = str.__hash__  # as fast as a string's; an enumeration's own is Python code, run at each look into a set


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file under content/ as it was read: UTF-8 decoded, nothing changed (byte-order mark and CRLF kept).

    `path` is as the user would type it (content folder included, forward slashes); `name` is the file name without
    its ending, from which ids and slugs come.
    """

    path: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was read from a content folder, each tuple sorted by path."""

    articles: tuple[SourceFile, ...] = ()
    entries: Mapping[Kind, tuple[SourceFile, ...]] = field(default_factory=dict)
    relation_types: SourceFile | None = None
    home: SourceFile | None = None
    releases: SourceFile | None = None
    corrections: SourceFile | None = None
