"""The feed of what changed: Atom (RFC 4287), with a release, a correction or an article an entry.

The generator does not know the site's address, so links are relative to the feed, as RFC 4287 allows, and ids are UUIDs
made of what they name.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from generator.frozen import frozen
from generator.model import Page
from generator.site import dates, escape
from generator.site.history import CHANGES, in_order, numbered
from generator.site.links import Site, article_path, entity_path
from generator.site.social import home_words
from generator.timespan import FIRST_DAY, Timespan

FEED = "feed.xml"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = "http://www.w3.org/2005/Atom"
_MOST = 100
_NEVER = "1970-01-01T00:00:00Z"


@frozen(order=True)
class _Entry:
    updated: str
    key: str  # what makes it itself: its id is made of it
    title: str
    address: str
    lines: tuple[str, ...]


def feed(site: Site) -> Page:
    """Make the feed: the newest hundred entries, newest first."""
    title, description = home_words(site.knowledge)
    entries = sorted([*_releases(site), *_corrections(site), *_articles(site)], reverse=True)[:_MOST]
    root = etree.fromstring(f'<feed xmlns="{_NAMESPACE}"/>')
    _add(root, "title", f"{title}: what changed" if title else "What changed")
    if description:
        _add(root, "subtitle", description)
    _add(root, "id", _urn(title, ""))
    _add(root, "updated", entries[0].updated if entries else _NEVER)
    _add(root, "link", rel="self", type="application/atom+xml", href=FEED)
    _add(root, "link", rel="alternate", type="text/html", href=_built(CHANGES))
    _add(_add(root, "author"), "name", title or "The editors")
    for entry in entries:
        _write(_add(root, "entry"), entry, title)
    etree.indent(root, " ")
    return Page(FEED, _HEAD + etree.tostring(root, encoding="unicode") + "\n")


def _write(made: etree._Element, entry: _Entry, title: str) -> None:
    _add(made, "title", entry.title)
    _add(made, "id", _urn(title, entry.key))
    _add(made, "updated", entry.updated)
    _add(made, "link", rel="alternate", type="text/html", href=entry.address)
    items = "".join(f"<li>{escape.html(line)}</li>" for line in entry.lines)
    _add(made, "content", f"<ul>{items}</ul>", type="html")


def _releases(site: Site) -> Iterator[_Entry]:
    for one, number in numbered(site.knowledge.catalogue.releases):
        title = one.title or f"Changes up to {dates.in_words(one.date)}"
        lines = tuple(change.text for change in in_order(one.changes))
        address = f"{_built(CHANGES)}#release-{number}"
        yield _Entry(_moment(one.date), f"release {number}", title, address, lines)


def _corrections(site: Site) -> Iterator[_Entry]:
    for one in site.knowledge.catalogue.corrections:
        page, name = CHANGES, ""
        if one.entry:
            page, name = entity_path(site.entities[one.entry]), site.entities[one.entry].name
        elif one.article:
            page, name = article_path(one.article), site.articles[one.article].title
        title = f"Correction: {name}" if name else "Correction"
        key = f"correction {one.date} {one.entry} {one.article} {one.text}"
        yield _Entry(_moment(one.date), key, title, f"{_built(page)}#corrections", (one.text,))


def _articles(site: Site) -> Iterator[_Entry]:
    """Tell of articles that have a date; one without has no place in a feed."""
    for one in site.articles.values():
        if one.date and one.date.first != FIRST_DAY:
            lines = (one.description,) if one.description else ()
            yield _Entry(_moment(one.date), f"article {one.slug}", one.title, _built(article_path(one.slug)), lines)


def _moment(date: Timespan) -> str:
    year, month, day = date.first
    return f"{max(year, 1):04}-{month:02}-{day:02}T00:00:00Z"


def _urn(title: str, key: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"backgrounder\n{title}\n{key}").urn


def _built(page: str) -> str:
    return escape.path(page.removesuffix(".md") + ".html")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        made.text = escape.text(text)
    return made
