"""The JSON Schemas by which editors complete and check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.content.entries import read_draft
from generator.content.front_matter import read_article
from generator.content.json_schema import schema_texts, schemas, write_schemas
from generator.content.relation_types import built_in_types, read_relation_types
from generator.content.yaml_source import read_entry
from generator.model import Kind, SourceFile

COMMITTED = Path(__file__).parent.parent / "schemas"
SCHEMAS = schemas()

RIGHT = {
    "actors": [
        "name: Iran",
        "name: Iran\nrole: state\naliases: [Persia]\nweak_aliases: []\nlink: false",
        "name: Iran\nnative_name: {fa: ایران, zh-Hant: 伊朗}\nsame_as: ['https://example.org/a', 'HTTP://example.org']",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, since: 2003, until: 2011~, stance: hedged}",
        "name: Iran\nrelations:\n  - {type: own_type, target: hamas, since: '2013/2020'}",
        "name: Iran\nstatements:\n  - {text: It said so., about: [hamas], evidence: {article: a, quote: b}}",
        "name: Iran\nstatements:\n  - {text: It said so., evidence: [{article: a, quote: b, prefix: c, suffix: d}]}",
        "name: Iran\nsources: [{title: A book, url: 'https://example.org', publisher: P, date: 2024-01-28}]",
    ],
    "groups": [
        "name: X\nfounded: 1982\ndissolved: 2023-10-07/..\nideology: words",
        "name: X\nideology: [a, b]\nfounded: 198X",
    ],
    "events": ["name: X\ndate: ../2003\nplace: words\nparticipants: [{entity: a}, {entity: b, role: c}]"],
    "places": ["name: X\nwithin: y\ncoordinates: [33.3, -44]", "name: X\ncoordinates: [90, 180]"],
    "glossary": ["name: X\nsummary: A word."],
    "article": [
        "title: X",
        "title: X\nauthors: [A]\ndate: 2024\nlanguage: en-GB\nlinks: {Tehran: iran, Paris: false}\nsource_url: https://a.org/b",
    ],
    "relations": [
        "x: {label: a, inverse: b, from: [actors], to: [groups], group: c}",
        "x_y: {label: a, symmetric: true, from: [actors], to: [groups], group: c, line: other, fact: d}",
    ],
}
WRONG = {
    "actors": [
        "role: state",
        "name: 5",
        "name: true",
        "name: ''",
        "name: ' '",
        'name: "a\\u0007b"',
        'name: "a\\u202eb"',
        f"name: {'x' * 501}",
        "name: Iran\nalias: [Persia]",
        "name: Iran\nfounded: 1979",
        "name: Iran\naliases: Persia",
        "name: Iran\naliases: [1979]",
        "name: Iran\nrole: 5",
        "name: Iran\nrole:",
        "name: Iran\nlink: 'no'",
        "name: Iran\nlink: 0",
        "name: Iran\nnative_name: {persian_script: x}",
        "name: Iran\nnative_name: x",
        "name: Iran\nsame_as: ['javascript:alert(1)']",
        "name: Iran\nsame_as: [www.example.org]",
        "name: Iran\nrelations: [supports]",
        "name: Iran\nrelations:\n  - {type: supports}",
        "name: Iran\nrelations:\n  - {target: hamas}",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, since: soon}",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, since: 82}",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, since: ''}",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, stance: perhaps}",
        "name: Iran\nrelations:\n  - {type: supports, target: hamas, when: 2003}",
        "name: Iran\nstatements:\n  - {text: It., evidence: words}",
        "name: Iran\nstatements:\n  - {text: It., evidence: {quote: words}}",
        "name: Iran\nsources: [{url: 'https://example.org'}]",
    ],
    "groups": ["name: X\nrole: y", "name: X\nfounded: 1.5", "name: X\nfounded: [1982]", "name: X\nideology: 5"],
    "events": ["name: X\ndate: 16/02/1985", "name: X\nparticipants: [a]", "name: X\nparticipants: [{role: b}]"],
    "places": [
        "name: X\ncoordinates: [91, 0]",
        "name: X\ncoordinates: [1]",
        "name: X\ncoordinates: [1, 2, 3]",
        "name: X\ncoordinates: 1 2",
    ],
    "glossary": ["name: X\ndate: 2003"],
    "article": [
        "date: 2024",
        "title: 5",
        "title: X\nauthors: A",
        "title: X\nlanguage: en_GB",
        "title: X\nlinks: {Tehran: true}",
        "title: X\nlinks: {Tehran: 5}",
        "title: X\nlinks: [Tehran]",
        "title: X\nsource_url: ftp://a.org",
        "title: X\nauthor: A",
    ],
    "relations": [
        "supports: {label: a, inverse: b, from: [actors], to: [groups], group: c}",
        "X-Y: {label: a, inverse: b, from: [actors], to: [groups], group: c}",
        "x: {label: a, from: [actors], to: [groups], group: c}",
        "x: {label: a, inverse: b, symmetric: true, from: [actors], to: [groups], group: c}",
        "x: {label: a, inverse: b, from: [actor], to: [groups], group: c}",
        "x: {label: a, inverse: b, from: [], to: [groups], group: c}",
        "x: {label: a, inverse: b, from: [actors], to: [groups], group: c, line: dotted}",
        "x: words",
    ],
}


def value(text: str) -> dict[str, Any]:
    """Read YAML as an editor does."""
    document, problems = read_entry(SourceFile("x.yml", "x", text))
    assert document
    assert problems == []
    return document.value


def is_faulty(name: str, text: str) -> bool:
    """Tell whether the program finds fault with a file."""
    if name == "article":
        return bool(read_article(SourceFile("x.md", "x", f"---\n{text}\n---\n"))[2])
    if name == "relations":
        return bool(read_relation_types(SourceFile("relations.yml", "relations", text))[1])
    return bool(read_draft(Kind(name), SourceFile("x.yml", "x", text))[1])


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in RIGHT.items() for text in texts])
def test_schema_and_program_accept_the_same(name: str, text: str) -> None:
    """What is right is so for an editor and for the program."""
    assert [found.message for found in Draft202012Validator(SCHEMAS[name]).iter_errors(value(text))] == []
    assert not is_faulty(name, text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_schema_and_program_refuse_the_same(name: str, text: str) -> None:
    """What is wrong by itself is so for an editor while typing and for the program."""
    assert not Draft202012Validator(SCHEMAS[name]).is_valid(value(text))
    assert is_faulty(name, text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    """Every schema is valid under draft 2020-12, closed, and describes every key."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    parts = [SCHEMAS[name], *SCHEMAS[name].get("$defs", {}).values()]
    assert all(part["additionalProperties"] is False for part in parts)
    assert all(member["description"] for part in parts for member in part.get("properties", {}).values())


def test_the_built_in_types_are_offered() -> None:
    """An editor completes the built-in relation types and lets a site's own stand."""
    offered = SCHEMAS["actors"]["$defs"]["RelationPart"]["properties"]["type"]["anyOf"][0]["enum"]
    assert offered == list(built_in_types())


def test_the_committed_schemas_are_those_of_the_models() -> None:
    """The files under schemas/ are what the models give; `make schemas` writes them anew."""
    assert {path.name: path.read_text("utf-8") for path in COMMITTED.glob("*.json")} == schema_texts()


def test_schemas_are_written(tmp_path: Path) -> None:
    """The schemas are written to a folder, which is made where it is missing."""
    written = write_schemas(tmp_path / "a" / "b")
    assert [path.name for path in written] == sorted(schema_texts(), key=[*schema_texts()].index)
    assert all(json.loads(path.read_text("utf-8"))["$schema"].endswith("2020-12/schema") for path in written)
