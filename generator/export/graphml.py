"""GraphML: entities as nodes, relations as directed edges. Gephi, yEd, Cytoscape and networkx open it.

GraphML Specification, http://graphml.graphdrawing.org/. Written here and not with networkx, which takes longer to load
than a small site to generate; that it reads the file is tested.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.chunks import Chunks
from generator.export.parts import EntityPart, Form, Pieces, Shared, nothing
from generator.export.record import EntityRecord, RelationRecord, RelationTypeRecord
from generator.export.xml_text import attributes, escaped

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("label", "kind", "shape", "type", "role", "summary", "date", "page", "latitude", "longitude")
_EDGE_KEYS = ("label", "type", "symmetric", "since", "until", "stance", "asserted_by", "evidence")
_NUMBERS = {"latitude", "longitude"}
_TRUTHS = {"symmetric"}
_OPENING = b'<graph edgedefault="directed"'


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    """Write a node for the entity, and an edge for each relation that leads from it."""
    node = _element("node", {"id": part.entity.id}, _node(part.entity, shared.base))
    edges = [
        _element("edge", {"id": tie.id, "source": tie.source, "target": tie.target}, _edge(tie, shared.types[tie.type]))
        for tie in part.relations
    ]
    return node.encode(), "".join(edges).encode()


def _document() -> tuple[etree._Element, etree._Element]:
    """Make a document, and a graph in it."""
    root = etree.fromstring(f'<graphml xmlns="{_NAMESPACE}"/>')
    return root, etree.SubElement(root, f"{{{_NAMESPACE}}}graph", {"edgedefault": "directed"})


def _whole(_: Shared, pieces: Pieces) -> Chunks:
    """Write the document: several edges stand between two nodes where there are several relations."""
    root, graph = _document()
    for scope, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            told = {"id": f"{scope}-{key}", "for": scope, "attr.name": key, "attr.type": _type(key)}
            graph.addprevious(etree.Element(f"{{{_NAMESPACE}}}key", told))
    etree.indent(root, " ")
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"
    children = [one.data for one in pieces.entities]
    if not any(children):
        return [document]
    head, _empty, tail = document.partition(_OPENING + b"/>")
    return [head, _OPENING + b">", *children, b"\n </graph>", tail]


def _type(key: str) -> str:
    return "double" if key in _NUMBERS else "boolean" if key in _TRUTHS else "string"


def _element(name: str, told: Mapping[str, str], values: Mapping[str, str]) -> str:
    """Write an element of the graph with its data, each on a line as far in as it stands in the document."""
    data = [f'   <data key="{name}-{key}">{escaped(value)}</data>\n' for key, value in values.items() if value]
    return f"\n  <{name}{attributes(told)}>\n{''.join(data)}  </{name}>"


def _node(one: EntityRecord, base: str) -> dict[str, str]:
    latitude, longitude = (str(each) for each in one.coordinates) if one.coordinates else ("", "")
    told = {"label": one.name, "kind": one.kind, "shape": one.shape, "type": one.type, "role": one.role}
    more = {"summary": one.summary, "date": one.date or one.founded, "page": base + one.page}
    return {**told, **more, "latitude": latitude, "longitude": longitude}


def _edge(one: RelationRecord, type_: RelationTypeRecord) -> dict[str, str]:
    quotes = " | ".join(each.quote for each in one.evidence)
    told = {"label": type_.label, "type": one.type, "symmetric": str(type_.symmetric).lower()}
    more = {"since": one.since, "until": one.until, "stance": one.stance, "asserted_by": one.asserted_by}
    return {**told, **more, "evidence": quotes}


GRAPHML = Form(_of_entity, nothing, (2, 0), _whole)
