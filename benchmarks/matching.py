#!/usr/bin/env python3
"""Measure how fast names are found, beside spaCy's PhraseMatcher and regular expressions, in one run.

matching.py [--names N ...] [--articles N] [--runs N] prints a table in Markdown. `make bench` sets spaCy up for it, in
an environment of its own. What each column means stands in benchmarks/README.md.
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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
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
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import Gazetteer, compile_gazetteer
from generator.knowledge.names.keys import read_key
from generator.knowledge.names.spotting import Spot, find_spots
from generator.model import Block, Catalogue, Prose

_SIZES = [1_000, 10_000, 100_000]
_RE_LIMIT = 1_000  # names: they are tried one after the other
_MEGA = 1_000_000
_WANTED_SPEED = {10_000: 10, 100_000: 50}  # by names, times PhraseMatcher's
_WANTED_MEMORY = 100  # megabytes
_WANTED_SHARE = 0.7
_RIVAL = "PhraseMatcher ORTH"  # the one to be compared with


class Times(NamedTuple):
    """Seconds of each run: by the clock on the wall, and of the processor."""

    wall: list[float]
    cpu: list[float]

    @property
    def middle(self) -> float:
        """The median of the processor's time, which other work on the machine disturbs least."""
        return median(self.cpu)


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the contestants read: the same texts for each."""

    world: World
    prose: Mapping[str, Prose]
    texts: tuple[str, ...]
    gazetteer: Gazetteer


class Rival(NamedTuple):
    """A pipeline of spaCy's with a PhraseMatcher of all names."""

    nlp: Language
    matcher: PhraseMatcher

    def match_all(self, texts: Iterable[str]) -> list[object]:
        """Find the names in each text, as identifiers and spans of tokens."""
        return [self.matcher(self.nlp.make_doc(text)) for text in texts]


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
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.memory:
        print(json.dumps(compiled_memory(args.memory)))
        return
    print("\n".join(report([measure(names, args.articles, args.runs) for names in args.names], args)))


def measure(names: int, articles: int, runs: int) -> Measured:
    """Measure every contestant on the same texts, in turns, after one round that is not counted."""
    setting = set_up(make_world(names, articles))
    rivals = {
        "PhraseMatcher ORTH": rival(setting.world.catalogue, "ORTH"),
        "PhraseMatcher LOWER": rival(setting.world.catalogue, "LOWER"),
        "PhraseMatcher ORTH, cache for 10 million words": rival(setting.world.catalogue, "ORTH", 10 * _MEGA),
    }
    correct = check_superset(setting, rivals)
    gc.collect()
    gc.freeze()  # what was set up costs no run anything
    times = run_in_turns(contestants(setting, rivals), runs)
    gc.unfreeze()
    return Measured(names, sum(map(len, setting.texts)), times, correct, memory_apart(names))


def set_up(world: World) -> Setting:
    """Read the articles and compile the names."""
    prose, problems = read_prose(world.catalogue)
    if problems:
        raise AssertionError(problems)
    texts = tuple(block.text for text in prose.values() for block in text.blocks)
    return Setting(world, prose, texts, compile_gazetteer(world.catalogue))


def rival(catalogue: Catalogue, attr: str, words: int | None = None) -> Rival:
    """Give a PhraseMatcher of every name and alias; `words` is how many its tokeniser keeps, 10,000 as it comes."""
    nlp = spacy.blank("en")
    if words is not None:
        nlp.tokenizer.max_cache_size = words
    matcher = PhraseMatcher(nlp.vocab, attr=attr)
    for entity in catalogue.entities.values():
        matcher.add(entity.id, [nlp.make_doc(name) for name in (entity.name, *entity.aliases)])
    return Rival(nlp, matcher)


def contestants(setting: Setting, rivals: Mapping[str, Rival]) -> dict[str, Callable[[], object]]:
    """Give what is measured, by name; each does all the texts once."""
    texts, gazetteer, catalogue = setting.texts, setting.gazetteer, setting.world.catalogue
    plain = rivals[_RIVAL]
    docs = [plain.nlp.make_doc(text) for text in texts]
    timed: dict[str, Callable[[], object]] = {
        "matching": lambda: [match(prose, gazetteer) for prose in setting.prose.values()],
        "mentions": lambda: find_mentions(catalogue, setting.prose, gazetteer),
        **{name: partial(one.match_all, texts) for name, one in rivals.items()},
        "its tokenising": lambda: [plain.nlp.make_doc(text) for text in texts],
        "its matching": lambda: [plain.matcher(doc) for doc in docs],
    }
    if setting.world.names <= _RE_LIMIT:
        names = {name for entity in catalogue.entities.values() for name in (entity.name, *entity.aliases)}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        timed["regular expression"] = lambda: [list(pattern.finditer(text)) for text in texts]
        each = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in longest_first]
        timed["a loop of re.sub"] = lambda: [linked(text, each) for text in texts]
    return timed


def linked(text: str, names: Iterable[re.Pattern[str]]) -> str:
    """Make a link of each name, one name after the other, as a short script does that somebody writes for it."""
    for name in names:
        text = name.sub(r"[\g<0>](page.md)", text)
    return text


def match(prose: Prose, gazetteer: Gazetteer) -> list[list[Spot]]:
    """Find the names of the catalogue in an article, as whole words, and decide nothing."""
    return find_spots(read_key([block.text for block in prose.blocks]), gazetteer)


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


def check_superset(setting: Setting, rivals: Mapping[str, Rival]) -> int:
    """Make sure that our mentions have every name that PhraseMatcher finds rightly, and count those."""
    found, _ = find_mentions(setting.world.catalogue, setting.prose, setting.gazetteer)
    ours = {Gold(one.owner, one.start, one.end, one.entity or "") for here in found.values() for one in here}
    theirs = {
        hit
        for one in rivals.values()
        for slug, prose in setting.prose.items()
        for block in prose.blocks
        for hit in _hits(slug, block, one)
    }
    correct = theirs & setting.world.gold
    if missing := sorted(correct - ours):
        raise AssertionError(f"{len(missing)} of {len(correct)} are missing, the first of them {missing[0]}")
    return len(correct)


def _hits(slug: str, block: Block, one: Rival) -> Iterator[Gold]:
    doc = one.nlp.make_doc(block.text)
    for key, first, last in one.matcher(doc):
        span = doc[first:last]
        start, end = block.offset(span.start_char), block.end_offset(span.end_char)
        yield Gold(slug, start, end, one.nlp.vocab.strings[key])


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
        "kept": after - before,
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
    yield f"{machine()}; {args.articles} articles; medians of {args.runs} runs (the fastest to the slowest)."
    yield ""
    yield "| names | what | ms by the clock | ms of the processor | million characters/s | speed of PhraseMatcher |"
    yield "|---:|---|---:|---:|---:|---:|"
    for one in all_measured:
        for name, times in one.times.items():
            yield _row(one, name, times)
    yield ""
    yield "| names | found rightly by PhraseMatcher and us | MB kept | MB at the peak | Python's part | at the peak |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for one in all_measured:
        memory = " | ".join(f"{value:.1f}" for value in one.memory.values())
        yield f"| {one.names:,} | {one.correct:,} | {memory} |"
    yield ""
    yield from verdicts(all_measured)


def _row(one: Measured, name: str, times: Times) -> str:
    cells = [f"{median(runs) * 1e3:.1f} ({min(runs) * 1e3:.1f}–{max(runs) * 1e3:.1f})" for runs in times]
    rate = one.size / times.middle / _MEGA
    ratio = one.times[_RIVAL].middle / times.middle
    return f"| {one.names:,} | {name} | {' | '.join(cells)} | {rate:.2f} | {ratio:.2f} × |"


def verdicts(all_measured: list[Measured]) -> Iterator[str]:
    """Say of each thing that was asked for whether it holds."""
    by_names = {one.names: one for one in all_measured}
    for one in all_measured:
        rival_time, ours = one.times[_RIVAL].middle, one.times["matching"].middle
        if wanted := _WANTED_SPEED.get(one.names):
            what = f"{one.names:,} names: matching {wanted} times as fast as PhraseMatcher"
            yield _verdict(rival_time / ours >= wanted, what, rival_time / ours)
        resolving = one.times["mentions"].middle / ours - 1
        yield _verdict(resolving <= 1, f"{one.names:,} names: resolution no dearer than matching", resolving)
    small, large = by_names.get(_SIZES[0]), by_names.get(_SIZES[-1])
    if large:
        kept = large.memory["kept"]
        yield _verdict(kept < _WANTED_MEMORY, f"{large.names:,} names: less than {_WANTED_MEMORY} MB", kept)
    if not small or not large:
        return
    for name in ("matching", "mentions"):
        share = (large.size / large.times[name].middle) / (small.size / small.times[name].middle)
        what = f"{name}: throughput at {large.names:,} names at least {_WANTED_SHARE} of that at {small.names:,}"
        yield _verdict(share >= _WANTED_SHARE, what, share)


def _verdict(holds: bool, what: str, value: float) -> str:  # noqa: FBT001 - one caller
    return f"- {'holds' if holds else '**missed**'}: {what} ({value:.2f})"


def machine() -> str:
    """Name the machine and the versions."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "ahocorasick_rs"))
    return f"{model[1] if model else platform.machine()}, Python {platform.python_version()}, {packages}"


if __name__ == "__main__":
    main()
