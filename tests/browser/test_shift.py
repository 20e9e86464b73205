"""Nothing moves under the reader's eyes while fonts and scripts are still on their way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import serving
from browser.kinds import KINDS, pages

pytestmark = pytest.mark.browser

LATE = 0.3  # seconds: longer than a browser waits for a font before it shows another
SHIFTS = """() => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => list.getEntries().forEach(entry => found.push([
    entry.value, entry.sources.map(({ node }) => node?.className ?? node?.parentElement?.className ?? '')
  ]))).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(found), 250);
})"""


@pytest.fixture(scope="module")
def late(site: Path) -> Iterator[str]:
    """Serve the site with fonts and scripts that come late; gives its address without a closing slash."""
    with serving(site, late=LATE) as found:
        yield found


@pytest.mark.parametrize("width", [412, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_shifts(browser: Browser, late: str, site: Path, kind: str, width: int) -> None:
    """The page stands still from its first sight on, also when its fonts and scripts come after that."""
    profile = browser.new_context(base_url=late, viewport={"width": width, "height": 823})
    page: Page = profile.new_page()
    page.goto(f"/{pages(site)[kind]}")
    shifts = page.evaluate(SHIFTS)
    profile.close()
    assert sum(value for value, _ in shifts) < 0.001, shifts
