"""JSON-LD: the things by schema.org, the ties as triples of their own, and every claim with its evidence.

A tie stands twice: as a plain triple, which is easy to ask for, and as a claim (rdf:Statement) with who says so, how
firmly, since when, and the words it rests on (W3C Web Annotation: oa:TextQuoteSelector). The ids of things are those of
the JSON-LD in the site's pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.chunks import Chunks
from generator.export.json_text import indented
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import (
    EntityRecord,
    Evidence,
    QuotationRecord,
    RelationRecord,
    RelationTypeRecord,
    StatementRecord,
)
from generator.schema_org import TYPES

_LINE = "\n  "  # begins the lines of a node
_RELATION = "urn:backgrounder:relation:"
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "rel": _RELATION,
    "bg": "urn:backgrounder:",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": {"@id": "https://schema.org/geo"},
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "sameAs": {"@id": "https://schema.org/sameAs", "@type": "@id"},
}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Node = dict[str, object]


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    writer = _Writer(shared)
    ties = (node for one in part.relations for node in (writer.tie(one), writer.relation_claim(one)))
    return _items([writer.entity(part.entity)]), _items(ties), _items(map(writer.statement, part.statements))


def _of_article(part: ArticlePart, shared: Shared) -> tuple[bytes, ...]:
    writer = _Writer(shared)
    return _items([writer.article(part)]), _items(map(writer.quotation, part.quotations))


def _items(nodes: Iterable[Node]) -> bytes:
    """Write nodes of the graph, each after a comma and as far in as it stands there."""
    return "".join([f",\n  {indented(_present(node), _LINE)}" for node in nodes]).encode()


def _whole(shared: Shared, pieces: Pieces) -> Chunks:
    """Write the graph. Addresses begin with the base; a relative one counts from where the file stands."""
    writer = _Writer(shared)
    document = {"@context": _CONTEXT, "@graph": [_present(writer.site())]}
    head, end, _ = indented(document).encode().rpartition(b"\n ]")
    (entities, ties, statements), (articles, quotations) = pieces.entities, pieces.articles
    types = _items(writer.relation_type(one) for one in shared.types.values())
    data = [entities.data, articles.data, types, ties.data, statements.data, quotations.data]
    return [head, *data, end, b"\n}\n"]


class _Writer:
    """Gives the nodes of one record."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.base = shared.base
        self.heads = shared.entities

    def site(self) -> Node:
        return {
            "@id": f"{self.base}#site",
            "@type": "WebSite",
            "name": self.shared.title,
            "description": self.shared.description,
            "license": self.shared.license,
        }

    def ref(self, entity: str) -> Node | None:
        return {"@id": f"{self.base}{self.heads[entity].page}#entity"} if entity in self.heads else None

    def place(self, place: str) -> Node | str | None:
        return self.ref(place) or place or None

    def entity(self, one: EntityRecord) -> Node:
        native = [{"@value": each.name, "@language": each.language} for each in one.native_names]
        point = (
            {"@type": "GeoCoordinates", "latitude": one.coordinates[0], "longitude": one.coordinates[1]}
            if (one.coordinates)
            else None
        )
        return {
            **(self.ref(one.id) or {}),
            "@type": TYPES[one.shape],
            "identifier": one.id,
            "name": one.name,
            "alternateName": [*one.aliases, *native],
            "description": one.summary,
            "disambiguatingDescription": one.role or one.type,
            "url": self.base + one.page,
            "sameAs": list(one.same_as),
            "foundingDate": _iso(one.founded),
            "dissolutionDate": _iso(one.dissolved),
            **_times(one.date),
            "location": self.place(one.place),
            "geo": point,
            "containedInPlace": self.ref(one.within),
            "attendee": [self.ref(part.entity) for part in one.participants],
            "skos:related": [self.ref(other) for other in one.see_also],
            "owl:differentFrom": [self.ref(other) for other in one.not_to_be_confused_with],
            "citation": [
                {"@type": "CreativeWork", "name": source.title, "url": source.url or None} for source in one.sources
            ],
        }

    def article(self, part: ArticlePart) -> Node:
        one, named = part.article, {mention.entity for mention in part.mentions if mention.entity}
        return {
            "@id": self.base + one.page,
            "@type": "Article",
            "headline": one.title,
            "description": one.description,
            "author": list(one.authors),
            "datePublished": _iso(one.date),
            "publisher": one.publisher,
            "isBasedOn": one.source_url,
            "license": one.license,
            "inLanguage": one.language,
            "mentions": [self.ref(entity) for entity in sorted(named)],
        }

    def relation_type(self, one: RelationTypeRecord) -> Node:
        symmetric = {"@id": "owl:SymmetricProperty"} if one.symmetric else {"@id": "rdf:Property"}
        labels = {"rdfs:label": one.label, "bg:inverseLabel": "" if one.symmetric else one.inverse}
        return {"@id": f"rel:{one.id}", "rdf:type": symmetric, **labels}

    def tie(self, one: RelationRecord) -> Node:
        return {**(self.ref(one.source) or {}), f"rel:{one.type}": self.ref(one.target)}

    def relation_claim(self, one: RelationRecord) -> Node:
        return {
            "@id": f"urn:backgrounder:claim:{one.id}",
            "@type": "rdf:Statement",
            "rdf:subject": self.ref(one.source),
            "rdf:predicate": {"@id": f"rel:{one.type}"},
            "rdf:object": self.ref(one.target),
            "bg:since": one.since,
            "bg:until": one.until,
            **self.made(one.stance, one.asserted_by, one.evidence),
        }

    def statement(self, one: StatementRecord) -> Node:
        return {
            "@id": f"urn:backgrounder:claim:{one.id}",
            "@type": "Claim",
            "text": one.text,
            "about": [self.ref(entity) for entity in dict.fromkeys((one.entity, *one.about))],
            **self.made(one.stance, one.asserted_by, one.evidence),
        }

    def made(self, stance: str, asserted_by: str, evidence: Iterable[Evidence]) -> Node:
        """Tell who makes a claim, how firmly, and on what words."""
        rests = [self.evidence(one) for one in evidence]
        return {"bg:stance": stance, "prov:wasAttributedTo": self.ref(asserted_by), "bg:evidence": rests}

    def evidence(self, one: Evidence) -> Node:
        selector = {"@type": "oa:TextQuoteSelector", "oa:exact": one.quote, "oa:prefix": one.prefix}
        return {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": f"{self.base}articles/{one.article}.html"},
            "oa:hasSelector": _present({**selector, "oa:suffix": one.suffix}),
            "url": f"{self.base}articles/{one.article}.html#p{one.paragraph}",
        }

    def quotation(self, one: QuotationRecord) -> Node:
        page = f"{self.base}articles/{one.article}.html"
        where = f"{page}#p{one.paragraph}" if one.paragraph else page
        node: Node = {"@type": "Quotation", "text": one.surface, "isPartOf": {"@id": page}, "url": where}
        return {**node, "spokenByCharacter": self.ref(one.speaker)}


def _times(date: str) -> Node:
    first, slash, last = date.partition("/")
    return {"startDate": _iso(first), "endDate": _iso(last) if slash else None, "temporal": date}


def _iso(date: str) -> str:
    return date if _ISO.fullmatch(date) else ""


def _present(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


JSONLD = Form(_of_entity, _of_article, (3, 2), _whole)
