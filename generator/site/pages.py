"""Rendering: every page of the site out of what is known, as text; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.model import Download, Kind, Knowledge, Page
from generator.problems import Problem
from generator.site import dates, escape, history, overview, structured
from generator.site.article import article_view
from generator.site.cards import Card, cards, with_cards
from generator.site.data_files import FOLDER as DATA
from generator.site.data_files import MANIFEST
from generator.site.drawings.memory import Layouts, kept_in
from generator.site.drawings.network import network
from generator.site.drawings.timeline import timeline_picture
from generator.site.entity import MOST_MENTIONS, all_mentions, cited, entity_view, mentions_path
from generator.site.events import event_views
from generator.site.feed import FEED, feed
from generator.site.links import (
    Site,
    article_path,
    entity_path,
    licence_line,
    link,
    newest_first,
    shape,
    subtype,
    survey,
)
from generator.site.moved import moved_makers
from generator.site.parts import Part, parts, ways_on
from generator.site.social import HOME, home_words, image_path
from generator.site.spellings import tags
from generator.site.templates import TemplateFault, environment, renderer
from generator.site.tending import to_tend
from generator.site.tie_tables import tie_tables

Render = Callable[..., str]
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


def render_pages(
    knowledge: Knowledge,
    templates: Path,
    standing: str = "",
    downloads: tuple[Download, ...] = (),
    advice: Sequence[Problem] | None = None,
) -> tuple[tuple[Page, ...], list[Problem]]:
    """Render all pages, sorted by path. A faulty template is an error, and there are then no pages.

    A template in the folder `templates` (which may be missing) stands before the built-in one of the same name.
    `standing` is the page of the network as an earlier run made it: it saves time and changes nothing. `downloads` are
    the files in data/ that the site offers, `advice` is what an editor may tend next, where a page is to list it.
    """
    site = survey(knowledge)
    extras: Extras = {"downloads": downloads, "advice": advice}
    try:
        makers = page_makers(site, cards(site), templates, lambda: standing, extras)
        return tuple(sorted(maker.make() for maker in makers)), []
    except TemplateFault as fault:
        return (), [fault.problem]


@dataclass(frozen=True, slots=True)
class Maker:
    """What renders a page; `part` is all that it is given and does not look up in the site."""

    path: str
    make: Callable[[], Page]
    part: Part | None = None


def page_makers(
    site: Site, known: Mapping[str, Card], templates: Path, standing: Callable[[], str], extras: Extras
) -> list[Maker]:
    """Give for each page what renders it with the cards of what it links. They raise TemplateFault."""
    render = renderer(environment(templates), templates)

    def with_its_cards(make: Callable[[], Page]) -> Callable[[], Page]:
        return lambda: with_cards(make(), known, site.labels)

    alone = _makers(site, render, extras)
    pages = [Maker(path, with_its_cards(make) if path.endswith(".md") else make) for path, make in alone]
    lists = _lists(site, render, lambda: kept_in(standing()), extras)
    in_parts = [(make, part) for make, path, length, most in lists for part in parts(path, length, most)]
    return [*pages, *(Maker(part.path, with_its_cards(partial(make, part)), part) for make, part in in_parts)]


def _makers(site: Site, render: Render, extras: Extras) -> Iterator[tuple[str, Callable[[], Page]]]:
    yield "index.md", partial(_home, site, render)
    yield from ((article_path(slug), partial(_article, site, render, slug)) for slug in sorted(site.articles))
    yield from ((entity_path(one), partial(_entity, site, render, id_)) for id_, one in sorted(site.entities.items()))
    yield from ((_name_path(slug), partial(_name, site, render, slug)) for slug in site.shared_names)
    yield FEED, partial(feed, site)
    yield from moved_makers(site, render)
    yield "how-to-read.md", partial(_about, render)
    if extras["advice"] is not None:
        yield "audit.md", partial(_tending, site, render, extras)


def _lists(
    site: Site, render: Render, layouts: Callable[[], Layouts], extras: Extras
) -> Iterator[tuple[Callable[[Part], Page], str, int, int]]:
    """Give the pages that may go on over several, each with its path, the length of its list and the rows of a page."""
    articles = len(site.articles)
    yield partial(_articles, site, render), "articles/index.md", articles, ROWS
    for kind in Kind:
        yield partial(_index, site, render, kind), f"{kind}/index.md", len(site.by_kind[kind]), ROWS
    for id_, entity in sorted(site.entities.items()):
        mentions = len(site.knowledge.backlinks.get(id_, ()))
        if mentions > MOST_MENTIONS:
            yield partial(_all_mentions, site, render, id_), mentions_path(entity), mentions, ROWS
    yield partial(_timeline, site, render), "timeline.md", len(site.knowledge.timeline), ROWS
    ties = sum(len(one.relations) for one in site.entities.values())
    yield partial(_network, site, render, layouts), NETWORK, ties, ROWS
    named = {cited(source) for one in site.entities.values() for source in one.sources}
    yield partial(_sources, site, render), "sources.md", articles + len(named), ROWS
    yield partial(_changes, site, render), history.CHANGES, articles, CHANGES
    yield partial(_speakers, site, render), "who-says-what.md", len(overview.who_speaks(site)), SPEAKERS
    yield partial(_data, site, render, extras), "data.md", articles, ROWS


# ---------------------------------------------------------------------------------------------- front matter


def _page(render: Render, path: str, template: str, meta: dict[str, object], **values: object) -> Page:
    """Render a page. Every value of its front matter stands on one line; JSON-LD in single quotes, to stay readable."""
    lines = [
        f"{key}: {escape.yaml_quoted(str(value)) if key == 'jsonld' else escape.yaml(value)}"
        for key, value in meta.items()
        if value
    ]
    head = "\n".join(["---", *lines, "---"])
    ways = values.pop("ways_on", "")
    body = render(template, page=path, **values)
    return Page(path, f"{head}\n\n{body}\n\n{ways}\n" if ways else f"{head}\n\n{body}\n")


def _meta(title: str, description: str, kind: str, jsonld: str, **more: object) -> dict[str, object]:
    told = {"title": escape.html_text(title), "description": escape.text(description), "kind": kind, "image": HOME}
    return {**told, **more, "jsonld": jsonld}


def _part(render: Render, part: Part, title: str, description: str, /, **values: object) -> Page:
    """Render a page of an overview that may go on over several; further ones are left out of the search."""
    if not part.is_first:
        title, values["search"] = f"{title}, page {part.number}", {"exclude": True}
    return _overview(render, part.path, title, description, ways_on=ways_on(part), **values)


def _overview(render: Render, path: str, title: str, description: str, /, **values: object) -> Page:
    """Render an overview page: it has no contents beside it, and ranks below the pages that it lists."""
    jsonld = str(values.pop("jsonld", "")) or structured.overview(path, title, description)
    template, search = str(values.pop("template")), values.pop("search", {"boost": 0.2})
    own = {key: values.pop(key, "") for key in ("script", "layouts")}
    meta = _meta(title, description, "overview", jsonld, hide=["navigation", "toc"], search=search, **own)
    return _page(render, path, template, meta, title=escape.md(title), description=escape.md(description), **values)


# ---------------------------------------------------------------------------------------------- one page each


def _home(site: Site, render: Render) -> Page:
    newest = newest_first(site.articles.values())[:1]
    title, description = home_words(site.knowledge)
    meta = _meta(title, description, "home", structured.home(title, description), hide=["navigation", "toc"])
    return _page(
        render,
        "index.md",
        "home.md.j2",
        {**meta, "search": {"exclude": True}},
        title=escape.md(title),
        description=escape.md(description),
        article=overview.article_entry(site, newest[0], "index.md") if newest else None,
        spellings=overview.spellings(site),
        ways_in=overview.ways_in(site),
        events=overview.latest_events(site),
        columns=overview.columns(site),
        audit=bool(site.knowledge.catalogue.home and site.knowledge.catalogue.home.audit),
        states=sum(shape(one) == "state" for one in site.entities.values()),
    )


def _articles(site: Site, render: Render, part: Part) -> Page:
    newest = newest_first(site.articles.values())
    listed = [overview.article_entry(site, one, part.path) for one in newest[part.rows]]
    title = "Articles" if len(newest) != 1 else "The article"
    description = "What this site opens up, newest first." if len(newest) != 1 else "What this site opens up."
    total = len(newest)
    return _part(render, part, title, description, template="articles.md.j2", articles=listed, total=total)


def _article(site: Site, render: Render, slug: str) -> Page:
    view = article_view(site, site.articles[slug], render)
    found = view.article
    date = dates.in_words(found.date) if found.date else ""
    meta = _meta(found.title, found.description, "articles", view.jsonld, kicker="Article", subtype=date)
    more = {
        "image": image_path(article_path(slug), found.title),
        "lang": "" if found.language == "en" else found.language,
        "hide": ["navigation", "toc"],
        "search": {"boost": 1.2},
    }
    told = history.corrections(site, article_path(slug))
    return _page(render, article_path(slug), "article.md.j2", {**meta, **more}, view=view, corrections=told)


def _index(site: Site, render: Render, kind: Kind, part: Part) -> Page:
    title, description, folder = INDICES[kind]
    entities = [site.entities[one] for one in site.by_kind[kind][part.rows]]
    jsonld = structured.terms(part.path, title, entities) if kind is Kind.GLOSSARY else ""
    return _part(
        render,
        part,
        title,
        description,
        template="index.md.j2",
        jsonld=jsonld,
        parts=overview.index_parts(site, kind, part),
        count=len(site.by_kind[kind]),
        folder=folder,
    )


def _all_mentions(site: Site, render: Render, id_: str, part: Part) -> Page:
    entity = site.entities[id_]
    title = f"{entity.name} in the articles"
    description = "Every sentence that mentions it, by year, newest first."
    found = all_mentions(site, entity, part)
    way = link(part.path, entity)
    more = {"mentions": found, "entry": way, "search": {"exclude": True}}
    return _part(render, part, title, description, template="mentions.md.j2", **more)


def _entity(site: Site, render: Render, id_: str) -> Page:
    entity = site.entities[id_]
    view = entity_view(site, entity)
    kicker = view.shape.capitalize()
    description = entity.summary or f"{entity.name}: {entity.role or entity.type or kicker.lower()}"
    meta = _meta(
        entity.name, description, str(entity.kind), view.jsonld, kicker=kicker, subtype=escape.text(subtype(entity))
    )
    view_path = entity_path(entity)
    image = image_path(view_path, entity.name)
    more = {"image": image, "tags": tags(entity), "hide": ["navigation"], "search": {"boost": 2}}
    template = {Kind.EVENTS: "event.md.j2", Kind.GLOSSARY: "term.md.j2"}.get(entity.kind, "entity.md.j2")
    values = {"view": view, "single": len(site.articles) == 1, "corrections": history.corrections(site, view_path)}
    return _page(render, view_path, template, {**meta, **more}, **values)


def _name_path(slug: str) -> str:
    return f"names/{slug}.md"


def _name(site: Site, render: Render, slug: str) -> Page:
    shared, path = site.shared_names[slug], _name_path(slug)
    description = f"A name that {dates.number(len(shared.bearers))} entries share, and how to tell them apart."
    meta = _meta(shared.name, description, "names", overview.shared_jsonld(site, shared), kicker="Shared name")
    bearers = overview.bearers(site, shared, path)
    more = {"hide": ["navigation", "toc"], "search": {"boost": 0.8}}
    return _page(render, path, "shared_name.md.j2", {**meta, **more}, shared=escape.md(shared.name), bearers=bearers)


def _timeline(site: Site, render: Render, part: Part) -> Page:
    path = part.path
    events = event_views(site, site.knowledge.timeline[part.rows], path)
    entries = site.entities.values() if part.is_last else ()
    undated = [one for one in entries if one.kind is Kind.EVENTS and one.date is None]
    listed = overview.names_of(site, [one.id for one in undated], path)
    description = "What happened, in the order in which it happened."
    drawn = timeline_picture(site) if part.is_first else None
    return _part(
        render,
        part,
        "Timeline",
        description,
        template="timeline.md.j2",
        script="timeline.js",
        picture=drawn,
        events=events,
        total=len(site.knowledge.timeline),
        undated=listed,
    )


def _network(site: Site, render: Render, layouts: Callable[[], Layouts], part: Part) -> Page:
    tables = tie_tables(site, part)
    description = "Every tie between people, states, groups, events and terms, by its sense."
    drawn = network(site, layouts()) if part.is_first else None
    more = {"script": "network.js", "layouts": drawn.layouts} if drawn else {}
    total = sum(len(one.relations) for one in site.entities.values())
    return _part(
        render, part, "Network", description, template="network.md.j2", tables=tables, total=total, drawn=drawn, **more
    )


def _speakers(site: Site, render: Render, part: Part) -> Page:
    everybody = overview.who_speaks(site)
    rows = overview.speakers(site, everybody, part)
    description = "Each statement under the name of the one who makes it."
    return _part(
        render,
        part,
        "Who says what",
        description,
        template="who_says_what.md.j2",
        rows=rows,
        speakers=len(everybody),
        statements=sum(map(len, everybody.values())),
        script="who-says-what.js",
    )


def _sources(site: Site, render: Render, part: Part) -> Page:
    slugs = sorted(site.articles)
    articles = [article_view_source(site, slug, part.path) for slug in slugs[part.rows]]
    before = slice(max(0, part.rows.start - len(slugs)), max(0, part.rows.stop - len(slugs)))
    listed = overview.sources(site, part.path)[before]
    told = "its articles" if len(slugs) != 1 else "its article"
    named = ", and the sources that entries name" if listed or part.of > 1 else ""
    description = f"What the site rests on: {told}{named}."
    has = {"has_articles": articles or part.is_first, "has_sources": bool(listed)}
    return _part(
        render, part, "Sources", description, template="sources.md.j2", articles=articles, sources=listed, **has
    )


def article_view_source(site: Site, slug: str, page: str) -> dict[str, object]:
    """Give what the list of sources says of an article."""
    article = site.articles[slug]
    entry = overview.article_entry(site, article, page)
    return {"entry": entry, "publisher": escape.md(article.publisher), "source_url": escape.href(article.source_url)}


def _changes(site: Site, render: Render, part: Part) -> Page:
    newest = newest_first(site.articles.values())[part.rows]
    description = "What was corrected, what each release changed, and what each article brought in, newest first."
    return _part(
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
        for _, one in sorted(site.articles.items())[part.rows]
    ]
    return _part(
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


def _tending(site: Site, render: Render, extras: Extras) -> Page:
    path, title = "audit.md", "What to tend"
    description = "For those who keep this site: what the catalogue lacks and where, the most useful first."
    found = to_tend(site, extras["advice"], path)
    return _overview(render, path, title, description, template="tending.md.j2", groups=found)


def _about(render: Render) -> Page:
    description = "What the signs mean, who says so, and how to cite a page."
    return _overview(render, "how-to-read.md", "How to read and cite", description, template="how_to_read.md.j2")
