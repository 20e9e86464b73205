#!/usr/bin/env python3
"""Measure what making a site costs, beside plain MkDocs, MkDocs with every page in the nav, and Hugo, in one run.

peers.py [--articles N] [--runs N] prints a table in Markdown. `make bench` sets Hugo up for it, in an environment of
its own. What each row means stands in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.costs import MEGA, Cost, run
from benchmarks.synthetic import World, make_world
from generator.model import Kind

NAMES_PER_ARTICLE = 6  # aliases counted: some five entries an article
_QUOTE = 60  # characters
_EVERY = 3  # of the persons and groups that articles name, one in so many has a tie
_MAY_SUPPORT = (Kind.ACTORS, Kind.GROUPS)
_RIVAL = "MkDocs"  # the one to be compared with
_WANTED_COST = 0.05  # of plain MkDocs, for a whole `generate`
_WANTED_EDIT = 0.1  # of a whole `generate`
_WANTED_WARM = 0.25  # of a cold build
_HUGO = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "rss"]
[markup.goldmark.renderer]
unsafe = true
"""
_LAYOUT = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"


class Contestant(NamedTuple):
    """What is run and timed, after what is made ready and is not timed."""

    command: tuple[str, ...]
    ready: Callable[[], None] = lambda: None


def main() -> None:
    """Make a site, let all build it in turns, and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        world = make_world(NAMES_PER_ARTICLE * args.articles, args.articles)
        lay_out(site, world)
        costs = run_in_turns(contestants(site), site, args.runs)
        pages = len(list((site / "docs").rglob("*.md")))
    print(*report(costs, world, pages, args.runs), sep="\n")


# ---------------------------------------------------------------------------------------------- the site


def lay_out(site: Path, world: World) -> None:
    """Write the content, what stands around it, and a configuration for each way of building it."""
    write_content(site / "content", world)
    for part in ("assets", "javascripts", "stylesheets"):
        shutil.copytree(ROOT / "docs" / part, site / "docs" / part)
    shutil.copytree(ROOT / "overrides", site / "overrides")
    (site / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (site / "generator").symlink_to(ROOT / "generator")
    (site / "plain.yml").write_text("INHERIT: mkdocs.yml\nhooks: []\n", "utf-8")
    # Without a nav, MkDocs puts every page into it that is not excluded; our overrides would not show them all.
    (site / "bare").mkdir()
    everything = 'INHERIT: plain.yml\nnav:\nnot_in_nav: ""\ntheme: {custom_dir: bare}\n'
    (site / "all.yml").write_text(everything, "utf-8")
    (site / "hugo" / "layouts").mkdir(parents=True)
    (site / "hugo" / "hugo.toml").write_text(_HUGO, "utf-8")
    for name in ("home", "single", "list"):
        (site / "hugo" / "layouts" / f"{name}.html").write_text(_LAYOUT, "utf-8")


def write_content(content: Path, world: World) -> None:
    """Write the articles and entries of a world; some have a tie that an article is quoted for."""
    quotes = dict(quotations(world))
    actors = [one.id for one in world.catalogue.entities.values() if one.kind in _MAY_SUPPORT]
    for at, entity in enumerate(world.catalogue.entities.values()):
        told: dict[str, object] = {"name": entity.name, "summary": f"Entry {at} of a catalogue that was made up."}
        if entity.aliases:
            told["aliases"] = list(entity.aliases)
        if entity.kind in _MAY_SUPPORT and entity.id in quotes and at % _EVERY == 0:
            slug, quote = quotes[entity.id]
            evidence = {"article": slug, "quote": quote}
            other = actors[actors.index(entity.id) - 1]
            told["relations"] = [{"type": "supports", "target": other, "evidence": evidence}]
        _write(content / str(entity.kind) / f"{entity.id}.yml", _as_yaml(told))
    for number, (slug, article) in enumerate(world.catalogue.articles.items()):
        date = f"{2000 + number % 24}-{1 + number % 12:02}-{1 + number % 28:02}"
        head = {"title": f"Article {number}", "description": "A text that was made up.", "date": date}
        _write(content / "articles" / f"{slug}.md", f"---\n{_as_yaml(head)}---\n\n{article.source.text}")


def quotations(world: World) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give for each entity that an article names words that begin with its name and stand nowhere else in it."""
    for gold in sorted(world.gold):
        text = world.catalogue.articles[gold.article].source.text
        words = text[gold.start : gold.start + _QUOTE].partition("\n")[0].rpartition(" ")[0]
        if text.count(words) == 1 and gold.end <= gold.start + len(words):
            yield gold.entity, (gold.article, words)


def _as_yaml(values: Mapping[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# ---------------------------------------------------------------------------------------------- who is measured


def contestants(site: Path) -> dict[str, Contestant]:
    """Give all by name, in the order in which they run: each finds the pages that the first one wrote."""
    generate = (sys.executable, "-m", "generator", "generate")
    build = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file")

    def forget() -> None:
        shutil.rmtree(site / ".cache", ignore_errors=True)

    def begin() -> None:
        forget()
        for path in [*(site / "docs").rglob("*.md"), *(site / "docs").rglob("*.xml")]:
            path.unlink()

    def edit() -> None:
        article = min((site / "content" / "articles").iterdir())
        article.write_text(article.read_text("utf-8").rstrip("\n") + " The ice held.\n", "utf-8")

    hugo = (str(Path(sys.executable).with_name("hugo")), "--quiet", "--source", "hugo", "--cleanDestinationDir")
    return {
        "generate": Contestant(generate, begin),
        "generate, a sentence edited": Contestant(generate, edit),
        _RIVAL: Contestant((*build, "plain.yml")),
        "MkDocs, every page in the nav": Contestant((*build, "all.yml")),
        "MkDocs with our hook, nothing kept": Contestant((*build, "mkdocs.yml"), forget),
        "MkDocs with our hook, a sentence edited": Contestant((*build, "mkdocs.yml"), edit),
        "Hugo": Contestant(hugo, lambda: copy_for_hugo(site)),
    }


def copy_for_hugo(site: Path) -> None:
    """Copy the pages to where Hugo reads them; those of folders have another name there."""
    content = site / "hugo" / "content"
    shutil.rmtree(content, ignore_errors=True)
    for path in (site / "docs").rglob("*.md"):
        inside = path.relative_to(site / "docs")
        name = "_index.md" if inside.name == "index.md" else inside.name
        _write(content / inside.parent / name, path.read_text("utf-8"))


def run_in_turns(all_: Mapping[str, Contestant], site: Path, runs: int) -> dict[str, list[Cost]]:
    """Let each run in turn, so that what else the machine does falls on all alike."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    costs: dict[str, list[Cost]] = {name: [] for name in all_}
    for _ in range(runs):
        for name, contestant in all_.items():
            contestant.ready()
            costs[name].append(run(contestant.command, site, environment))
    return costs


# ---------------------------------------------------------------------------------------------- what came out


def report(costs: Mapping[str, list[Cost]], world: World, pages: int, runs: int) -> Iterator[str]:
    """Give the lines of what is printed, as Markdown."""
    kinds = Counter(str(one.kind) for one in world.catalogue.entities.values())
    where, articles = machine("mkdocs", "mkdocs-material", "hugo"), len(world.catalogue.articles)
    yield f"{where}; {articles:,} articles, {kinds.total():,} entries, {pages:,} pages;"
    yield f"medians of {runs} runs (the cheapest to the dearest)." if runs > 1 else "one run."
    yield ""
    yield "| what | s of the processor | of MkDocs | s by the clock | MB at the peak |"
    yield "|---|---:|---:|---:|---:|"
    middle = {name: median(one.processor for one in own) for name, own in costs.items()}
    for name, own in costs.items():
        processor, clock = sorted(one.processor for one in own), median(one.clock for one in own)
        memory = max(one.memory for one in own) / MEGA
        spread = f" ({processor[0]:.2f}–{processor[-1]:.2f})" if len(own) > 1 else ""
        ratio = middle[name] / middle[_RIVAL]
        yield f"| {name} | {middle[name]:.2f}{spread} | {ratio:.2f} | {clock:.2f} | {memory:.0f} |"
    yield ""
    yield from verdicts(middle)


def verdicts(middle: Mapping[str, float]) -> Iterator[str]:
    """Say which aims hold."""
    whole, ours = middle["generate"], middle["MkDocs with our hook, nothing kept"]
    yield _verdict(whole / middle[_RIVAL], _WANTED_COST, "generate, of plain MkDocs")
    yield _verdict(middle["generate, a sentence edited"] / whole, _WANTED_EDIT, "an edit, of a whole generate")
    warm = middle["MkDocs with our hook, a sentence edited"]
    yield _verdict(warm / ours, _WANTED_WARM, "a build after an edit, of one that keeps nothing")


def _verdict(value: float, most: float, what: str) -> str:
    return f"- {'holds' if value <= most else '**missed**'}: {what}, at most {most:.2f} ({value:.2f})"


def machine(*names: str) -> str:
    """Name what this ran on, with the versions of some packages."""
    told = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", told.read_text("utf-8")) if told.exists() else None
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    processors = f"{os.cpu_count()} processors"
    name = model[1] if model else platform.machine()
    return f"{name}, {processors}, Python {platform.python_version()}, {packages}"


if __name__ == "__main__":
    main()
