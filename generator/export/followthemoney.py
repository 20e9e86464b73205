"""FollowTheMoney: entities as JSON Lines, as OpenSanctions, Aleph and yente read them.

Schemata: https://followthemoney.tech/explorer/. Terms of the glossary are no entities there and stay out; a tie that
names one does too. Dates are prefixes of ISO 8601, so that a mark of doubt goes and an open end is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from generator.export.record import ArticleRecord, EntityRecord, Evidence, Record, RelationRecord

_SCHEMATA = {"person": "Person", "state": "PublicBody", "group": "Organization", "event": "Event", "place": "Address"}
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


def write_followthemoney(record: Record, base: str) -> bytes:
    """Write an entity a line: things, articles, ties, and which article documents what."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _entities(record, base)).encode()


def _entities(record: Record, base: str) -> Iterator[Entity]:
    schemata = {one.id: _SCHEMATA[one.shape] for one in record.entities if one.shape in _SCHEMATA}
    names = {one.id: one.name for one in record.entities}
    yield from (_thing(one, names, schemata, base) for one in record.entities if one.id in schemata)
    yield from (_article(one, base) for one in record.articles)
    labels = {one.id: one.label for one in record.relation_types}
    for relation in record.relations:
        if relation.source in schemata and relation.target in schemata:
            yield _link(relation, schemata, labels[relation.type], base)
    yield from _documented(record, schemata)


def _entity(id_: str, schema: str, **properties: Sequence[str]) -> Entity:
    listed = {key: [value] if isinstance(value, str) else list(value) for key, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": {key: value for key, value in listed.items() if any(value)}}


def _thing(one: EntityRecord, names: dict[str, str], schemata: dict[str, str], base: str) -> Entity:
    schema = _SCHEMATA[one.shape]
    common = {
        "name": one.name,
        "alias": [*one.aliases, *(each.name for each in one.native_names)],
        "weakAlias": list(one.weak_aliases),
        "summary": one.summary,
        "sourceUrl": _web(base, one.page),
        "wikidataId": next((found[1] for url in one.same_as if (found := _WIKIDATA.search(url))), ""),
        "wikipediaUrl": [url for url in one.same_as if ".wikipedia.org/" in url],
    }
    if schema == "Address":
        point = [f"{each:.6f}".rstrip("0").rstrip(".") for each in one.coordinates or ()]
        at = dict(zip(("latitude", "longitude"), point, strict=False))
        return _entity(one.id, schema, **common, full=one.name, **at)
    return _entity(one.id, schema, **common, **_own(one, names, schemata))


_WIKIDATA = re.compile(r"wikidata\.org/(?:wiki|entity)/(Q\d+)$")


def _own(one: EntityRecord, names: dict[str, str], schemata: dict[str, str]) -> dict[str, Sequence[str]]:
    if one.shape == "person":
        return {"position": one.role}
    if one.shape == "event":
        first, slash, last = one.date.partition("/")
        start, end = _prefix(first), _prefix(last)
        dated: dict[str, Sequence[str]] = {"startDate": start, "endDate": end} if slash else {"date": start}
        who = sorted({part.entity for part in one.participants if schemata.get(part.entity) in _LEGAL})
        return {**dated, "location": names.get(one.place, one.place), "involved": who}
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


def _link(one: RelationRecord, schemata: dict[str, str], label: str, base: str) -> Entity:
    schema, first, second = _LINKS.get(one.type, ("UnknownLink", "subject", "object"))
    if schema in _ENDS:
        takes, meets = _ENDS[schema]
        if schemata[one.source] not in takes or schemata[one.target] not in meets:
            schema, first, second = "UnknownLink", "subject", "object"
    ends = {first: one.source, second: one.target}
    told = {"role": label, "description": [each.quote for each in one.evidence], "summary": _firmness(one)}
    proof = sorted({f"article-{each.article}" for each in one.evidence})
    dated = {"startDate": _prefix(one.since), "endDate": _prefix(one.until)}
    pages = [_web(base, f"articles/{each.article}.html#p{each.paragraph}") for each in one.evidence]
    return _entity(one.id, schema, **ends, **told, **dated, proof=proof, sourceUrl=pages)


def _firmness(one: RelationRecord) -> str:
    """Say what a schema without stances would lose: a tie that is only said, or is disputed, is no fact."""
    if not one.evidence:
        return "general background, not from an article"
    return "" if one.stance == "stated" else one.stance


def _documented(record: Record, schemata: dict[str, str]) -> Iterator[Entity]:
    """Tell which article documents which entity: one line for each pair, with the words of evidence."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for one in record.statements:
        for quote in one.evidence:
            found.setdefault((quote.article, one.entity), []).append(quote)
    for mention in record.mentions:
        if mention.entity:
            found.setdefault((mention.article, mention.entity), [])
    for (article, entity), quotes in sorted(found.items()):
        if entity in schemata:
            words = list(dict.fromkeys(quote.quote for quote in quotes))
            ends = {"document": f"article-{article}", "entity": entity}
            yield _entity(f"article-{article}--{entity}", "Documentation", **ends, description=words)


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
