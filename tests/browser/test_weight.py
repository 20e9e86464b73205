"""How much a page asks of a phone's connection."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.browser

MOST = 40_000
OWN = ("stylesheets/", "javascripts/")


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _own_files(site: Path, page: Path) -> set[Path]:
    """List the site's own styles and scripts that a page loads, none of the theme's."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    named = [str(tag["href"]) for tag in soup.select("link[rel=stylesheet]")]
    named += [str(tag["src"]) for tag in soup.select("script[src]")]
    paths = [(page.parent / urlsplit(name).path.removeprefix("/")).resolve() for name in named]
    inside = [path for path in paths if path.is_relative_to(site.resolve())]
    return {path for path in inside if path.relative_to(site.resolve()).as_posix().startswith(OWN)}


def test_every_page_is_light(site: Path) -> None:
    """HTML and all styles and scripts beyond the theme's own weigh less than 40 kB compressed on every page."""
    weights = {
        page.relative_to(site).as_posix(): _compressed(page) + sum(map(_compressed, _own_files(site, page)))
        for page in sorted(site.rglob("*.html"))
    }
    assert len(weights) > 90
    assert min(weights.values()) > 10_000, "a page must load the site's styles and scripts"
    assert {page: weight for page, weight in weights.items() if weight >= MOST} == {}


PARTS = {
    "claims.css": "bg-rows|bg-quotation",
    "entries.css": "bg-infobox|bg-profile|bg-mentions|bg-before-after",
    "home.css": "bg-search-hint",
    "overviews.css": "bg-letters|bg-bearers|bg-articles|bg-timeline|bg-said",
    "drawings.css": "bg-drawing|bg-place|bg-ties",
}


def test_a_page_asks_for_what_it_shows(site: Path) -> None:
    """A page asks for the joined stylesheet and those of its parts, and waits for the script of the scheme alone."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        wanted = {name for name, classes in PARTS.items() if re.search(f'class="(?:{classes})', text)}
        assert {path.name for path in _own_files(site, page) if path.suffix == ".css"} == {"joined.css", *wanted}, page
        scripts = re.findall(r"<script\b[^>]*\bsrc=[^>]*>", text)
        waited = {
            re.sub(r".*/", "", found[1])
            for tag in scripts
            if not re.search(r"\bdefer\b", tag) and (found := re.search(r'src="([^"]*)"', tag))
        }
        assert len(scripts) >= 4
        assert waited <= {"palette.js"}, page
