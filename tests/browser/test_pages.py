"""What holds on a page of every kind, in Debian's chromium on the built site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from browser.kinds import KINDS, pages

pytestmark = pytest.mark.browser

DESK = (1440, 900)
PHONE = (360, 780)


def _address(site: Path, kind: str) -> str:
    found = pages(site)
    if kind == "shared name" and kind not in found:
        pytest.skip("no name is shared in this catalogue")
    return f"/{found[kind]}"


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(box => box.open = true)")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(  # noqa: PLR0913, PLR0917 - three columns, three fixtures
    browser: Browser, address: str, site: Path, kind: str, scheme: str, size: tuple[int, int]
) -> None:
    """No page breaks a rule of accessibility that a program can check, with all its passages open."""
    viewport = {"width": size[0], "height": size[1]}
    # Nothing moves: while the bar of sections fades out, its words have no contrast.
    profile = browser.new_context(
        base_url=address,
        color_scheme=scheme,
        viewport=viewport,
        reduced_motion="reduce",
    )
    page = profile.new_page()
    page.goto(_address(site, kind))
    _open_all(page)
    results = Axe().run(page)
    profile.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_host_is_asked(context: BrowserContext, address: str, site: Path, kind: str) -> None:
    """Opening a page, and searching from it, asks nothing of any other host."""
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(_address(site, kind), wait_until="networkidle")
    page.fill("input[name=query]", "hezbollah")
    page.wait_for_selector(".md-search-result__item a")
    here = urlsplit(address).netloc
    foreign = [url for url in asked if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != here]
    assert foreign == []
    assert len(asked) > 3


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_fails(page: Page, site: Path, kind: str) -> None:
    """No script fails and no file is missing on any kind of page."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    page.goto(_address(site, kind), wait_until="networkidle")
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways(page: Page, site: Path, kind: str) -> None:
    """The page fits every width from 320 px on, its passages open; what is wider scrolls in a frame of its own."""
    page.goto(_address(site, kind))
    _open_all(page)
    wide = []
    for width in (320, 360, 768, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wide += [width] if page.evaluate("document.documentElement.scrollWidth") > width else []
    assert wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_one_title(page: Page, site: Path, kind: str) -> None:
    """Every page has exactly one h1, and a title in the window that names the page and the site."""
    page.goto(_address(site, kind))
    assert page.locator("h1:visible").count() == 1
    assert "Iran and the militias" in page.title()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_read_is_small(page: Page, site: Path, kind: str) -> None:
    """No text on a page is set in less than 13 px."""
    page.goto(_address(site, kind))
    _open_all(page)
    small = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const holder = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !holder.checkVisibility()) continue;
            if (holder.closest("svg, script, sup")) continue;
            if (parseFloat(getComputedStyle(holder).fontSize) < 12.99) found.push(walker.currentNode.data.trim());
          }
          return found;
        }"""
    )
    assert small == []


@pytest.mark.parametrize("width", [768, 1000, 1200, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_no_line_of_text_is_too_long(page: Page, site: Path, kind: str, width: int) -> None:
    """What one reads, which is set in the serif, is at most 640 px wide, but for the edges of a mark."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(_address(site, kind))
    _open_all(page)
    long = page.evaluate(
        """() => [...document.querySelectorAll("main :is(p, li, dd, blockquote)")].flatMap((box) => {
          const isText = [...box.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 40);
          if (!isText || !box.checkVisibility() || !getComputedStyle(box).fontFamily.includes("Serif")) return [];
          const inline = [...box.childNodes].filter(
            (node) => node.nodeType === 3 || (node.nodeType === 1 && getComputedStyle(node).display === "inline")
          );
          const range = document.createRange();
          const pieces = inline.flatMap((node) => (range.selectNode(node), [...range.getClientRects()]));
          const wide = Math.max(...pieces.map((one) => one.right)) - Math.min(...pieces.map((one) => one.left));
          return wide > 645 ? [`${Math.round(wide)}: ${box.textContent.trim().slice(0, 60)}`] : [];
        })"""
    )
    assert long == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_chooses_the_scheme(browser: Browser, address: str, scheme: str) -> None:
    """The ground is dark where the system is, with scripts and without."""
    for scripts in (True, False):
        profile = browser.new_context(base_url=address, color_scheme=scheme, java_script_enabled=scripts)
        page = profile.new_page()
        page.goto("/index.html")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        profile.close()
        assert ground == {"light": "rgb(253, 252, 249)", "dark": "rgb(23, 25, 27)"}[scheme], scripts
