"""What an editor may tend next, as a page of the site: the audit in its own words, with links to the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.codes import Advice
from generator.frozen import frozen
from generator.model import Location
from generator.problems import Problem
from generator.site import escape
from generator.site.links import Site, article_path, link, pilcrow, relative

_FIRST = 10  # of a kind that stand open; of more, the others are behind a disclosure
_MOST = 200  # of a kind that stand there at all, lest the page grow with the site


@frozen
class Task:
    """One thing to tend, in Markdown: a link to its page, what is lacking, and the line."""

    where: str
    what: str
    file: str


@frozen
class Tasks:
    """The things of one kind, under their heading: how many, how to mend them, the first of them and the rest.

    `left_out` is how many of the rest do not stand there.
    """

    title: str
    anchor: str
    count: int
    how: str
    tasks: tuple[Task, ...]
    rest: tuple[Task, ...]
    left_out: int


def to_tend(site: Site, advice: Iterable[Problem], page: str) -> tuple[Tasks, ...]:
    """Give what the audit found by kind, in the order of its use."""
    by_code: dict[str, list[Problem]] = {}
    for one in advice:
        by_code.setdefault(one.code, []).append(one)
    places = _places(site)
    return tuple(_group(site, places, code, by_code[code], page) for code in Advice if code in by_code)


def _group(site: Site, places: Mapping[str, tuple[str, str]], code: Advice, found: list[Problem], page: str) -> Tasks:
    tasks = tuple(_task(site, places, one, page) for one in found[:_MOST])
    first = _FIRST if len(found) > _FIRST + 1 else len(found)
    how = _sentence(code.remedy.removesuffix("."))
    left_out = len(found) - len(tasks)
    return Tasks(code.heading, code.value, len(found), how, tasks[:first], tasks[first:], left_out)


def _places(site: Site) -> dict[str, tuple[str, str]]:
    """Give for each file of the content, as problems name it, the kind of its page and the id."""
    entries = {one.location.path: (one.kind.value, one.id) for one in site.entities.values()}
    return {**entries, **{one.source.path: ("articles", slug) for slug, one in site.articles.items()}}


def _task(site: Site, places: Mapping[str, tuple[str, str]], one: Problem, page: str) -> Task:
    kind, name = places[one.location.path]
    ending = "md" if kind == "articles" else "yml"
    file = f"{kind}/{name}.{ending}:{one.location.line}"
    where = _in_article(site, name, one.location, page) if kind == "articles" else link(page, site.entities[name])
    return Task(where, _sentence(one.message), file)


def _sentence(told: str) -> str:
    """Write a message in Markdown with a capital at its start; between backticks it has words of the format."""
    parts = told.split("`")
    if len(parts) % 2 == 0:
        parts = [told]
    said = "".join(f"`{part}`" if place % 2 else escape.inline(part) for place, part in enumerate(parts))
    return escape.at_start(said[:1].upper() + said[1:])


def _in_article(site: Site, slug: str, location: Location, page: str) -> str:
    """Link an article, with the paragraph that holds a line of its file."""
    words = f"[{escape.md(site.articles[slug].title)}]({relative(page, article_path(slug))})"
    prose = site.knowledge.prose[slug]
    before = [block for block in prose.blocks if prose.location(block.start).line <= location.line]
    paragraph = before[-1].paragraph if before else 0
    return f"{words} {pilcrow(site, page, slug, paragraph)}" if paragraph else words
