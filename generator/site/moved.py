"""Pages at former addresses: each sends the reader on, on any host and with any builder, and search engines with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.model import Page
from generator.site import escape
from generator.site.links import Site


def moved_makers(site: Site, render: Callable[..., str]) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Give for every former id of an entry and slug of an article the path of its page, and what renders it."""
    for id_, entity in sorted(site.entities.items()):
        for old in entity.formerly:
            path = f"{old}.html" if "/" in old else f"{entity.kind}/{old}.html"
            yield path, partial(_of_entity, site, render, id_, path)
    for slug, article in sorted(site.articles.items()):
        for old in article.formerly:
            path = f"articles/{old}.html"
            yield path, partial(_of_article, site, render, slug, path)


def _of_entity(site: Site, render: Callable[..., str], id_: str, path: str) -> Page:
    entity = site.entities[id_]
    return _moved(path, f"{entity.kind}/{id_}", entity.name, render)


def _of_article(site: Site, render: Callable[..., str], slug: str, path: str) -> Page:
    return _moved(path, f"articles/{slug}", site.articles[slug].title, render)


def _moved(path: str, new: str, title: str, render: Callable[..., str]) -> Page:
    return Page(path, render("moved.html.j2", page=path, address=f"../{new}.html", title=escape.html(title)) + "\n")
