#!/usr/bin/env python3
"""Measure how fast names are found, beside spaCy's PhraseMatcher and a regular expression, in one run.

matching.py [--names N ...] [--articles N] [--runs N] prints a table in Markdown. `make bench` sets spaCy up for it, in an
environment of its own. What each column means stands in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import re
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from benchmarks.synthetic import Gold, World, make_world
from generator.content.prose import read_prose
from generator.knowledge.gazetteer import Gazetteer, compile_gazetteer
from generator.knowledge.mentions import find_mentions
from generator.knowledge.spotting import prepare, spot
from generator.model import Block, Catalogue, Prose

_SIZES = [1_000, 10_000, 100_000]
_RE_LIMIT = 1_000  # names: an alternation tries one after the other
_MEGA = 1_000_000


class Times(NamedTuple):
    """Seconds of each run: by the clock on the wall, and of the processor."""

    wall: list[float]
    cpu: list[float]

    @property
    def middle(self) -> float:
        """The median by the clock on the wall."""
        return median(self.wall)


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the contestants read: the same texts for each."""

    world: World
    prose: Mapping[str, Prose]
    texts: tuple[str, ...]
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured at one number of names."""

    names: int
    size: int  # characters of text
    times: Mapping[str, Times]
    correct: int  # names that PhraseMatcher finds where they stand, for the right entity
    memory: Mapping[str, float]  # megabytes


def main() -> None:
    """Measure at each number of names and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.memory:
        print(json.dumps(compiled_memory(args.memory)))
        return
    print("\n".join(report([measure(names, args.articles, args.runs) for names in args.names], args)))


def measure(names: int, articles: int, runs: int) -> Measured:
    """Measure every contestant on the same texts, in turns, after one round that is not counted."""
    setting = set_up(make_world(names, articles))
    nlp = spacy.blank("en")
    matchers = {attr: phrase_matcher(nlp, setting.world.catalogue, attr) for attr in ("ORTH", "LOWER")}
    correct = check_superset(setting, nlp, matchers)
    gc.collect()
    gc.freeze()  # what was set up costs no run anything
    times = run_in_turns(contestants(setting, nlp, matchers), runs)
    gc.unfreeze()
    return Measured(names, sum(map(len, setting.texts)), times, correct, memory_apart(names))


def set_up(world: World) -> Setting:
    """Read the articles and compile the names."""
    prose, problems = read_prose(world.catalogue)
    if problems:
        raise AssertionError(problems)
    texts = tuple(block.text for text in prose.values() for block in text.blocks)
    return Setting(world, prose, texts, compile_gazetteer(world.catalogue))


def phrase_matcher(nlp: Language, catalogue: Catalogue, attr: str) -> PhraseMatcher:
    """Give a PhraseMatcher of every name and alias."""
    matcher = PhraseMatcher(nlp.vocab, attr=attr)
    for entity in catalogue.entities.values():
        matcher.add(entity.id, [nlp.make_doc(name) for name in (entity.name, *entity.aliases)])
    return matcher


def contestants(
    setting: Setting, nlp: Language, matchers: Mapping[str, PhraseMatcher]
) -> dict[str, Callable[[], object]]:
    """Give what is measured, by name; each does all the texts once."""
    texts, gazetteer, catalogue = setting.texts, setting.gazetteer, setting.world.catalogue
    kinds = {entity.id: entity.kind for entity in catalogue.entities.values()}
    docs = [nlp.make_doc(text) for text in texts]
    timed: dict[str, Callable[[], object]] = {
        "matching": lambda: [spot(prepare(text), gazetteer, kinds) for text in texts],
        "mentions": lambda: find_mentions(catalogue, setting.prose, gazetteer),
        "ORTH": lambda: [matchers["ORTH"](nlp.make_doc(text)) for text in texts],
        "LOWER": lambda: [matchers["LOWER"](nlp.make_doc(text)) for text in texts],
        "tokenising": lambda: [nlp.make_doc(text) for text in texts],
        "ORTH alone": lambda: [matchers["ORTH"](doc) for doc in docs],
    }
    if setting.world.names <= _RE_LIMIT:
        names = {name for entity in catalogue.entities.values() for name in (entity.name, *entity.aliases)}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        timed["re"] = lambda: [list(pattern.finditer(text)) for text in texts]
    return timed


def run_in_turns(timed: Mapping[str, Callable[[], object]], runs: int) -> dict[str, Times]:
    """Run each of them so often, one after the other in each round, so that a slow spell of the machine hits all."""
    times = {name: Times([], []) for name in timed}
    for number in range(runs + 1):
        for name, run in timed.items():
            gc.collect()
            wall, cpu = time.perf_counter(), time.process_time()
            run()
            if number:  # the first round fills the caches
                times[name].cpu.append(time.process_time() - cpu)
                times[name].wall.append(time.perf_counter() - wall)
    return times


def check_superset(setting: Setting, nlp: Language, matchers: Mapping[str, PhraseMatcher]) -> int:
    """Make sure that our mentions have every name that PhraseMatcher finds rightly, and count those."""
    found, _ = find_mentions(setting.world.catalogue, setting.prose, setting.gazetteer)
    ours = {Gold(one.owner, one.start, one.end, one.entity or "") for here in found.values() for one in here}
    theirs = {
        hit
        for matcher in matchers.values()
        for slug, prose in setting.prose.items()
        for block in prose.blocks
        for hit in _hits(slug, block, nlp, matcher)
    }
    correct = theirs & setting.world.gold
    if missing := sorted(correct - ours):
        raise AssertionError(f"{len(missing)} of {len(correct)} are missing, the first of them {missing[0]}")
    return len(correct)


def _hits(slug: str, block: Block, nlp: Language, matcher: PhraseMatcher) -> Iterator[Gold]:
    doc = nlp.make_doc(block.text)
    for key, first, last in matcher(doc):
        span = doc[first:last]
        start, end = block.offset(span.start_char), block.end_offset(span.end_char)
        yield Gold(slug, start, end, nlp.vocab.strings[key])


def memory_apart(names: int) -> dict[str, float]:
    """Measure the memory of a compiled gazetteer in a process of its own."""
    command = [sys.executable, __file__, "--memory", str(names)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def compiled_memory(names: int) -> dict[str, float]:
    """Give in megabytes what a compiled gazetteer adds to the process, at the peak too, and Python's part of it.

    Python's part is measured last, on a second gazetteer: its measuring takes memory itself.
    """
    catalogue = make_world(names, 1).catalogue
    compile_gazetteer(make_world(100, 1).catalogue)  # loads what is loaded once
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak counts from here
    before = _megabytes("VmRSS")
    gazetteer = compile_gazetteer(catalogue)
    gc.collect()
    after, peak = _megabytes("VmRSS"), _megabytes("VmHWM")
    tracemalloc.start()
    second = compile_gazetteer(catalogue)
    traced, traced_peak = (value / _MEGA for value in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    del gazetteer, second
    return {
        "resident": after - before,
        "peak": peak - before,
        "python": traced,
        "python_peak": traced_peak,
    }


def _megabytes(key: str) -> float:
    """Give what the kernel says of the memory of this process."""
    found = re.search(rf"{key}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) * 1024 / _MEGA if found else 0.0


def report(all_measured: list[Measured], args: argparse.Namespace) -> Iterator[str]:
    """Give the lines of the report: machine and versions, the tables, and what holds of what was asked for."""
    yield f"{machine()}; {args.articles} articles, median of {args.runs} runs (fastest to slowest)."
    yield ""
    yield "| names | what | ms | CPU ms | million characters a second | PhraseMatcher (ORTH) takes × as long |"
    yield "|---:|---|---:|---:|---:|---:|"
    for one in all_measured:
        for name, times in one.times.items():
            yield _row(one, name, times)
    yield ""
    yield "| names | rightly found by PhraseMatcher and by us | memory kept, MB | at the peak | Python's part | at the peak |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for one in all_measured:
        memory = " | ".join(f"{value:.1f}" for value in one.memory.values())
        yield f"| {one.names:,} | {one.correct:,} | {memory} |"
    yield ""
    yield from verdicts(all_measured)


def _row(one: Measured, name: str, times: Times) -> str:
    wall = f"{times.middle * 1e3:.1f} ({min(times.wall) * 1e3:.1f}–{max(times.wall) * 1e3:.1f})"
    rate = one.size / times.middle / _MEGA
    ratio = one.times["ORTH"].middle / times.middle
    return f"| {one.names:,} | {name} | {wall} | {median(times.cpu) * 1e3:.1f} | {rate:.2f} | {ratio:.2f} |"


def verdicts(all_measured: list[Measured]) -> Iterator[str]:
    """Say of each thing that was asked for whether it holds."""
    by_names = {one.names: one for one in all_measured}
    for names, wanted in ((10_000, 10), (100_000, 50)):
        if names in by_names:
            times = by_names[names].times
            fast = times["ORTH"].middle / times["matching"].middle
            yield f"- {_holds(fast >= wanted)}: matching {wanted} times as fast as PhraseMatcher at {names:,} names ({fast:.1f})"
    for one in all_measured:
        resolving = one.times["mentions"].middle / one.times["matching"].middle - 1
        yield f"- {_holds(resolving <= 1)}: resolution no dearer than matching at {one.names:,} names ({resolving:.2f} times)"
    small, large = by_names.get(1_000), by_names.get(100_000)
    if large:
        kept = large.memory["resident"]
        yield f"- {_holds(kept < 100)}: less than 100 MB at 100,000 names ({kept:.1f})"  # noqa: PLR2004
    if small and large:
        for name in ("matching", "mentions"):
            speed = [one.size / one.times[name].middle for one in (small, large)]
            share = speed[1] / speed[0]
            yield f"- {_holds(share >= 0.7)}: throughput of {name} at 100,000 names at least 0.7 of that at 1,000 ({share:.2f})"  # noqa: PLR2004


def _holds(value: bool) -> str:  # noqa: FBT001
    return "holds" if value else "**missed**"


def machine() -> str:
    """Name the machine and the versions."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "ahocorasick_rs"))
    return f"{model[1] if model else platform.machine()}, Python {platform.python_version()}, {packages}"


if __name__ == "__main__":
    main()
