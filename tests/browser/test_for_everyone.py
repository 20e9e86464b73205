"""How pages bear what readers set: wider spacing, larger text, the system's own colours, less motion."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.kinds import KINDS, pages

pytestmark = pytest.mark.browser

# What WCAG 1.4.12 lets a reader set, in units of the size of the text.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""

# Text that its own box cuts off: what is hidden for the eye alone, and what scrolls, is none.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(box => {
  const style = getComputedStyle(box);
  const hides = side => ['hidden', 'clip'].includes(style['overflow' + side]);
  const has = [...box.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  if (!has || !box.checkVisibility()) return false;
  if (box.closest('svg, .bg-visually-hidden, .md-search, .md-nav__title')) return false;
  return hides('X') && box.scrollWidth > box.clientWidth + 1 || hides('Y') && box.scrollHeight > box.clientHeight + 1;
}).map(box => box.className + ': ' + box.textContent.trim().slice(0, 40))"""

# Pieces of text that run over each other, of different parents.
OVER = """() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (node.parentElement.closest('svg, .bg-visually-hidden, .md-nav__title, .bg-margin ul')) continue;
    if (getComputedStyle(node.parentElement.closest('thead') ?? document.body).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const inset = box.height * 0.25;
      boxes.push({ left: box.left + 1, right: box.right - 1, top: box.top + inset, bottom: box.bottom - inset, node });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.node === b.node || a.left >= b.right || b.left >= a.right) continue;
      found.push([a.node.data.trim(), b.node.data.trim()]);
    }
  }
  return found.slice(0, 5);
}"""


@contextmanager
def _opened(browser: Browser, address: str, site: Path, kind: str, **settings: object) -> Iterator[Page]:
    """Open a page with all its passages open, as a reader with these settings has it."""
    # A style that a reader sets is not the page's, which its policy rules.
    profile = browser.new_context(base_url=address, bypass_csp=True, **settings)
    page = profile.new_page()
    page.goto(f"/{pages(site)[kind]}")
    page.evaluate("document.querySelectorAll('main details').forEach(box => box.open = true)")
    yield page
    profile.close()


def _faults(page: Page, width: int, height: int) -> list[object]:
    """Say what is wrong with a page in a window: text that is cut off or runs over other text, sideways scrolling."""
    page.set_viewport_size({"width": width, "height": height})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*([f"{wide} px in {width} px"] if wide > width else []), *page.evaluate(CUT), *page.evaluate(OVER)]


@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_zoomed_and_spaced(browser: Browser, address: str, site: Path, kind: str) -> None:
    """At 200 and 400 % of 1280 px, and with the spacing of WCAG 1.4.12, no text is cut, covered or scrolls sideways."""
    with _opened(browser, address, site, kind) as page:
        # What it settles at, not what it passes through, and as all stands once it has been scrolled to.
        page.add_style_tag(content="* { transition: none !important; content-visibility: visible !important }")
        assert [_faults(page, *size) for size in ((640, 512), (320, 256))] == [[], []]
        page.add_style_tag(content=SPACING)
        assert [_faults(page, *size) for size in ((320, 800), (768, 800), (1280, 800))] == [[], [], []]


@pytest.mark.parametrize("kind", KINDS)
def test_less_colour_and_less_motion(browser: Browser, address: str, site: Path, kind: str) -> None:
    """With forced colours every sign is drawn and marked words stay marked; where motion is to rest, nothing moves."""
    with _opened(browser, address, site, kind, forced_colors="active", reduced_motion="reduce") as page:
        lost = page.evaluate(
            """() => {
              const ground = getComputedStyle(document.body).backgroundColor;
              const seen = colour => colour !== 'none' && colour !== ground && !/^rgba.*, 0\\)$/.test(colour);
              const drawn = shape => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].some(seen);
              const shapes = [...document.querySelectorAll('main svg :is(path, circle, rect)')];
              const visible = shapes.filter(shape => shape.checkVisibility() && !shape.closest('.bg-hidden'));
              return visible.filter(shape => !drawn(shape)).map(shape => shape.outerHTML.slice(0, 90));
            }"""
        )
        assert lost == []
        marks = page.evaluate(
            """() => {
              const ground = getComputedStyle(document.body).backgroundColor;
              return [...document.querySelectorAll('main mark')].filter(mark => mark.checkVisibility())
                .map(mark => getComputedStyle(mark)).filter(style => style.backgroundColor === ground).length;
            }"""
        )
        assert marks == 0
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(one => {
              const style = getComputedStyle(one);
              const times = `${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat);
              return Math.max(...times) > 0.01 || style.scrollBehavior === 'smooth';
            }).map(one => one.className)"""
        )
        assert moving == []
