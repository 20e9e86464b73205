"""GraphML: entities as nodes, relations as directed edges. Gephi, yEd, Cytoscape and networkx open it.

GraphML Specification, http://graphml.graphdrawing.org/. Written here and not with networkx, which takes longer to load
than a small site to generate; that it reads the file is tested.
"""

from __future__ import annotations

from lxml import etree

from generator.export.record import EntityRecord, Record, RelationRecord, RelationTypeRecord
from generator.export.xml_text import legal

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("label", "kind", "shape", "type", "role", "summary", "date", "page", "latitude", "longitude")
_EDGE_KEYS = ("label", "type", "symmetric", "since", "until", "stance", "asserted_by", "evidence")
_NUMBERS = {"latitude", "longitude"}
_TRUTHS = {"symmetric"}


def write_graphml(record: Record, base: str) -> bytes:
    """Write the graph: a node for each entity, an edge for each relation, several between two where there are."""
    root = etree.fromstring(f'<graphml xmlns="{_NAMESPACE}"/>')
    for scope, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            told = {"id": f"{scope}-{key}", "for": scope, "attr.name": key, "attr.type": _type(key)}
            etree.SubElement(root, f"{{{_NAMESPACE}}}key", told)
    graph = etree.SubElement(root, f"{{{_NAMESPACE}}}graph", {"edgedefault": "directed"})
    for entity in record.entities:
        _add(graph, "node", {"id": entity.id}, _node(entity, base))
    types = {one.id: one for one in record.relation_types}
    for tie in record.relations:
        ends = {"id": tie.id, "source": tie.source, "target": tie.target}
        _add(graph, "edge", ends, _edge(tie, types[tie.type]))
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"


def _type(key: str) -> str:
    return "double" if key in _NUMBERS else "boolean" if key in _TRUTHS else "string"


def _add(graph: etree._Element, name: str, attributes: dict[str, str], values: dict[str, str]) -> None:
    made = etree.SubElement(graph, f"{{{_NAMESPACE}}}{name}", attributes)
    for key, value in values.items():
        if value:
            etree.SubElement(made, f"{{{_NAMESPACE}}}data", {"key": f"{name}-{key}"}).text = legal(value)


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
