"""The pages that list what the site has; each may go on over several, so that none grows with the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.frozen import frozen
from generator.model import Kind, Page
from generator.site import dates, escape, history, overview, structured
from generator.site.communities import WHOLE
from generator.site.data_files import FOLDER as DATA
from generator.site.data_files import MANIFEST
from generator.site.drawings.memory import Layouts
from generator.site.drawings.network import network
from generator.site.drawings.timeline import timeline_picture
from generator.site.entity import MOST_MENTIONS, all_mentions, cited, mentions_path
from generator.site.events import event_views
from generator.site.grouping import communities, letters, years_of_articles, years_of_events, years_of_mentions
from generator.site.links import Site, licence_line, link
from generator.site.page import Render, overview_part
from generator.site.parts import Group, Part, parts
from generator.site.social import home_words
from generator.site.tie_tables import tie_sections

Extras = Mapping[str, Any]  # `downloads`, a tuple of Download, and `advice`, problems or None: see render_pages

# The kicker, the words under the title, and what an index says where it has no entry yet.
INDICES = {
    Kind.ACTORS: ("People and states", "Who is named, from A to Z.", "content/actors/"),
    Kind.GROUPS: ("Groups", "Parties, movements, militias, forces and agencies, from A to Z.", "content/groups/"),
    Kind.EVENTS: ("Events", "What happened, from A to Z; the timeline has it by date.", "content/events/"),
    Kind.PLACES: ("Places", "Where it happened, from A to Z.", "content/places/"),
    Kind.GLOSSARY: ("Terms", "What the words mean, from A to Z.", "content/glossary/"),
}
NETWORK = "network.md"
# Rows on a page of a long list, and articles on one that tells what each brought in; more go on over further pages.
ROWS, CHANGES, SPEAKERS = 200, 20, 40


@frozen
class Listing:
    """A list that may go on over several pages: what makes one, the path of the first, and how many rows it has.

    `groups` gives what the rows have in common, in order; it is asked only where they need more than one page.
    """

    make: Callable[[Part], Page]
    path: str
    length: int
    most: int  # rows on a page
    groups: Callable[[], Iterable[Group]] | None = None
    several: str = "{first} to {last}"  # what is said of a page that has several groups

    def parts(self) -> list[Part]:
        """Lay the list out on pages."""
        apart = self.groups if self.length > self.most else None
        return parts(self.path, apart() if apart else [Group("", self.length)], self.most, self.several)


def list_makers(site: Site, render: Render, layouts: Callable[[], Layouts], extras: Extras) -> Iterator[Listing]:
    """Give the lists of the site whose pages may go on over several."""
    articles = len(site.articles)
    by_year = partial(years_of_articles, site, site.newest)
    yield Listing(partial(_articles, site, render), "articles/index.md", articles, ROWS, by_year)
    for kind in Kind:
        own = f"{kind}/index.md", len(site.by_kind[kind]), ROWS, partial(letters, site, kind)
        yield Listing(partial(_index, site, render, kind), *own)
    for id_, entity in sorted(site.entities.items()):
        found = site.knowledge.backlinks.get(id_, ())
        if len(found) > MOST_MENTIONS:
            years = partial(years_of_mentions, site, found)
            yield Listing(partial(_all_mentions, site, render, id_), mentions_path(entity), len(found), ROWS, years)
    timeline = site.knowledge.timeline
    years = partial(years_of_events, site, timeline)
    yield Listing(partial(_timeline, site, render), "timeline.md", len(timeline), ROWS, years)
    ties = NETWORK, len(site.relations), WHOLE, partial(communities, site), "{first}, and others"
    yield Listing(partial(_network, site, render, layouts), *ties)
    named = {cited(source) for one in site.entities.values() for source in one.sources}
    yield Listing(partial(_sources, site, render), "sources.md", articles + len(named), ROWS)
    yield Listing(partial(_changes, site, render), history.CHANGES, articles, CHANGES, by_year)
    yield Listing(partial(_speakers, site, render), "who-says-what.md", len(overview.who_speaks(site)), SPEAKERS)
    yield Listing(partial(_data, site, render, extras), "data.md", articles, ROWS)


def _articles(site: Site, render: Render, part: Part) -> Page:
    listed = [overview.article_entry(site, site.articles[slug], part.path) for slug in site.newest[part.rows]]
    total = len(site.newest)
    title = "Articles" if total != 1 else "The article"
    description = "What this site opens up, newest first." if total != 1 else "What this site opens up."
    return overview_part(render, part, title, description, template="articles.md.j2", articles=listed, total=total)


def _index(site: Site, render: Render, kind: Kind, part: Part) -> Page:
    title, description, folder = INDICES[kind]
    entities = [site.entities[one] for one in site.by_kind[kind][part.rows]]
    jsonld = structured.terms(part.path, title, entities) if kind is Kind.GLOSSARY else ""
    return overview_part(
        render,
        part,
        title,
        description,
        template="index.md.j2",
        jsonld=jsonld,
        pages="",  # above the rows the letters lead to the other pages
        parts=overview.index_parts(site, kind, part, parts(f"{kind}/index.md", letters(site, kind), ROWS)),
        count=len(site.by_kind[kind]),
        folder=folder,
        begun=bool(site.articles),
    )


def _all_mentions(site: Site, render: Render, id_: str, part: Part) -> Page:
    entity = site.entities[id_]
    title = f"{entity.name} in the articles"
    description = "Every sentence that mentions it, by year, newest first."
    found = all_mentions(site, entity, part)
    way = link(part.path, entity)
    single = len(site.articles) == 1
    more = {"mentions": found, "entry": way, "single": single, "search": {"exclude": True}}
    return overview_part(render, part, title, description, template="mentions.md.j2", **more)


def _timeline(site: Site, render: Render, part: Part) -> Page:
    path = part.path
    events = event_views(site, site.knowledge.timeline[part.rows], path)
    entries = sorted(site.by_kind[Kind.EVENTS]) if part.is_last else ()
    listed = overview.names_of(site, [one for one in entries if site.entities[one].date is None], path)
    description = "What happened, in the order in which it happened."
    drawn = timeline_picture(site) if part.is_first else None
    return overview_part(
        render,
        part,
        "Timeline",
        description,
        template="timeline.md.j2",
        script="timeline.js",
        picture=drawn,
        events=events,
        total=len(site.knowledge.timeline),
        years=_years(site),
        undated=listed,
        begun=bool(site.articles),
    )


def _years(site: Site) -> str:
    """Give the years that the timeline goes through: `2003 to 2024`, or the one that all of it fell in."""
    told = [site.entities[id_].date for id_ in site.knowledge.timeline]
    ends = dict.fromkeys(dates.year(date) for date in (*told[:1], *told[-1:]) if date)
    return " to ".join(ends)


def _network(site: Site, render: Render, layouts: Callable[[], Layouts], part: Part) -> Page:
    sections = tie_sections(site, part)
    by = "by community and sense" if site.partition.communities else "by its sense"
    description = f"Every tie between people, states, groups, events and terms, {by}."
    drawn = network(site, layouts()) if part.is_first else None
    more: dict[str, object] = {"script": "network.js", "layouts": drawn.layouts} if drawn else {}
    more["begun"] = bool(site.articles)
    return overview_part(
        render,
        part,
        "Network",
        description,
        template="network.md.j2",
        sections=sections,
        total=len(site.relations),
        drawn=drawn,
        **more,
    )


def _speakers(site: Site, render: Render, part: Part) -> Page:
    everybody = overview.who_speaks(site)
    rows = overview.speakers(site, everybody, part)
    description = "Each statement under the name of the one who makes it."
    return overview_part(
        render,
        part,
        "Who says what",
        description,
        template="who_says_what.md.j2",
        rows=rows,
        speakers=len(everybody),
        statements=sum(map(len, everybody.values())),
        begun=bool(site.articles),
        script="who-says-what.js",
    )


def _sources(site: Site, render: Render, part: Part) -> Page:
    slugs = sorted(site.articles)
    articles = [_source_of(site, slug, part.path) for slug in slugs[part.rows]]
    before = slice(max(0, part.rows.start - len(slugs)), max(0, part.rows.stop - len(slugs)))
    every = overview.sources(site, part.path)
    listed = every[before]
    told = "its articles" if len(slugs) != 1 else "its article"
    named = ", and the sources that entries name" if every else ""
    description = f"What the site rests on: {told}{named}."
    has = {"has_articles": articles or part.is_first, "has_sources": bool(listed)}
    return overview_part(
        render, part, "Sources", description, template="sources.md.j2", articles=articles, sources=listed, **has
    )


def _source_of(site: Site, slug: str, page: str) -> dict[str, object]:
    """Give what the list of sources says of an article."""
    article = site.articles[slug]
    entry = overview.article_entry(site, article, page)
    return {"entry": entry, "publisher": escape.md(article.publisher), "source_url": escape.href(article.source_url)}


def _changes(site: Site, render: Render, part: Part) -> Page:
    newest = [site.articles[slug] for slug in site.newest[part.rows]]
    description = "What was corrected, what each release changed, and what each article brought in, newest first."
    return overview_part(
        render,
        part,
        "What changed",
        description,
        template="whats_changed.md.j2",
        changes=overview.changes(site, newest, part.path),
        corrections=history.corrections(site, part.path) if part.is_first else (),
        releases=history.releases(site, part.path) if part.is_first else (),
    )


def _data(site: Site, render: Render, extras: Extras, part: Part) -> Page:
    path, downloads = part.path, extras["downloads"]
    description = "All that this site knows, for other tools: free to download, each file made anew with the pages."
    title, _ = home_words(site.knowledge)
    licence = site.knowledge.catalogue.home.license if site.knowledge.catalogue.home else ""
    articles = [
        (overview.article_entry(site, one, path), licence_line(one.license))
        for one in map(site.articles.__getitem__, sorted(site.articles)[part.rows])
    ]
    return overview_part(
        render,
        part,
        "Data",
        description,
        template="data.md.j2",
        jsonld=structured.dataset(path, title, description, licence, downloads),
        downloads=[
            (escape.md(one.title), f"{DATA}/{escape.path(one.file)}", escape.md(one.purpose)) for one in downloads
        ],
        manifest=f"{DATA}/{MANIFEST}",
        licence=licence_line(licence),
        articles=articles,
    )
