"""The site with Pagefind, as readers use it: the field, the list and the findings are those of the theme's search."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import serving
from browser.test_policy import WATCH
from browser.test_search import KH, QUERIES

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FRAME = ("content", "overrides", "generator", "docs/stylesheets", "docs/javascripts", "docs/assets")
HOSTILE = """\
---
tags: ["&lt;img src=x onerror=alert(1)&gt; whetstone"]
---
# Sharp &lt;img src=x onerror=alert(1)&gt; edges

Grind &lt;script&gt;alert(1)&lt;/script&gt; `<b>`gently H<sub>2</sub>O.
"""
TEXTS = [  # words that stand in the text of a page, not in its name
    ("suspend operations", KH),
    ("remote base", "actors/jordan.html"),
    ("seasoned general", "actors/qasem-soleimani.html"),
    ("political way out", "actors/hossein-amirabdollahian.html"),
    ("designated as terrorist", "glossary/terrorist-designation.html"),
]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: the pages in their order, and what stands in the first result."""

    pages: list[str]
    first: Locator


@pytest.fixture(scope="module")
def pagefind_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site that the other tests look at once more, with Pagefind; gives its folder."""
    folder = tmp_path_factory.mktemp("pagefind")
    for name in FRAME:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "social"))
    shutil.copy(ROOT / "docs/_headers", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("\nextra:\n", "\nextra:\n  search: pagefind\n", 1)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    (folder / "docs/sharp.md").write_text(HOSTILE, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    built = {path.name for path in (folder / "site").glob("*.html")}
    assert built - {path.name for path in site.glob("*.html")} == {"sharp.html"}
    return folder / "site"


def _tab(browser: Browser, site: Path) -> Iterator[Page]:
    with serving(site) as address:
        profile = browser.new_context(
            base_url=address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        page = profile.new_page()
        page.add_init_script(WATCH)
        page.goto("/how-to-read.html", wait_until="networkidle")
        yield page
        profile.close()


@pytest.fixture(scope="module")
def pagefind_tab(browser: Browser, pagefind_site: Path) -> Iterator[Page]:
    """Give a tab on the site with Pagefind."""
    yield from _tab(browser, pagefind_site)


@pytest.fixture(scope="module")
def theme_tab(browser: Browser, site: Path) -> Iterator[Page]:
    """Give a tab on the site with the theme's search."""
    yield from _tab(browser, site)


def _search(page: Page, query: str) -> Found:
    page.fill("input[name=query]", "")
    page.wait_for_selector(".md-search-result__item", state="detached")
    page.fill("input[name=query]", query)
    page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    items = page.locator(".md-search-result__item")
    links = items.evaluate_all("all => all.map(item => new URL(item.querySelector('a').href).pathname.slice(1))")
    return Found(list(links), items.first)


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_both_searches_find_the_same_first(pagefind_tab: Page, theme_tab: Page, query: str, expected: str) -> None:
    """Whatever name is asked for, in whatever spelling, both searches give its own page first."""
    found = [_search(tab, query).pages[0] for tab in (pagefind_tab, theme_tab)]
    assert found == [expected, expected]


@pytest.mark.parametrize(("query", "expected"), TEXTS)
def test_both_searches_find_what_a_text_says(pagefind_tab: Page, theme_tab: Page, query: str, expected: str) -> None:
    """A page with all the words in its text is among the first ten of both searches."""
    for tab in (pagefind_tab, theme_tab):
        assert expected in _search(tab, query).pages[:10]


def test_a_result_shows_the_same(pagefind_tab: Page, theme_tab: Page) -> None:
    """A result has the same kind, title, marks and name in its own script, and the same words of its sections."""
    shown = [_search(tab, "Kataib Hizballah").first for tab in (pagefind_tab, theme_tab)]
    for part in (".bg-kicker", "h1", "h1 mark", "[href*=html] .md-tag"):
        one, other = (item.locator(part).first.inner_text() for item in shown)
        assert one == other, part
    parts = shown[0].locator("a").evaluate_all("all => all.map(link => new URL(link.href).hash).filter(Boolean)")
    assert parts
    for part in parts:
        one, other = (item.locator(f"[href$='{part}']").text_content(timeout=5_000) or "" for item in shown)
        assert one.split() == other.split(), part


@pytest.mark.parametrize("query", ["sharp edges", "whetstone", "gently"])
def test_what_a_page_says_is_shown_as_text(pagefind_tab: Page, query: str) -> None:
    """A title, a name or a text that looks like a tag is shown as it is written, and the tags of a text are kept."""
    found = _search(pagefind_tab, query)
    assert found.pages == ["sharp.html"]
    assert found.first.locator("img, script, b").count() == 0
    text = found.first.text_content() or ""
    assert "Sharp <img src=x onerror=alert(1)> edges" in text
    assert "Grind <script>alert(1)</script> <b>gently H2O." in text
    assert found.first.locator("sub").inner_text() == "2"


def test_words_that_stand_on_no_page_together_find_those_with_one(pagefind_tab: Page) -> None:
    """A query is not lost over one word: the others are looked for, and the missing one is told, as the theme does."""
    found = _search(pagefind_tab, "nujaba xyzzyq")
    assert found.pages[0] == "groups/harakat-al-nujaba.html"
    found.first.locator("summary").click()
    assert "xyzzyq" in (found.first.locator("del").first.text_content() or "")
    assert "actors/qasem-soleimani.html" in _search(pagefind_tab, "whose brother was Soleimani").pages


def test_nothing_found_is_told(pagefind_tab: Page) -> None:
    """Pagefind takes the nearest beginning where it knows no word; that is not what was asked for."""
    pagefind_tab.fill("input[name=query]", "xyzzyq")
    expect(pagefind_tab.locator(".md-search-result__meta")).to_contain_text("Nothing found", timeout=10_000)
    assert pagefind_tab.locator(".md-search-result__item").count() == 0


def test_nothing_goes_against_the_policy(pagefind_tab: Page) -> None:
    """Pagefind runs under the policy of its site, which lets WebAssembly be compiled and nothing else."""
    assert _search(pagefind_tab, "nujaba").pages
    assert pagefind_tab.evaluate("window.against") == []


def test_pagefind_runs_where_the_host_sends_the_policy(browser: Browser, pagefind_site: Path) -> None:
    """A worker has the policy that comes with its file: with the headers of the site, Pagefind still runs."""
    sent = (pagefind_site / "_headers").read_text("utf-8")
    policy = next(line.partition(": ")[2] for line in sent.splitlines() if "Content-Security-Policy" in line)
    with serving(pagefind_site, {"Content-Security-Policy": policy}) as address:
        page = browser.new_page(base_url=address)
        page.goto("/index.html", wait_until="networkidle")
        assert _search(page, "kataib hezbollah").pages[0] == KH
        page.close()


def test_a_page_asks_for_no_index_until_somebody_searches(browser: Browser, pagefind_site: Path) -> None:
    """Whoever only reads loads nothing of Pagefind."""
    asked: list[str] = []
    with serving(pagefind_site) as address:
        page = browser.new_page(base_url=address)
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto("/index.html", wait_until="networkidle")
        assert not [url for url in asked if "/pagefind/" in url]
        assert _search(page, "nujaba").pages
        page.close()
