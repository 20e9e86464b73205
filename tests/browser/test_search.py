"""Search as readers use it: by any name, in any spelling and script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

QUERIES = [
    ("nujaba", "groups/harakat-al-nujaba.html"),
    ("Kata'ib", "groups/kataib-hezbollah.html"),
    ("Kata’ib Hezbollah", "groups/kataib-hezbollah.html"),
    ("Kataib", "groups/kataib-hezbollah.html"),
    ("kataib hezbollah", "groups/kataib-hezbollah.html"),
    ("shiite", "glossary/shiism.html"),
    ("Ansar Allah", "groups/houthis.html"),
    ("كتائب حزب الله", "groups/kataib-hezbollah.html"),
    ("النجباء", "groups/harakat-al-nujaba.html"),
    ("Katāʾib Ḥizballāh", "groups/kataib-hezbollah.html"),
    ("Hizballah", "groups/hezbollah.html"),
    ("soleimani", "actors/qasem-soleimani.html"),
    ("zaydi", "glossary/zaydism.html"),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_own_page_comes_first(page: Page, site: Path, query: str, expected: str) -> None:
    """Whoever types a name of an entity, in whatever spelling, gets its own page first."""
    if not (site / expected).exists():
        pytest.fail(f"{expected} is not on the site")
    page.goto("/index.html")
    page.fill("input[name=query]", query)
    page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    first = page.locator(".md-search-result__item a").first.get_attribute("href") or ""
    assert expected in first


def test_search_opens_by_keyboard(page: Page) -> None:
    """A slash opens the search, the arrow keys choose and Enter goes there."""
    page.goto("/index.html", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("nujaba")
    page.wait_for_selector(".md-search-result__item a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/harakat-al-nujaba.html*")
    assert page.locator("h1").inner_text() == "Harakat al-Nujaba"


def test_home_offers_the_search(page: Page) -> None:
    """The field on the home page leads into the search."""
    page.goto("/index.html", wait_until="networkidle")
    page.locator(".bg-search-field").click()
    assert page.evaluate("document.activeElement.name") == "query"


def test_results_say_what_they_are(page: Page) -> None:
    """A result names the kind of its page, and of the other names only those that help."""
    page.goto("/index.html")
    page.fill("input[name=query]", "kataib hezbollah")
    page.wait_for_selector(".md-search-result__item .bg-kicker")
    first = page.locator(".md-search-result__item").first
    assert first.locator(".bg-kicker").inner_text() == "Group"
    assert "كتائب حزب الله" in first.inner_text()


def test_no_result_is_told(page: Page) -> None:
    """A search that finds nothing says so in words that a screen reader is told of."""
    page.goto("/index.html")
    page.fill("input[name=query]", "xyzzyq")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('No matching')")
    assert page.locator(".md-search-result__meta").get_attribute("aria-live") == "polite"
