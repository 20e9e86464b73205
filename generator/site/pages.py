"""Rendering: every page of the site out of what is known, as text; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.frozen import frozen
from generator.model import Download, Entity, Kind, Knowledge, Page
from generator.problems import Problem
from generator.site import dates, escape, history, overview, structured
from generator.site.article import article_view
from generator.site.cards import Card, Deck, cards
from generator.site.drawings.memory import kept_in
from generator.site.entity import entity_view
from generator.site.feed import FEED, feed
from generator.site.links import Site, article_path, entity_path, headline, shape, subtype, survey
from generator.site.list_pages import Extras, list_makers
from generator.site.moved import moved_makers
from generator.site.page import Render, front_matter, overview_page, page_of
from generator.site.parts import Part
from generator.site.sentences import plain, sentence
from generator.site.social import home_words, image_path
from generator.site.spellings import tags
from generator.site.templates import TemplateFault, environment, renderer
from generator.site.tending import to_tend


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


@frozen
class Maker:
    """What renders a page; `part` is all that it is given and does not look up in the site."""

    path: str
    make: Callable[[], Page]
    part: Part | None = None


def page_makers(
    site: Site, known: Mapping[str, Card], templates: Path, standing: Callable[[], str], extras: Extras
) -> list[Maker]:
    """Give for each page what renders it with the cards of what it links. They raise TemplateFault."""
    render, deck = renderer(environment(templates), templates), Deck(known, site.labels)

    def with_its_cards(make: Callable[[], Page]) -> Callable[[], Page]:
        return lambda: deck.with_cards(make())

    alone = _makers(site, render, extras)
    pages = [Maker(path, with_its_cards(make) if path.endswith(".md") else make) for path, make in alone]
    lists = list_makers(site, render, lambda: kept_in(standing()), extras)
    in_parts = [(one.make, part) for one in lists for part in one.parts()]
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


def _home(site: Site, render: Render) -> Page:
    newest = site.articles[site.newest[0]] if site.newest else None
    title, description = home_words(site.knowledge)
    meta = front_matter(title, description, "home", structured.home(title, description), hide=["navigation", "toc"])
    return page_of(
        render,
        "index.md",
        "home.md.j2",
        {**meta, "search": {"exclude": True}},
        title=escape.md(title),
        description=escape.md(description),
        article=overview.article_entry(site, newest, "index.md") if newest else None,
        spellings=overview.spellings(site),
        ways_in=overview.ways_in(site),
        events=overview.latest_events(site),
        columns=overview.columns(site),
        audit=bool(site.knowledge.catalogue.home and site.knowledge.catalogue.home.audit),
        states=sum(shape(one) == "state" for one in site.entities.values()),
    )


def _article(site: Site, render: Render, slug: str) -> Page:
    view = article_view(site, site.articles[slug], render)
    found = view.article
    date = dates.in_words(found.date) if found.date else ""
    meta = front_matter(found.title, found.description, "articles", view.jsonld, kicker="Article", subtype=date)
    more = {
        "image": image_path(article_path(slug), found.title),
        "lang": "" if found.language == "en" else found.language,
        "hide": ["navigation", "toc"],
        "search": {"boost": 1.2},
    }
    told = history.corrections(site, article_path(slug))
    return page_of(render, article_path(slug), "article.md.j2", {**meta, **more}, view=view, corrections=told)


def _entity(site: Site, render: Render, id_: str) -> Page:
    entity = site.entities[id_]
    view = entity_view(site, entity)
    kicker = view.shape.capitalize()
    meta = front_matter(
        headline(entity),
        _description(site, entity, kicker),
        str(entity.kind),
        view.jsonld,
        kicker=kicker,
        subtype=escape.text(subtype(entity)),
    )
    view_path = entity_path(entity)
    image = image_path(view_path, entity.name)
    more = {"image": image, "tags": tags(entity), "hide": ["navigation"], "search": {"boost": 2}}
    template = {Kind.EVENTS: "event.md.j2", Kind.GLOSSARY: "term.md.j2"}.get(entity.kind, "entity.md.j2")
    values = {"view": view, "single": len(site.articles) == 1, "corrections": history.corrections(site, view_path)}
    return page_of(render, view_path, template, {**meta, **more}, **values)


def _description(site: Site, entity: Entity, kicker: str) -> str:
    """Say what an entry is about in its summary, else in its first statement, else by its kind."""
    told = [plain(site, sentence(site, claim, entity.id)) for claim in entity.statements[:1]]
    of_kind = f"{headline(entity)}: {entity.role or entity.type or kicker.lower()}"
    return entity.summary or next(iter(told), "") or of_kind


def _name_path(slug: str) -> str:
    return f"names/{slug}.md"


def _name(site: Site, render: Render, slug: str) -> Page:
    shared, path = site.shared_names[slug], _name_path(slug)
    description = f"A name that {dates.number(len(shared.bearers))} entries share, and how to tell them apart."
    meta = front_matter(shared.name, description, "names", overview.shared_jsonld(site, shared), kicker="Shared name")
    bearers = overview.bearers(site, shared, path)
    more = {"hide": ["navigation", "toc"], "search": {"boost": 0.8}}
    return page_of(render, path, "shared_name.md.j2", {**meta, **more}, shared=escape.md(shared.name), bearers=bearers)


def _tending(site: Site, render: Render, extras: Extras) -> Page:
    path, title = "audit.md", "What to tend"
    description = "For those who keep this site: what the catalogue lacks and where, the most useful first."
    found = to_tend(site, extras["advice"], path)
    return overview_page(render, path, title, description, template="tending.md.j2", groups=found)


def _about(render: Render) -> Page:
    description = "What the signs mean, who says so, and how to cite a page."
    return overview_page(render, "how-to-read.md", "How to read and cite", description, template="how_to_read.md.j2")
