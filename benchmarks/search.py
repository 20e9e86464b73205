"""How long a reader waits for the first result: Material's search and Pagefind on the same pages, in turns.

    python benchmarks/search.py MATERIAL PAGEFIND

Both are folders of the same site, built once with `extra: {search: material}` and once with `pagefind`. Each run has a
fresh profile, in which nothing was loaded before: a page is opened, and as soon as it is read a name is written into
the field. Measured is the time from there until the first result stands in the list, and then the same for a second
name. Needs Debian's chromium; the sites are served from this machine, uncompressed.
"""

from __future__ import annotations

import json
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.conftest import ARGUMENTS, CHROMIUM, serving
from playwright.sync_api import Browser, sync_playwright

RUNS = 7
LETTERS = 6  # of a name that is asked for
LONGEST = 120_000  # ms
PAGE = "how-to-read.html"
ASK = """
([query, longest]) => new Promise((resolve, reject) => {
  const field = document.querySelector("input[name=query]");
  const list = document.querySelector(".md-search-result__list");
  const begun = performance.now();
  const look = () => {
    const first = list.querySelector("h1");
    if (first?.textContent.toLowerCase().includes(query.toLowerCase())) resolve(performance.now() - begun);
  };
  new MutationObserver(look).observe(list, { childList: true, subtree: true });
  setTimeout(() => reject(new Error(`nothing found for ${query}`)), longest);
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event("keyup"));
})
"""


@dataclass(frozen=True, slots=True)
class Waited:
    """The ms until the first result of the first search on a page, and of the next."""

    first: float
    next: float


def names(site: Path, count: int) -> list[str]:
    """Choose names of entries, evenly from all; each a word that stands in one title alone."""
    docs = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    titles = [
        doc["title"]
        for doc in docs
        if doc["location"].startswith(("actors/", "places/")) and "#" not in doc["location"]
    ]
    words = [word for title in titles for word in set(title.split())]
    once = [word for word in words if words.count(word) == 1 and word.isalpha() and len(word) >= LETTERS]
    return [once[at * (len(once) - 1) // (count - 1)] for at in range(count)]


def waited(browser: Browser, address: str, queries: tuple[str, str]) -> Waited:
    """Search twice on a page that was just opened."""
    profile = browser.new_context(base_url=address)
    page = profile.new_page()
    page.set_default_timeout(LONGEST)
    page.goto(f"/{PAGE}", wait_until="domcontentloaded")
    found = Waited(*(page.evaluate(ASK, [query, LONGEST]) for query in queries))
    profile.close()
    return found


def _row(name: str, runs: list[Waited], peer: list[Waited]) -> str:
    cells = []
    for part in ("first", "next"):
        times = sorted(getattr(run, part) for run in runs)
        ratio = statistics.median(times) / statistics.median(getattr(run, part) for run in peer)
        cells.append(f"{statistics.median(times):,.0f} ({times[0]:,.0f}–{times[-1]:,.0f}) | {ratio:.2f}")
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    material, pagefind = (Path(folder).resolve() for folder in sys.argv[1:3])
    asked = names(material, 2 * RUNS)
    with sync_playwright() as playwright, serving(material) as one, serving(pagefind) as other:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        runs = [
            [waited(browser, address, (asked[2 * at], asked[2 * at + 1])) for address in (one, other)]
            for at in range(RUNS)
        ]
        browser.close()
    columns = list(zip(*runs, strict=True))
    print(f"{len(list(material.rglob('*.html'))):,} pages; medians of {RUNS} runs (the fastest to the slowest).\n")
    print("| search | ms to the first result | of Material's | ms, next search | of Material's |")
    print("|---|---:|---:|---:|---:|")
    for name, column in zip(("Material", "Pagefind"), columns, strict=True):
        print(_row(name, list(column), list(columns[0])))


if __name__ == "__main__":
    main()
