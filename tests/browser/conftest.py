"""A browser and the built site: Debian's chromium, and a server on this machine alone."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class _Quiet(SimpleHTTPRequestHandler):
    headers_sent: ClassVar[Mapping[str, str]] = {}
    late: ClassVar[float] = 0

    def do_GET(self) -> None:
        """Hand out fonts and scripts as late as is wanted, all else at once."""
        if self.path.endswith((".woff2", ".js")):
            time.sleep(self.late)
        super().do_GET()

    def end_headers(self) -> None:
        """Send what the host sends with every file."""
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing of requests."""


def _miss(reason: str) -> NoReturn:
    """Skip on a desk; fail where the checks must have run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def site() -> Path:
    """Give the folder of the built site: SITE_DIR, or site/ beside mkdocs.yml."""
    folder = Path(os.environ.get("SITE_DIR") or Path(__file__).parents[2] / "site").resolve()
    if not (folder / "index.html").is_file():
        _miss(f"The site is not built in {folder}: run `make site`, or set SITE_DIR.")
    return folder


@contextlib.contextmanager
def serving(site: Path, headers: Mapping[str, str] | None = None, late: float = 0) -> Iterator[str]:
    """Serve a site on a free port; gives its address without a closing slash.

    `headers` are sent with every file; fonts and scripts come `late` seconds after they were asked for.
    """
    handler = type("_Host", (_Quiet,), {"headers_sent": headers or {}, "late": late})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site; gives its address without a closing slash."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's chromium once a run; every test has a fresh profile of its own."""
    if not CHROMIUM.exists():
        _miss(f"There is no {CHROMIUM}: `apt-get install chromium`.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Give a fresh profile of a desk's size, in which nothing moves: what a test measures has come to rest."""
    profile = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield profile
    profile.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty tab."""
    return context.new_page()
