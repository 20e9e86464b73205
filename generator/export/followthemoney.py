"""FollowTheMoney: entities as JSON Lines, as OpenSanctions, Aleph and yente read them.

Schemata: https://followthemoney.tech/explorer/. Terms of the glossary are no entities there and stay out; a tie that
names one does too. Dates are prefixes of ISO 8601, so that a mark of doubt goes and an open end is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.chunks import Chunks
from generator.export.parts import ArticlePart, EntityPart, Form, Head, Pieces, Shared
from generator.export.record import ArticleRecord, EntityRecord, Evidence, RelationRecord

_SCHEMATA = {"person": "Person", "state": "PublicBody", "group": "Organization", "event": "Event", "place": "Address"}
_JSON = json.JSONEncoder(ensure_ascii=False)
_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)[?~%]?")
_MONTHS = 12
# Our type: the schema, and the properties of its two ends. It is used only where the ends are of the schemata it takes.
_LINKS = {
    "leads": ("Directorship", "director", "organization"),
    "senior_leader_of": ("Directorship", "director", "organization"),
    "member_of": ("Membership", "member", "organization"),
    "works_for": ("Employment", "employee", "employer"),
    "worked_for": ("Employment", "employee", "employer"),
    "represents": ("Representation", "agent", "client"),
    "succeeded": ("Succession", "successor", "predecessor"),
}
_LEGAL = {"Person", "PublicBody", "Organization"}
_BODIES = {"PublicBody", "Organization"}
_ENDS = {
    "Directorship": (_LEGAL, _BODIES),
    "Membership": (_LEGAL, _BODIES),
    "Employment": ({"Person"}, _BODIES),
    "Representation": (_LEGAL, _LEGAL),
    "Succession": (_LEGAL, _LEGAL),
}
Entity = dict[str, object]


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    known = shared.entities
    thing = [_thing(part.entity, shared)] if part.entity.shape in _SCHEMATA else []
    tied = (one for one in part.relations if _schema(one.source, known) and _schema(one.target, known))
    return _lines(thing), _lines(_link(one, shared) for one in tied)


def _of_article(part: ArticlePart, shared: Shared) -> tuple[bytes, ...]:
    return _lines([_article(part.article, shared.base)]), _lines(_documented(part, shared))


def _whole(_: Shared, pieces: Pieces) -> Chunks:
    """Write an entity a line: things, articles, ties, and which article documents what."""
    (things, links), (articles, documented) = pieces.entities, pieces.articles
    return [things.data, articles.data, links.data, documented.data]


def _lines(entities: Iterable[Entity]) -> bytes:
    return "".join(_JSON.encode(one) + "\n" for one in entities).encode()


def _schema(id_: str, known: Mapping[str, Head]) -> str:
    """Give the schema of an entity; "" where it is none there."""
    return _SCHEMATA.get(known[id_].shape, "") if id_ in known else ""


def _entity(id_: str, schema: str, **properties: Sequence[str]) -> Entity:
    listed = {key: [value] if isinstance(value, str) else list(value) for key, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": {key: value for key, value in listed.items() if any(value)}}


def _thing(one: EntityRecord, shared: Shared) -> Entity:
    schema = _SCHEMATA[one.shape]
    common = {
        "name": one.name,
        "alias": [*one.aliases, *(each.name for each in one.native_names)],
        "weakAlias": list(one.weak_aliases),
        "summary": one.summary,
        "sourceUrl": _web(shared.base, one.page),
        "wikidataId": next((found[1] for url in one.same_as if (found := _WIKIDATA.search(url))), ""),
        "wikipediaUrl": [url for url in one.same_as if ".wikipedia.org/" in url],
    }
    if schema == "Address":
        point = [f"{each:.6f}".rstrip("0").rstrip(".") for each in one.coordinates or ()]
        at = dict(zip(("latitude", "longitude"), point, strict=False))
        return _entity(one.id, schema, **common, full=one.name, **at)
    return _entity(one.id, schema, **common, **_own(one, shared.entities))


_WIKIDATA = re.compile(r"wikidata\.org/(?:wiki|entity)/(Q\d+)$")


def _own(one: EntityRecord, known: Mapping[str, Head]) -> dict[str, Sequence[str]]:
    if one.shape == "person":
        return {"position": one.role}
    if one.shape == "event":
        first, slash, last = one.date.partition("/")
        start, end = _prefix(first), _prefix(last)
        dated: dict[str, Sequence[str]] = {"startDate": start, "endDate": end} if slash else {"date": start}
        who = sorted({part.entity for part in one.participants if _schema(part.entity, known) in _LEGAL})
        return {**dated, "location": known[one.place].name if one.place in known else one.place, "involved": who}
    return {
        "legalForm": one.type,
        "incorporationDate": _prefix(one.founded),
        "dissolutionDate": _prefix(one.dissolved),
    }


def _article(one: ArticleRecord, base: str) -> Entity:
    return _entity(
        f"article-{one.slug}",
        "Article",
        title=one.title,
        summary=one.description,
        author=list(one.authors),
        publisher=one.publisher,
        publishedAt=_prefix(one.date),
        sourceUrl=[url for url in (one.source_url, _web(base, one.page)) if url],
    )


def _link(one: RelationRecord, shared: Shared) -> Entity:
    known, label = shared.entities, shared.types[one.type].label
    schema, first, second = _LINKS.get(one.type, ("UnknownLink", "subject", "object"))
    if schema in _ENDS:
        takes, meets = _ENDS[schema]
        if _schema(one.source, known) not in takes or _schema(one.target, known) not in meets:
            schema, first, second = "UnknownLink", "subject", "object"
    ends = {first: one.source, second: one.target}
    told = {"role": label, "description": [each.quote for each in one.evidence], "summary": _firmness(one)}
    proof = sorted({f"article-{each.article}" for each in one.evidence})
    dated = {"startDate": _prefix(one.since), "endDate": _prefix(one.until)}
    pages = [_web(shared.base, f"articles/{each.article}.html#p{each.paragraph}") for each in one.evidence]
    return _entity(one.id, schema, **ends, **told, **dated, proof=proof, sourceUrl=pages)


def _firmness(one: RelationRecord) -> str:
    """Say what a schema without stances would lose: a tie that is only said, or is disputed, is no fact."""
    if not one.evidence:
        return "general background, not from an article"
    return "" if one.stance == "stated" else one.stance


def _documented(part: ArticlePart, shared: Shared) -> Iterator[Entity]:
    """Tell which entities an article documents: one line for each, with the words of evidence."""
    slug = part.article.slug
    found: dict[str, list[Evidence]] = {}
    for one in part.statements:
        found.setdefault(one.entity, []).extend(quote for quote in one.evidence if quote.article == slug)
    for mention in part.mentions:
        if mention.entity:
            found.setdefault(mention.entity, [])
    for entity, quotes in sorted(found.items()):
        if _schema(entity, shared.entities):
            words = list(dict.fromkeys(quote.quote for quote in quotes))
            ends = {"document": f"article-{slug}", "entity": entity}
            yield _entity(f"article-{slug}--{entity}", "Documentation", **ends, description=words)


def _web(base: str, page: str) -> str:
    """Give an address of the web; a relative one is none, and is left out."""
    return base + page if base.startswith(("https://", "http://")) else ""


def _prefix(date: str) -> str:
    """Give a date as FollowTheMoney has it: the part that is certain; "" for a season, an interval or an open end."""
    found = _DATE.fullmatch(date)
    if found is None:
        return ""
    month = found[1][5:7]
    return found[1] if not month or int(month) <= _MONTHS else found[1][:4]


FOLLOWTHEMONEY = Form(_of_entity, _of_article, (2, 2), _whole)
