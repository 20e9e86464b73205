"""JSON-LD: the things by schema.org, the ties as triples of their own, and every claim with its evidence.

A tie stands twice: as a plain triple, which is easy to ask for, and as a claim (rdf:Statement) with who says so, how
firmly, since when, and the words it rests on (W3C Web Annotation: oa:TextQuoteSelector). The ids of things are those of
the JSON-LD in the site's pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from generator.export.record import (
    ArticleRecord,
    EntityRecord,
    Evidence,
    QuotationRecord,
    Record,
    RelationRecord,
    RelationTypeRecord,
    StatementRecord,
)
from generator.schema_org import TYPES

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


def write_jsonld(record: Record, base: str) -> bytes:
    """Write the graph. Addresses begin with `base`; a relative one counts from where the file stands."""
    return json.dumps(_document(record, base), indent=1, ensure_ascii=False).encode() + b"\n"


def _document(record: Record, base: str) -> Node:
    writer = _Writer(record, base)
    nodes = [_present(node) for node in writer.nodes()]
    return {"@context": _CONTEXT, "@graph": nodes}


class _Writer:
    """Gives the nodes of one record."""

    def __init__(self, record: Record, base: str) -> None:
        self.record = record
        self.named: dict[str, set[str]] = {}  # entities by the article that names them
        for mention in record.mentions:
            if mention.entity:
                self.named.setdefault(mention.article, set()).add(mention.entity)
        self.base = base
        self.pages = {one.id: one.page for one in record.entities}

    def nodes(self) -> Iterator[Node]:
        yield {
            "@id": f"{self.base}#site",
            "@type": "WebSite",
            "name": self.record.title,
            "description": self.record.description,
            "license": self.record.license,
        }
        yield from (self.entity(one) for one in self.record.entities)
        yield from (self.article(one) for one in self.record.articles)
        yield from (self.relation_type(one) for one in self.record.relation_types)
        for relation in self.record.relations:
            yield self.tie(relation)
            yield self.relation_claim(relation)
        yield from (self.statement(one) for one in self.record.statements)
        yield from (self.quotation(one) for one in self.record.quotations)

    def ref(self, entity: str) -> Node | None:
        return {"@id": f"{self.base}{self.pages[entity]}#entity"} if entity in self.pages else None

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

    def article(self, one: ArticleRecord) -> Node:
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
            "mentions": [self.ref(entity) for entity in sorted(self.named.get(one.slug, ()))],
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
