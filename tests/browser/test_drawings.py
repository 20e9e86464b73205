"""Drawings in a browser: nothing overlaps, all can be reached and read, on a desk, on a phone and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NEIGHBOURHOODS = ["/groups/kataib-hezbollah.html", "/actors/iran.html", "/actors/qasem-soleimani.html"]
# The pairs of texts, and of texts and signs, in a drawing that overlap by more than a pixel.
OVERLAPS = """drawing => {
  const pieces = [...drawing.querySelectorAll("text, .sign")].flatMap(piece =>
    piece.querySelector("tspan") ? [...piece.childNodes].filter(n => n.textContent.trim()) : [piece]);
  const boxes = pieces.map(piece => {
    const range = document.createRange();
    range.selectNodeContents(piece);
    const box = piece.nodeName === "path" ? piece.getBoundingClientRect() : range.getBoundingClientRect();
    return { name: piece.textContent.trim() || "sign", ...box.toJSON() };
  });
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter(b => meet(a, b)).map(b => [a.name, b.name]));
}"""


def test_names_in_a_neighbourhood_do_not_overlap(page: Page) -> None:
    """On a desk and on a phone the words of a neighbourhood stand clear of each other, as the browser sets them."""
    for width, shown in ((1440, ".bg-wide"), (768, ".bg-wide"), (360, ".bg-narrow"), (320, ".bg-narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        for address in NEIGHBOURHOODS:
            page.goto(address, wait_until="networkidle")
            drawing = page.locator(f".bg-ledger svg{shown}")
            assert drawing.is_visible()
            assert page.locator(".bg-ledger svg:visible").count() == 1
            assert drawing.evaluate(OVERLAPS) == [], (address, width)


def test_words_in_a_drawing_are_as_wide_as_measured(page: Page) -> None:
    """The browser sets a name no wider than the program measured it, for both know the same font."""
    page.goto("/actors/iran.html", wait_until="networkidle")
    left = page.evaluate(
        "[...document.querySelectorAll('.bg-wide text.end')].map(text => text.getBBox().x)",
    )
    assert left
    assert min(left) > -1


def test_a_name_in_a_drawing_leads_to_its_page(page: Page) -> None:
    """A name is a link that can be followed by keyboard, and shows that it has the focus."""
    page.goto(NEIGHBOURHOODS[0], wait_until="networkidle")
    node = page.locator(".bg-ledger svg:visible a", has_text="U.S. military")
    node.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert node.evaluate("a => a.matches(':focus-visible') && getComputedStyle(a).outlineStyle !== 'none'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/groups/us-military.html")
