"""What was read: the files of a content folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from generator.frozen import frozen

ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""What an id, or a slug, is made of: lower-case letters a to z, digits and single hyphens."""

LONGEST_ID: Final = 200
"""Characters: a file's name has at most 255 bytes, and that of the page has more around the id."""

OVERVIEW: Final = "index"
"""The name under which every folder of the site has its overview, and which no id may be."""


def is_id(name: str) -> bool:
    """Tell whether a file of that name, without its ending, may be an entry or an article."""
    return re.fullmatch(ID, name) is not None and len(name) <= LONGEST_ID and name != OVERVIEW


class Kind(StrEnum):
    """The kind of an entity: the folder under content/ that its entry stands in."""

    ACTORS = "actors"
    GROUPS = "groups"
    EVENTS = "events"
    PLACES = "places"
    GLOSSARY = "glossary"

    __hash__ = str.__hash__  # as fast as a string's; an enumeration's own is Python code, run at each look into a set


@frozen
class SourceFile:
    """One file under content/ as it was read: UTF-8 decoded, nothing changed (byte-order mark and CRLF kept).

    `path` is as the user would type it (content folder included, forward slashes); `name` is the file name without
    its ending, from which ids and slugs come.
    """

    path: str
    name: str
    text: str


@frozen
class Sources:
    """All that was read from a content folder, each tuple sorted by path."""

    articles: tuple[SourceFile, ...] = ()
    entries: Mapping[Kind, tuple[SourceFile, ...]] = field(default_factory=dict)
    relation_types: SourceFile | None = None
    home: SourceFile | None = None
    releases: SourceFile | None = None
    corrections: SourceFile | None = None
