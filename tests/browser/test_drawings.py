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


# The smallest type in a drawing as it is shown, in pixels.
SMALLEST = """drawing => {
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  const sizes = [...drawing.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize));
  return Math.min(...sizes) * scale;
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
            assert drawing.evaluate(SMALLEST) >= 12.9, (address, width)


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


def test_the_timeline_is_filtered_by_who_took_part(page: Page) -> None:
    """Choosing a name by keyboard leaves its events in the list and in the picture, and says how many they are."""
    page.goto("/timeline.html", wait_until="networkidle")
    count = page.locator(".bg-event").count()
    assert page.locator(".bg-event:visible").count() == count
    page.locator(".bg-filter input").first.focus()
    page.keyboard.press("ArrowDown")
    name = page.locator(".bg-filter label:has(input:checked)").inner_text().strip()
    shown = page.locator(".bg-event:visible")
    assert 0 < shown.count() < count
    assert all(name in text for text in page.locator(".bg-event:visible .bg-who").all_inner_texts())
    assert page.locator(".bg-count[role=status]").inner_text() == f"{shown.count()} of {count} events: {name}"
    in_list = set(page.locator(".bg-event:visible .bg-what a:not(.bg-para)").all_inner_texts())
    in_picture = page.locator(".bg-times svg:visible a:not(.bg-hidden)").all_text_contents()
    assert {text.strip() for text in in_picture} == in_list
    page.locator(".bg-filter button").click()
    assert page.evaluate("document.activeElement.matches('.bg-filter input')")
    page.locator(".bg-filter input").first.check()
    assert shown.count() == count


def test_only_the_picture_of_the_timeline_scrolls(page: Page) -> None:
    """At 320 px the picture scrolls in its own frame, by keyboard too, and the page does not."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/timeline.html", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    frame = page.locator(".bg-times .bg-frame")
    assert frame.evaluate("f => f.scrollWidth > f.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.bg-times .bg-frame').scrollLeft > 0")


def test_names_in_the_picture_of_the_timeline_do_not_overlap(page: Page) -> None:
    """As the browser sets them, names stand clear of each other at every width, and no text is small."""
    for width in (1440, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/timeline.html", wait_until="networkidle")
        drawing = page.locator(".bg-times svg:visible")
        assert drawing.count() == 1
        assert drawing.evaluate(OVERLAPS) == [], width
        assert drawing.evaluate(SMALLEST) >= 12.9, width
