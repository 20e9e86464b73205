"""What a reader relies on, whichever builder made the site: SITE_DIR says which one is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import pages

pytestmark = pytest.mark.browser

GROUP = "/groups/kataib-hezbollah.html"


def test_a_link_has_its_card(page: Page, site: Path) -> None:
    """The hover card opens in the article, and its name leads to the entry."""
    page.goto(f"/{pages(site)['article']}")
    page.locator(".bg-article > p a.entity[href$='kataib-hezbollah.html']").first.hover()
    expect(page.locator(".bg-card__summary")).to_contain_text("militia", timeout=5_000)
    page.locator(".bg-card__name a").click()
    page.wait_for_url(f"**{GROUP}")


def test_a_claim_has_its_evidence(page: Page) -> None:
    """A passage opens, marks the decisive words and leads to the paragraph."""
    page.goto(GROUP)
    passage = page.locator("details.bg-passage").first
    passage.locator("summary").click()
    expect(passage.locator("mark").first).to_be_visible()
    link = passage.locator("a[href*='#p']").first
    fragment = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url(f"**/articles/*.html#{fragment}")
    expect(page.locator(f"#{fragment}").first).to_be_visible()


def test_the_drawing_is_there(page: Page) -> None:
    """The neighbourhood is drawn, and its names are links."""
    page.goto(GROUP)
    drawing = page.locator("main svg:has(a):visible").first
    expect(drawing).to_be_visible()
    box = drawing.bounding_box()
    assert box
    assert min(box["width"], box["height"]) > 100


def test_the_index_of_the_search_has_every_name(site: Path) -> None:
    """Aliases and native names stand in the index of the search, whatever its form."""
    index = next(path for path in (site / "search/search_index.json", site / "search.json") if path.is_file())
    text = index.read_text("utf-8")
    for name in ("Ansar Allah", "Kata'ib Hizballah", "كتائب حزب الله"):
        assert name in text or name.encode("unicode_escape").decode() in text, name


def test_a_page_says_what_it_is(page: Page) -> None:
    """Structured data, a picture for whoever shares the page and how to cite it have the site's address."""
    page.goto(GROUP)
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert "site:/" not in page.content()
    assert (page.locator("meta[property='og:image']").get_attribute("content") or "").startswith("https://")
    assert page.locator("[data-bg-copy=APA] .bg-address").inner_text().startswith("https://")
