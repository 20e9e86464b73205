"""Nothing moves under the reader's eyes while fonts and scripts are still on their way."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


class _Late(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Hand out fonts and scripts late, all else at once."""
        if self.path.endswith((".woff2", ".js")):
            time.sleep(LATE)
        super().do_GET()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing of requests."""


@pytest.fixture(scope="module")
def late(site: Path) -> Iterator[str]:
    """Serve the site with fonts and scripts that come late; gives its address without a closing slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Late, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


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
