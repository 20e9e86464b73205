"""One page of every kind, by the names that the default site gives them."""

from __future__ import annotations

import functools
import re
from pathlib import Path

OVERVIEWS = {
    "home": "index.html",
    "articles": "articles/index.html",
    "people": "actors/index.html",
    "groups": "groups/index.html",
    "events": "events/index.html",
    "places": "places/index.html",
    "terms": "glossary/index.html",
    "timeline": "timeline.html",
    "network": "network.html",
    "who says what": "who-says-what.html",
    "sources": "sources.html",
    "what changed": "whats-changed.html",
    "how to read": "how-to-read.html",
    "not found": "404.html",
}
FOLDERS = {
    "article": "articles",
    "actor": "actors",
    "group": "groups",
    "event": "events",
    "place": "places",
    "term": "glossary",
    "shared name": "names",
}
KINDS = [*OVERVIEWS, *FOLDERS]


@functools.cache
def pages(site: Path) -> dict[str, str]:
    """Give the address of one page of each kind: of entries and articles the one with the most on it."""
    richest = {kind: _richest(site, folder) for kind, folder in FOLDERS.items()}
    return OVERVIEWS | {kind: path for kind, path in richest.items() if path}


def entries(site: Path, folder: str) -> list[str]:
    """Give the addresses of all pages of a folder but its index, sorted."""
    found = sorted(path for path in (site / folder).glob("*.html") if path.name != "index.html")
    return [path.relative_to(site).as_posix() for path in found]


def _richest(site: Path, folder: str) -> str:
    return max(entries(site, folder), key=lambda name: (_weight(site / name), name), default="")


def _weight(path: Path) -> int:
    return len(re.findall(r"<(?:a|details|li|p)\b", path.read_text(encoding="utf-8")))
