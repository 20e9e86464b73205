"""What changed between releases and what was corrected, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.frozen import frozen
from generator.model import Article, Change, Correction, Difference, Release
from generator.site import dates, escape
from generator.site.links import Site, article_path, entity_path, link, relative

_HEADINGS = {
    Difference.ARTICLE_ADDED: "Articles added",
    Difference.ARTICLE_REMOVED: "Articles removed",
    Difference.ARTICLE_RENAMED: "Articles with another address",
    Difference.ARTICLE_REVISED: "Articles revised",
    Difference.ENTRY_ADDED: "Entries added",
    Difference.ENTRY_REMOVED: "Entries removed",
    Difference.ENTRY_RENAMED: "Entries with another address",
    Difference.ENTRIES_MERGED: "Entries merged",
    Difference.NAME_CHANGED: "Names",
    Difference.TIE_ADDED: "Ties added",
    Difference.TIE_ENDED: "Ties ended",
    Difference.TIE_WITHDRAWN: "Ties withdrawn",
    Difference.TIE_CHANGED: "Ties told otherwise",
    Difference.STATEMENT_ADDED: "Statements added",
    Difference.STATEMENT_WITHDRAWN: "Statements withdrawn",
    Difference.STATEMENT_REWORDED: "Statements reworded",
    Difference.QUOTE_CORRECTED: "Evidence corrected",
    Difference.DATE_CORRECTED: "Dates corrected",
    Difference.FACT_CHANGED: "Facts changed",
}


@frozen
class ChangeGroup:
    """Changes of one kind, each a line of Markdown."""

    title: str
    anchor: str
    lines: tuple[str, ...]


@frozen
class ReleaseView:
    """A release: its day in words, and what changed up to it."""

    date: str
    title: str
    anchor: str
    groups: tuple[ChangeGroup, ...]


@frozen
class CorrectionView:
    """A correction: its day in words, what it says, and a link to what it corrects ("" on that very page)."""

    date: str
    text: str
    where: str
    anchor: str


def releases(site: Site, page: str) -> tuple[ReleaseView, ...]:
    """Show all releases, newest first; those of one day are numbered."""
    views = []
    for one, number in numbered(site.knowledge.catalogue.releases):
        anchor = f"release-{number}"
        groups = tuple(
            ChangeGroup(_HEADINGS[what], f"{anchor}-{what}", tuple(_line(site, change, page) for change in changes))
            for what, changes in groupby(in_order(one.changes), key=lambda change: change.what)
        )
        views.append(ReleaseView(dates.in_words(one.date), escape.md(one.title), anchor, groups))
    return tuple(views)


def in_order(changes: tuple[Change, ...]) -> list[Change]:
    """Sort changes as a page lists them: by kind, then by what they concern."""
    order = list(_HEADINGS)
    return sorted(changes, key=lambda one: (order.index(one.what), one))


def numbered(releases: Iterable[Release]) -> Iterator[tuple[Release, str]]:
    """Give each release with what tells it apart: its day, and from the second of a day on its number."""
    found: dict[str, int] = {}
    for one in releases:
        number = found[one.date.text] = found.get(one.date.text, 0) + 1
        yield one, one.date.text + (f"-{number}" if number > 1 else "")


def corrections(site: Site, page: str) -> tuple[CorrectionView, ...]:
    """Show the corrections that concern a page, newest first; on the page of what changed, all."""
    listed = site.knowledge.catalogue.corrections
    return tuple(
        CorrectionView(
            dates.in_words(one.date),
            escape.md(one.text),
            "" if _corrected(site, one) == page else _where(site, one, page),
            f"correction-{one.date.text}-{number}",
        )
        for number, one in zip(range(len(listed), 0, -1), listed, strict=True)
        if page == CHANGES or _corrected(site, one) == page
    )


CHANGES = "whats-changed.md"


def _corrected(site: Site, one: Correction) -> str:
    """Give the page that a correction belongs to, "" where it names none."""
    if one.entry:
        return entity_path(site.entities[one.entry])
    return article_path(one.article) if one.article else ""


def _where(site: Site, one: Correction, page: str) -> str:
    if one.entry:
        return link(page, site.entities[one.entry])
    return _article(site.articles[one.article], page) if one.article else ""


def _line(site: Site, one: Change, page: str) -> str:
    """Write a change in Markdown, with the name of what it concerns as a link, if that stands today."""
    entity = site.entities.get(one.entry) or site.renamed.get(one.entry)
    article = site.articles.get(one.article)
    name, linked = (entity.name, link(page, entity)) if entity else ("", "")
    if article and not entity:
        name, linked = article.title, _article(article, page)
    before, found, after = one.text.partition(name) if name else (one.text, "", "")
    if found:
        return escape.at_start(escape.inline(before).lstrip()) + linked + escape.inline(after).rstrip()
    return escape.md(one.text) + (f" {linked}" if linked else "")


def _article(article: Article, page: str) -> str:
    return f"[{escape.md(article.title)}]({relative(page, article_path(article.slug))})"
