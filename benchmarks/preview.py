#!/usr/bin/env python3
"""Measure how long a preview takes to show an edit of one article, beside plain MkDocs serving the same pages.

preview.py [--articles N] [--edits N] makes a site of N articles (2,000 by default) and five times as many entries. It
serves that by `mkdocs serve --dirty`, saves a sentence in one article after the other, and waits until its page has it.
Then plain MkDocs (`mkdocs serve`, without our hook) serves the same pages, and the sentence goes into a page.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.peers import NAMES_PER_ARTICLE, lay_out, machine
from benchmarks.synthetic import make_world

_WANTED = 3.0  # seconds until an edit shows
_PATIENCE = 3600  # seconds
_OURS, _RIVAL = "mkdocs serve --dirty, with our hook", "mkdocs serve, plain"


class Took(NamedTuple):
    """What it took until something was shown, in seconds: by the clock, and of the processor of the server."""

    clock: float
    processor: float


class Served:
    """A running server of a site."""

    def __init__(self, site: Path, *words: str) -> None:
        """Start it on a free port, and wait until it shows the home page."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", self.address, *words]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        silent = subprocess.DEVNULL
        self.process = subprocess.Popen(command, cwd=site, env=environment, stdout=silent, stderr=silent)
        self.start = self.until("index.html", "<html", Took(time.perf_counter(), 0.0))

    def now(self) -> Took:
        """Read the clock, and what the server has used of the processor; nothing where the system has no /proc."""
        told = Path(f"/proc/{self.process.pid}/stat")
        used = told.read_text("utf-8").rpartition(")")[2].split()[11:13] if told.exists() else ()
        return Took(time.perf_counter(), sum(map(int, used)) / os.sysconf("SC_CLK_TCK"))

    def until(self, page: str, wanted: str, since: Took) -> Took:
        """Wait until a page holds some words, and give what that took; ends the program where the server ends."""
        while wanted not in self._fetched(page):
            if self.process.poll() is not None or time.perf_counter() - since.clock > _PATIENCE:
                sys.exit(f"{page} never had {wanted!r}")
            time.sleep(0.02)
        now = self.now()
        return Took(now.clock - since.clock, now.processor - since.processor)

    def _fetched(self, page: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{page}", timeout=_PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""


@contextmanager
def served(site: Path, *words: str) -> Iterator[Served]:
    """Serve a site for as long as the context lasts."""
    server = Served(site, *words)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait()


def edits(server: Served, folder: Path, number: int, days: Iterator[int]) -> list[Took]:
    """Add a sentence that was never there to one article after the other, and give what each took to show."""
    took = []
    paths = sorted(path for path in folder.glob("*.md") if path.stem != "index" and "-part-" not in path.stem)
    for at in range(number):
        path, sentence = paths[at * len(paths) // number], f"The ice held for {next(days)} days."
        text, since = path.read_text("utf-8"), server.now()
        path.write_text(f"{text.rstrip()}\n\n{sentence}\n", "utf-8")
        took.append(server.until(f"articles/{path.stem}.html", sentence, since))
        time.sleep(1)  # as a person does, who reads what is shown
    return took


def main() -> None:
    """Make a site, let both serve it, and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        lay_out(site, make_world(NAMES_PER_ARTICLE * args.articles, args.articles))
        rows: dict[str, tuple[Took, list[Took]]] = {}
        days = count(1001)
        for name in (_OURS, f"{_OURS}, started again"):
            with served(site, "--dirty", "--config-file", "mkdocs.yml") as server:
                rows[name] = (server.start, edits(server, site / "content/articles", args.edits, days))
        with served(site, "--config-file", "plain.yml") as server:
            rows[_RIVAL] = (server.start, edits(server, site / "docs/articles", 1, days))
        pages = len(list((site / "docs").rglob("*.md")))
    print(f"{machine('mkdocs', 'mkdocs-material')}; {args.articles:,} articles, {pages:,} pages.\n")
    print(*report(rows), sep="\n")


def report(rows: dict[str, tuple[Took, list[Took]]]) -> Iterator[str]:
    """Give the lines of what is printed, as Markdown."""
    yield "| what | s to the first page | s to an edit shown | of plain | s of the processor for an edit |"
    yield "|---|---:|---:|---:|---:|"
    rival = median(one.clock for one in rows[_RIVAL][1])
    for name, (start, own) in rows.items():
        clocks = sorted(one.clock for one in own)
        spread = f" ({clocks[0]:.2f}–{clocks[-1]:.2f})" if len(own) > 1 else ""
        used = median(one.processor for one in own)
        middle = median(clocks)
        yield f"| {name} | {start.clock:.1f} | {middle:.2f}{spread} | {middle / rival:.3f} | {used:.2f} |"
    most = max(one.clock for name, (_, own) in rows.items() if name != _RIVAL for one in own)
    yield ""
    yield f"- {'holds' if most <= _WANTED else '**missed**'}: every edit shows within {_WANTED:.0f} s ({most:.2f})"


if __name__ == "__main__":
    main()
