"""How light the pages are: Lighthouse on a page of every kind, as a phone sees it, and what each page weighs.

    make site && python benchmarks/pages.py [SITE]

Needs node and Debian's chromium. The site is served from this machine with gzip, as any web server would. Each page is
looked at three times, and the run in the middle by performance counts.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.kinds import pages

LIGHTHOUSE = "lighthouse@12.8.2"
CHROMIUM = "/usr/bin/chromium"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
OWN = ("stylesheets", "javascripts")
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Gzipped(SimpleHTTPRequestHandler):
    """Serve files compressed and for a long time, as a web server does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        found = path.is_file()
        data = path.read_bytes() if found else b"not found"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)) if found else "text/plain")
        self.send_header("Cache-Control", "max-age=31536000" if path.suffix != ".html" else "no-cache")
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
            data = gzip.compress(data)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing of requests."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What Lighthouse says of a page: its scores from 0 to 100, and how far things moved while it loaded."""

    scores: tuple[int, ...]
    shift: float
    paint: float  # ms until the largest thing stood there


def looked_at(address: str, folder: Path) -> Seen:
    """Look at a page with Lighthouse's own settings for a phone."""
    seen = sorted((_once(address, folder / "report.json") for _ in range(RUNS)), key=lambda one: one.scores)
    return seen[RUNS // 2]


def _once(address: str, report: Path) -> Seen:
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"]
    flags = f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    subprocess.run([*command, *flags], check=True, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True)
    read: dict[str, Any] = json.loads(report.read_text("utf-8"))
    scores = tuple(round(100 * read["categories"][name]["score"]) for name in CATEGORIES)
    audits = read["audits"]
    for name in CATEGORIES[1:]:
        for ref in read["categories"][name]["auditRefs"]:
            if ref["weight"] and audits[ref["id"]]["score"] not in {1, None}:
                print(f"  {address}: {ref['id']}: {audits[ref['id']]['title']}", file=sys.stderr)
    return Seen(
        scores, audits["cumulative-layout-shift"]["numericValue"], audits["largest-contentful-paint"]["numericValue"]
    )


def weight(site: Path, page: str) -> tuple[float, float]:
    """Give in kB, compressed, what a page's HTML weighs, and with it those of our styles and scripts that it loads."""
    text = (site / page).read_text("utf-8")
    loaded = re.findall(rf'(?:href|src)="[^"]*?((?:{"|".join(OWN)})/[^"/]+\.(?:css|js))"', text)
    own = sum(len(gzip.compress((site / name).read_bytes())) for name in set(loaded) if (site / name).is_file())
    html = len(gzip.compress(text.encode()))
    return html / 1000, (html + own) / 1000


def main() -> None:
    """Print the table."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(
        "| page | performance | accessibility | best practices | SEO | layout shift | largest paint | HTML | and ours |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for kind, page in pages(site).items():
            if page == "404.html":  # it tells search engines to stay away, as it must
                continue
            seen = looked_at(f"http://127.0.0.1:{server.server_port}/{page}", Path(folder))
            html, own = weight(site, page)
            scores = " | ".join(map(str, seen.scores))
            print(
                f"| {kind} | {scores} | {seen.shift:.3f} | {seen.paint / 1000:.1f} s | {html:.1f} kB | {own:.1f} kB |"
            )
            sys.stdout.flush()
    server.shutdown()


if __name__ == "__main__":
    main()
