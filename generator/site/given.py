"""What each page template is given beside what all are, and what a page tells the theme: the words of the reference.

A test renders sites and looks that these are the very names that the templates get, and the very keys that pages have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.site.article import ArticleView, Cast, Margin
from generator.site.drawings.network import Network
from generator.site.drawings.timeline import TimelinePicture
from generator.site.entity import EntityView
from generator.site.events import EventView
from generator.site.overview import ArticleEntry, Bearer, Change, Column, IndexPart, SpeakerRow
from generator.site.tie_tables import TieSection, TieTable

# The types whose fields the reference lists, in this order; those that they hold follow them.
VIEWS: Final = (
    ArticleView,
    EntityView,
    Cast,
    Margin,
    EventView,
    ArticleEntry,
    Column,
    IndexPart,
    TieSection,
    TieTable,
    Bearer,
    SpeakerRow,
    Change,
    Network,
    TimelinePicture,
)
_TITLED: Final = {"title": "the title, in Markdown", "description": "the line under the title, in Markdown"}
_OVERVIEW: Final = {
    **_TITLED,
    "pages": "links to the pages over which a long list goes on, in Markdown; empty on a page that stands alone",
}
_SINGLE: Final = "whether the site has one article alone"
_BEGUN: Final = "whether the site has an article, and so readers, whom an empty page does not tell how to fill it"
_ENTRY: Final = {
    "view": "`EntityView`",
    "single": _SINGLE,
    "corrections": "pairs of the day in words and the correction, both Markdown, newest first",
}

# The page's path, `page`, is given to each but those that render a part of a page (`cast.md.j2`, `margin.md.j2`).
GIVEN: Final[Mapping[str, Mapping[str, str]]] = {
    "article.md.j2": {"view": "`ArticleView`", "corrections": _ENTRY["corrections"]},
    "articles.md.j2": {**_OVERVIEW, "articles": "a list of `ArticleEntry`", "total": "how many there are on all pages"},
    "cast.md.j2": {"cast": "`Cast`"},
    "data.md.j2": {
        **_OVERVIEW,
        "downloads": "triples of title, address and purpose",
        "manifest": "the address of the list of SHA-256",
        "licence": "the licence of the entries, in Markdown",
        "articles": "pairs of `ArticleEntry` and its licence",
    },
    "entity.md.j2": _ENTRY,
    "event.md.j2": _ENTRY,
    "home.md.j2": {
        **_TITLED,
        "article": "`ArticleEntry` of the newest article, or None",
        "spellings": "names to search for, as examples",
        "ways_in": "links to the pages of most ties, in Markdown",
        "events": "the latest, a tuple of `EventView`",
        "columns": "a tuple of `Column`",
        "audit": "whether the site has the page of what to tend",
        "states": "how many entries are states",
    },
    "how_to_read.md.j2": _OVERVIEW,
    "index.md.j2": {
        **_OVERVIEW,
        "parts": "a tuple of `IndexPart`",
        "count": "how many entries the kind has",
        "folder": "where their files stand",
        "begun": _BEGUN,
    },
    "margin.md.j2": {"margin": "`Margin`"},
    "mentions.md.j2": {
        **_OVERVIEW,
        "mentions": "a tuple of `MentionView`",
        "entry": "the link to the entry",
        "single": _SINGLE,
    },
    "moved.html.j2": {"address": "where the page is now, from here", "title": "its title, in HTML"},
    "network.md.j2": {
        **_OVERVIEW,
        "sections": "a tuple of `TieSection`",
        "total": "how many ties there are on all pages",
        "drawn": "`Network`, or None on further pages and where there is too little to draw",
        "begun": _BEGUN,
    },
    "shared_name.md.j2": {"shared": "the name, in Markdown", "bearers": "a tuple of `Bearer`"},
    "sources.md.j2": {
        **_OVERVIEW,
        "articles": "the articles on this page: for each a mapping of what the list tells of it",
        "sources": "pairs of `Source` and links to the entries that name it",
        "has_articles": "whether the page has the section of the articles",
        "has_sources": "whether the page has that of the sources",
    },
    "tending.md.j2": {**_OVERVIEW, "groups": "what is to be tended, by kind"},
    "term.md.j2": _ENTRY,
    "timeline.md.j2": {
        **_OVERVIEW,
        "picture": "`TimelinePicture`, or None on further pages and where there is too little to draw",
        "events": "a tuple of `EventView`",
        "total": "how many events there are on all pages",
        "years": "the years that all of them fell in: `2003 to 2024`",
        "undated": "links to the events without a date, on the last page",
        "begun": _BEGUN,
    },
    "whats_changed.md.j2": {
        **_OVERVIEW,
        "changes": "a tuple of `Change`, one an article",
        "corrections": "the corrections, newest first",
        "releases": "the releases with what changed, newest first",
    },
    "who_says_what.md.j2": {
        **_OVERVIEW,
        "rows": "a tuple of `SpeakerRow`",
        "speakers": "how many there are on all pages",
        "statements": "how many statements there are on all pages",
        "begun": _BEGUN,
    },
}

FILTERS: Final[Mapping[str, str]] = {
    "md": "plain text for Markdown: nothing in it is mark-up",
    "html": "plain text for HTML that Markdown does not read",
    "attr": "plain text for the value of an attribute",
    "yaml": "plain text for a value of the front matter, in quotation marks",
    "number": "a number in words, up to twelve",
}

# The front matter of a generated page, which the theme and `overrides/` have as `page.meta`.
META: Final[Mapping[str, str]] = {
    "title": "The title, for the browser’s tab and for search; HTML is escaped.",
    "description": "The meta description.",
    "kind": "`home`, `articles`, `actors`, `groups`, `events`, `places`, `glossary`, `names` or `overview`.",
    "kicker": "What stands over the title in a result of the search: `Person`, `Group`, `Article` ...",
    "subtype": "The subtype, or the date of an article, beside it.",
    "image": "The image that shows the page where it is shared, from the site’s folder.",
    "jsonld": "The page’s JSON-LD; `site:/` in it stands for the site’s address.",
    "lang": "The language of an article that is not in English.",
    "tags": "The names and spellings by which the search finds an entry.",
    "hide": "Which of the theme’s side bars the page goes without.",
    "search": "The page’s weight in the search, or that it is left out.",
    "script": "A script in `docs/javascripts/` that belongs to this page alone.",
    "layouts": "The places of the network’s names as they were found, so that they need not be found again.",
    "cards": "What the hover cards of the page’s links say, as JSON.",
}

# What `overrides/` reads under `extra` in mkdocs.yml.
EXTRA: Final[Mapping[str, str]] = {
    "policy": "The Content-Security-Policy of every page.",
    "footer": "The links at the foot of every page: a list of `title` and `path`.",
    "scope": "The path under which the reader’s choice of colours is kept.",
    "search_worker": "The worker of another search; the build sets it where `search` asks for Pagefind.",
}
