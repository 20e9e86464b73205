"""What an editor may tend next, as a page of the site: the audit in its own words, with links to the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.codes import Advice
from generator.model import Location
from generator.problems import Problem
from generator.site import escape
from generator.site.links import Site, article_path, link, pilcrow, relative

TITLES: Final[Mapping[Advice, str]] = {
    Advice.GRAVE_CLAIM: "Grave claims that nobody is named for",
    Advice.UNCATALOGUED: "Names without an entry",
    Advice.EVENT_WITHOUT_DATE: "Events without a date",
    Advice.STUB: "Entries without a summary",
    Advice.CLAIM_WITHOUT_EVIDENCE: "Claims without a passage",
    Advice.UNSUPPORTED_PARAGRAPH: "Paragraphs that no claim rests on",
    Advice.SHARED_NAME: "Names of several entries",
    Advice.NEAR_DUPLICATE: "Entries that may be the same",
    Advice.UNMENTIONED: "Entries that no article mentions",
    Advice.CLAIM_WITH_ONE_QUOTE: "Claims with a single passage",
    Advice.UNUSED_ALIAS: "Names that no article uses",
}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to tend, in Markdown: a link to its page, what is lacking, how to mend it, and the line."""

    where: str
    what: str
    how: str
    file: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """The things of one kind, under their heading; `how` is what mends all of them, where one thing does."""

    title: str
    anchor: str
    how: str
    tasks: tuple[Task, ...]


def to_tend(site: Site, advice: Iterable[Problem], page: str) -> tuple[Tasks, ...]:
    """Give what the audit found by kind, in the order of its use."""
    by_code: dict[str, list[Problem]] = {}
    for one in advice:
        by_code.setdefault(one.code, []).append(one)
    places = _places(site)
    groups = ((title, code.value, by_code[code]) for code, title in TITLES.items() if code in by_code)
    return tuple(
        _group(title, anchor, [_task(site, places, one, page) for one in found]) for title, anchor, found in groups
    )


def _group(title: str, anchor: str, tasks: list[Task]) -> Tasks:
    """Say once what mends all of a group."""
    if len({task.how for task in tasks}) > 1:
        return Tasks(title, anchor, "", tuple(tasks))
    return Tasks(title, anchor, tasks[0].how, tuple(replace(task, how="") for task in tasks))


def _places(site: Site) -> dict[str, tuple[str, str]]:
    """Give for each file of the content, as problems name it, the kind of its page and the id."""
    entries = {one.location.path: (one.kind.value, one.id) for one in site.entities.values()}
    return {**entries, **{one.source.path: ("articles", slug) for slug, one in site.articles.items()}}


def _task(site: Site, places: Mapping[str, tuple[str, str]], one: Problem, page: str) -> Task:
    kind, name = places[one.location.path]
    ending = "md" if kind == "articles" else "yml"
    file = f"{kind}/{name}.{ending}:{one.location.line}"
    where = _in_article(site, name, one.location, page) if kind == "articles" else link(page, site.entities[name])
    return Task(where, _sentence(one.message), _sentence(one.hint), file)


def _sentence(told: str) -> str:
    """Write a message in Markdown with a capital at its start; between backticks it has words of the format."""
    parts = told.split("`")
    if len(parts) % 2 == 0:
        parts = [told]
    said = "".join(f"`{part}`" if place % 2 else escape.md(part) for place, part in enumerate(parts))
    return said[:1].upper() + said[1:]


def _in_article(site: Site, slug: str, location: Location, page: str) -> str:
    """Link an article, with the paragraph that holds a line of its file."""
    words = f"[{escape.md(site.articles[slug].title)}]({relative(page, article_path(slug))})"
    prose = site.knowledge.prose[slug]
    before = [block for block in prose.blocks if prose.location(block.start).line <= location.line]
    paragraph = before[-1].paragraph if before else 0
    return f"{words} {pilcrow(site, page, slug, paragraph)}" if paragraph else words
