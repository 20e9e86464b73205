"""Structured data holds against schema.org's own vocabulary, and against what each type has to say on this site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from knowledge_support import harbour_knowledge
from schema_org import registry

from generator.build import understand
from generator.site.pages import render_pages

ROOT = Path(__file__).parents[1]
NOWHERE = Path("no-such-folder")
URL = re.compile(r"(?:https?|site):")
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# What a node of a type must say; `A/B` is one of the two.
REQUIRED = {
    "Article": {"headline", "image", "inLanguage", "url"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url", "description"},
    "Country": {"name", "url"},
    "DefinedTerm": {"name", "url"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm"},
    "Event": {"name", "url"},
    "ItemList": {"name", "itemListElement"},
    "ListItem": {"position", "name/item"},
    "Organization": {"name"},
    "Dataset": {"name", "description", "url"},
    "Person": {"name"},
    "Place": {"name"},
    "Quotation": {"text", "url"},
    "WebSite": {"name", "url"},
}
Node = dict[str, Any]


def documents() -> Iterator[tuple[str, Node]]:
    """Give the JSON-LD of every page of the default site and of an invented one."""
    for knowledge in (understand(ROOT / "content").knowledge, harbour_knowledge()):
        pages, _ = render_pages(knowledge, NOWHERE)
        for page in (one for one in pages if one.path.endswith(".md")):
            meta = yaml.safe_load(page.text.split("---\n")[1])
            yield page.path, json.loads(meta["jsonld"])


DOCUMENTS = list(documents())


def nodes(value: object) -> Iterator[Node]:
    """Give all nodes of a document, the inner ones too."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def faults(node: Node) -> Iterator[str]:
    """List what is wrong with a node by the vocabulary: unknown types and properties, values of a wrong type."""
    kind = node["@type"]
    if kind not in registry.CLASS_METADATA:
        yield f"{kind} is no type"
        return
    lineage = {kind, *registry.ancestry(kind)}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = registry.PROPERTY_BY_SCHEMA.get(name)
        if known is None or known.superseded_by or not lineage & set(known.domains):
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not fits(one, set(known.ranges)):
                yield f"{kind}.{name} cannot be {one!r}"


def fits(value: object, ranges: set[str]) -> bool:
    """Tell whether a value is of one of the types that a property may have; an address may stand for a thing."""
    if isinstance(value, dict):
        kind = value.get("@type")
        if kind is None:
            return set(value) in ({"@id"}, {"@value", "@language"})
        return bool(ranges & {kind, *registry.ancestry(kind)})
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool(ranges & {"Number", "Integer", "Float"})
    text = str(value)
    is_date = bool(ranges & {"Date", "DateTime"}) and ISO.fullmatch(text) is not None
    is_thing = URL.match(text) is not None and bool(ranges - {"Text", "Date", "DateTime", "Number", "Integer"})
    return is_date or is_thing or "Text" in ranges


@pytest.mark.parametrize(("path", "document"), DOCUMENTS, ids=[path for path, _ in DOCUMENTS])
def test_every_page_speaks_the_vocabulary(path: str, document: Node) -> None:
    """Types and properties are schema.org's, none is superseded, each stands on a type that has it and fits it."""
    assert [fault for node in nodes(document["@graph"]) for fault in faults(node)] == [], path


@pytest.mark.parametrize(("path", "document"), DOCUMENTS, ids=[path for path, _ in DOCUMENTS])
def test_every_node_says_what_its_type_must(path: str, document: Node) -> None:
    """No node lacks what makes it useful, and none is of a type that this table does not know."""
    for node in document["@graph"]:
        for wanted in REQUIRED[node["@type"]]:
            assert set(wanted.split("/")) & set(node), (path, node["@type"], wanted)


def test_all_kinds_are_there() -> None:
    """The default site has every type that it promises."""
    found = {node["@type"] for _, document in DOCUMENTS for node in nodes(document)}
    assert found >= set(REQUIRED)
    [article] = [node for path, document in DOCUMENTS[:90] for node in document["@graph"] if node["@type"] == "Article"]
    assert {"author", "about", "mentions", "datePublished", "hasPart"} <= set(article)


def test_identities_hold_together() -> None:
    """Whatever is referred to by its identity alone is described under that identity on some page."""
    described = {node["@id"] for _, document in DOCUMENTS for node in document["@graph"] if "@id" in node}
    referred = {node["@id"] for _, document in DOCUMENTS for node in references(document)}
    assert referred
    assert referred <= described


def references(value: object) -> Iterator[Node]:
    """Give the nodes that are only an identity."""
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Militia"}, "Militia is no type"),
        ({"@type": "Person", "foundingDate": "1987"}, "Person has no foundingDate"),
        ({"@type": "Event", "location": {"@type": "Person", "name": "A"}}, "Event.location cannot be"),
        ({"@type": "Event", "startDate": "about 2011"}, "Event.startDate cannot be"),
    ],
)
def test_the_check_finds_what_is_wrong(node: Node, fault: str) -> None:
    """What the vocabulary does not have is a fault."""
    assert [told for told in faults(node) if told.startswith(fault)]
