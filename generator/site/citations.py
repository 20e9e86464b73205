"""How to cite a page: a reference in APA, in Chicago style and for BibTeX.

An article has its authors and its own date. An entry has neither: it is cited by its title as part of the site, with
the day on which the reader saw it. No build can know that day; the reader, or a script in the browser, puts it in.
What only the theme knows, the site's name and address, stands in elements of its own that the theme fills; without it
they read "this site" and the path of the page.
"""

from __future__ import annotations

import calendar
import re

from generator.frozen import frozen
from generator.model import Article, Entity, Kind
from generator.site import authors, escape
from generator.site.authors import Author
from generator.site.links import Site, article_path, entity_path, headline, shape
from generator.timespan import Timespan

SITE = '<span class="bg-site">this site</span>'
_ACCESSED = '<span class="bg-accessed">date of access</span>'
_ACCESSED_ISO = '<span class="bg-accessed" data-iso>date of access</span>'
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_NO_KEY = re.compile(r"an?|and|are|as|at|did|do|does|for|from|ha[sv]e?|how|in|is|its?|of|on|the|to|was|who|why")
_ENDED = re.compile(r"[.?!…]$")


@frozen
class Reference:
    """A reference in one style, as inline HTML in which all that an editor wrote is escaped."""

    style: str
    html: str
    is_code: bool = False


@frozen
class _Day:
    year: str
    month: int = 0
    day: int = 0
    circa: str = ""  # "ca. " where the date is about right


def of_article(site: Site, article: Article) -> tuple[Reference, ...]:
    """Give the references to an article."""
    named = [name for name in article.authors if escape.text(name)]
    who = [authors.parse(name, is_body=_is_body(site, name)) for name in named]
    day = _day_of(article.date)
    where = escape.html(article.publisher) if article.publisher else SITE
    address = _address(article_path(article.slug))
    title = escape.html(article.title)
    by = escape.html(authors.apa(who))
    stop = "" if _ENDED.search(title) else "."
    dated = f"({escape.html(_apa_date(day))}). "
    head = (
        f"{by}{'' if by.endswith('.') else '.'} {dated}<i>{title}</i>{stop}" if by else f"<i>{title}</i>{stop} {dated}"
    )
    fields = [
        ("author", authors.bibtex(who)),
        ("title", f"{{{escape.tex(article.title)}}}"),
        ("year", day.year if day else ""),
        ("month", _bibtex_month(day)),
    ]
    key = _key(who, day, article)
    return (
        Reference("APA", f"{head.rstrip()} {where}. {address}"),
        Reference("Chicago", _chicago(authors.chicago(who), article.title, f"{where}, {_chicago_date(day)}", address)),
        Reference(
            "BibTeX", _bibtex(key, fields, escape.html(escape.tex(article.publisher)) or SITE, address), is_code=True
        ),
    )


def of_entry(entity: Entity) -> tuple[Reference, ...]:
    """Give the references to an entry, which has neither author nor date."""
    title = escape.html(headline(entity))
    stop = "" if _ENDED.search(title) else "."
    address = _address(entity_path(entity))
    fields = [("title", f"{{{escape.tex(headline(entity))}}}")]
    return (
        Reference("APA", f"{title}{stop} (n.d.). In <i>{SITE}</i>. Retrieved {_ACCESSED}, from {address}"),
        Reference("Chicago", _chicago("", headline(entity), f"{SITE}. Accessed {_ACCESSED}", address)),
        Reference("BibTeX", _bibtex(entity.id, fields, SITE, address, f"Accessed: {_ACCESSED_ISO}"), is_code=True),
    )


# ---------------------------------------------------------------------------------------------- the styles


def _chicago(by: str, title: str, source: str, address: str) -> str:
    """Write a web page as the Chicago Manual of Style does in a bibliography (17th edition, 14.207)."""
    shown = escape.html(title)
    quoted = f"“{shown}”" if _ENDED.search(shown) else f"“{shown}.”"
    head = f"{escape.html(by)}{'' if by.endswith('.') else '.'} {quoted}" if by else quoted
    return f"{head} {source}. {address}."


def _bibtex(key: str, fields: list[tuple[str, str]], where: str, address: str, note: str = "") -> str:
    shown = [*((name, escape.html(value)) for name, value in fields if value), ("howpublished", where)]
    shown += [("note", note)] if note else []
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'}," for name, value in shown]
    return "\n".join([f"@misc{{{key},", *lines, f"  url = {{{address}}}", "}"])


def _key(who: list[Author], day: _Day | None, article: Article) -> str:
    """Give the name of an entry of BibTeX: `mazhari2024losing`."""
    family = escape.slug(who[0].family.rpartition(" ")[2], 1) if who else ""
    words = [word for word in escape.slug(article.title, 20).split("-") if not _NO_KEY.fullmatch(word)]
    return f"{family}{day.year if day else ''}{words[0] if words else ''}" or article.slug


# ---------------------------------------------------------------------------------------------- dates


def _day_of(date: Timespan | None) -> _Day | None:
    """Read a date that is one day, month, season or year; of anything else a reference says "n.d."."""
    found = _PLAIN.fullmatch(date.text) if date else None
    if found is None:
        return None
    return _Day(found[1], int(found[2] or 0), int(found[3] or 0), "ca. " if found[4] else "")


def _month(day: _Day) -> str:
    return _SEASONS.get(day.month) or calendar.month_name[day.month]


def _apa_date(day: _Day | None) -> str:
    if day is None:
        return "n.d."
    return f"{day.circa}{day.year}" + (f", {_month(day)}" if day.month else "") + (f" {day.day}" if day.day else "")


def _chicago_date(day: _Day | None) -> str:
    if day is None:
        return f"accessed {_ACCESSED}"
    month = f"{_month(day)} " if day.month else ""
    return f"{day.circa}{month}{day.day}, {day.year}" if day.day else f"{day.circa}{month}{day.year}"


def _bibtex_month(day: _Day | None) -> str:
    return calendar.month_abbr[day.month].lower() if day and 0 < day.month < min(_SEASONS) else ""


# ---------------------------------------------------------------------------------------------- who and where


def _is_body(site: Site, name: str) -> bool:
    """Tell whether an author is an organisation or a state, so far as the catalogue knows."""
    found = site.bearers.get(name)
    return found is not None and (found.kind is not Kind.ACTORS or shape(found) == "state")


def _address(path: str) -> str:
    return f'<span class="bg-address">{escape.html(escape.path(path.removesuffix(".md") + ".html"))}</span>'
