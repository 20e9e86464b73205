"""A site of several articles, where each ¶ names its article: nothing lies over anything, at any width."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.conftest import serving

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FRAME = ("content", "overrides", "generator", "docs/stylesheets", "docs/javascripts", "docs/assets")
SECOND = """\
---
title: "After the truce: how the groups that Tehran arms went on counting what they have left, and for whom"
description: What Hezbollah and the Houthis did in the months that followed.
authors: [Mohammad Mazhari]
date: 2024-11-30
---
Kataib Hezbollah had suspended its operations, and Hezbollah went on firing. “Nothing is lost,” said Hossein Mousavian.

Iran, Hezbollah and the Houthis kept to what they had told Iraq and Syria in January 2024.

| Country | What it hopes to gain from it | What it fears |
| --- | --- | --- |
| Azerbaijan | A land link to the west, and an open border with its neighbours | Delay; revanchism in the town |
| Iran | Transit fees, if the route joins its own railways | Being cut off from the north |
"""
# The sentences of the page whose ¶ or passage covers some of their words.
COVERED = """() => {
  const boxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  };
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const found = [];
  for (const row of document.querySelectorAll(".bg-row, .bg-mention, .bg-dates > li")) {
    const [told] = row.querySelectorAll(".bg-claim, .bg-sentence");
    const [sign] = row.querySelectorAll(":scope > .bg-evidence, :scope > details > summary, :scope > .bg-para");
    if (told && sign && boxes(sign).some((one) => boxes(told).some((other) => meet(one, other))))
      found.push(told.textContent);
  }
  return found;
}"""
TOO_WIDE = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
PAGES = (
    "groups/kataib-hezbollah", "actors/iran", "events/drone-attack-on-the-base-in-jordan", "glossary/militia",
    "articles/second", "who-says-what", "timeline", "network", "sources", "whats-changed", "index",
)  # fmt: skip


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the default site with a second article; gives its address."""
    folder = tmp_path_factory.mktemp("several")
    for name in FRAME:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "social"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content/articles/second.md").write_text(SECOND, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    with serving(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_sign_covers_its_sentence(browser: Browser, several: str, width: int) -> None:
    """However long the name of an article is, the ¶ that has it stands beside the sentence or under it."""
    context = browser.new_context(base_url=several, viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in PAGES:
        page.goto(f"/{path}.html")
        assert page.evaluate(COVERED) == [], path
        assert page.evaluate(TOO_WIDE) <= 0, path
    context.close()


def test_no_word_in_the_head_of_a_table_is_broken(browser: Browser, several: str) -> None:
    """On a phone the number of a table stands beside its first word or above it."""
    context = browser.new_context(base_url=several, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto("/articles/second.html")
    lines = page.locator("th").first.evaluate("""(cell) => {
      const range = document.createRange();
      range.selectNode([...cell.childNodes].findLast((node) => node.textContent.trim()));
      return new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => box.top)).size;
    }""")
    assert lines == 1
    context.close()


def test_an_article_does_not_name_itself_beside_its_own_paragraphs(browser: Browser, several: str) -> None:
    """On the page of an article a ¶ is a number alone, and elsewhere it says of which article."""
    context = browser.new_context(base_url=several)
    page = context.new_page()
    page.goto("/articles/second.html")
    own = page.locator(".bg-after-article a.bg-para").all_text_contents()
    assert own
    assert [one for one in own if not one.removeprefix("¶\N{NO-BREAK SPACE}").isdigit()] == []
    page.goto("/groups/kataib-hezbollah.html")
    named = page.locator(".bg-mention .bg-para").all_text_contents()
    assert {one.partition(", ")[2][:9] for one in named} == {"After the", "Is Iran L"}
    context.close()
