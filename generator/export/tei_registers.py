"""The registers of the catalogue in TEI's standOff: persons, organisations, places, events, terms and relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.export.record import EntityRecord, Record, RelationRecord
from generator.export.tei_elements import Element, child, dated

_Write = Callable[[Element, EntityRecord, str], None]


def entity_id(id_: str) -> str:
    """Give the xml:id of an entity; an id alone may begin with a digit, which XML does not allow."""
    return f"e-{id_}"


def paragraph_id(slug: str, paragraph: int) -> str:
    """Give the xml:id of a paragraph."""
    return f"a-{slug}-p{paragraph}"


def registers(parent: Element, record: Record, base: str) -> None:
    """Add the standOff with a list for each shape that the catalogue has, and one of the relations."""
    if not record.entities:
        return
    stand_off = child(parent, "standOff")
    by_shape: dict[str, list[EntityRecord]] = {}
    for one in record.entities:
        by_shape.setdefault(one.shape, []).append(one)
    known = {one.id for one in record.entities}
    _list(stand_off, "listPerson", by_shape.get("person", ()), _person, base)
    _list(stand_off, "listOrg", by_shape.get("group", ()), _group, base)
    places = [*by_shape.get("state", ()), *by_shape.get("place", ())]
    if places:
        listed = child(stand_off, "listPlace")
        for one in places:
            _place(listed, one, base, known)
    _list(stand_off, "listEvent", by_shape.get("event", ()), _event, base)
    _terms(stand_off, by_shape.get("term", ()), base)
    if record.relations:
        symmetric = {one.id for one in record.relation_types if one.symmetric}
        listed = child(stand_off, "listRelation")
        for tie in record.relations:
            _relation(listed, tie, symmetric=tie.type in symmetric)


def _list(parent: Element, name: str, entities: Iterable[EntityRecord], write: _Write, base: str) -> None:
    found = list(entities)
    if found:
        listed = child(parent, name)
        for one in found:
            write(listed, one, base)


def _names(parent: Element, element: str, one: EntityRecord) -> None:
    child(parent, element, one.name, type="main")
    for alias in one.aliases:
        child(parent, element, alias, type="alias")
    for native in one.native_names:
        child(parent, element, native.name, type="native", xml_lang=native.language)


def _common(parent: Element, one: EntityRecord, base: str) -> None:
    child(parent, "idno", base + one.page, type="page")
    for address in one.same_as:
        child(parent, "idno", address, type="same-as")
    if one.summary:
        child(parent, "note", one.summary, type="summary")


def _person(parent: Element, one: EntityRecord, base: str) -> None:
    made = child(parent, "person", xml_id=entity_id(one.id))
    _names(made, "persName", one)
    if one.role:
        child(made, "occupation", one.role)
    _common(made, one, base)


def _group(parent: Element, one: EntityRecord, base: str) -> None:
    made = child(parent, "org", xml_id=entity_id(one.id), type=_token(one.type))
    _names(made, "orgName", one)
    for date, what in ((one.founded, "founded"), (one.dissolved, "dissolved")):
        if date:
            child(child(made, "event", type=what, **dated(date, point=True)), "label", what)
    _common(made, one, base)


def _place(parent: Element, one: EntityRecord, base: str, known: set[str]) -> None:
    made = child(parent, "place", xml_id=entity_id(one.id), type=_token(one.type or one.shape))
    _names(made, "placeName", one)
    if one.within in known:
        child(child(made, "location"), "placeName", ref=f"#{entity_id(one.within)}")
    if one.coordinates:
        child(child(made, "location"), "geo", f"{one.coordinates[0]} {one.coordinates[1]}")
    _common(made, one, base)


def _event(parent: Element, one: EntityRecord, base: str) -> None:
    """Write an event. Its names are labels; `where` holds the place if the catalogue has it."""
    made = child(parent, "event", xml_id=entity_id(one.id), type=_token(one.type), **dated(one.date, point=True))
    child(made, "label", one.name, type="main")
    for alias in one.aliases:
        child(made, "label", alias, type="alias")
    if one.summary:
        child(made, "desc", one.summary)
    for part in one.participants:
        link = child(made, "note", type="participant")
        child(link, "ref", part.role or "took part", target=f"#{entity_id(part.entity)}")
    child(child(made, "note", type="page"), "ref", target=base + one.page)


def _terms(parent: Element, terms: Iterable[EntityRecord], base: str) -> None:
    found = list(terms)
    if not found:
        return
    listed = child(parent, "list", type="gloss")
    for one in found:
        label = child(listed, "label", xml_id=entity_id(one.id))
        child(label, "term", one.name)
        child(child(listed, "item", one.summary), "ref", target=base + one.page)


def _relation(parent: Element, one: RelationRecord, *, symmetric: bool) -> None:
    ends = {"active": f"#{entity_id(one.source)}", "passive": f"#{entity_id(one.target)}"}
    if symmetric:
        ends = {"mutual": f"#{entity_id(one.source)} #{entity_id(one.target)}"}
    when = "/".join((one.since or "..", one.until or "..")) if one.since or one.until else ""
    places = dict.fromkeys(f"#{paragraph_id(each.article, each.paragraph)}" for each in one.evidence if each.paragraph)
    speaker = {"resp": f"#{entity_id(one.asserted_by)}"} if one.asserted_by else {}
    certain = {} if one.stance in {"stated", "attributed"} else {"cert": "low"}
    more = {**_interval(when), **speaker, **certain}
    kind = f"{one.stance}" if one.evidence else "background"
    child(parent, "relation", "", name=one.type, type=kind, source=" ".join(places), **ends, **more)


def _interval(when: str) -> dict[str, str]:
    return {key: value for key, value in dated(when, point=False).items() if key != "cert"}


def _token(text: str) -> str:
    """Give a type as the single word that TEI wants."""
    return "-".join(text.lower().split())
