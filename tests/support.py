"""Small builders for the tests: a catalogue, an article, and what is found in it, without any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any  # the fields of an entry are of many types

import yaml

from generator.content.prose import read_notes, read_prose
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Article, Catalogue, Entity, Kind, Location, Mention, RelationType, SourceFile
from generator.problems import Problem
from generator.timespan import parse

CASES = Path(__file__).parent / "cases"


def entity(id_: str, kind: str, name: str, **fields: Any) -> Entity:  # noqa: ANN401 - whatever an entry holds
    """Make an entity; lists are taken for tuples and a date for EDTF."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    for key in ("date", "founded", "dissolved"):
        if key in values:
            values[key] = parse(str(values[key]))
    if "native_name" in values:
        values["native_names"] = tuple(values.pop("native_name").items())
    return Entity(id=id_, kind=Kind(kind), name=name, location=Location(f"content/{kind}/{id_}.yml"), **values)


def article(text: str, slug: str = "story", **fields: Any) -> Article:  # noqa: ANN401 - whatever an article holds
    """Make an article whose file is its body alone."""
    values: dict[str, Any] = {"title": "Story", "body_start": 0, **fields}
    if isinstance(values.get("date"), str):
        values["date"] = parse(values["date"])
    if isinstance(values.get("links"), Mapping):
        values["links"] = tuple(values["links"].items())
    return Article(slug=slug, source=SourceFile(f"content/articles/{slug}.md", slug, text), **values)


def catalogue(
    entities: Iterable[Entity] = (), articles: Iterable[Article] = (), types: Iterable[RelationType] = ()
) -> Catalogue:
    """Make a catalogue of entities and articles in the order in which they are given."""
    return Catalogue(
        entities={one.id: one for one in entities},
        articles={one.slug: one for one in articles},
        relation_types={one.id: one for one in types},
    )


def catalogue_from(text: str) -> tuple[Entity, ...]:
    """Read entities from YAML of the shape `kind: {id: {name: …}}`."""
    data = yaml.safe_load(text) or {}
    return tuple(entity(id_, kind, **fields) for kind, entries in data.items() for id_, fields in entries.items())


def mentions_in(text: str, entities: Iterable[Entity], **fields: Any) -> tuple[tuple[Mention, ...], list[Problem]]:  # noqa: ANN401 - whatever an article holds
    """Find the mentions in one article, and the problems of reading it."""
    whole = catalogue(entities, [article(text, **fields)])
    prose, misread = read_prose(whole)
    found, unsettled = find_mentions(whole, prose, compile_gazetteer(whole))
    return found["story"], [*misread, *unsettled]


def note_mentions_in(entities: Iterable[Entity]) -> Mapping[str, tuple[Mention, ...]]:
    """Find the mentions in the notes of entities."""
    whole = catalogue(entities)
    notes, _ = read_notes(whole)
    return find_mentions(whole, notes, compile_gazetteer(whole))[0]


def codes(problems: Iterable[Problem]) -> list[str]:
    """Give the codes of problems, sorted."""
    return sorted(problem.code for problem in problems)
