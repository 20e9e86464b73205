"""One page as text: its front matter, and what a template makes of its values."""

from __future__ import annotations

from collections.abc import Callable

from generator.model import Page
from generator.site import escape, structured
from generator.site.parts import Part, ways_on
from generator.site.social import HOME

Render = Callable[..., str]


def page_of(render: Render, path: str, template: str, meta: dict[str, object], **values: object) -> Page:
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


def front_matter(title: str, description: str, kind: str, jsonld: str, **more: object) -> dict[str, object]:
    """Give what every page says of itself in its front matter, and `more` besides."""
    told = {"title": escape.html_text(title), "description": escape.text(description), "kind": kind, "image": HOME}
    return {**told, **more, "jsonld": jsonld}


def overview_part(render: Render, part: Part, title: str, description: str, /, **values: object) -> Page:
    """Render a page of an overview that may go on over several; further ones are left out of the search."""
    if not part.is_first:
        title, values["search"] = f"{title}, {part.label or f'page {part.number}'}", {"exclude": True}
    ways = ways_on(part)
    values.setdefault("pages", ways)
    return overview_page(render, part.path, title, description, ways_on=ways, **values)


def overview_page(render: Render, path: str, title: str, description: str, /, **values: object) -> Page:
    """Render an overview page: it has no contents beside it, and ranks below the pages that it lists."""
    jsonld = str(values.pop("jsonld", "")) or structured.overview(path, title, description)
    template, search = str(values.pop("template")), values.pop("search", {"boost": 0.2})
    own = {key: values.pop(key, "") for key in ("script", "layouts")}
    values.setdefault("pages", "")
    meta = front_matter(title, description, "overview", jsonld, hide=["navigation", "toc"], search=search, **own)
    return page_of(render, path, template, meta, title=escape.md(title), description=escape.md(description), **values)
