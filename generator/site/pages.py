"""Rendering: every page of the site out of what is known, as text; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from generator.site.entity import entity_view
from generator.site.events import event_views
from generator.site.feed import FEED, feed
from generator.site.links import Site, article_path, entity_path, shape, subtype, survey
from generator.site.moved import moved_makers
from generator.site.social import HOME, home_words, image_path, newest_first
from generator.site.spellings import tags
from generator.site.templates import TemplateFault, environment, renderer
from generator.site.tending import to_tend

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
        return tuple(sorted(make() for make in makers.values())), []
    except TemplateFault as fault:
        return (), [fault.problem]


def page_makers(
    site: Site, known: Mapping[str, Card], templates: Path, standing: Callable[[], str], extras: Extras
) -> dict[str, Callable[[], Page]]:
    """Give for each page, by its path, what renders it with the cards of what it links. They raise TemplateFault."""
    render = renderer(environment(templates), templates)

    def with_its_cards(make: Callable[[], Page]) -> Callable[[], Page]:
        return lambda: with_cards(make(), known, site.labels)

    makers = _makers(site, render, lambda: kept_in(standing()), extras)
    return {path: with_its_cards(make) if path.endswith(".md") else make for path, make in makers}


def _makers(
    site: Site, render: Render, layouts: Callable[[], Layouts], extras: Extras
) -> Iterator[tuple[str, Callable[[], Page]]]:
    yield "index.md", partial(_home, site, render)
    yield "articles/index.md", partial(_articles, site, render)
    yield from ((article_path(slug), partial(_article, site, render, slug)) for slug in sorted(site.articles))
    yield from ((f"{kind}/index.md", partial(_index, site, render, kind)) for kind in Kind)
    yield from ((entity_path(one), partial(_entity, site, render, id_)) for id_, one in sorted(site.entities.items()))
    yield from ((_name_path(slug), partial(_name, site, render, slug)) for slug in site.shared_names)
    yield "timeline.md", partial(_timeline, site, render)
    yield NETWORK, partial(_network, site, render, layouts)
    yield "who-says-what.md", partial(_speakers, site, render)
    yield "sources.md", partial(_sources, site, render)
    yield history.CHANGES, partial(_changes, site, render)
    yield FEED, partial(feed, site)
    yield from moved_makers(site, render)
    yield "data.md", partial(_data, site, render, extras)
    yield "how-to-read.md", partial(_about, render)
    if extras["advice"] is not None:
        yield "audit.md", partial(_tending, site, render, extras)


# ---------------------------------------------------------------------------------------------- front matter


def _page(render: Render, path: str, template: str, meta: dict[str, object], **values: object) -> Page:
    """Render a page. Every value of its front matter stands on one line; JSON-LD in single quotes, to stay readable."""
    lines = [
        f"{key}: {escape.yaml_quoted(str(value)) if key == 'jsonld' else escape.yaml(value)}"
        for key, value in meta.items()
        if value
    ]
    head = "\n".join(["---", *lines, "---"])
    return Page(path, f"{head}\n\n{render(template, page=path, **values)}\n")


def _meta(title: str, description: str, kind: str, jsonld: str, **more: object) -> dict[str, object]:
    told = {"title": escape.html_text(title), "description": escape.text(description), "kind": kind, "image": HOME}
    return {**told, **more, "jsonld": jsonld}


def _overview(render: Render, path: str, title: str, description: str, /, **values: object) -> Page:
    """Render an overview page: it has no contents beside it, and ranks below the pages that it lists."""
    jsonld = str(values.pop("jsonld", "")) or structured.overview(path, title, description)
    template = str(values.pop("template"))
    own = {key: values.pop(key, "") for key in ("script", "layouts")}
    meta = _meta(title, description, "overview", jsonld, hide=["navigation", "toc"], search={"boost": 0.2}, **own)
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


def _articles(site: Site, render: Render) -> Page:
    path = "articles/index.md"
    listed = [overview.article_entry(site, one, path) for one in newest_first(site.articles.values())]
    title = "Articles" if len(listed) != 1 else "The article"
    description = "What this site opens up, newest first." if len(listed) != 1 else "What this site opens up."
    return _overview(render, path, title, description, template="articles.md.j2", articles=listed)


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


def _index(site: Site, render: Render, kind: Kind) -> Page:
    title, description, folder = INDICES[kind]
    path = f"{kind}/index.md"
    entities = [one for one in site.entities.values() if one.kind is kind]
    jsonld = structured.terms(path, title, entities) if kind is Kind.GLOSSARY else ""
    parts = overview.index_parts(site, kind)
    return _overview(
        render,
        path,
        title,
        description,
        template="index.md.j2",
        jsonld=jsonld,
        parts=parts,
        count=len(entities),
        folder=folder,
    )


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


def _timeline(site: Site, render: Render) -> Page:
    path = "timeline.md"
    events = event_views(site, site.knowledge.timeline, path)
    undated = [one for one in site.entities.values() if one.kind is Kind.EVENTS and one.date is None]
    listed = overview.names_of(site, [one.id for one in undated], path)
    description = "What happened, in the order in which it happened."
    drawn = timeline_picture(site)
    return _overview(
        render,
        path,
        "Timeline",
        description,
        template="timeline.md.j2",
        script="timeline.js",
        picture=drawn,
        events=events,
        undated=listed,
    )


def _network(site: Site, render: Render, layouts: Callable[[], Layouts]) -> Page:
    tables = overview.tie_tables(site)
    description = "Every tie between people, states, groups, events and terms, by its sense."
    drawn = network(site, layouts())
    more = {"script": "network.js", "layouts": drawn.layouts} if drawn else {}
    return _overview(
        render, NETWORK, "Network", description, template="network.md.j2", tables=tables, drawn=drawn, **more
    )


def _speakers(site: Site, render: Render) -> Page:
    rows = overview.speakers(site)
    description = "Each statement under the name of the one who makes it."
    return _overview(
        render,
        "who-says-what.md",
        "Who says what",
        description,
        template="who_says_what.md.j2",
        rows=rows,
        script="who-says-what.js",
    )


def _sources(site: Site, render: Render) -> Page:
    path = "sources.md"
    articles = [article_view_source(site, slug, path) for slug in sorted(site.articles)]
    listed = overview.sources(site, path)
    description = "What the site rests on: its articles, and the sources that entries name."
    return _overview(render, path, "Sources", description, template="sources.md.j2", articles=articles, sources=listed)


def article_view_source(site: Site, slug: str, page: str) -> dict[str, object]:
    """Give what the list of sources says of an article."""
    article = site.articles[slug]
    entry = overview.article_entry(site, article, page)
    return {"entry": entry, "publisher": escape.md(article.publisher), "source_url": escape.href(article.source_url)}


def _changes(site: Site, render: Render) -> Page:
    path = history.CHANGES
    found = overview.changes(site, path)
    description = "What was corrected, what each release changed, and what each article brought in, newest first."
    return _overview(
        render,
        path,
        "What changed",
        description,
        template="whats_changed.md.j2",
        changes=found,
        corrections=history.corrections(site, path),
        releases=history.releases(site, path),
    )


def _data(site: Site, render: Render, extras: Extras) -> Page:
    path, downloads = "data.md", extras["downloads"]
    description = "All that this site knows, for other tools: free to download, each file made anew with the pages."
    title, _ = home_words(site.knowledge)
    licence = site.knowledge.catalogue.home.license if site.knowledge.catalogue.home else ""
    articles = [
        (overview.article_entry(site, one, path), overview.licence(one.license))
        for _, one in sorted(site.articles.items())
    ]
    return _overview(
        render,
        path,
        "Data",
        description,
        template="data.md.j2",
        jsonld=structured.dataset(path, title, description, licence, downloads),
        downloads=[
            (escape.md(one.title), f"{DATA}/{escape.path(one.file)}", escape.md(one.purpose)) for one in downloads
        ],
        manifest=f"{DATA}/{MANIFEST}",
        licence=overview.licence(licence),
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
