"""What building a site costs: cold, without a store of rendered pages, and after one edit.

    python benchmarks/building.py CONTENT [FOLDER]

A site of the content folder CONTENT, with the look of this one, is made in FOLDER (a temporary one by default) and
built by `mkdocs build --strict` without the store, in four shares, then with the store, and after each edit. Every
site with the store is compared with the one without it of the same content, byte by byte. The processor's seconds are
those of forked processes too.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.costs import MEGA, Cost, run

FRAME = ("generator", "overrides", "docs/stylesheets", "docs/javascripts", "docs/assets")
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def made(content: Path, folder: Path) -> Path:
    """Make a site of a content folder, and give its folder."""
    shutil.copytree(content, folder / "content")
    for name in FRAME:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "social"))
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"^  footer:\n(    .*\n)+", "", text, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "plain.yml").write_text(text.replace("\nextra:\n", "\nextra:\n  render_cache: false\n"), "utf-8")
    return folder


def run_module(site: Path, *words: str) -> Cost:
    """Run a module of Python in a site's folder and give what it cost; ends the program where it fails."""
    return run([sys.executable, "-m", *words], site, ENVIRONMENT)


def build(site: Path, config: str, folder: str) -> Cost:
    """Build a site into a folder."""
    return run_module(site, "mkdocs", "build", "--strict", "--quiet", "--config-file", config, "--site-dir", folder)


def same(one: Path, other: Path) -> bool:
    """Tell whether two folders hold the same files with the same bytes."""
    return _tree(one) == _tree(other)


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _sentence(site: Path) -> None:
    path = sorted((site / "content/articles").glob("*.md"))[7]
    path.write_text(path.read_text("utf-8").rstrip() + " Nobody in the capital had foreseen it.\n", "utf-8")


def _summary(site: Path) -> None:
    path = _popular(site)
    text = re.sub(r"^summary:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text.rstrip() + "\nsummary: Known in many towns for another reason than before.\n", "utf-8")


def _alias(site: Path) -> None:
    path = _popular(site)
    text = re.sub(r"^aliases:.*\n(- .*\n)*", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text.rstrip() + "\naliases: [the committee]\n", "utf-8")


def _popular(site: Path) -> Path:
    """Give the entry of the name that most articles have."""
    pages = sorted((site / "docs/groups").glob("*.md"), key=lambda page: (-page.stat().st_size, page.name))
    return next(path for page in pages if (path := site / f"content/groups/{page.stem}.yml").is_file())


EDITS: dict[str, Callable[[Path], None]] = {
    "a sentence of an article": _sentence,
    "the summary of a much-named entry": _summary,
    "an alias that relinks most articles": _alias,
}


@contextmanager
def _folder() -> Iterator[Path]:
    if sys.argv[2:]:
        yield Path(sys.argv[2]) / "site"
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "site"


def told(what: str, cost: Cost, of: Cost) -> None:
    """Print a line of the table."""
    ratio = cost.processor / of.processor
    print(f"| {what} | {cost.processor:.1f} | {ratio:.2f} | {cost.clock:.1f} | {cost.memory / MEGA:.0f} |", flush=True)


def in_shares(site: Path, of: int, cold: Cost) -> None:
    """Render the pages in shares, one process after the other, join them, and compare with the site of one build."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    for number in range(1, of + 1):
        told(
            f"share {number} of {of}",
            run_module(site, "generator", "shard", f"{number}/{of}", "--into", "shares"),
            cold,
        )
        shutil.rmtree(site / ".cache")  # each machine begins with nothing
    told("joining them", run_module(site, "generator", "join", "shares", "--of", str(of)), cold)
    told("the build after that", build(site, "mkdocs.yml", "joined"), cold)
    print(f"the same bytes: {same(site / 'cold', site / 'joined')}", flush=True)


def main() -> None:
    """Print the table."""
    with _folder() as folder:
        site = made(Path(sys.argv[1]), folder)
        print("| build | seconds of the processor | of the cold build | by the clock | MB |")
        print("|---|---:|---:|---:|---:|")
        cold = build(site, "plain.yml", "cold")
        print(f"{sum(1 for _ in (site / 'cold').rglob('*.html')):,} pages")
        told("cold, without the store", cold, cold)
        in_shares(site, 4, cold)
        shutil.rmtree(site / ".cache")
        told("cold, which fills the store", build(site, "mkdocs.yml", "kept"), cold)
        told("nothing edited", build(site, "mkdocs.yml", "kept"), cold)
        print(f"the same bytes: {same(site / 'cold', site / 'kept')}")
        for name, edit in EDITS.items():
            edit(site)
            warm = build(site, "mkdocs.yml", "kept")
            cold = build(site, "plain.yml", "cold")
            told(name, warm, cold)
            print(f"the same bytes: {same(site / 'cold', site / 'kept')}", flush=True)


if __name__ == "__main__":
    main()
