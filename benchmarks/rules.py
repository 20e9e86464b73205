#!/usr/bin/env python3
"""Tell what each rule of linking gains and costs on annotated texts: rules.py FOLDER [SET ...] [--total].

A set is FOLDER/SET.jsonl, a document a line: `{"id", "text", "eval"?: [start, end], "mentions": [{"start", "end",
"entity", "ignore"?}]}`, with FOLDER/SET.catalogue.json, `{id: {"name", "kind", "aliases"?}}`. Each rule is switched off
alone, and the change in points of precision, recall and F1 is printed as a table in Markdown: a rule that gains has a
minus at F1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator import build
from generator.knowledge.names import reasons, rules, surnames
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Catalogue, Prose

_FOLDERS = {"person": "actors", "group": "groups", "event": "events", "place": "places"}
_PER_CENT = 100
# What one of these lets go another takes up, so that each alone seems to gain little.
_SURNAMES = (surnames.surname, surnames.nearest_full_name, surnames.title_or_role, surnames.unique_surname)


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, in per cent."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """A set as it was read: what the linker gets, and the mentions that should be found in each article."""

    catalogue: Catalogue
    prose: Mapping[str, Prose]
    wanted: Mapping[str, list[dict[str, Any]]]
    spans: Mapping[str, tuple[int, int]]  # the part of each article that was annotated
    shifts: Mapping[str, int]  # the length of each article's front matter


def main() -> None:
    """Print a table for the sets that are named, or for all sets of the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--total", action="store_true", help="print only the scores with all rules")
    args = parser.parse_args()
    names = args.sets or sorted(path.name.split(".")[0] for path in args.folder.glob("*.catalogue.json"))
    sets = {name: read(args.folder, name) for name in names}
    totals = {name: score(one) for name, one in sets.items()}
    for name, total in totals.items():
        sys.stdout.write(f"{name}: P {total.precision:.1f}, R {total.recall:.1f}, F1 {total.f1:.1f}\n")
    if not args.total:
        sys.stdout.writelines(f"{line}\n" for line in table(sets, totals))


def table(sets: Mapping[str, Annotated], totals: Mapping[str, Score]) -> Iterator[str]:
    """Give the lines of the table: a row a rule, and for each set the change when the rule is switched off."""
    yield "| rule switched off | " + " | ".join(f"{name} P | R | F1" for name in sets) + " |"
    yield "|---|" + "---:|---:|---:|" * len(sets)
    for label, switched in switches():
        cells = []
        for name, one in sets.items():
            with_switch = switched(one)
            cells += [f"{a - b:+.1f}" for a, b in zip(with_switch, totals[name], strict=True)]
        yield f"| `{label}` | " + " | ".join(cells) + " |"


def switches() -> Iterator[tuple[str, Callable[[Annotated], Score]]]:
    """Give for each rule and each reason against a name its label, and how to score without it."""
    for rule in rules.RULES:
        yield rule.__name__.replace("_", "-"), partial(_without, rules, "RULES", rule)
    yield "all rules for surnames", partial(_without, rules, "RULES", *_SURNAMES)
    for reason in reasons.REASONS:
        yield reason.__name__.replace("_", "-"), partial(_without, reasons, "REASONS", reason)


def _without(module: ModuleType, listed: str, *given: Any) -> Score:  # noqa: ANN401 - rules, and last the set
    """Score a set, which comes last, without the rules before it."""
    *left_out, one = given
    whole = getattr(module, listed)
    setattr(module, listed, tuple(rule for rule in whole if rule not in left_out))
    try:
        return score(one)
    finally:
        setattr(module, listed, whole)


def read(folder: Path, name: str) -> Annotated:
    """Read a set: lay it out as a content folder and let the generator understand that."""
    documents = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    catalogue = json.loads((folder / f"{name}.catalogue.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as content:
        shifts = dict(_lay_out(documents, catalogue, Path(content)))
        knowledge = build.understand(Path(content)).knowledge
    wanted = {f"doc-{number:04}": document["mentions"] for number, document in enumerate(documents)}
    spans = {slug: tuple(documents[number].get("eval", (0, sys.maxsize))) for number, slug in enumerate(wanted)}
    return Annotated(knowledge.catalogue, knowledge.prose, wanted, spans, shifts)


def _lay_out(
    documents: list[dict[str, Any]], catalogue: dict[str, dict[str, Any]], content: Path
) -> Iterator[tuple[str, int]]:
    for ident, entity in catalogue.items():
        path = content / _FOLDERS.get(entity["kind"], "glossary") / f"{ident}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = {"name": entity["name"], "aliases": entity.get("aliases", [])}
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    (content / "articles").mkdir()
    for number, document in enumerate(documents):
        header = f'---\ntitle: "Document {number}"\n---\n'
        path = content / "articles" / f"doc-{number:04}.md"
        path.write_text(header + document["text"], "utf-8", newline="")
        yield path.stem, len(header)


def score(one: Annotated) -> Score:
    """Link a set and score it: a mention is right if it overlaps a wanted one of its entity, one to one."""
    found, _ = find_mentions(one.catalogue, one.prose, compile_gazetteer(one.catalogue))
    right = judged = required = 0
    for slug, wanted in one.wanted.items():
        spans = [(m.start - one.shifts[slug], m.end - one.shifts[slug], m.entity) for m in found[slug] if m.entity]
        low, high = one.spans[slug]
        counts = _judge(
            [mention for mention in wanted if low <= mention["start"] and mention["end"] <= high],
            [span for span in spans if span[0] < high and span[1] > low],
        )
        right, judged, required = right + counts[0], judged + counts[1], required + counts[2]
    precision, recall = right / max(judged, 1), right / max(required, 1)
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(*(_PER_CENT * value for value in (precision, recall, both)))


def _judge(wanted: list[dict[str, Any]], found: list[tuple[int, int, str]]) -> tuple[int, int, int]:
    required = [one for one in wanted if not one.get("ignore")]
    shielded = [one for one in wanted if one.get("ignore")]
    used: set[int] = set()
    judged = 0
    for *span, entity in found:
        over = [number for number, one in enumerate(required) if _overlap(one, span)]
        if any([one["start"], one["end"]] == span for one in shielded) or (
            not over and any(_overlap(one, span) for one in shielded)
        ):
            continue
        judged += 1
        free = [number for number in over if number not in used and required[number]["entity"] == entity]
        used.update(free[:1])
    return len(used), judged, len(required)


def _overlap(one: dict[str, Any], span: list[int]) -> bool:
    return bool(one["start"] < span[1] and span[0] < one["end"])


if __name__ == "__main__":
    main()
