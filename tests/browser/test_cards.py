"""Hover cards: who or what a link leads to, by mouse, keyboard and touch, without asking anybody."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import serving
from browser.kinds import KINDS, pages

pytestmark = pytest.mark.browser

GROUP = "/groups/kataib-hezbollah.html"
ROOT = Path(__file__).parents[2]
SOON = 2_000  # ms, far more than a card takes to open or close


def _article(site: Path) -> str:
    return f"/{pages(site)['article']}"


def _link(page: Page, name: str = "kataib-hezbollah") -> Locator:
    return page.locator(f".bg-article > p a.entity[href$='{name}.html']").first


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """Give a tab of a phone, which is touched."""
    profile = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield profile.new_page()
    profile.close()


def test_the_pointer_opens_a_card(page: Page, site: Path) -> None:
    """A card names the kind, the name, what it is and one fact with the paragraph that says so."""
    page.goto(_article(site))
    _link(page).hover()
    card = page.locator(".bg-card")
    expect(card).to_be_visible(timeout=SOON)
    expect(card.locator(".bg-kicker")).to_contain_text("Group militia")
    expect(card.locator(".bg-card__name")).to_have_text("Kataib Hezbollah")
    expect(card.locator(".bg-card__summary")).to_contain_text("Iraqi Twelver Shi’ite militia")
    assert re.search(r"#p\d+$", card.locator(".bg-card__fact .bg-para").get_attribute("href") or "")


def test_a_card_waits_before_it_opens(page: Page, site: Path) -> None:
    """A pointer that only crosses a link opens nothing."""
    page.goto(_article(site))
    _link(page).hover()
    page.wait_for_timeout(120)
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    assert page.locator(".bg-card").count() == 0


def test_the_pointer_may_go_into_a_card(page: Page, site: Path) -> None:
    """A card stays while the pointer is on it, and goes when it leaves (WCAG 1.4.13)."""
    page.goto(_article(site))
    _link(page).hover()
    card = page.locator(".bg-card")
    card.locator(".bg-card__summary").hover()
    page.wait_for_timeout(800)
    assert card.is_visible()
    page.mouse.move(5, 5)
    expect(card).to_have_count(0, timeout=SOON)


def test_escape_closes_a_card_under_the_pointer(page: Page, site: Path) -> None:
    """Escape takes the card away without moving the pointer, and it stays away (WCAG 1.4.13)."""
    page.goto(_article(site))
    _link(page).hover()
    expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    assert page.locator(".bg-card").count() == 0


def test_a_card_by_keyboard(page: Page, site: Path) -> None:
    """A link that has the focus opens its card; Tab goes into it and on from it, Shift+Tab and Escape back."""
    page.goto(_article(site), wait_until="networkidle")
    link = _link(page)
    page.keyboard.press("Tab")
    link.focus()
    card = page.locator(".bg-card")
    expect(card).to_be_visible(timeout=SOON)
    assert link.get_attribute("aria-describedby") == card.locator(".bg-card__summary").get_attribute("id")
    page.keyboard.press("Tab")
    expect(card.locator(".bg-card__name a")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert page.locator(".bg-card").count() == 0


def test_tab_goes_on_behind_the_link(page: Page, site: Path) -> None:
    """Whoever tabs through a card comes to what follows its link, and no card holds the focus."""
    page.goto(_article(site), wait_until="networkidle")
    link = _link(page)
    page.keyboard.press("Tab")
    link.focus()
    expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
    for _ in range(3):  # the name, the paragraph, and on
        page.keyboard.press("Tab")
    here = "[...document.querySelectorAll('main a[href], main summary')]"
    follows = page.evaluate(
        f"link => {here}.indexOf(document.activeElement) - {here}.indexOf(link)", link.element_handle()
    )
    assert follows == 1


def test_the_fact_leads_to_its_paragraph(page: Page) -> None:
    """From a card on an entry's page the ¶ leads to the very paragraph of the article."""
    page.goto(GROUP)
    page.locator("main .bg-claim a.entity").first.hover()
    mark = page.locator(".bg-card .bg-para")
    address = mark.evaluate("link => link.href", timeout=SOON)
    mark.click()
    page.wait_for_url(address)
    assert page.evaluate("document.querySelector(':target').id") == address.partition("#")[2]


def test_a_touch_asks_first(phone: Page, site: Path) -> None:
    """A touch opens a sheet at the foot, which leads on; a touch beside it, the button and Escape close it."""
    phone.goto(_article(site))
    sheet = phone.locator(".bg-card--sheet")
    ways: list[Callable[[], None]] = [
        lambda: phone.touchscreen.tap(4, 60),
        lambda: sheet.locator("button").tap(),
        lambda: phone.keyboard.press("Escape"),
    ]
    for leave in ways:
        _link(phone).tap()
        expect(sheet).to_be_visible(timeout=SOON)
        box = sheet.bounding_box()
        assert box
        assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 360, 740)
        leave()
        expect(sheet).to_have_count(0)
    _link(phone).tap()
    sheet.get_by_text("Open the page").tap()
    phone.wait_for_url(f"**{GROUP}")


def test_a_list_that_says_it_all_leads_on_at_once(phone: Page) -> None:
    """In an index, where the line says who it is, a touch goes to the page."""
    phone.goto("/groups/index.html")
    phone.locator(".bg-list a.entity[href$='kataib-hezbollah.html']").tap()
    phone.wait_for_url(f"**{GROUP}")


def test_scrolling_by_touch_opens_nothing(phone: Page, site: Path) -> None:
    """A finger that begins on a link and scrolls opens no card."""
    phone.goto(_article(site))
    _link(phone).scroll_into_view_if_needed()
    box = _link(phone).bounding_box()
    assert box
    x, y = box["x"] + 4, box["y"] + 4
    session = phone.context.new_cdp_session(phone)
    session.send(
        "Input.synthesizeScrollGesture", {"x": x, "y": y, "yDistance": -300, "gestureSourceType": "touch", "speed": 800}
    )
    phone.wait_for_timeout(500)
    assert phone.evaluate("scrollY") > 0
    assert phone.locator(".bg-card").count() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_has_its_card(page: Page, site: Path, kind: str) -> None:
    """What an entity link or a term leads to is known on its page; the page's own entry has no card."""
    page.goto(f"/{pages(site)[kind]}")
    linked = page.evaluate(
        """() => [...document.querySelectorAll('main a.entity, main a.term, main svg a')]
          .map(link => new URL(link.getAttribute('href'), location).pathname.slice(1).replace('.html', ''))"""
    )
    known = page.evaluate(
        "JSON.parse(document.querySelector('template.bg-cards')?.content.textContent ?? '{\"cards\":{}}').cards"
    )
    own = pages(site)[kind].removesuffix(".html")
    assert set(known) == set(linked) - {own}


def test_cards_are_light(site: Path) -> None:
    """On no page do the cards, with their script and style, cost more than 15 kB compressed."""
    parts = (ROOT / "docs/stylesheets/cards.css", ROOT / "docs/javascripts/cards.js")
    code = sum(len(gzip.compress(part.read_bytes())) for part in parts)
    costs = {}
    for path in sorted(site.rglob("*.html")):
        found = re.search(r'<template class="bg-cards">(.*?)</template>', path.read_text("utf-8"))
        costs[path] = code + (len(gzip.compress(found[1].encode())) if found else 0)
    assert len(costs) > 90
    assert max(costs.values()) < 15_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_is_accessible(browser: Browser, address: str, site: Path, scheme: str) -> None:
    """No rule of accessibility is broken while a card is open."""
    profile = browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    page = profile.new_page()
    page.goto(_article(site))
    _link(page).hover()
    expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
    page.wait_for_timeout(200)
    results = Axe().run(page)
    profile.close()
    assert results.violations_count == 0, results.generate_report()


def test_a_card_asks_nobody(page: Page, site: Path) -> None:
    """Opening a card makes no request."""
    page.goto(_article(site), wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _link(page).hover()
    expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
    assert asked == []


def test_a_card_from_disk(page: Page, site: Path) -> None:
    """Opened from disk, the cards work and lead on."""
    page.goto((site / _article(site)[1:]).as_uri())
    _link(page).hover()
    expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
    target = page.locator(".bg-card__name a").evaluate("link => link.href")
    assert Path(urlsplit(target).path).is_file()


def test_cards_survive_instant_navigation(browser: Browser, tmp_path: Path) -> None:
    """Where the theme replaces a page without loading it, the cards are those of the new page."""
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "docs"),
        "site_url": "http://127.0.0.1/",
        "hooks": [],
        "theme": {"custom_dir": str(ROOT / "overrides"), "features": ["navigation.instant"]},
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    with serving(tmp_path / "site") as address:
        for path in (tmp_path / "site").rglob("sitemap.xml"):  # the theme follows only links that it finds there
            path.write_text(path.read_text("utf-8").replace("http://127.0.0.1", address), encoding="utf-8")
        profile = browser.new_context(base_url=address)
        page = profile.new_page()
        page.goto("/groups/index.html", wait_until="networkidle")
        page.evaluate("window.sameDocument = true")
        page.locator(f"main a[href$='{GROUP.rpartition('/')[2]}']").first.click()
        page.wait_for_url(f"**{GROUP}")
        page.locator("main .bg-claim a.entity").first.hover()
        expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
        assert page.evaluate("window.sameDocument")
        profile.close()


def test_a_card_near_the_edges(page: Page, site: Path) -> None:
    """A card stands within the window, wherever its link does, and covers no line of its link."""
    page.goto(_article(site))
    page.set_viewport_size({"width": 700, "height": 500})
    for at in range(6):
        link = page.locator(".bg-article > p a.entity").nth(at)
        link.evaluate("(link, block) => link.scrollIntoView({ block })", ["start", "end", "center"][at % 3])
        if at % 3 == 0:
            page.mouse.wheel(0, -120)
            page.wait_for_timeout(150)
        page.mouse.move(2, 2)
        expect(page.locator(".bg-card")).to_have_count(0, timeout=SOON)
        link.hover()
        expect(page.locator(".bg-card")).to_be_visible(timeout=SOON)
        inside = page.evaluate(
            """() => { const box = document.querySelector('.bg-card').getBoundingClientRect();
              return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }"""
        )
        assert inside, at
