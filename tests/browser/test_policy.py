"""The site's policy lets no script run that is not the site's own, and nothing of the site needs more."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import write_hostile_content
from playwright.sync_api import Browser, Page, expect

from browser.conftest import serving
from browser.kinds import KINDS, pages

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
WATCH = """
window.against = [];
document.addEventListener("securitypolicyviolation", (event) =>
  against.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture
def watched(page: Page) -> Page:
    """Give a tab that notes whatever goes against the policy, from the first line of each page on."""
    page.add_init_script(WATCH)
    return page


def _against(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.against")
    return found


def _policy(page: Page) -> str:
    return page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_needs_more_than_the_policy_gives(watched: Page, site: Path, kind: str) -> None:
    """Every kind of page has the policy, which lets no inline script or style run, and nothing goes against it."""
    watched.goto(f"/{pages(site)[kind]}")
    watched.wait_for_timeout(100)
    assert "script-src 'self'; style-src 'self'" in _policy(watched)
    assert "unsafe" not in _policy(watched)
    assert watched.locator("script:not([src]):not([type$=json])").count() == 0
    assert _against(watched) == []


def test_cards_work_under_the_policy(watched: Page, site: Path) -> None:
    """A hover card opens."""
    watched.goto(f"/{pages(site)['article']}")
    watched.locator(".bg-article > p a.entity").first.hover()
    expect(watched.locator(".bg-card__summary")).to_be_visible(timeout=5_000)
    assert _against(watched) == []


@pytest.mark.parametrize("path", ["timeline.html", "network.html"])
def test_filters_work_under_the_policy(watched: Page, path: str) -> None:
    """The filters and the zoom of the drawings are there and do what they say."""
    watched.goto(f"/{path}")
    watched.locator(".bg-filter input[type=radio]").nth(1).check()
    for button in watched.locator(".bg-filter button:visible").all()[:3]:
        button.click()
    expect(watched.locator(".bg-count")).not_to_be_empty()
    assert _against(watched) == []


def test_search_works_under_the_policy(watched: Page) -> None:
    """Search finds, and its worker is let run."""
    watched.goto("/index.html")
    watched.locator("[data-md-component=search-query]").fill("nujaba")
    expect(watched.locator(".md-search-result__item").first).to_contain_text("Nujaba", timeout=10_000)
    assert _against(watched) == []


def test_the_colours_are_kept_under_the_policy(watched: Page) -> None:
    """Dark stays dark on the next page, which the theme does with an inline script, and this site with a file."""
    watched.goto("/index.html")
    watched.locator("label[for=__palette_1]").click()
    watched.goto("/timeline.html")
    assert watched.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert _against(watched) == []


def test_a_page_from_disk_works_under_the_policy(watched: Page, site: Path) -> None:
    """A page that is opened from disk has its styles and scripts."""
    watched.goto((site / pages(site)["article"]).as_uri())
    watched.locator(".bg-article > p a.entity").first.hover()
    expect(watched.locator(".bg-card__summary")).to_be_visible(timeout=5_000)
    assert _against(watched) == []


# ------------------------------------------------------------------------------------------------ hostile content


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of hostile content with MkDocs; gives its folder."""
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_content(folder / "content")
    for name in ("overrides", "generator", "docs/stylesheets", "docs/javascripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


@pytest.fixture(scope="module")
def tab(browser: Browser, hostile: Path) -> Iterator[Page]:
    """Give one watched tab on the hostile site, in which a dialog would fail the test."""
    with serving(hostile) as address:
        profile = browser.new_context(base_url=address)
        page = profile.new_page()
        page.add_init_script(WATCH)
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
        yield page
        profile.close()


def test_nothing_of_hostile_content_runs(tab: Page, hostile: Path) -> None:
    """No page of hostile content runs anything, asks another host, or even tries: the policy has nothing to refuse."""
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    found = sorted(path.relative_to(hostile).as_posix() for path in hostile.rglob("*.html"))
    assert len(found) > 50
    for path in found:
        tab.goto(f"/{path}", wait_until="load")
        assert (path, _against(tab)) == (path, [])
        assert tab.title() != "ran", path
        assert tab.locator(".md-footer").count() == 1, path
    assert {re.sub(r"^(https?://[^/]*).*", r"\1", url) for url in asked} == {re.sub(r"(:\d+)/.*", r"\1", tab.url)}


def test_search_shows_hostile_names_as_text(tab: Page) -> None:
    """What search shows of a name is text, whatever stands in it."""
    tab.goto("/index.html")
    tab.locator("[data-md-component=search-query]").fill("group")
    expect(tab.locator(".md-search-result__item").first).to_be_visible(timeout=10_000)
    assert tab.locator(".md-search-result__list :is(img, script, iframe, input, [onerror], [onload])").count() == 0
    assert _against(tab) == []
    assert tab.title() != "ran"
